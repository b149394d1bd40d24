import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Giving } from '#lib/access/giving.ts'
import { sendRequest } from '../access-request/ask.ts'
import { approveRequest } from '../access-request/decide.ts'
import { reading } from '../client.ts'
import { askForMore } from '../extension/ask.ts'
import { acceptInvitation } from '../invitation/answer.ts'
import { sendInvitation } from '../invitation/invite.ts'
import { accountsDecidedBy, sharedFirm } from '../invitation/share.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { blockableFirm, blockPartner, unblockPartner } from './block.ts'
import { customerOf } from './customers.ts'
import { historyOfPartner } from './history.ts'
import { handlesOf, replaceShareCode } from './replace-share.ts'
import { partnerOf } from './staff.ts'

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const cedar = 'admin@cedar.example'
const tech = 'tech@brightline.example'
const day: Giving = { scope: { name: 'services', pages: [] }, duration: { kind: 'hours', hours: 24 } }

let world: World
let made: NewAccount

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  made = await world.newAccount()
})

const decides = <T>(work: Parameters<typeof world.onAccount<T>>[3], by = owner) =>
  world.onAccount(by, made.id, 'partners.decide', work)
const block = (firm: string, more: { by?: string; revoke?: boolean; reason?: string } = {}) =>
  decides(
    change => blockPartner(change, firm, { reason: more.reason ?? '', revoke: more.revoke ?? false }),
    more.by,
  )
const unblock = (firm: string) => decides(change => unblockPartner(change, firm))
const ask = () =>
  world.asPartner(tech, 'brightline-it', change =>
    sendRequest(change, {
      ...day,
      account: { slug: made.slug },
      reason: 'The phones ring twice.',
      ticket: '',
      startsAt: null,
    }),
  )

async function invite(code: string): Promise<string> {
  const sent = await decides(change => sendInvitation(change, { ...day, firm: { partnerCode: code } }))
  if (sent === 'not-found' || !sent.ok) throw new Error(JSON.stringify(sent))
  return sent.value.invitationId
}

describe('blocking a firm', () => {
  test('tells the firm that it was blocked and not why, which is the account’s own', async () => {
    await block('brightline-it', { reason: 'They call every week.' })
    const told = (search: string) =>
      world.asPartner(tech, 'brightline-it', async ({ tx, partner }) => {
        const { events } = await historyOfPartner(tx, partner, { search, before: undefined })
        return events
          .filter(one => one.accountSlug === made.slug && one.action === 'partner.blocked')
          .map(one => one.reason)
      })
    expect(await told('')).toEqual([''])
    expect(await told('every week')).toEqual([])
    const kept = await world.rows(
      `select reason from event where account_id = $1 and action = 'partner.blocked'`,
      [made.id],
    )
    expect(kept).toEqual([{ reason: 'They call every week.' }])
  })

  test('declines what it asked, keeps what it has, and is told to whoever asks next', async () => {
    const asked = await ask()
    const request = asked !== 'not-found' && asked.ok ? asked.value.requestId : ''
    expect(await block('brightline-it', { reason: 'They call every week.' })).toMatchObject({ ok: true })
    const [row] = await world.rows('select state, end_reason from access_request where id = $1', [request])
    expect(row).toEqual({ state: 'declined', end_reason: 'They call every week.' })
    const events = await world.rows<{ action: string }>(
      'select action from event where account_id = $1 order by id',
      [made.id],
    )
    expect(events.map(one => one.action)).toEqual([
      'access-request.sent',
      'partner.blocked',
      'access-request.declined',
    ])
    await world.rows(`update access_request set decided_at = decided_at - interval '2 days' where id = $1`, [
      request,
    ])
    const letters = () => world.rows('select 1 from letter where account_id = $1', [made.id])
    const before = (await letters()).length
    expect(await ask()).toMatchObject({ refusal: 'blocked' })
    expect(await letters()).toHaveLength(before)
    expect(await unblock('brightline-it')).toMatchObject({ ok: true })
    expect(await ask()).toMatchObject({ ok: true })
  })

  test('cancels an open invitation; access stays unless it is revoked as well', async () => {
    const accepted = await invite('CDR-7310')
    await world.asPartner(cedar, 'cedar-consulting', change => acceptInvitation(change, accepted))
    const open = await invite('CDR-7310')
    await block('cedar-consulting')
    const [row] = await world.rows('select state from partner_invitation where id = $1', [open])
    expect(row).toEqual({ state: 'cancelled' })
    expect((await world.sight(cedar, made.id))?.authority.capabilities.has('services.update')).toBe(true)
    expect(
      await decides(change => sendInvitation(change, { ...day, firm: { partnerCode: 'CDR-7310' } })),
    ).toMatchObject({
      refusal: 'blocked',
      met: { name: 'Cedar Consulting', slug: 'cedar-consulting' },
    })
    await unblock('cedar-consulting')
    await block('cedar-consulting', { revoke: true })
    expect(await world.sight(cedar, made.id)).toBeNull()
  })

  test('happens once, also by two at once; the later is told by whom', async () => {
    const both = await Promise.all([block('brightline-it'), block('brightline-it', { by: manager })])
    expect(both.map(one => one !== 'not-found' && one.ok).sort()).toEqual([false, true])
    const late = both.find(one => one !== 'not-found' && !one.ok)
    expect(late).toMatchObject({ refusal: 'already-blocked', seen: { state: 'blocked' } })
    await unblock('brightline-it')
    expect(await unblock('brightline-it')).toMatchObject({ refusal: 'not-blocked' })
    // Blocked again is a new row; the old one is not touched.
    await block('brightline-it')
    const rows = await world.rows(
      'select ended_at is null as open from partner_block where account_id = $1',
      [made.id],
    )
    expect(rows).toHaveLength(2)
  })

  test('only firms with which the account has to do: others are not found by trying their names', async () => {
    expect(await block('cedar-consulting')).toMatchObject({ refusal: 'not-found' })
    expect(await block('outback-networks')).toMatchObject({ refusal: 'not-found' })
    const wall = { role: 'app', providerId: world.actor(owner).providerId } as const
    const firm = await reading(wall, tx => blockableFirm(tx, made.id, 'brightline-it'), world.pool)
    expect(firm).toMatchObject({ name: 'Brightline IT', blockedAt: null, grants: 0 })
  })

  test('declines the time that it asked for, and lets it ask for no more', async () => {
    const asked = await ask()
    const request = asked !== 'not-found' && asked.ok ? asked.value.requestId : ''
    await decides(change => approveRequest(change, request, day))
    const [granted] = await world.rows<{ id: string }>('select id from access_grant where request_id = $1', [
      request,
    ])
    const grant = granted?.id ?? ''
    const askMore = () =>
      world.asPartner(tech, 'brightline-it', change =>
        askForMore(change, {
          grantId: grant,
          extra: { kind: 'hours', hours: 24 },
          reason: 'We are not done.',
          shownEnd: null,
        }),
      )
    expect(await askMore()).toMatchObject({ ok: true })
    expect(await block('brightline-it')).toMatchObject({ ok: true })
    const states = await world.rows('select state from grant_extension where grant_id = $1', [grant])
    expect(states).toEqual([{ state: 'declined' }])
    const letters = () =>
      world.rows(`select 1 from letter where kind = 'extension-asked' and account_id = $1`, [made.id])
    const before = await letters()
    expect(await askMore()).toMatchObject({ refusal: 'blocked' })
    expect(await letters()).toEqual(before)
  })

  test('the firm’s own list of customers says so', async () => {
    await block('brightline-it')
    const wall = { role: 'app', providerId: world.actor(tech).providerId } as const
    const customer = await reading(
      wall,
      async tx => {
        const partner = await partnerOf(tx, world.actor(tech), { slug: 'brightline-it' })
        return partner && customerOf(tx, partner, made.slug)
      },
      world.pool,
    )
    expect(customer).toMatchObject({ blocked: true, served: true })
  })
})

