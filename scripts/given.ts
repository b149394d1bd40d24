import type { Chromium } from './browser.ts'

/** What serves the portal under test: Node, workerd with the edge's build, or two of the one and one of the other. */
export type Runtime = 'node' | 'edge' | 'several'

/** What marks a story of the main job, which a whole run tells at the edge, too. */
export const mainJobTag = '@main-job'

/** What marks a story of what several servers must share: a whole run tells it to several. */
export const sharedTag = '@shared'

/** What the test run has prepared before Playwright starts, and hands on through one variable. */
export interface Given {
  /** The PostgreSQL of this run, as its superuser. */
  serverUrl: string
  /** A database with the demo's data, to be cloned. */
  template: string
  runtime: Runtime
  /** Folder of the build on Node. */
  distDir: string
  /** Folder of the build for the edge. */
  edgeDir: string
  encryptionKey: string
  chromium: Chromium
  /** Where Playwright leaves its count. */
  report: string
}

export const givenVariable = 'LATCHKEY_E2E'

export function given(): Given {
  const text = process.env[givenVariable]
  if (!text)
    throw new Error(
      'These tests need a database, a build and a browser: run them with npm test -- e2e [filter]',
    )
  return JSON.parse(text) as Given
}
