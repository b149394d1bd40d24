import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '#scripts/loopback.ts'
import { root } from '#scripts/project.ts'
import { bareScripts } from './bare-page.ts'
import type { Figure, Finding } from './figure.ts'
import { scriptsIn, zipped } from './page-scripts.ts'
import { pagesOf } from './pages.ts'
import { brandHost, distDir, headersOf, type World } from './world.ts'

/** Measure 8: what a browser has to load and run for each page. */
export async function javascript(world: World): Promise<Finding> {
  const { pool, url } = await world.database('bench_javascript')
  const portal = await world.portal(url)
  const cron = { path: '/api/cron/mail', headers: { authorization: `Bearer ${portal.cronSecret}` } }
  await ask(portal.port, cron)
  const bare = await bareScripts(world.life)
  const sizes = new Map<string, number>()
  const sizeOf = async (source: string) => {
    const known = sizes.get(source)
    if (known !== undefined) return known
    const file = join(root, distDir, new URL(source, 'http://x').pathname.replace('/_next/', ''))
    const size = zipped(readFileSync(file))
    sizes.set(source, size)
    return size
  }
  const figures: Figure[] = []
  const elsewhere: string[] = []
  for (const { route, path, email } of await pagesOf(url)) {
    const headers = email
      ? await headersOf(pool, portal.port, email)
      : { host: `${brandHost}:${portal.port}` }
    const answer = await ask(portal.port, { path, headers })
    if (answer.status >= 300 && answer.status < 400) {
      elsewhere.push(route)
      continue
    }
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} to ${email ?? 'nobody'}`)
    let size = 0
    for (const source of scriptsIn(answer.body)) size += await sizeOf(source)
    figures.push({
      what: route,
      ours: kilo(size),
      against: kilo(bare),
      value: (size - bare) / 1000,
      unit: 'kB',
      target: { most: 20 },
      tries: '1',
      rounds: [],
    })
  }
  await portal.stop()
  await world.drop('bench_javascript')
  const notes = [
    'The sum of the script files that the page’s HTML names, each gzipped at level 6, without those for browsers that know no modules. Against a page of an app of nothing but a layout and a paragraph, built by the same Next; the result is what ours has more.',
  ]
  if (elsewhere.length > 0)
    notes.push(`Only redirect for somebody who comes straight to them: ${elsewhere.join(', ')}.`)
  return { figures: figures.sort((a, b) => b.value - a.value), notes }
}

const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
