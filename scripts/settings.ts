import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Environment, parseEnvironment, settingNames } from '#lib/env.ts'
import { root, StartError } from './project.ts'
import { keptSecret, newSecret } from './secrets.ts'

/** All settings taken away: an empty text counts as none, and keeps those in .env files out as well. */
export function withoutSettings(): Record<string, string> {
  return Object.fromEntries(settingNames.map(name => [name, '']))
}

/** Reads .env.local and .env, as Next does; what the environment already says stands. */
export function readEnvFiles(): void {
  for (const name of ['.env.local', '.env']) {
    const file = join(root, name)
    if (existsSync(file)) process.loadEnvFile(file)
  }
}

/**
 * The portal's own rules for its settings; `who` can't start if one is wrong.
 *
 * @throws StartError with one line that names all that are wrong
 */
export function readSettings(
  source: Record<string, string | undefined>,
  { lettersLater = false, who = 'Latchkey' } = {},
): Environment {
  try {
    return parseEnvironment(source, { lettersLater })
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message.replace('Latchkey', who) : String(error))
  }
}

/** Refuses a setting that the demo portal would not start with, before anything is made for it. */
export function checkDemoSettings(port: number): void {
  const url = process.env.DATABASE_URL || 'postgres://own'
  readSettings({ ...process.env, ...demoSettings(url, port, newSecret) })
}

/** What every build of the demo on this checkout must be made with. */
export function demoEncryptionKey(secretOf: (name: string) => string = keptSecret): string {
  return process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || secretOf('actions-encryption-key')
}

/**
 * The settings of the demo portal: what the environment names stands, the rest is made up here.
 *
 * @param databaseUrl the database that it works on
 * @param secretOf where a secret that is not named comes from
 */
export function demoSettings(
  databaseUrl: string,
  port: number,
  secretOf: (name: string) => string = keptSecret,
) {
  return {
    LATCHKEY_DEMO: '1',
    DATABASE_URL: databaseUrl,
    // The demo brings its own database; a serverless one named for a deployment must not shine through.
    POSTGRES_URL: '',
    POSTGRES_PROXY: '',
    AUTH_SECRET: process.env.AUTH_SECRET || secretOf('auth-secret'),
    CRON_SECRET: process.env.CRON_SECRET || newSecret(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: demoEncryptionKey(secretOf),
    PUBLIC_SCHEME: process.env.PUBLIC_SCHEME || 'http',
    PUBLIC_PORT: process.env.PUBLIC_PORT || String(port),
  }
}
