import { afterAll, describe, expect, test } from 'vitest'
import { ownerCapabilities } from '#lib/access/roles.ts'
import type { Command } from './commands.ts'
import { type Boundary, type Race, run, type Seen, serial } from './race.ts'
import type { World } from './world.ts'

const members = [...ownerCapabilities].sort().join(' ')

/** Sometimes the clock comes first and sometimes the move, on a fast machine and on a slow one. */
export const soon = 'clock_timestamp() + make_interval(secs => $2 / 1000.0)'
export const lapses: Boundary = {
  hours: 168,
  sql: `update access_request set lapses_at = ${soon} where account_id = $1`,
}
export const expires: Boundary = {
  hours: 1,
  sql: `update access_grant set ends_at = ${soon}, due_at = ${soon} where account_id = $1`,
}
export const begins: Boundary = {
  hours: 5,
  sql: `update access_grant set starts_at = ${soon}, due_at = ${soon} where account_id = $1`,
}

export type Pair = readonly [name: string, race: Race]

/** Each move against each, itself included: a double click is a race too. */
export function pairs(
  prelude: readonly Command[],
  moves: Record<string, Command>,
  only?: readonly string[],
): readonly Pair[] {
  const names = Object.keys(moves)
  return names.flatMap((one, i) =>
    names.slice(i).flatMap((other): Pair[] => {
      const [first, second] = [moves[one], moves[other]]
      if (!first || !second || (only && !only.includes(one) && !only.includes(other))) return []
      return [[`${one} / ${other}`, { prelude, first, second }]]
    }),
  )
}

export function timed(
  prelude: readonly Command[],
  moves: Record<string, Command>,
  boundary: Boundary,
): readonly Pair[] {
  return Object.entries(moves).map(([name, first]) => [
    `${name} / the clock`,
    { prelude, first, second: { do: 'sweep' }, boundary },
  ])
}

/** Runs every race `tries` times: each must come to what one move after the other would have come to. */
export function holdRaces(
  world: World,
  tries: number,
  groups: Readonly<Record<string, readonly Pair[]>>,
): void {
  const table: string[] = []
  afterAll(() => console.log(['tries  first  second  pair', ...table].join('\n')))

  describe.each(Object.entries(groups))('%s', (group, races) => {
    test.each(races)(
      '%s',
      async (name, race) => {
        const orders = [serial(race, 'first', members), serial(race, 'second', members)] as const
        const won = [0, 0]
        for (let turn = 0; turn < tries; turn++) {
          const seen = await run(world, race, turn)
          const order = orders.findIndex(wanted => same(normal(seen), normal(wanted)))
          if (order < 0) expect({ turn, ...normal(seen) }).toEqual([normal(orders[0]), normal(orders[1])])
          won[order] = (won[order] ?? 0) + 1
        }
        const either = same(normal(orders[0]), normal(orders[1]))
        const [first, second] = either ? ['same', 'same'] : won
        const figures = [String(tries).padEnd(6), String(first).padEnd(6), String(second).padEnd(7)]
        table.push([...figures, `${group}: ${name}`].join(' '))
      },
      60_000,
    )
  })
}

function same(one: Seen, other: Seen): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** In one order of keys, so that it can be compared as text. */
function normal(seen: Seen): Seen {
  const sorted = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  const { first, second, states, events, letters, access } = seen
  return { first, second, states: sorted(states), events, letters, access: sorted(access) }
}
