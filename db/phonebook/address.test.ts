import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { phonebookToken } from '#lib/phonebook/address.ts'
import { reading, type Tx, writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { addressOf, endAddress, makeAddress } from './address.ts'
import { removeContact } from './contacts.ts'
import { feedOf, feedXml, noteFetch } from './feed.ts'
import { addGroup, renameGroup } from './groups.ts'
import { added, inPhonebook } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
const act = inPhonebook(world)
const maple = world.account('maple-logistics')
const secret = 'a-secret-of-this-deployment-that-is-long'

beforeEach(() => world.rows('update phonebook set address_key = null, token_hash = null'))

const address = () => act(({ tx, account }) => addressOf(tx, account.id, secret))
const make = (shown = '') => act(change => makeAddress(change, shown, secret))
const asked = <T>(work: (tx: Tx) => Promise<T>, provider = 'northwind') =>
  reading({ role: 'app', providerId: world.provider(provider) }, work, world.pool)
const feed = (token: string, provider?: string) => asked(tx => feedOf(tx, token), provider)
async function made(): Promise<string> {
  await make()
  return (await address())?.token ?? ''
}

describe('the address for phones', () => {
  test('is off by default, made, shown again, replaced and switched off, each told in the history', async () => {
    expect(await address()).toBeNull()
    expect(await make()).toMatchObject({ ok: true })
    const first = await address()
    expect(first?.token).toMatch(/^[\w-]{43}$/)
    expect((await address())?.token, 'the same is shown to the next who looks').toBe(first?.token)
    expect(await make(first?.key)).toMatchObject({ ok: true })
    const second = await address()
    expect(second?.token).not.toBe(first?.token)
    expect(await feed(first?.token ?? '')).toBeNull()
    expect(await feed(second?.token ?? '')).toMatchObject({ accountId: maple })
    expect(await act(change => endAddress(change, second?.key ?? ''))).toMatchObject({ ok: true })
    expect(await address()).toBeNull()
    expect(await feed(second?.token ?? '')).toBeNull()
    const events = await world.rows<{ action: string }>(
      `select action from event where account_id = $1 and action like 'phonebook-address.%' order by id`,
      [maple],
    )
    expect(events.map(event => event.action)).toEqual([
      'phonebook-address.made',
      'phonebook-address.replaced',
      'phonebook-address.ended',
    ])
  })

  test('of two who press at once one is done, and the other is told', async () => {
    const answers = await Promise.all([make(), make()])
    expect(answers.filter(one => one.ok)).toHaveLength(1)
    expect(answers.find(one => !one.ok)).toMatchObject({ refusal: 'moved', seen: { by: 'Dana Petrov' } })
    const key = (await address())?.key ?? ''
    const both = await Promise.all([make(key), act(change => endAddress(change, key))])
    expect(both.filter(one => one.ok)).toHaveLength(1)
  })

  test('is not to be had from the table alone', async () => {
    const token = await made()
    const rows = await world.rows('select * from phonebook')
    expect(JSON.stringify(rows)).not.toContain(token)
    const key = (await address())?.key ?? ''
    expect(phonebookToken(maple, key, `${secret}!`)).not.toBe(token)
    // The deployment has another secret: what phones have still reads, but nobody can be shown it any more.
    const other = await act(({ tx, account }) => addressOf(tx, account.id, `${secret}!`))
    expect(other).toMatchObject({ token: null, key })
  })

  test('reads nothing on another provider’s host, nor of a closed account', async () => {
    const token = await made()
    expect(await feed(token, 'southern')).toBeNull()
    await world.rows(`update account set closed_at = now() where id = $1`, [maple])
    expect(await feed(token)).toBeNull()
    await world.rows('update account set closed_at = null where id = $1', [maple])
    expect(await feed('a'.repeat(43))).toBeNull()
  })
})

describe('what phones read', () => {
  test('has another tag with every change, and the same without', async () => {
    const token = await made()
    const tags: string[] = []
    const look = async () => tags.push((await feed(token))?.tag ?? '')
    await look()
    const group = await act(change => addGroup(change, 'Tagged'))
    await look()
    const id = await added(act, { name: 'Tag' }, group.ok ? [group.value.groupId] : [])
    await look()
    await act(change => renameGroup(change, group.ok ? group.value.groupId : '', 'Tagged', 'Tagged anew'))
    await look()
    const xml = await asked(tx => feedXml(tx, maple))
    expect(xml).toContain('<LastName>Tag</LastName>')
    expect(xml).toContain('<name>Tagged anew</name>')
    await act(change => removeContact(change, id))
    await look()
    expect(await asked(tx => feedXml(tx, maple))).not.toContain('<LastName>Tag</LastName>')
    expect(new Set(tags).size).toBe(5)
    await look()
    expect(tags.at(-1)).toBe(tags.at(-2))
  })

  test('is noted once a minute, with what the phone says it is', async () => {
    await made()
    const note = (phone: string) =>
      writing(
        { role: 'app', providerId: world.provider('northwind') },
        tx => noteFetch(tx, maple, phone),
        world.pool,
      )
    await note('GXP2170')
    await note('Another')
    expect(await address()).toMatchObject({ fetchedBy: 'GXP2170', fetchedAt: expect.any(Date) })
  })
})
