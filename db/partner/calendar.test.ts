import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarText } from '#lib/partner/calendar.ts'
import { randomText } from '#lib/sign-in/flow.ts'
import { sendRequest } from '../access-request/ask.ts'
import { approveRequest } from '../access-request/decide.ts'
import { reading } from '../client.ts'
import { changeGrant } from '../grant/change.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { calendarFeed, calendarOf, endCalendar, makeCalendar } from './calendar.ts'
import { closePartner } from './close.ts'
import { customersOf } from './customers.ts'
import { removeColleague } from './staff-change.ts'

const [tech, admin, firm] = ['tech@brightline.example', 'admin@brightline.example', 'brightline-it']
const owner = 'owner@harbour-dental.example'
let world: World
let made: NewAccount
let token: string

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.rows('delete from calendar_feed')
  made = await world.newAccount()
  token = randomText()
  await world.asPartner(tech, firm, change => makeCalendar(change, token))
})

const brandOf = async (email: string) =>
  (await world.rows<{ id: string }>('select home_brand_id as id from person where email = $1', [email]))[0]
    ?.id ?? ''

async function read(of = token, at = tech, provider = 'northwind') {
  const brand = await brandOf(at)
  return reading(
    { role: 'app', providerId: world.provider(provider) },
    tx => calendarFeed(tx, brand, of),
    world.pool,
  )
}

let whole: string
/** What the calendar of an administrator of the firm holds: they enter all that it has. */
const endsNow = async () => (await read(whole, admin))?.ends ?? []
const endOn = async (account: string) => (await endsNow()).find(one => one.account === account) ?? null

async function given(hours: number): Promise<string> {
  const scope = { name: 'services', pages: [] } as const
  const asking = {
    account: { slug: made.slug },
    reason: 'x',
    ticket: '',
    scope,
    duration: { kind: 'hours', hours } as const,
    startsAt: null,
  }
  const sent = await world.asPartner(admin, firm, change => sendRequest(change, asking))
  if (sent === 'not-found' || !sent.ok) throw new Error('not sent')
  await world.onAccount(owner, made.id, 'partners.decide', change =>
    approveRequest(change, sent.value.requestId, { scope, duration: asking.duration }),
  )
  const [grant] = await world.rows<{ id: string }>('select id from access_grant where request_id = $1', [
    sent.value.requestId,
  ])
  return grant?.id ?? ''
}

const nameOf = async () =>
  (await world.rows<{ name: string }>('select name from account where id = $1', [made.id]))[0]?.name ?? ''

describe('what a calendar reads', () => {
  beforeEach(async () => {
    whole = randomText()
    await world.asPartner(admin, firm, change => makeCalendar(change, whole))
  })

  test('to a technician is what they are assigned, as far and as long as they are', async () => {
    const grantId = await given(48)
    const account = await nameOf()
    const theirs = async () => (await read())?.ends.find(one => one.account === account) ?? null
    expect(await theirs()).toBeNull()
    const [row] = await world.rows<{ id: string }>(
      `insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, scope, scope_pages, ends_at, assigned_by)
        select g.provider_id, g.account_id, g.id, g.partner_id, s.id, 'chosen', '{services}', now() + interval '5 hours', g.approved_by
        from access_grant g join partner_staff s on s.partner_id = g.partner_id join person p on p.id = s.person_id
        where g.id = $1 and p.email = $2 returning id`,
      [grantId, tech],
    )
    const part = { name: 'chosen', pages: ['services'] }
    const [mine, all] = [await theirs(), await endOn(account)]
    expect([mine?.part, all?.part]).toEqual([part, null])
    expect((mine?.endsAt ?? new Date(0)).getTime()).toBeLessThan(Date.now() + 6 * 3_600_000)
    expect((all?.endsAt ?? new Date(0)).getTime()).toBeGreaterThan(Date.now() + 47 * 3_600_000)
    expect(mine?.version).toBeGreaterThan(all?.version ?? 99)
    await world.rows('update assignment set ended_at = now() where id = $1', [row?.id])
    expect(await theirs()).toBeNull()
  })

  test('is what the reader sees at the desk of ends to come, in their language', async () => {
    await given(24)
    const listed = await world.asPartner(admin, firm, async ({ tx, partner }) => {
      const ids: string[] = []
      let after: string | undefined
      do {
        const page = await customersOf(tx, partner, { filter: 'all', after })
        ids.push(
          ...page.customers.flatMap(one => one.live.filter(grant => grant.endsAt).map(grant => grant.id)),
        )
        after = page.next ?? undefined
      } while (after)
      return [...new Set(ids)].sort()
    })
    expect((await endsNow()).map(one => one.grantId).sort()).toEqual(listed)
    expect(listed).not.toEqual([])
    expect(await read(whole, admin)).toMatchObject({
      partner: { slug: firm, name: 'Brightline IT' },
      language: 'en',
    })
  })

  test('leaves out what was revoked with the next look, and keeps what is suspended', async () => {
    const grantId = await given(24)
    const account = await nameOf()
    expect(await endOn(account)).toMatchObject({ grantId, suspended: false, scope: { name: 'services' } })
    const act = (by: 'suspend' | 'revoke') =>
      world.onAccount(owner, made.id, 'partners.decide', change =>
        changeGrant(change, { grantId, accountId: made.id }, by, 'account'),
      )
    await act('suspend')
    expect(await endOn(account)).toMatchObject({ suspended: true })
    await act('revoke')
    expect(await endOn(account)).toBeNull()
  })

  test('leaves out what only the clock has ended', async () => {
    const grantId = await given(24)
    await world.rows(`update access_grant set ends_at = now() - interval '1 second' where id = $1`, [grantId])
    expect(await endOn(await nameOf())).toBeNull()
  })

  test('moves an end under the same name, with a higher number', async () => {
    const grantId = await given(24)
    const before = await endOn(await nameOf())
    await world.rows(
      `update access_grant set ends_at = ends_at + interval '1 day', version = version + 1, end_moved_at = now() where id = $1`,
      [grantId],
    )
    const after = await endOn(await nameOf())
    expect(after?.grantId).toBe(before?.grantId)
    expect(after?.version).toBeGreaterThan(before?.version ?? 99)
    expect(Number(after?.movedAt)).toBeGreaterThan(Number(before?.movedAt))
  })

  test('never holds another firm’s access, or another provider’s', async () => {
    await given(24)
    const theirs = randomText()
    await world.asPartner('admin@cedar.example', 'cedar-consulting', change => makeCalendar(change, theirs))
    const feed = await read(theirs, 'admin@cedar.example')
    expect(feed?.partner.slug).toBe('cedar-consulting')
    expect(feed?.ends.map(one => one.account)).not.toContain(await nameOf())
  })

  test('stays one line whatever an account came to be called', async () => {
    await given(24)
    await world.rows('update account set name = $2 where id = $1', [made.id, 'A\r\nBEGIN:VALARM; b, é'])
    const ends = await endsNow()
    const text = calendarText({
      brand: 'Northwind',
      firm,
      ends,
      language: 'en',
      desk: 'https://portal.example',
    })
    expect(text).toContain('SUMMARY:Access ends: A BEGIN:VALARM\\; b\\, é')
    expect(text).not.toMatch(/^BEGIN:VALARM/m)
  })
})

