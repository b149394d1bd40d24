import type { Writable } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { getPool } from './driver/pool.ts'
import { codeOf } from './faults.ts'
import { literal, stepBehind, type Wall } from './step-behind.ts'

/** A transaction behind the wall. Everything in it goes through this handle and no other. */
export type Tx = NodePgDatabase & { $client: pg.ClientBase }

/** The handle of a connection whose transaction somebody else opens and ends. */
export function txOn(client: pg.ClientBase): Tx {
  return drizzle({ client: client as pg.Client }) as unknown as Tx
}

const handles = new WeakMap<pg.ClientBase, Tx>()

function handleOf(client: pg.PoolClient): Tx {
  const known = handles.get(client)
  if (known) return known
  const made = txOn(client)
  handles.set(client, made)
  return made
}

/** One round trip: begin, step behind the wall, and take the account's lock. */
function opening(wall: Wall, access: 'read only' | 'read write'): string {
  const parts = [`begin ${access}`, ...stepBehind(wall)]
  parts.push(`set local lock_timeout = '5s'`, `set local statement_timeout = '20s'`)
  if (wall.lock) parts.push(`select 1 from account where id = ${literal(wall.lock)} for no key update`)
  return parts.join(';')
}

/** Thrown to undo a transaction and give its value all the same. */
class Undo extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('undo')
    this.value = value
  }
}

/** Ends the transaction without any effect; `writing` then returns `value`. */
export function undo(value: unknown): never {
  throw new Undo(value)
}

/** A guarded write met another state than the one it was decided on. Nothing of the change has happened. */
export class Overtaken extends Error {
  constructor(part: number) {
    super(`write ${part} of the change was overtaken`)
  }
}

const transient = new Set(['40001', '40P01'])

function isTransient(error: unknown): boolean {
  return error instanceof Overtaken || transient.has(codeOf(error) ?? '')
}

/** What is done in a transaction. */
export type Work<T> = ((tx: Tx) => Promise<T>) | Begun<T>

class Begun<T> {
  readonly first: (tx: Tx) => Promise<(tx: Tx) => Promise<T>>
  constructor(first: (tx: Tx) => Promise<(tx: Tx) => Promise<T>>) {
    this.first = first
  }
}

/**
 * Work whose first question travels with the transaction's opening, one round trip less. `first` asks one thing and
 * changes nothing: it is sent before anybody knows that the opening held, and `then` begins only once that is known.
 */
export function beginningWith<F, T>(
  first: (tx: Tx) => Promise<F>,
  then: (tx: Tx, found: F) => Promise<T>,
): Work<T> {
  return new Begun(async tx => {
    const found = await first(tx)
    return () => then(tx, found)
  })
}

/** The same work, and what is made of its value within the same transaction. */
export function followedBy<T, U>(work: Work<T>, next: (value: T) => U): Work<U> {
  if (!(work instanceof Begun)) return async tx => next(await work(tx))
  return new Begun(async tx => {
    const rest = await work.first(tx)
    return async () => next(await rest(tx))
  })
}

/**
 * Runs `work` in one transaction behind the wall; commits when it returns, rolls back when it throws.
 * Overtaken writes, deadlocks and serialization failures are tried again twice, since nothing of them has happened:
 * the second time the work meets the new state and can say so. `closing` may give one more statement (from sqlText)
 * that travels with the commit.
 */
export async function writing<T>(
  wall: Wall,
  work: Work<T>,
  from: pg.Pool = getPool(),
  closing?: (value: T) => string | null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(wall, 'read write', work, from, closing)
    } catch (error) {
      if (error instanceof Undo) return error.value as T
      if (attempt >= 3 || !isTransient(error)) throw error
    }
  }
}

/**
 * One statement behind the wall in one round trip, for what every request needs first: which brand, who asks.
 * `text` comes from sqlText and nowhere else, so that every value in it is quoted.
 */
export async function glance<Row extends pg.QueryResultRow>(
  wall: Wall,
  text: string,
  from: pg.Pool = getPool(),
): Promise<Row[]> {
  const client = await from.connect()
  let broken: Error | undefined
  try {
    const answers = await client.query<Row>(`${opening(wall, 'read write')};${text};commit`)
    // Several statements give several answers; the one before the commit is ours.
    const list = answers as unknown as pg.QueryResult<Row>[]
    return list.at(-2)?.rows ?? []
  } catch (error) {
    await client.query('rollback').catch(fault => {
      broken = fault
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Runs `work` in one read-only transaction behind the wall. */
export async function reading<T>(wall: Wall, work: Work<T>, from: pg.Pool = getPool()): Promise<T> {
  return once(wall, 'read only', work, from)
}

/** Lets what is sent until the next turn leave together. Drivers over other sockets than TCP can't, and needn't. */
function inOnePacket(client: pg.PoolClient): void {
  const { connection } = client as { connection?: { stream?: Partial<Pick<Writable, 'cork' | 'uncork'>> } }
  connection?.stream?.cork?.()
  process.nextTick(() => connection?.stream?.uncork?.())
}

async function once<T>(
  wall: Wall,
  access: 'read only' | 'read write',
  work: Work<T>,
  from: pg.Pool,
  closing?: (value: T) => string | null,
): Promise<T> {
  const client = await from.connect()
  let broken: Error | undefined
  try {
    const tx = handleOf(client)
    if (work instanceof Begun) inOnePacket(client)
    const opened = client.query(opening(wall, access))
    const [rest] = await Promise.all([work instanceof Begun ? work.first(tx) : work, opened])
    const value = await rest(tx)
    const last = closing?.(value)
    await client.query(last ? `${last};commit` : 'commit')
    return value
  } catch (error) {
    await client.query('rollback').catch(fault => {
      broken = fault
    })
    throw error
  } finally {
    client.release(broken)
  }
}
