import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextCommand } from '#scripts/build.ts'
import { endChild, exitOf, lastOutput, startNode } from '#scripts/children.ts'
import type { Lifetime } from '#scripts/lifetime.ts'
import { root, StartError } from '#scripts/project.ts'
import { scriptsIn, zipped } from './page-scripts.ts'

const folder = join(root, '.next-bare')

const files = {
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root)} } }\n`,
  'app/layout.js': `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}\n`,
  'app/page.js': `export default function Page() {
  return <p>Empty</p>
}\n`,
}

/** Builds an app of one page that does nothing, with the same Next; gives the size of its scripts. */
export async function bareScripts(life: Lifetime): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'app'), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const output = lastOutput()
  const child = startNode([nextCommand, 'build', folder], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_DIST_DIR: '', NEXT_TELEMETRY_DISABLED: '1' },
    onOutput: output.add,
  })
  life.afterwards(() => endChild(child, 3_000))
  if ((await exitOf(child)) !== 0) throw new StartError(`The bare page could not be built:\n${output.text()}`)
  const html = readFileSync(join(folder, '.next', 'server', 'app', 'index.html'), 'utf8')
  const sizes = scriptsIn(html).map(source =>
    zipped(readFileSync(join(folder, '.next', new URL(source, 'http://x').pathname.replace('/_next/', '')))),
  )
  return sizes.reduce((total, size) => total + size, 0)
}
