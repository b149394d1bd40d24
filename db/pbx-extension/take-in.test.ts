import { afterAll, expect, test } from 'vitest'
import type { Language } from '#lib/language.ts'
import { readExtensions } from '#lib/pbx-extension/file.ts'
import { writing } from '../client.ts'
import { keepUpload } from '../csv/upload.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession } from '../sign-in/session.ts'
import { extensionsCsv } from './export.ts'
import { lookedAt, takeInExtensions } from './take-in.ts'
import { added, admin, inAdmin } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
const act = inAdmin(world)
const harbour = world.account('harbour-dental')

const upload = (text: string) => act(change => keepUpload(change, 'admin', readExtensions(Buffer.from(text))))
const look = (id: string) =>
  act(({ tx, actor, account }) => lookedAt(tx, { accountId: account.id, personId: actor.personId }, id))
const take = (id: string) => act(change => takeInExtensions(change, id))
const count = async () =>
  (await world.rows<{ n: number }>('select count(*)::int as n from pbx_extension where ended_at is null'))[0]
    ?.n

/** All extensions as a file; the demo's person needs a session for it. */
async function exported(language: Language, search = ''): Promise<string> {
  const person = world.actor(admin)
  const [brand] = await world.rows<{ id: string }>(
    `select id from branding_domain where host = 'northwind.localhost'`,
  )
  const place = { providerId: person.providerId, brandingDomainId: brand?.id ?? '' }
  await writing(
    { role: 'app', providerId: person.providerId },
    tx => beginSession(tx, place, person.personId, { address: '', userAgent: '' }),
    world.pool,
  )
  const [session] = await world.rows<{ id: string }>(
    'select id from session where person_id = $1 order by created_at desc limit 1',
    [person.personId],
  )
  const parts: Buffer[] = []
  const asked = { accountId: harbour, search, only: null, profile: null, language, ended: 'over' }
  const actor = { ...person, sessionId: session?.id ?? '' }
  for await (const part of extensionsCsv({ ...asked, actor, size: 3, pool: world.pool }))
    parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

test('a file is looked at without effect, and taken in once, also of two who do it at once', async () => {
  const before = await count()
  const id = await upload('number,name,busy,busyTo\n301,A,extension,302\n302,B,nothing,\n')
  expect((await look(id))?.weighed).toMatchObject({ added: { length: 2 }, faults: [] })
  expect(await count()).toBe(before)
  const twice = await Promise.all([take(id), take(id)])
  expect(twice.map(one => one.ok).sort()).toEqual([false, true])
  expect(twice.find(one => !one.ok)).toMatchObject({ refusal: 'taken' })
  expect(await count()).toBe((before ?? 0) + 2)
  const [event] = await world.rows(
    `select action, data from event where account_id = $1 order by id desc limit 1`,
    [harbour],
  )
  expect(event).toMatchObject({
    action: 'pbx-extensions.imported',
    data: { counts: { added: 2, changed: 0, same: 0 } },
  })
})

test('two people change places by one file', async () => {
  const swap = await upload(
    'number,member\n201,jun@harbour-dental.example\n202,ines@harbour-dental.example\n',
  )
  expect(await take(swap)).toMatchObject({ value: { changed: true } })
  const rows = await world.rows<{ email: string }>(
    `select p.email from pbx_extension x join membership m on m.id = x.membership_id join person p on p.id = m.person_id
      where x.number in ('201', '202') and x.account_id = $1 order by x.number`,
    [harbour],
  )
  expect(rows.map(row => row.email)).toEqual(['jun@harbour-dental.example', 'ines@harbour-dental.example'])
})

test('what was right when it was looked at is weighed again when it is taken in', async () => {
  const id = await upload('number,name,busy,busyTo\n311,A,extension,312\n')
  expect((await look(id))?.weighed.faults).toMatchObject([
    { column: 'busyTo', code: 'no-such-extension:312' },
  ])
  const target = await added(act, { number: '312' })
  expect((await look(id))?.weighed.faults).toEqual([])
  await world.rows('update pbx_extension set ended_at = now() where id = $1', [target])
  expect(await take(id)).toMatchObject({ refusal: 'faults' })
})

test('the file of all goes round unchanged in either language, whatever names begin with, and holds no PIN', async () => {
  await added(act, { number: '0801', name: '=HYPERLINK("x")' })
  await world.rows(`update pbx_extension set pin_key = 'key', pin_mark = 'mark' where number = '0801'`)
  for (const language of ['en', 'fr'] as const) {
    const text = await exported(language)
    expect(text).toContain(`'=HYPERLINK`)
    expect(text).toContain(`'0801`)
    expect(text).not.toMatch(/mark|\bkey\b/)
    const { rows, faults } = readExtensions(Buffer.from(text))
    expect(faults).toEqual([])
    const weighed = (await look(await upload(text)))?.weighed
    expect(weighed).toMatchObject({ added: [], changed: [], faults: [], same: rows.length })
  }
  expect((await exported('en', 'hyperlink')).trim().split('\r\n')).toHaveLength(2)
})

test('a file is its sender’s alone', async () => {
  const id = await upload('number,name\n321,A\n')
  const other = await act(({ tx, account }) =>
    lookedAt(
      tx,
      { accountId: account.id, personId: world.actor('owner@harbour-dental.example').personId },
      id,
    ),
  )
  expect(other).toBeNull()
})
