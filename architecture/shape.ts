import type { Rule } from './arrows.ts'
import { codeOf, isSource, isTest, type Tree } from './tree.ts'

const sources = (tree: Tree) => [...tree].filter(([path]) => isSource(path))

// The last two make account actions: app/_server/import-actions.ts.
const wrapped =
  /^export const \w+(?:: \w+)? = (?:open|person|account|partner|provider|prepared|preparedPerson|look|takeIn)Action\b/
const directive = /^\s*['"]use server['"];?\s*$/m

/** Every export of such a file can be posted to by anybody: there is nothing in it but wrapped actions. */
export const onlyWrappedActions: Rule = tree =>
  sources(tree).flatMap(([path, text]) => {
    if (!directive.test(text)) return []
    const top = /^(?:\s*(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/))*\s*['"]use server['"]/.test(text)
    if (!top) return [`${path}: 'use server' stands within the file`]
    const exports = text.match(/^export\b[^\n]*/gm) ?? []
    return exports.filter(line => !wrapped.test(line)).map(line => `${path}: not a wrapped action: ${line}`)
  })

/** Settings are read in one place; scripts and configuration start the process that has them. */
const readsSettings = (path: string) =>
  path === 'lib/env.ts' ||
  /^(?:scripts|bench|e2e)\//.test(path) ||
  /^[^/]+\.config\.(?:ts|mjs)$/.test(path) ||
  isTest(path)

export const settingsInOnePlace: Rule = tree =>
  sources(tree).flatMap(([path, text]) => {
    if (readsSettings(path)) return []
    const reads = codeOf(text).match(/\bprocess\.env\b(?:\.\w+)?/g) ?? []
    // Next tells it which of its runtimes it is in, and in no other way.
    const allowed = path === 'instrumentation.ts' ? 'process.env.NEXT_RUNTIME' : ''
    return reads.filter(read => read !== allowed).map(read => `${path} reads ${read}`)
  })

/** Where grants are read to be shown; who may do what is decided in db/authority.ts alone. */
const shown = new Set([
  'db/access-request/partner-reads.ts',
  'db/account/client-list.ts',
  'db/exclusion/reads.ts',
  'db/grant/people.ts',
  'db/grant/reach.ts',
  'db/grant/reached.ts',
  'db/grant/reads.ts',
  'db/invitation/reads.ts',
  'db/mail/facts.ts',
  'db/partner/customer-details.ts',
  'db/partner/customer-sets.ts',
  'db/partner/grants.ts',
  'db/provider/accounts.ts',
  'db/provider/partners.ts',
])

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*$/gm, '')

export const authorityInOnePlace: Rule = tree =>
  sources(tree).flatMap(([path, text]) => {
    if (isTest(path) || path === 'db/authority.ts' || /^(?:scripts|architecture)\//.test(path)) return []
    const code = withoutComments(text)
    const faults: string[] = []
    if (/\bauthorityOf\(/.test(code) && path !== 'lib/access/authority.ts')
      faults.push(`${path} works out authority`)
    if (/\beffective_grant\b/.test(code) && !shown.has(path)) faults.push(`${path} reads effective_grant`)
    if (
      /\b(?:access_grant|assignment)\b/.test(code) &&
      !/^db\//.test(path) &&
      /\bselect\b[\s\S]*\bfrom (?:access_grant|assignment)\b/.test(code)
    )
      faults.push(`${path} reads grants`)
    return faults
  })

/** What a row of a firm's staff or of the provider's own people gives is said in db/person/has-place.ts alone. */
export const staffStateInOnePlace: Rule = tree =>
  sources(tree).flatMap(([path, text]) =>
    !isTest(path) &&
    !/^(?:db\/(?:schema|person\/has-place)|architecture|scripts)\b/.test(path) &&
    /\b(?:removed_at|activated_at) is (?:not )?null/.test(withoutComments(text))
      ? [`${path} reads for itself whether a place is somebody’s`]
      : [],
  )

/** The faults that are planted for this rule stand in its own test. */
export const noAny: Rule = tree =>
  sources(tree).flatMap(([path, text]) =>
    path !== 'architecture.test.ts' &&
    /[:<|&]\s*any\b(?!\s*[:(])|,\s*any\s*>|\bas any\b|\bany\[\]/.test(
      codeOf(text).replace(/`(?:\\.|[^`\\])*`/g, ''),
    )
      ? [`${path} says any`]
      : [],
  )

/** Tables of cases and stories run longer than what they test. */
const longest = (path: string) => (isTest(path) ? 400 : 250)
/** The demo's cast: names and addresses, nothing to understand. */
const lists = new Set(['db/demo/cast.ts'])

export const filesAreShort: Rule = tree =>
  sources(tree).flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length
    return lines > longest(path) && !lists.has(path) ? [`${path} has ${lines} lines`] : []
  })

const opening =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\b|const \w+(?:: [^=]+)? = (?:async )?(?:<[^>]*>)?\(|(?:static |async )*#?\w+(?:<[^>]*>)?\()/
const notFunctions = /^\s*(?:if|for|while|switch|return|await|catch|expect|test|describe)\b/

/** One case for each kind of block, and one style for each part of a letter: apart they would be harder to read. */
const tables = new Set(['lib/mail/blocks.tsx', 'lib/mail/look.ts'])

/** By their indentation, which the formatter keeps: from the line that names a function to the brace that ends it. */
export const functionsAreShort: Rule = tree =>
  sources(tree).flatMap(([path, text]) => {
    const lines = isTest(path) || tables.has(path) ? [] : text.split('\n')
    return lines.flatMap((_, start) => {
      const end = endOfFunction(lines, start)
      return end - start + 1 > 60 ? [`${path}:${start + 1} has ${end - start + 1} lines`] : []
    })
  })

/** The line on which the function that is named on `start` ends; before `start` where none is, or none with a body. */
function endOfFunction(lines: readonly string[], start: number): number {
  const first = lines[start] ?? ''
  const indent = notFunctions.test(first) ? undefined : opening.exec(first)?.[1]
  if (indent === undefined) return -1
  const level = (line: string) => line.startsWith(indent) && /^[^\s]/.test(line.slice(indent.length))
  // A signature of several lines comes back to its own level before the body opens.
  const whole = /[^(<[{,]\s*\{$/.test(first) && !/\(\{$/.test(first)
  const body = whole
    ? start
    : lines.findIndex((line, at) => at > start && level(line) && !/^\s*\}: .*\{$/.test(line))
  if (body < 0 || !lines[body]?.endsWith('{') || !(whole || /^\s*[)}]/.test(lines[body] ?? ''))) return -1
  return lines.findIndex((line, at) => at > body && level(line) && /^\s*\}/.test(line))
}

const floor = { next: '16.4.6', '@auth/core': '0.41.3', 'next-auth': '5.0.0-beta.32' }

/** Below these versions there are known ways in. */
export const versionsAtTheFloor: Rule = tree => {
  const said: unknown = JSON.parse(tree.get('package.json') ?? '{}')
  const dependencies = (said as { dependencies?: Record<string, string> }).dependencies ?? {}
  return Object.entries(floor).flatMap(([name, least]) => {
    const version = dependencies[name] ?? 'nothing'
    if (!/^\d/.test(version)) return [`${name} must be pinned, and is ${version}`]
    return isOlder(version, least) ? [`${name} ${version} is older than ${least}`] : []
  })
}

function isOlder(version: string, least: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).map(part => (/^\d+$/.test(part) ? Number(part) : -1))
  const [ours, theirs] = [parts(version), parts(least)]
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    // What is missing stands above what comes before a release: 5.0.0 is newer than 5.0.0-beta.32.
    const difference = (ours[i] ?? Number.POSITIVE_INFINITY) - (theirs[i] ?? Number.POSITIVE_INFINITY)
    if (difference !== 0 && !Number.isNaN(difference)) return difference < 0
  }
  return false
}

/** Which driver leads to a database is chosen in one place; what the bench measures against brings its own. */
export const poolsInOnePlace: Rule = tree =>
  sources(tree).flatMap(([path, text]) =>
    !/^(?:db\/driver|bench)\//.test(path) && /\bnew (?:pg\.)?Pool\(|\bcreatePool\(/.test(codeOf(text))
      ? [`${path} opens a pool of its own`]
      : [],
  )
