import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './project.ts'

/** 32 random bytes as base64, which is also the form that Next wants its encryption key in. */
export function newSecret(): string {
  return randomBytes(32).toString('base64')
}

/** Whether this checkout has made a secret before. */
export function hasSecret(name: string): boolean {
  return existsSync(join(dataFolder(), name))
}

/** A secret of this checkout's demo: made the first time, the same ever after, readable by this user alone. */
export function keptSecret(name: string): string {
  const file = join(dataFolder(), name)
  if (!existsSync(file)) writeFileSync(file, `${newSecret()}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
