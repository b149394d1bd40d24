import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, nextCommand } from './build.ts'
import { endChild, exitOf, startNode } from './children.ts'
import { ensureEdgeBuilt } from './edge/build.ts'
import { type Given, givenVariable, mainJobTag, sharedTag } from './given.ts'
import type { Lifetime } from './lifetime.ts'
import { ensureDatabase, type Postgres, startPostgres } from './postgres.ts'
import { withoutSettings } from './settings.ts'
import { onePassed, type Tally, tallyExit, tallyPlaywright, tallyVitest } from './tally.ts'
import { testBuild } from './test-build.ts'

export interface TestStep {
  name: string
  /** The steps without which this one makes no sense. */
  after?: readonly string[]
  run(): Promise<Tally>
}

/**
 * The steps of a test run in order.
 *
 * @param part one part only, or all
 * @param filter what the part's own runner takes to choose among its tests
 */
export function testSteps(life: Lifetime, part: string | undefined, filter: readonly string[]): TestStep[] {
  const run = new TestRun(life)
  // A whole run tells on the other runtimes what the portal is for, and what only several servers can show.
  const chosen = part === undefined ? ['--grep', mainJobTag] : filter
  const ofSeveral = part === undefined ? ['--grep', `${sharedTag}|several/`] : filter
  const projects = part === 'unit' || part === 'integration' ? [part] : ['unit', 'integration']
  const steps: (TestStep & { part: string[] })[] = [
    { part: ['lint'], name: 'lint', run: () => run.lint() },
    { part: ['types'], name: 'types', run: () => run.types() },
    { part: ['unit', 'integration'], name: projects.join(' and '), run: () => run.vitest(projects, filter) },
    { part: ['serverless'], name: 'serverless driver', run: () => run.vitest(['serverless'], filter) },
    { part: ['e2e', 'several'], name: 'build', run: () => run.build() },
    { part: ['e2e'], name: 'browser', after: ['build'], run: () => run.playwright('node', filter) },
    { part: ['edge', 'several'], name: 'edge build', run: () => run.edgeBuild() },
    {
      part: ['edge'],
      name: 'browser at the edge',
      after: ['edge build'],
      run: () => run.playwright('edge', chosen),
    },
    {
      part: ['several'],
      name: 'browser on several servers',
      after: ['build', 'edge build'],
      run: () => run.playwright('several', ofSeveral),
    },
  ]
  return steps.filter(step => part === undefined || step.part.includes(part))
}

class TestRun {
  readonly #life: Lifetime
  readonly #reports: string
  #server: Promise<Postgres> | undefined

  constructor(life: Lifetime) {
    this.#life = life
    this.#reports = mkdtempSync(join(tmpdir(), 'latchkey-tests-'))
    life.afterwards(() => rmSync(this.#reports, { recursive: true, force: true }))
  }

  async lint(): Promise<Tally> {
    return tallyExit(await this.#node(['node_modules/@biomejs/biome/bin/biome', 'check', '.']))
  }

  async types(): Promise<Tally> {
    const made = await this.#node([nextCommand, 'typegen'])
    return tallyExit(made || (await this.#node(['node_modules/typescript/bin/tsc', '--noEmit'])))
  }

  async vitest(projects: readonly string[], filter: readonly string[]): Promise<Tally> {
    const server = projects.includes('unit') && projects.length === 1 ? undefined : await this.#postgres()
    const report = join(this.#reports, 'vitest.json')
    const code = await this.#node(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...projects.map(project => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...filter,
      ],
      { NODE_ENV: 'test', ...(server ? { TEST_DATABASE_URL: server.url('postgres') } : {}) },
    )
    return tallyVitest(jsonIn(report), code)
  }

  async build(): Promise<Tally> {
    await ensureBuilt(testBuild, this.#life)
    console.log('The production build is up to date.')
    return onePassed
  }

  async edgeBuild(): Promise<Tally> {
    const { edgeDir: folder, encryptionKey } = testBuild
    await ensureEdgeBuilt({ folder, encryptionKey }, this.#life)
    console.log('The build for the edge is up to date.')
    return onePassed
  }

  async playwright(runtime: Given['runtime'], filter: readonly string[]): Promise<Tally> {
    // Named here and not at the top, so that lint and unit tests run where these cannot even be loaded.
    const { findChromium } = await import('./browser.ts')
    const server = await this.#postgres()
    const given: Given = {
      serverUrl: server.url('postgres'),
      template: await demoTemplate(server),
      runtime,
      ...testBuild,
      chromium: await findChromium(),
      report: join(this.#reports, 'playwright.json'),
    }
    console.log(`Browser: ${given.chromium.executablePath}`)
    const code = await this.#node(['node_modules/@playwright/test/cli.js', 'test', ...filter], {
      [givenVariable]: JSON.stringify(given),
    })
    return tallyPlaywright(jsonIn(given.report), code)
  }

  /** One server for the whole run, started when it is first needed. */
  #postgres(): Promise<Postgres> {
    this.#server ??= startPostgres({ data: 'temporary' }).then(server => {
      this.#life.afterwards(() => server.stop())
      return server
    })
    return this.#server
  }

  async #node(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
    const child = startNode(args, {
      env: { ...process.env, ...withoutSettings(), NEXT_TELEMETRY_DISABLED: '1', ...env },
    })
    this.#life.afterwards(() => endChild(child, 4_000))
    return exitOf(child)
  }
}

async function demoTemplate(server: Postgres): Promise<string> {
  const { migrate } = await import('#db/migrate.ts')
  const { loadDemo } = await import('#db/demo/load.ts')
  const name = 'latchkey_e2e'
  const url = await ensureDatabase(server, name)
  await migrate(url)
  await loadDemo(url, {})
  return name
}

function jsonIn(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
