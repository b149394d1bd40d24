import { defineConfig } from '@playwright/test'
import { given } from './scripts/given.ts'

const { chromium, report, runtime } = given()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // What is about one kind of server has nothing to say of another.
  testIgnore: ['several', 'edge'].filter(folder => folder !== runtime).map(folder => `${folder}/**`),
  // Each worker runs a portal of its own; more of them than cores would only wait for each other.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
  use: {
    // What is not there after that long never comes; a long test must not spend all of its time on it.
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // A trace records every step of every test, a fifth of the whole: `-- --trace on` asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-CA',
    timezoneId: 'America/Toronto',
    launchOptions: {
      executablePath: chromium.executablePath,
      args: chromium.args,
      env: { ...(process.env as Record<string, string>), ...chromium.env },
    },
  },
})
