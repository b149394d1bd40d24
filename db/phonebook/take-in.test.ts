import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readContacts } from '#lib/phonebook/file.ts'
import { writing } from '../client.ts'
import { keepUpload } from '../csv/upload.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession } from '../sign-in/session.ts'
import { removeContact } from './contacts.ts'
import { phonebookCsv } from './export.ts'
import { addGroup } from './groups.ts'
import { lookedAt, takeInFile } from './take-in.ts'
import { added, desk, inPhonebook } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
const act = inPhonebook(world)
const maple = world.account('maple-logistics')

beforeEach(async () => {
  await world.rows('delete from contact')
  await world.rows('delete from contact_group')
})

const upload = (text: string) =>
  act(change => keepUpload(change, 'phonebook', readContacts(Buffer.from(text))))
const look = (id: string) =>
  act(({ tx, actor, account }) => lookedAt(tx, { accountId: account.id, personId: actor.personId }, id))
const take = (id: string) => act(change => takeInFile(change, id))
const count = async () =>
  (await world.rows<{ n: number }>('select count(*)::int as n from contact where ended_at is null'))[0]?.n
const version = async () =>
  (await world.rows<{ version: number }>('select version from phonebook where account_id = $1', [maple]))[0]
    ?.version

const file = 'name,company,work,groups\nAnna,Acme,204,Night; Day\nÉlodie,,+1 514 555 0106,night\n'

/** The whole phonebook as a file; the demo's person needs a session for it. */
async function exported(search = ''): Promise<string> {
  const person = world.actor(desk)
  const [brand] = await world.rows<{ id: string }>(
    `select id from branding_domain where host = 'northwind.localhost'`,
  )
  const wall = { role: 'app', providerId: person.providerId } as const
  const place = { providerId: person.providerId, brandingDomainId: brand?.id ?? '' }
  await writing(
    wall,
    tx => beginSession(tx, place, person.personId, { address: '', userAgent: '' }),
    world.pool,
  )
  const [session] = await world.rows<{ id: string }>(
    'select id from session where person_id = $1 order by created_at desc limit 1',
    [person.personId],
  )
  const parts: Buffer[] = []
  const asked = { accountId: maple, search, group: null, language: 'en', ended: 'over' } as const
  const actor = { ...person, sessionId: session?.id ?? '' }
  for await (const part of phonebookCsv({ ...asked, actor, size: 2, pool: world.pool }))
    parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

describe('a file', () => {
  test('is looked at without effect, taken in once, and doubles nothing when it comes again', async () => {
    const before = await version()
    const id = await upload(file)
    expect((await look(id))?.weighed).toMatchObject({ added: { length: 2 }, newGroups: { length: 2 } })
    expect([await count(), await version()]).toEqual([0, before])
    const twice = await Promise.all([take(id), take(id)])
    expect(twice.map(one => one.ok).sort()).toEqual([false, true])
    expect(twice.find(one => !one.ok)).toMatchObject({ refusal: 'taken' })
    expect(await count()).toBe(2)
    const [event] = await world.rows(
      `select action, data from event where account_id = $1 order by id desc limit 1`,
      [maple],
    )
    expect(event).toMatchObject({
      action: 'contacts.imported',
      data: { counts: { added: 2, changed: 0, same: 0 } },
    })
    const again = await upload(file)
    expect((await look(again))?.weighed).toMatchObject({
      added: [],
      changed: [],
      same: 2,
      joins: [],
      newGroups: [],
    })
    expect(await take(again)).toMatchObject({ value: { changed: false } })
    const joins = await world.rows<{ n: number }>('select count(*)::int as n from contact_in_group')
    expect([await count(), joins[0]?.n]).toEqual([2, 3])
  })

  test('with one fault takes in nothing, and tells what else does not fit', async () => {
    const id = await upload(`${file}Ben,,1-800-FLOWERS,\nANNA,acme,205,\n`)
    expect((await look(id))?.weighed.faults).toMatchObject([{ line: 5, column: 'name', code: 'twice:2' }])
    expect((await look(id))?.upload).toMatchObject({
      faultCount: 1,
      faults: [{ line: 4, column: 'work', code: 'not-dialable', value: '1-800-FLOWERS' }],
    })
    expect(await take(id)).toMatchObject({ refusal: 'faults' })
    expect(await count()).toBe(0)
  })

  test('is weighed again as it is taken in: what came in meanwhile is not doubled', async () => {
    const id = await upload(file)
    await added(act, { name: 'ANNA', company: 'acme', work: '999' })
    expect(await take(id)).toMatchObject({ ok: true })
    expect(await count()).toBe(2)
    const [anna] = await world.rows(`select name, work from contact where likeness like 'anna%'`)
    expect(anna).toEqual({ name: 'Anna', work: '204' })
  })

  test('is nobody’s but its sender’s, on its account, for a day', async () => {
    const id = await upload(file)
    const other = world.actor('owner@maple.example')
    await act(async ({ tx }) => {
      expect(await lookedAt(tx, { accountId: maple, personId: other.personId }, id)).toBeNull()
      const depot = world.account('maple-depot-west')
      expect(await lookedAt(tx, { accountId: depot, personId: world.actor(desk).personId }, id)).toBeNull()
    })
    await world.rows(`update csv_upload set created_at = created_at - interval '25 hours'`)
    expect(await look(id)).toBeNull()
    expect(await take(id)).toMatchObject({ refusal: 'not-found' })
  })

  test('of 10,000 rows is looked at and taken in within seconds, and changes nothing the second time', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) =>
        `Person ${n},Company ${n % 97},+1 514 55${String(n).padStart(5, '0')},(604) 555-${String(n).padStart(4, '0')},p${n}@x.example,G${n % 40}`,
    )
    const text = `name,company,work,mobile,email,groups\n${rows.join('\n')}`
    const began = performance.now()
    const id = await upload(text)
    expect(await take(id)).toMatchObject({ value: { changed: true } })
    const took = performance.now() - began
    expect(await count()).toBe(10_000)
    const again = await upload(text)
    expect((await look(again))?.weighed).toMatchObject({ added: [], changed: [], same: 10_000 })
    console.log(`10,000 contacts: read, weighed and taken in within ${Math.round(took)} ms`)
    // A second or two where nothing else is done; the tests share two cores.
    expect(took).toBeLessThan(30_000)
  })
})

