import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { settingNames } from '#lib/env.ts'
import { root } from './project.ts'
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

/** What every build of the demo on this checkout must be made with. */
export function demoEncryptionKey(): string {
  return process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || keptSecret('actions-encryption-key')
}

/**
 * The settings of the demo portal: what the environment names stands, the rest is made up here.
 *
 * @param databaseUrl the database that it works on
 */
export function demoSettings(databaseUrl: string, port: number) {
  return {
    LATCHKEY_DEMO: '1',
    DATABASE_URL: databaseUrl,
    // The demo brings its own database; a serverless one named for a deployment must not shine through.
    POSTGRES_URL: '',
    AUTH_SECRET: process.env.AUTH_SECRET || keptSecret('auth-secret'),
    CRON_SECRET: process.env.CRON_SECRET || newSecret(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: demoEncryptionKey(),
    PUBLIC_SCHEME: process.env.PUBLIC_SCHEME || 'http',
    PUBLIC_PORT: process.env.PUBLIC_PORT || String(port),
  }
}