describe('a token counts for nothing', () => {
  const place = async (email: string) =>
    (
      await world.rows<{ id: string }>(
        'select s.id from partner_staff s join person p on p.id = s.person_id where p.email = $1',
        [email],
      )
    )[0]?.id ?? ''

  test('where it is unknown, or was never one', async () => {
    for (const of of [randomText(), '', token.slice(1), '__proto__']) expect(await read(of)).toBeNull()
  })

  test('once it is replaced, or switched off', async () => {
    const next = randomText()
    await world.asPartner(tech, firm, change => makeCalendar(change, next))
    expect([await read(), (await read(next))?.partner.slug]).toEqual([null, firm])
    await world.asPartner(tech, firm, endCalendar)
    expect(await read(next)).toBeNull()
    expect(await world.asPartner(tech, firm, ({ tx, partner }) => calendarOf(tx, partner))).toBeNull()
  })

  test('on another branding domain, of the same provider or another', async () => {
    expect(await read(token, 'proprio@erable.example')).toBeNull()
    expect(await read(token, 'owner@bakery.example', 'southern')).toBeNull()
    expect(await read(token, tech, 'southern')).toBeNull()
  })

  test('while its person is shut out of everything', async () => {
    await world.rows('update person set disabled_at = now() where email = $1', [tech])
    expect(await read()).toBeNull()
    await world.rows('update person set disabled_at = null where email = $1', [tech])
    expect(await read()).not.toBeNull()
  })

  test('once its person is removed, and nothing of it is kept', async () => {
    const removed = await place(tech)
    await world.asPartner(admin, firm, change => removeColleague(change, removed))
    expect(await read()).toBeNull()
    expect(await world.rows('select 1 from calendar_feed')).toEqual([])
    await world.rows('update partner_staff set removed_at = null where id = $1', [removed])
  })

  test('once the firm is closed, whatever stands in the table', async () => {
    const theirs = randomText()
    await world.asPartner('admin@cedar.example', 'cedar-consulting', change => makeCalendar(change, theirs))
    const [row] = await world.rows<Record<string, string>>(
      `select provider_id, partner_id, staff_id, token_hash from calendar_feed where partner_id = $1`,
      [world.partner('cedar-consulting')],
    )
    await world.asProvider('platform@northwind.example', change =>
      closePartner(change, world.partner('cedar-consulting'), 'Gone.'),
    )
    await world.rows(
      'insert into calendar_feed (provider_id, partner_id, staff_id, token_hash) values ($1, $2, $3, $4)',
      Object.values(row ?? {}),
    )
    await world.rows('update partner_staff set removed_at = null where id = $1', [row?.staff_id])
    expect(await read(theirs, 'admin@cedar.example')).toBeNull()
  })
})

test('the firm’s history tells who made, replaced and switched it off, each once, and never the token', async () => {
  const before = await world.rows('select 1 from event')
  await world.asPartner(tech, firm, change => makeCalendar(change, token))
  expect(await world.rows('select 1 from event')).toHaveLength(before.length)
  const next = randomText()
  // The same form, pressed twice at once.
  await Promise.all([1, 2].map(() => world.asPartner(tech, firm, change => makeCalendar(change, next))))
  await Promise.all([1, 2].map(() => world.asPartner(tech, firm, endCalendar)))
  const events = await world.rows<{ action: string; all: string; account: string | null }>(
    `select action, event::text as all, account_id as account from event where action like 'calendar.%' order by id desc limit 3`,
  )
  expect(events.map(one => one.action)).toEqual(['calendar.ended', 'calendar.replaced', 'calendar.made'])
  expect(events.every(one => one.account === null)).toBe(true)
  expect(events.some(one => one.all.includes(next) || one.all.includes(token))).toBe(false)
})

test('only the hash of a token is kept', async () => {
  const [row] = await world.rows<{ all: string }>('select calendar_feed::text as all from calendar_feed')
  expect(row?.all).toMatch(/[0-9a-f]{64}/)
  expect(row?.all).not.toContain(token)
})
