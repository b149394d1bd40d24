import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/actor.ts'
import { parseHistoryFilter } from '#lib/history/filter.ts'
import { writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession } from '../sign-in/session.ts'
import { type Export, historyCsv } from './export.ts'

const world = await newWorld()
afterAll(() => world.close())

const harbour = world.account('harbour-dental')
const maple = world.account('maple-logistics')
let owner: Actor
let tech: Actor

/** The person with a session that lives. */
async function signedIn(email: string): Promise<Actor> {
  const actor = world.actor(email)
  const { providerId, personId } = actor
  const home = await world.rows<{ id: string }>('select home_brand_id as id from person where id = $1', [
    personId,
  ])
  const place = { providerId, brandingDomainId: home[0]?.id ?? '' }
  const from = { address: '192.0.2.7', userAgent: 'test' }
  await writing({ role: 'app', providerId }, tx => beginSession(tx, place, personId, from), world.pool)
  const made = await world.rows<{ id: string }>(
    'select id from session where person_id = $1 order by created_at desc limit 1',
    [personId],
  )
  return { ...actor, sessionId: made[0]?.id ?? '' }
}

beforeAll(async () => {
  owner = await signedIn('owner@harbour-dental.example')
  tech = await signedIn('tech@brightline.example')
})

function exported(actor: Actor, more: Partial<Export> = {}) {
  const filter = parseHistoryFilter({})
  const asked = { actor, accountId: harbour, filter, language: 'en' as const, zone: 'America/Vancouver' }
  return historyCsv({ ...asked, pool: world.pool, ...more })
}

async function textOf(file: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of file) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

const rowsOf = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][]

async function wrote(account: string, count: number, more: Readonly<Record<string, unknown>> = {}) {
  await world.rows(
    `insert into event (provider_id, account_id, at, actor_name, actor_firm, actor_kind, action, reason, address, data)
      select provider_id, id, '2026-07-01T12:00:00Z', $3, '', 'account', $4, $5, '203.0.113.9', $6
      from account, generate_series(1, $2) where id = $1`,
    [
      account,
      count,
      more.name ?? 'Harriet',
      more.action ?? 'service.updated',
      more.reason ?? '',
      more.data ?? {},
    ],
  )
}

