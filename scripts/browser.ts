import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { root, StartError } from './project.ts'

/** What Playwright needs to launch a Chromium. */
export interface Chromium {
  executablePath: string
  /** Added to the environment of the launch. */
  env: Record<string, string>
  args: string[]
}

/** No word to the outside, no first-run pages: the machine may have no internet. Playwright adds --no-sandbox. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Shared memory is tiny in many containers.
  '--disable-dev-shm-usage',
]

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const macApplications = ['Google Chrome', 'Chromium'].map(
  name => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

/**
 * A Chromium that runs here, without root and without a download beyond npm: the one that CHROMIUM_PATH names, the
 * system's, Playwright's own if it is there already, else the one that came with the packages.
 *
 * @throws StartError with what to do, when none runs
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    const chosen = { executablePath: named, env: {}, args: quiet }
    const fault = faultOf(chosen)
    if (fault) throw new StartError(`CHROMIUM_PATH names ${named}, which does not run: ${fault}`)
    return chosen
  }
  for (const executablePath of installed()) {
    const candidate = { executablePath, env: {}, args: quiet }
    if (faultOf(candidate) === undefined) return candidate
  }
  const packed = await unpacked()
  const fault = faultOf(packed)
  if (fault === undefined) return packed
  throw new StartError(
    `No Chromium runs on this machine; the one from npm says: ${fault}\n` +
      'Install one (e.g. "npx playwright install --with-deps chromium") or name one with CHROMIUM_PATH.',
  )
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const system = systemNames.flatMap(name => folders.map(folder => join(folder, name)))
  return [...system, ...macApplications, chromium.executablePath()].filter(file => existsSync(file))
}

/** Nothing when it starts, else what it says. Distributions put scripts in Chromium's place that only ask to install it. */
function faultOf({ executablePath, env }: Chromium): string | undefined {
  const result = spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
  if (result.status === 0 && /chrom/i.test(result.stdout)) return undefined
  return result.error?.message ?? (result.stderr.trim() || `exit code ${result.status}`)
}

/** The Chromium that comes from npm, with its system libraries and a font, unpacked once per installation. */
async function unpacked(): Promise<Chromium> {
  const folder = join(cacheFolder(), `chromium-${packedVersion()}`)
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}`
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { recursive: true })
    await unpackInto(partial)
    writeFileSync(join(partial, 'fonts.conf'), fontSettings(folder))
    try {
      renameSync(partial, folder)
    } catch (error) {
      // Another run was quicker: its copy is as good.
      rmSync(partial, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(delimiter),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
    args: [...quiet, '--font-render-hinting=none'],
  }
}

/** The machine's fonts and the one that was brought along: without any font at all this Chromium dies at the first bold word. */
function fontSettings(folder: string): string {
  const plain = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${plain(join(folder, 'fonts', 'fonts'))}</dir>
  <cachedir>${plain(join(folder, 'fonts-cache'))}</cachedir>
</fontconfig>
`
}

/** The package unpacks into the system's temporary folder and takes up whatever lies there: it is shown another one. */
async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env }
  try {
    process.env.TMPDIR = folder
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x'
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    for (const name of Object.keys(process.env)) {
      if (!(name in before)) delete process.env[name]
    }
    Object.assign(process.env, before)
  }
}

/** Inside node_modules, so that a new installation begins anew; elsewhere only where that is not ours to write. */
function cacheFolder(): string {
  const modules = join(root, 'node_modules')
  try {
    accessSync(modules, constants.W_OK)
    return join(modules, '.cache')
  } catch {
    const key = createHash('sha256')
      .update(`${root}\0${process.getuid?.() ?? ''}`)
      .digest('hex')
      .slice(0, 12)
    return join(tmpdir(), `latchkey-browser-${key}`)
  }
}

function packedVersion(): string {
  const file = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
