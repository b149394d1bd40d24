import type { Command } from './commands.ts'
import { type Answered, Driver } from './driver.ts'
import { type Model, newModel } from './model.ts'
import { expectedAccess, observe, observedAccess, statesOf } from './observed.ts'
import { expected } from './oracle.ts'
import type { World } from './world.ts'

/** What two moves that meet may come to: everything that can be seen afterwards. */
export interface Seen {
  readonly first: string
  readonly second: string
  readonly states: Record<string, string>
  readonly events: readonly string[]
  readonly letters: readonly string[]
  readonly access: Record<string, string>
}

export interface Race {
  readonly prelude: readonly Command[]
  readonly first: Command
  readonly second: Command
  /** What time does in the midst of it, instead of or beside the second. */
  readonly boundary?: Boundary
}

/** A moment that falls due while the first move is under way; `hours` is how far the model's clock goes past it. */
export interface Boundary {
  readonly hours: number
  /** Moves the moment to so many milliseconds ($2) from now, on the account ($1). */
  readonly sql: string
}

const told = (answer: string, by: string | undefined) => (by === undefined ? answer : `${answer}: ${by}`)

/** The outcome if one came wholly before the other. */
export function serial(race: Race, order: 'first' | 'second', members: string): Seen {
  const model = newModel()
  for (const command of race.prelude) expected(model, command)
  const answers = { first: '', second: '' }
  const events: string[] = []
  const letters: string[] = []
  const play = (command: Command, as?: 'first' | 'second') => {
    const outcome = expected(model, command)
    events.push(...outcome.events)
    letters.push(...outcome.letters)
    if (as) answers[as] = told(outcome.answer, outcome.told)
  }
  const pass = () => play({ do: 'age', hours: race.boundary?.hours ?? 0 })
  const both = order === 'first' ? (['first', 'second'] as const) : (['second', 'first'] as const)
  for (const which of both) {
    if (race.boundary && which === 'second') pass()
    play(race[which], which)
  }
  if (race.boundary) play({ do: 'sweep' })
  return { ...answers, ...after(model, members), events: events.sort(), letters: letters.sort() }
}

function after(model: Model, members: string) {
  return { states: statesOf(model), access: expectedAccess(model, members) }
}

/** Runs both moves at once, each on a connection of its own, and gives what came of it. */
export async function run(world: World, race: Race, turn: number): Promise<Seen> {
  const driver = new Driver(world, await world.newAccount())
  for (const command of race.prelude) await driver.play(command)
  const seen = { events: 0, letters: new Set<string>() }
  await observe(driver, seen)
  if (race.boundary) await world.rows(race.boundary.sql, [driver.account.id, 1 + 3 * turn ** 2])
  const moves = [() => driver.play(race.first), () => driver.play(race.second)]
  const swapped = turn % 4 > 1
  if (swapped) moves.reverse()
  // Every other time both wait at the same closed gate, the one behind the other; else they just start together.
  const gate = !race.boundary && turn % 2 === 0 ? await closeGate(world, driver.account.id) : null
  const playing: Promise<Answered>[] = []
  for (const move of moves) {
    playing.push(move())
    await gate?.arrival(playing)
  }
  await gate?.open()
  const answers = await Promise.all(playing)
  const [first, second] = swapped ? answers.reverse() : answers
  if (race.boundary) await sweepUntilPast(driver)
  const found = await observe(driver, seen)
  return {
    first: told(first?.answer ?? '', first?.told),
    second: told(second?.answer ?? '', second?.told),
    states: found.states,
    events: found.events,
    letters: found.letters,
    access: await observedAccess(driver),
  }
}

/** Holds all rows that a move could want, until both moves wait for them. */
async function closeGate(world: World, accountId: string) {
  const holder = await world.pool.connect()
  await holder.query('begin')
  for (const [table, column] of [
    ['account', 'id'],
    ['access_request', 'account_id'],
    ['access_grant', 'account_id'],
    ['partner_invitation', 'account_id'],
  ])
    await holder.query(`select 1 from ${table} where ${column} = $1 for update`, [accountId])
  return {
    /** Comes back once each of the moves waits at the gate, or is through already without having wanted it. */
    async arrival(playing: readonly Promise<unknown>[]): Promise<void> {
      let settled = 0
      for (const one of playing) one.finally(() => settled++).catch(() => {})
      for (let looks = 0; looks < 5000; looks++) {
        const waiting = await world.rows<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        if ((waiting[0]?.n ?? 0) + settled >= playing.length) return
      }
    },
    async open(): Promise<void> {
      await holder.query('commit')
      holder.release()
    },
  }
}

/** Time goes on until what was about to fall due has been swept. */
async function sweepUntilPast(driver: Driver): Promise<void> {
  for (let sweeps = 0; sweeps < 1000; sweeps++) {
    const left = await driver.world.rows(
      `select 1 from access_grant where account_id = $1 and due_at < clock_timestamp() + interval '1 second' and ended_at is null
        union all select 1 from partner_invitation where account_id = $1 and decided_at is null and lapses_at < clock_timestamp() + interval '1 second'
        union all select 1 from access_request where account_id = $1 and decided_at is null and lapses_at < clock_timestamp() + interval '1 second'`,
      [driver.account.id],
    )
    if (left.length === 0) return
    await driver.play({ do: 'sweep' })
  }
}
