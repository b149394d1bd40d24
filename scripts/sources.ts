import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders at the top that no build reads. Anything new counts as a source until it is named here. */
const besideTheBuild = new Set([
  'node_modules',
  'bench',
  'docs',
  'e2e',
  'edge',
  'scripts',
  'test-results',
  'playwright-report',
])

/** Files that a build reads none of: tests, texts, and what tools make. */
const noSource =
  /(\.test\.tsx?|\.spec\.ts|\.md|\.tsbuildinfo|^next-env\.d\.ts|^(vitest|playwright|drizzle)\.config\.ts|^biome\.json)$/

/** Whether the build depends on a file, by its path from the checkout. */
export function isSource(path: string): boolean {
  const [top = ''] = path.split('/')
  const name = path.split('/').at(-1) ?? ''
  return !top.startsWith('.') && !besideTheBuild.has(top) && !noSource.test(name)
}

/** A digest that changes when any source of the build does: a file's name, its content, a file more or less. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const path of filesIn(root, '')) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function* filesIn(root: string, folder: string): Generator<string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (!isSource(path)) continue
    if (entry.isDirectory()) yield* filesIn(root, path)
    else if (entry.isFile()) yield path
  }
}
