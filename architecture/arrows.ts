import { dirname } from 'node:path'
import { type Arrow, allArrows, isTest, type Tree } from './tree.ts'

/** A rule looks at a tree and names each fault in a line. */
export type Rule = (tree: Tree) => readonly string[]

const nounOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? null
const top = (path: string) => path.split('/')[0] ?? ''

/** Words of their own that every noun may use: who may do what, and who somebody is. */
const shared = ['access', 'person']
/** What tells of all the others, or takes them all in: the letters, the history, a first setup, files, a carrier's messages, the provider's systems. */
const tellers = ['mail', 'history', 'setup', 'import', 'carrier', 'back-office']

/** Packages that a place has nothing to do with. */
const forbidden: Record<string, RegExp> = {
  db: /^(?:react|react-dom|next|next-auth|@auth\/.*|@react-email\/.*)(?:\/|$)/,
  lib: /^(?:next|next-auth|@auth\/.*|drizzle-orm|pg|@vercel\/postgres)(?:\/|$)/,
  components: /^(?:pg|drizzle-orm|next-auth|@auth\/.*|resend)(?:\/|$)/,
}

function libMay(from: string, to: string): boolean {
  const [noun, other] = [nounOf(from), nounOf(to)]
  if (top(to) !== 'lib') return false
  if (other === null || other === noun) return true
  if (noun !== null && shared.includes(other)) return true
  return noun !== null && tellers.includes(noun) && !tellers.includes(other)
}

/** Whether a file of ours may import that other one. */
function may({ from, to }: Arrow): boolean {
  switch (top(from)) {
    case 'lib':
      return libMay(from, to)
    case 'db':
      return ['lib', 'db'].includes(top(to))
    case 'components':
      if (from.startsWith('components/ui/')) return to.startsWith('components/ui/')
      return ['lib', 'components'].includes(top(to))
    case 'app':
      return mayInApp(from, to)
    default:
      return true
  }
}

/** The overview shows the very tables of the authorisation page, with their dialogs; they stand where they act. */
export const borrowed = ['grant-table.tsx', 'request-table.tsx'].map(
  file => `app/accounts/[account]/settings/authorisation/${file}`,
)

function mayInApp(from: string, to: string): boolean {
  if (!['app', 'components', 'db', 'lib'].includes(top(to)))
    return from.startsWith('app/api/auth/') && to === 'auth.ts'
  if (top(to) !== 'app') return true
  if (from.startsWith('app/_server/')) return to.startsWith('app/_server/')
  if (from === 'app/accounts/[account]/page.tsx' && borrowed.includes(to)) return true
  // What several pages share stands above them; what stands beside one page is that page's own.
  return to.startsWith('app/_server/') || `${dirname(from)}/`.startsWith(`${dirname(to)}/`)
}

export const arrowsPointDown: Rule = tree =>
  allArrows(tree).flatMap(arrow => {
    if (isTest(arrow.from)) return []
    if (arrow.ours) return may(arrow) ? [] : [`${arrow.from} must not import ${arrow.to}`]
    return forbidden[top(arrow.from)]?.test(arrow.to) ? [`${arrow.from} must not import ${arrow.to}`] : []
  })

/** What is served must not rest on what tests it, measures it or starts it. */
export const nothingRestsOnTests: Rule = tree =>
  allArrows(tree).flatMap(({ from, to, ours }) =>
    ours && !isTest(from) && ['app', 'components', 'db', 'lib'].includes(top(from)) && isTest(to)
      ? [`${from} must not import ${to}`]
      : [],
  )

export const importsAreThere: Rule = tree =>
  allArrows(tree).flatMap(({ from, to, ours }) =>
    ours && /\.(?:ts|tsx|mjs)$/.test(to) && !tree.has(to)
      ? [`${from} imports ${to}, which is not there`]
      : [],
  )

/** Each circle once, from its first file in the alphabet. */
export const noCircles: Rule = tree => {
  const next = new Map<string, string[]>()
  for (const { from, to, ours } of allArrows(tree)) if (ours) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]) => {
    const at = way.indexOf(path)
    if (at >= 0) circles.push([...way.slice(at), path].join(' > '))
    if (at >= 0 || done.has(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...way, path])
    done.add(path)
  }
  for (const path of [...next.keys()].sort()) visit(path, [])
  return circles
}
