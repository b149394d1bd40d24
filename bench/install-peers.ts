import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { endChild, exitOf } from '#scripts/children.ts'
import type { Lifetime } from '#scripts/lifetime.ts'
import { root, StartError, say } from '#scripts/project.ts'

const folder = join(root, 'bench', 'peers')

/** Installs what is measured against, which the portal itself never needs; once, from its own lock file. */
export async function ensurePeers(life: Lifetime): Promise<void> {
  const wanted = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const have = join(folder, 'node_modules', '.package-lock.json')
  const versions = (text: string) => [...text.matchAll(/"version": "([^"]+)"/g)].map(([, version]) => version)
  if (
    existsSync(have) &&
    versions(wanted).slice(1).join() === versions(readFileSync(have, 'utf8')).slice(1).join()
  )
    return
  say('Installing what the access check is measured against …')
  const child = spawn('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  life.afterwards(() => endChild(child, 2_000))
  if ((await exitOf(child)) !== 0) throw new StartError('npm ci in bench/peers failed, see above.')
}

/** One of their modules. Its types are ours to name: they are not there where nothing was installed. */
export async function peer<Module>(name: string): Promise<Module> {
  const found = createRequire(join(folder, 'package.json')).resolve(name)
  return (await import(pathToFileURL(found).href)) as Module
}