describe('the file', () => {
  test('begins with a byte order mark and a heading in the reader’s language, and ends its lines with CR LF', async () => {
    const text = await textOf(exported(owner, { language: 'fr' }))
    expect(text.startsWith('\uFEFF"Date et heure (America/Vancouver)","Décalage UTC","Qui"')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const rows = rowsOf(text)
    expect(new Set(rows.map(row => row.length))).toEqual(new Set([17]))
    expect(rows.slice(1).map(row => row[5])).toEqual([
      'Accès demandé',
      'Accès expiré',
      'Accès accordé',
      'Demande approuvée',
      'Accès demandé',
    ])
    // What happens by the clock is the portal's doing, in the reader's words, and no name of a product.
    expect(rows.find(row => row[5] === 'Accès expiré')?.[2]).toBe('Le portail lui-même')
    expect(text).not.toContain('Latchkey')
  })

  test('has words for a relationship’s states, and nothing at all in an empty cell', async () => {
    await world.rows(
      `insert into event (provider_id, account_id, at, actor_name, actor_firm, actor_kind, action, reason, address, from_state, to_state)
        select provider_id, id, '2026-07-01T12:00:00Z', 'Paula', '', 'provider', 'relationship.ended', '', '', 'active', 'ended' from account where id = $1`,
      [harbour],
    )
    for (const [language, from, to] of [
      ['en', 'Running', 'Ended'],
      ['fr', 'En cours', 'Terminée'],
    ] as const) {
      const text = await textOf(exported(owner, { language }))
      expect(rowsOf(text)[1]?.slice(14, 16)).toEqual([from, to])
      expect(text).not.toMatch(/(^|,)""(,|\r)/m)
    }
  })

  test('says of an access that it reaches the client accounts', async () => {
    await wrote(harbour, 1, { action: 'grant.created', data: { scope: 'services', clients: true } })
    for (const [language, said] of [
      ['en', 'Services support, also on its client accounts'],
      ['fr', 'Soutien des services, y compris sur ses comptes clients'],
    ] as const)
      expect(rowsOf(await textOf(exported(owner, { language })))[1]?.[8]).toBe(said)
  })

  test('puts words for codes, and says when with the zone’s offset', async () => {
    const data = {
      scope: 'chosen',
      pages: ['sms', 'activity'],
      duration: '24h',
      ticket: 'T-1',
      partner: 'Brightline IT',
      what: '+1 604 555 0123',
      changes: { enabled: ['on', 'off'] },
    }
    await wrote(harbour, 1, { data })
    const row = rowsOf(await textOf(exported(owner)))[1]
    expect(row?.slice(0, 6)).toEqual([
      '2026-07-01 05:00:00',
      '-07',
      'Harriet',
      '',
      'Account',
      'Service changed',
    ])
    expect(row?.slice(6, 13)).toEqual([
      'Brightline IT',
      "'+1 604 555 0123",
      'Chosen modules and pages: SMS, Activity',
      '24 h',
      '',
      'T-1',
      'In use: yes → no',
    ])
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\r=1', "'\r=1"],
    ['＝1+1', "'＝1+1"],
    ['a "quoted", text', 'a "quoted", text'],
    ['two\nlines', 'two\nlines'],
    ['\\.', '\\.'],
    ['', ''],
    ['Élise', 'Élise'],
  ])('holds %j as %j in every cell that somebody can fill', async (typed, cell) => {
    await wrote(harbour, 1, {
      name: typed,
      reason: typed,
      data: { ticket: typed, partner: typed, what: typed },
    })
    const row = rowsOf(await textOf(exported(owner)))[1]
    for (const at of [2, 6, 7, 11, 13]) expect(row?.[at]).toBe(cell)
  })

  test('holds the same in batches of any size, each event once, the newest first', async () => {
    const whole = await textOf(exported(owner))
    for (const size of [1, 3, 7]) expect(await textOf(exported(owner, { size }))).toBe(whole)
  })

  test('a zone that the database does not know becomes UTC', async () => {
    const text = await textOf(exported(owner, { zone: 'Mars/Olympus' }))
    expect(text).toContain('"When (UTC)"')
    expect(rowsOf(text).length).toBeGreaterThan(5)
  })

  test('a text that looks like a parameter or ends a quote stays a text', async () => {
    const filter = parseHistoryFilter({ q: `'; drop table event; -- $1 $14 \\` })
    expect(rowsOf(await textOf(exported(owner, { filter })))).toHaveLength(1)
  })

  test('what happens meanwhile is left out', async () => {
    const file = exported(owner, { size: 2 })
    const before = rowsOf(await textOf(exported(owner))).length
    await file.next()
    await file.next()
    await wrote(harbour, 5)
    let lines = 1 + 2
    for await (const part of file) lines += rowsOf(Buffer.from(part).toString('utf8')).length
    expect(lines).toBe(before)
  })
})

describe('access to it', () => {
  const told = 'Your access ended while this file was being written'

  test('whoever may not see the page gets no row', async () => {
    for (const email of ['desk@harbour-dental.example', 'owner@maple.example', 'admin@cedar.example']) {
      const text = await textOf(exported(await signedIn(email)))
      expect(rowsOf(text)).toHaveLength(1)
      expect(text).toContain(told)
    }
  })

  test('a partner’s file has no addresses and no other firm', async () => {
    await world.rows(`update access_grant set scope = 'read-only' where account_id = $1`, [maple])
    await wrote(maple, 1)
    const rows = rowsOf(await textOf(exported(tech, { accountId: maple })))
    expect(new Set(rows.map(row => row.length))).toEqual(new Set([16]))
    expect(rows.flat().join()).not.toContain('203.0.113.9')
    expect(rows).toHaveLength(5)
  })

  test('a grant that is revoked in mid-download ends the file', async () => {
    const file = exported(tech, { accountId: maple, size: 1 })
    await file.next()
    await file.next()
    await world.rows(`update access_grant set state = 'revoked', ended_at = now() where account_id = $1`, [
      maple,
    ])
    const rest = await textOf(file)
    expect(rowsOf(rest)).toHaveLength(1)
    expect(rest).toContain(told)
  })

  test.each([
    ['signing out', 'delete from session where id = $1'],
    [
      'a session left unused for too long',
      `update session set last_seen_at = last_seen_at - interval '9 hours' where id = $1`,
    ],
    ['a session whose life is over', 'update session set expires_at = clock_timestamp() where id = $1'],
  ])('%s in mid-download ends the file', async (_, lose) => {
    const again = await signedIn('owner@harbour-dental.example')
    const file = exported(again, { size: 1 })
    await file.next()
    await file.next()
    await world.rows(lose, [again.sessionId])
    const rest = await textOf(file)
    expect(rowsOf(rest)).toHaveLength(1)
    expect(rest).toContain(told)
  })

  test('a reader who goes away asks nothing more of the database', async () => {
    const again = await signedIn('owner@harbour-dental.example')
    const file = exported(again, { size: 1 })
    await file.next()
    await file.return()
    expect(await file.next()).toEqual({ done: true, value: undefined })
    expect(world.pool.totalCount - world.pool.idleCount).toBe(0)
  })
})
