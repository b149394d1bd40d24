import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildEnvironment, nextCommand, runBuild } from '#scripts/build.ts'
import type { Lifetime } from '#scripts/lifetime.ts'
import { root } from '#scripts/project.ts'
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

/** Builds an app of one page that does nothing, with the same Next, once in a run; gives its folder. */
export function bareApp(life: Lifetime): Promise<string> {
  built ??= build(life)
  return built
}

let built: Promise<string> | undefined

async function build(life: Lifetime): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'app'), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  await runBuild([nextCommand, 'build', folder], buildEnvironment('', ''), life)
  return folder
}

/** The size of the scripts of its page. */
export async function bareScripts(life: Lifetime): Promise<number> {
  const folder = await bareApp(life)
  const html = readFileSync(join(folder, '.next', 'server', 'app', 'index.html'), 'utf8')
  const sizes = scriptsIn(html).map(source =>
    zipped(readFileSync(join(folder, '.next', new URL(source, 'http://x').pathname.replace('/_next/', '')))),
  )
  return sizes.reduce((total, size) => total + size, 0)
}