describe('the phonebook as a file', () => {
  test('is safe in a spreadsheet, and read back it changes nothing', async () => {
    for (const name of ['=SUM(1)', '+Plus', '-Minus', '@At', 'Comma, "quoted"', 'Plain'])
      await added(act, { name, company: '＝wide', work: '+1 514 555 0101', note: 'x' })
    const removed = await added(act, { name: 'Gone' })
    await act(change => removeContact(change, removed))
    const text = await exported()
    const lines = text.split('\r\n')
    expect(lines[0]).toBe('\ufeff"Name","Company","Work","Mobile","Home","Email","Note","Groups","ID"')
    expect(lines).toHaveLength(8)
    for (const line of lines.slice(1, -1))
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+\-@＝]/)
    const id = await upload(text)
    expect((await look(id))?.upload.faults).toEqual([])
    expect((await look(id))?.weighed).toMatchObject({ added: [], changed: [], same: 6 })
  })

  test('is taken in again without a change, whoever is called alike in it', async () => {
    const group = await act(change => addGroup(change, "'=Night"))
    if (!group.ok) throw new Error(group.refusal)
    const contact = fc.record({
      name: fc.constantFrom('Anna', 'ANNA', "'=Anna", "''-Ben", "O'Hara"),
      company: fc.constantFrom('', "'+Acme", 'Acme, "Ltd"'),
      work: fc.constantFrom('204', '+1 604 555 0123', '(604) 555-0123'),
      note: fc.constantFrom('', "'", '=1+1'),
    })
    const phonebook = fc.array(fc.tuple(contact, fc.boolean()), { minLength: 2, maxLength: 9 })
    for (const contacts of fc.sample(phonebook, { numRuns: 12, seed: 20_261_130 })) {
      await world.rows('delete from contact')
      for (const [one, isIn] of contacts) await added(act, one, isIn ? [group.value.groupId] : [])
      const text = await exported()
      const id = await upload(text)
      expect((await look(id))?.upload.faults).toEqual([])
      expect((await look(id))?.weighed).toMatchObject({
        added: [],
        changed: [],
        joins: [],
        newGroups: [],
        faults: [],
        same: contacts.length,
      })
      await world.rows('delete from contact')
      expect(await take(id)).toMatchObject({ value: { changed: true } })
      expect(await count()).toBe(contacts.length)
    }
  })

  test('holds what is looked for, and ends where access does', async () => {
    await added(act, { name: 'Anna' })
    await added(act, { name: 'Ben' })
    expect(await exported('anna')).toContain('Anna')
    expect(await exported('anna')).not.toContain('Ben')
    await world.rows(
      `update membership set modules = '{}' where account_id = $1 and 'phonebook' = any(modules)`,
      [maple],
    )
    expect(await exported()).toBe('\ufeff"over"\r\n')
    await world.rows(
      `update membership set modules = '{phonebook}' where account_id = $1 and kind = 'portal-user'`,
      [maple],
    )
  })
})