describe('the share URL', () => {
  const replace = (shown: string) =>
    world.asPartner(cedar, 'cedar-consulting', change => replaceShareCode(change, shown))
  const wall = () => ({ role: 'app', providerId: world.actor(cedar).providerId }) as const
  const found = (code: string) =>
    reading(wall(), tx => sharedFirm(tx, world.actor(cedar).providerId, code), world.pool)

  test('is replaced once by two at once; the old one finds nothing, codes stand in no history', async () => {
    const id = world.partner('cedar-consulting')
    const both = await Promise.all([replace('share-cedar'), replace('share-cedar')])
    expect(both.map(one => one !== 'not-found' && one.ok).sort()).toEqual([false, true])
    expect(both).toContainEqual({
      ok: false,
      refusal: 'replaced',
      seen: { state: 'replaced', by: 'Cecilia Park' },
    })
    const handles = await reading(wall(), tx => handlesOf(tx, { id }), world.pool)
    expect(handles.replaced?.by).toBe('Cecilia Park')
    expect(await found('share-cedar')).toBeNull()
    expect(await found(handles.shareCode)).toMatchObject({
      name: 'Cedar Consulting',
      partnerCode: 'CDR-7310',
    })
    expect(await found('share-outback')).toBeNull()
    const told = await world.rows<{ data: string }>(
      `select data::text from event where action = 'partner.share-code-replaced'`,
    )
    expect(told).toEqual([{ data: '{"partner": "Cedar Consulting"}' }])
  })

  test('accounts to choose among are those on which the reader may decide, whoever gives the right', async () => {
    const of = (email: string, search = '') =>
      reading(wall(), tx => accountsDecidedBy(tx, world.actor(email).personId, search), world.pool)
    const { accounts, more } = await of(owner, 'harbour')
    expect({ accounts, more }).toEqual({
      accounts: [{ slug: 'harbour-dental', name: 'Harbour Dental' }],
      more: false,
    })
    expect((await of('contributor@maple.example')).accounts.map(one => one.slug)).toEqual([
      'maple-depot-west',
    ])
    for (const email of ['desk@harbour-dental.example', cedar, 'platform@northwind.example'])
      expect((await of(email)).accounts).toEqual([])
  })
})
