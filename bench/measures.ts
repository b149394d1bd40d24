import type { Finding } from './figure.ts'
import type { World } from './world.ts'

interface Measure {
  readonly number: number
  readonly title: string
  /** Loaded when it is run: some need more installed than others. */
  load(): Promise<(world: World) => Promise<Finding>>
}

/** Every measure, by the number it is called by. */
export const measures: readonly Measure[] = [
  {
    number: 1,
    title: 'Account authorisation, 25 grants, against an empty page',
    load: async () => (await import('./page-cost.ts')).pageCost,
  },
  {
    number: 2,
    title: 'The same list as it grows, against itself at 25 grants',
    load: async () => (await import('./list-growth.ts')).listGrowth,
  },
  {
    number: 3,
    title: 'Access check, against a bare indexed SELECT',
    load: async () => (await import('./access-check.ts')).accessCheck,
  },
  {
    number: 4,
    title: 'Access check, against better-auth and casbin',
    load: async () => (await import('./peers.ts')).peers,
  },
  {
    number: 5,
    title: 'Sweep of due grants with history and letters, against one bulk UPDATE',
    load: async () => (await import('./sweep.ts')).sweeping,
  },
  {
    number: 6,
    title: 'Approve without JavaScript, against its rows and an empty page',
    load: async () => (await import('./approve.ts')).approve,
  },
  {
    number: 7,
    title: 'Invite a person, against better-auth',
    load: async () => (await import('./invite.ts')).inviting,
  },
  {
    number: 8,
    title: 'JavaScript sent to the browser, against a bare Next page',
    load: async () => (await import('./javascript.ts')).javascript,
  },
  {
    number: 9,
    title: 'Start and memory, against an app that does nothing',
    load: async () => (await import('./start.ts')).starting,
  },
  {
    number: 10,
    title: 'History as CSV, against COPY',
    load: async () => (await import('./history-csv.ts')).historyAsCsv,
  },
  {
    number: 11,
    title: 'The main pages on workerd, against next start',
    load: async () => (await import('./runtimes.ts')).runtimes,
  },
]
