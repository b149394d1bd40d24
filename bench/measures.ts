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
]
