import { afterAll, describe, expect, test } from 'vitest'
import { beginningWith, followedBy, glance, Overtaken, type Tx, undo, writing } from './client.ts'
import { codeOf } from './faults.ts'
import { newWorld } from './proof/world.ts'
import type { Wall } from './step-behind.ts'
import { poolOn } from './testing.ts'

const world = await newWorld()
const url = new URL(world.database.url)
url.searchParams.set('application_name', 'watched')
const pool = poolOn(url.href)
const other = poolOn(world.database.url)
afterAll(async () => {
  await Promise.all([pool.end(), other.end()])
  await world.close()
})

const wall: Wall = { role: 'app', providerId: world.provider('northwind') }
const kill = () =>
  world.rows(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'watched'`)
const accounts = () => glance<{ n: number }>(wall, 'select count(*)::int as n from account', pool)

describe('a database that goes away', () => {
  test('in the midst of a transaction: an error of that change, not the end of the process', async () => {
    const faults: unknown[] = []
    const caught = (fault: unknown) => faults.push(fault)
    process.on('uncaughtException', caught)
    const failed = await writing(
      wall,
      async tx => {
        await tx.$client.query(`update account set phone = 'lost' where slug = 'harbour-dental'`)
        const ended = new Promise(resolve => tx.$client.once('end', resolve))
        await kill()
        await ended
        return tx.$client.query('select 1')
      },
      pool,
    ).catch(error => error)
    process.off('uncaughtException', caught)
    expect(failed).toBeInstanceOf(Error)
    expect(faults).toEqual([])
    expect(await world.rows(`select 1 from account where phone = 'lost'`)).toEqual([])
    // The next change has a connection again.
    expect((await accounts())[0]?.n).toBeGreaterThan(0)
  })

  test('between two changes: the next one does not notice', async () => {
    await accounts()
    const gone = new Promise(resolve => pool.once('error', resolve))
    await kill()
    await gone
    expect((await accounts())[0]?.n).toBeGreaterThan(0)
  })
})

describe('what a transaction comes to', () => {
  const phone = async () =>
    (await world.rows<{ phone: string }>(`select phone from account where slug = 'erable-sante'`))[0]?.phone
  const change = (text: string) => `update account set phone = '${text}' where slug = 'erable-sante'`

  test('undone: its value, and nothing of its effect', async () => {
    const before = await phone()
    const value = await writing(
      wall,
      async tx => {
        await tx.$client.query(change('undone'))
        return undo('refused')
      },
      pool,
    )
    expect([value, await phone()]).toEqual(['refused', before])
  })

  test('overtaken twice: done at the third try, once', async () => {
    let tries = 0
    await writing(
      wall,
      async tx => {
        tries += 1
        await tx.$client.query(`update account set phone = phone || '.' where slug = 'erable-sante'`)
        if (tries < 3) throw new Overtaken(0)
      },
      pool,
    )
    expect([tries, (await phone())?.match(/\./g)?.length]).toEqual([3, 1])
  })

  test('overtaken for good, or wrong: an error after three tries or one, and no effect', async () => {
    const before = await phone()
    for (const [fault, most] of [
      [new Overtaken(0), 3],
      [new Error('wrong'), 1],
    ] as const) {
      let tries = 0
      const failed = await writing(
        wall,
        async tx => {
          tries += 1
          await tx.$client.query(change('lost'))
          throw fault
        },
        pool,
      ).catch(error => error)
      expect([failed, tries]).toEqual([fault, most])
    }
    expect(await phone()).toBe(before)
  })

  test('a fault in what travels with the commit undoes all', async () => {
    const before = await phone()
    const failed = await writing(
      wall,
      tx => tx.$client.query(change('lost')),
      pool,
      () => 'select 1 / 0',
    ).catch(codeOf)
    expect([failed, await phone()]).toEqual(['22012', before])
  })

  test('the wall does not outlive its transaction', async () => {
    await accounts()
    const left = await pool.query(
      `select current_setting('app.provider', true) as provider, current_user as who`,
    )
    expect([left.rows[0]?.provider || null, left.rows[0]?.who]).toEqual([null, 'postgres'])
  })

  test.each(['', 'x', `' or true --`, '00000000-0000-0000-0000-00000000000g'])(
    'no id, no transaction: %j',
    async id => {
      await expect(writing({ role: 'app', providerId: id }, async () => 'in', pool)).rejects.toThrow(
        'not an id',
      )
      expect((await accounts())[0]?.n).toBeGreaterThan(0)
    },
  )
})

describe('work that begins with a question', () => {
  const first = (tx: Tx) =>
    tx.$client.query<{ role: string; n: number }>(
      `select current_user as role, count(*)::int as n from account where slug = 'harbour-dental'`,
    )

  test('asks it behind the wall, after the lock, and hands the answer on', async () => {
    const lock = await world.rows<{ id: string }>(`select id from account where slug = 'harbour-dental'`)
    const work = beginningWith(first, async (_, { rows }) => rows[0])
    const doubled = followedBy(work, row => ({ role: row?.role, n: (row?.n ?? 0) * 2 }))
    const found = await writing({ ...wall, lock: lock[0]?.id }, doubled, pool)
    expect(found).toEqual({ role: 'latchkey_app', n: 2 })
  })

  test('whose opening fails never goes on', async () => {
    let wentOn = false
    const work = beginningWith(first, async () => {
      wentOn = true
    })
    const holder = await other.connect()
    const account = `(select id from account where slug = 'harbour-dental')`
    const lock = (await world.rows<{ id: string }>(`select ${account} as id`))[0]?.id
    await holder.query(`begin; select 1 from account where id = ${account} for update`)
    const failed = await writing({ ...wall, lock }, work, pool).catch(error => error)
    await holder.query('rollback')
    holder.release()
    expect(codeOf(failed)).toBe('55P03')
    expect(wentOn).toBe(false)
    expect((await accounts())[0]?.n, 'the connection is whole').toBeGreaterThan(0)
  })
})
