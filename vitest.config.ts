import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that need a PostgreSQL: everything about the database, and what says so in its name. */
const onDatabase = ['db/**/*.test.ts', '**/*.db.test.ts']

export default defineConfig({
  resolve: {
    // Outside Next there is no server or client side that the marker could tell apart.
    alias: { 'server-only': join(import.meta.dirname, 'node_modules', 'server-only', 'empty.js') },
  },
  test: {
    maxWorkers: 2,
    // It imports next/server as only a bundler finds it.
    server: { deps: { inline: ['next-auth'] } },
    // Generous, so that a busy machine fails nothing; a test that hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
    exclude: [...configDefaults.exclude, 'e2e/**', '.next*/**'],
    // No setting of the machine reaches a test; a test that forgets to name its database finds none.
    env: {
      AUTH_SECRET: 'a secret of the tests, which guards nothing',
      CRON_SECRET: '',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      LATCHKEY_DEMO: '1',
      POSTGRES_PROXY: '',
      POSTGRES_URL: '',
      PUBLIC_PORT: '',
      PUBLIC_SCHEME: 'http',
      RESEND_API_KEY: '',
      RESEND_BASE_URL: '',
      RESEND_WEBHOOK_SECRET: '',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...onDatabase],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: onDatabase,
          globalSetup: './scripts/test-database.ts',
        },
      },
      {
        extends: true,
        test: {
          // The same tests once more, by the driver of POSTGRES_URL.
          name: 'serverless',
          include: onDatabase,
          globalSetup: './scripts/test-database.ts',
          env: { TEST_DRIVER: 'serverless' },
        },
      },
    ],
  },
})
