import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Giving } from '#lib/access/giving.ts'
import { sendRequest } from '../access-request/ask.ts'
import { closeAccount } from '../account/close.ts'
import { closePartner } from '../partner/close.ts'
import { endRelationship } from '../partner/relationship.ts'
import { renamePartner } from '../partner/rename.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { sweep } from '../sweep/sweep.ts'
import { acceptInvitation, cancelInvitation, declineInvitation } from './answer.ts'
import { type InvitedFirm, sendInvitation } from './invite.ts'

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const cedar = 'admin@cedar.example'
const brightline = 'admin@brightline.example'
const tech = 'tech@brightline.example'
const platform = 'platform@northwind.example'

let world: World
let made: NewAccount

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  made = await world.newAccount()
})

const day: Giving = { scope: { name: 'services', pages: [] }, duration: { kind: 'hours', hours: 24 } }

function invite(firm: InvitedFirm | string = 'CDR-7310', by = owner, giving: Giving = day) {
  const named = typeof firm === 'string' ? { partnerCode: firm } : firm
  return world.onAccount(by, made.id, 'partners.decide', change =>
    sendInvitation(change, { ...giving, firm: named }),
  )
}

async function invited(
  firm: InvitedFirm | string = 'CDR-7310',
  by = owner,
  giving: Giving = day,
): Promise<string> {
  const sent = await invite(firm, by, giving)
  if (sent === 'not-found' || !sent.ok) throw new Error(JSON.stringify(sent))
  return sent.value.invitationId
}

const accept = (id: string, by = cedar, firm = 'cedar-consulting') =>
  world.asPartner(by, firm, change => acceptInvitation(change, id))
const decline = (id: string, reason = '') =>
  world.asPartner(cedar, 'cedar-consulting', change => declineInvitation(change, id, reason))
const cancel = (id: string, by = owner) =>
  world.onAccount(by, made.id, 'partners.decide', change => cancelInvitation(change, id))

async function lettersAbout(id: string): Promise<readonly string[]> {
  const rows = await world.rows<{ line: string }>(
    `select kind || ' ' || to_address as line from letter where subject_id = $1 order by created_at, line`,
    [id],
  )
  return rows.map(row => row.line)
}

const stateOf = async (id: string) =>
  (await world.rows<{ state: string }>('select state from partner_invitation where id = $1', [id]))[0]?.state

test('inviting opens nothing, is told in the history, and to each administrator of the firm', async () => {
  const id = await invited('BRT-4821')
  const events = await world.rows(
    'select action, actor_name, to_state, data from event where subject_id = $1',
    [id],
  )
  expect(events).toEqual([
    {
      action: 'partner-invitation.sent',
      actor_name: 'Harriet Osei',
      to_state: 'invited',
      data: { partner: 'Brightline IT', scope: 'services', pages: [], duration: '24h' },
    },
  ])
  // Technicians can't accept, so they are not written to.
  expect(await lettersAbout(id)).toEqual([`partner-invited ${brightline}`])
  expect(await world.sight(brightline, made.id)).toBeNull()
})

test('accepting makes the grant that the account chose; the clock starts there', async () => {
  const id = await invited()
  await world.rows(
    `update partner_invitation set created_at = created_at - interval '3 days' where id = $1`,
    [id],
  )
  const accepted = await accept(id)
  expect(accepted).toMatchObject({ ok: true })
  const [grant] = await world.rows(
    `select g.state, g.scope, g.duration, g.request_id, g.relationship_id, p.email as given_by, g.due_at is not null as due,
        abs(extract(epoch from g.ends_at - clock_timestamp()) - 86400) < 60 as a_day
      from access_grant g join person p on p.id = g.approved_by where g.invitation_id = $1`,
    [id],
  )
  expect(grant).toEqual({
    state: 'active',
    scope: 'services',
    duration: '24h',
    request_id: null,
    relationship_id: null,
    given_by: owner,
    due: true,
    a_day: true,
  })
  const sight = await world.sight(cedar, made.id)
  expect(sight?.authority.capabilities.has('services.update')).toBe(true)
  expect(sight?.authority.capabilities.has('partners.decide')).toBe(false)
  expect(await lettersAbout(id)).toEqual([
    `partner-invited ${cedar}`,
    `partner-invitation-accepted ${manager}`,
    `partner-invitation-accepted ${owner}`,
  ])
  const told = await world.rows<{ line: string }>(
    `select actor_kind || ' ' || actor_name || ' ' || action as line from event where account_id = $1 order by id`,
    [made.id],
  )
  expect(told.map(row => row.line)).toEqual([
    'account Harriet Osei partner-invitation.sent',
    'partner Cecilia Park partner-invitation.accepted',
    'partner Cecilia Park grant.taken-up',
  ])
})

test('under a channel relationship the grant hangs on it, and the invitation ends with it', async () => {
  const first = await invited('BRT-4821')
  await accept(first, brightline, 'brightline-it')
  const [grant] = await world.rows<{ relationship_id: string }>(
    'select relationship_id from access_grant where invitation_id = $1',
    [first],
  )
  expect(grant?.relationship_id).toBe(made.relationshipId)
  const second = await invited('BRT-4821')
  await world.asProvider(platform, change => endRelationship(change, made.relationshipId, 'Not renewed'))
  expect(await stateOf(second)).toBe('lapsed')
  expect(await accept(second, brightline, 'brightline-it')).toMatchObject({
    refusal: 'lapsed',
    seen: { state: 'lapsed', by: 'Nora Whitfield' },
  })
  // A relationship is not needed: invited again, it comes in without one.
  expect(await accept(await invited('BRT-4821'), brightline, 'brightline-it')).toMatchObject({ ok: true })
})

describe('who is meant', () => {
  test.each(['XXX-0000', 'OBN-1177'])('%s leads nowhere, like every other', async code => {
    expect(await invite(code)).toEqual({ ok: false, refusal: 'unknown-partner' })
  })

  test('a closed firm leads nowhere, and its open invitation has ended', async () => {
    const [firm] = await world.rows<{ id: string }>(
      `insert into partner (provider_id, slug, name, partner_code, share_code)
        select provider_id, 'quay', 'Quay Networks', 'QUA-0002', 'share-quay' from account where id = $1 returning id`,
      [made.id],
    )
    const id = await invited('QUA-0002')
    await world.asProvider(platform, change => closePartner(change, firm?.id ?? '', 'Gone'))
    expect(await stateOf(id)).toBe('lapsed')
    const answers = [
      await invite('QUA-0002'),
      await invite({ shareCode: 'share-quay', shown: { name: 'Quay Networks', partnerCode: 'QUA-0002' } }),
    ]
    expect(answers).toEqual([
      { ok: false, refusal: 'unknown-partner' },
      { ok: false, refusal: 'unknown-partner' },
    ])
    const [told] = await world.rows<{ kinds: string }>(
      `select string_agg(kind || ' ' || to_address, ', ' order by to_address) as kinds from letter
        where account_id = $1 and kind = 'partner-closed'`,
      [made.id],
    )
    expect(told?.kinds).toBe(`partner-closed ${manager}, partner-closed ${owner}`)
  })

  test('a share code invites the firm that was shown, and no other', async () => {
    const shown = { name: 'Cedar Consulting', partnerCode: 'CDR-7310' }
    expect(await invite({ shareCode: 'share-cedar', shown })).toMatchObject({ ok: true })
    made = await world.newAccount()
    const partnerId = world.partner('cedar-consulting')
    const rename = (from: string, to: string) =>
      world.asProvider(platform, change => renamePartner(change, { partnerId, shown: from, name: to }))
    await rename('Cedar Consulting', 'Cedar & Sons')
    expect(await invite({ shareCode: 'share-cedar', shown })).toMatchObject({
      refusal: 'firm-changed',
      met: { name: 'Cedar & Sons' },
    })
    await rename('Cedar & Sons', 'Cedar Consulting')
    expect(await invite({ shareCode: 'share-outback', shown })).toMatchObject({ refusal: 'unknown-partner' })
  })

  test('a firm that asks already leads to its request', async () => {
    const asked = await world.asPartner(tech, 'brightline-it', change =>
      sendRequest(change, {
        ...day,
        account: { slug: made.slug },
        reason: 'The phones ring twice.',
        ticket: '',
        startsAt: null,
      }),
    )
    const requestId = asked !== 'not-found' && asked.ok ? asked.value.requestId : ''
    expect(await invite('BRT-4821')).toMatchObject({ refusal: 'has-asked', met: { requestId } })
  })

  test('one invitation at a time, also from two approvers at once; what lapsed stands in nobody’s way', async () => {
    const both = await Promise.all([invite('CDR-7310', owner), invite('CDR-7310', manager)])
    expect(both.map(one => one !== 'not-found' && one.ok).sort()).toEqual([false, true])
    const [open] = await world.rows<{ id: string }>(
      `select id from partner_invitation where account_id = $1 and state = 'invited'`,
      [made.id],
    )
    expect(await invite()).toMatchObject({ refusal: 'already-invited', met: { invitationId: open?.id } })
    await world.rows(`update partner_invitation set lapses_at = clock_timestamp() where account_id = $1`, [
      made.id,
    ])
    expect(await invite()).toMatchObject({ ok: true })
    expect(await stateOf(open?.id ?? '')).toBe('lapsed')
  })

  test('five times a day, and no more', async () => {
    for (let turn = 0; turn < 5; turn++) await cancel(await invited())
    const refused = await invite()
    expect(refused).toMatchObject({ refusal: 'invited-too-often' })
    await world.rows(
      `update partner_invitation set created_at = created_at - interval '24 hours' where account_id = $1`,
      [made.id],
    )
    expect(await invite()).toMatchObject({ ok: true })
  })
})

describe('accepting is refused', () => {
  test('to whoever invited once they may not decide any more', async () => {
    const id = await invited('CDR-7310', manager)
    const sets = [
      [`state = 'disabled'`, `state = 'active'`],
      [`roles = '{service-viewer}'`, `roles = '{account-owner}'`],
    ]
    for (const [gone, back] of sets) {
      const person = world.actor(manager).personId
      await world.rows(`update membership set ${gone} where account_id = $1 and person_id = $2`, [
        made.id,
        person,
      ])
      expect(await accept(id)).toMatchObject({
        refusal: 'inviter-gone',
        seen: { by: world.actor(manager).name },
      })
      expect(await stateOf(id)).toBe('invited')
      await world.rows(`update membership set ${back} where account_id = $1 and person_id = $2`, [
        made.id,
        person,
      ])
    }
    expect(await accept(id)).toMatchObject({ ok: true })
  })

  test('where the provider allows less by now', async () => {
    const id = await invited('CDR-7310', owner, { ...day, duration: { kind: 'ongoing' } })
    const limit = (hours: number | null) =>
      world.rows('update provider set longest_grant_hours = $1 where id = $2', [
        hours,
        world.provider('northwind'),
      ])
    await limit(24)
    expect(await accept(id)).toMatchObject({ refusal: 'longer-than-limit' })
    expect(await invite('BRT-4821', owner, { ...day, duration: { kind: 'ongoing' } })).toMatchObject({
      refusal: 'longer-than-limit',
    })
    await limit(null)
    expect(await accept(id)).toMatchObject({ ok: true })
  })

  test('once the account has closed: there is no such invitation any more', async () => {
    const id = await invited()
    await world.asProvider(platform, change => closeAccount(change, made.id, 'Closed'))
    expect(await stateOf(id)).toBe('lapsed')
    expect(await accept(id)).toMatchObject({ ok: false })
    const told = await lettersAbout(made.id)
    expect(told).toContain(`account-closed ${cedar}`)
  })

  test('to other firms, to other accounts: it does not exist', async () => {
    const id = await invited()
    expect(await accept(id, brightline, 'brightline-it')).toMatchObject({ refusal: 'not-found' })
    const other = made
    made = await world.newAccount()
    expect(await cancel(id)).toMatchObject({ refusal: 'not-found' })
    made = other
    expect(await cancel(id)).toMatchObject({ ok: true })
  })
})

describe('what comes too late is told the state and by whom', () => {
  test('of 50 presses of a firm at once one wins, and 49 are told who it was', async () => {
    const id = await invited()
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(id)))
    const won = answers.filter(one => one !== 'not-found' && one.ok)
    const late = { ok: false, seen: { state: 'accepted', by: 'Cecilia Park' } }
    const told = answers.filter(one => one !== 'not-found' && !one.ok)
    expect([won.length, told.length]).toEqual([1, 49])
    for (const one of told) expect(one).toMatchObject(late)
    expect(await world.rows('select 1 from access_grant where invitation_id = $1', [id])).toHaveLength(1)
    const events = await world.rows(
      `select 1 from event where subject_id = $1 and action = 'partner-invitation.accepted'`,
      [id],
    )
    expect(events).toHaveLength(1)
    console.log(`50 acceptances of one invitation to a firm: ${won.length} won, ${told.length} told`)
  })

  test('twice the same, and each after each', async () => {
    const first = await invited()
    expect(await decline(first, 'Not before January')).toMatchObject({ ok: true })
    for (const late of [accept(first), decline(first), cancel(first)])
      expect(await late).toMatchObject({
        refusal: 'already-decided',
        seen: { state: 'declined', by: 'Cecilia Park' },
      })
    const second = await invited()
    expect(await cancel(second, manager)).toMatchObject({ ok: true })
    expect(await accept(second)).toMatchObject({
      seen: { state: 'cancelled', by: world.actor(manager).name },
    })
    expect(await lettersAbout(second)).toEqual([
      `partner-invited ${cedar}`,
      `partner-invitation-cancelled ${cedar}`,
      `partner-invitation-cancelled ${owner}`,
    ])
    const third = await invited()
    await accept(third)
    expect(await accept(third)).toMatchObject({ seen: { state: 'accepted', by: 'Cecilia Park' } })
    const grants = await world.rows('select 1 from access_grant where invitation_id = $1', [third])
    expect(grants).toHaveLength(1)
  })

  test('by the clock before any sweep: lapsed, reminded once on day five, told to both sides once', async () => {
    const id = await invited()
    const age = (hours: number) =>
      world.rows(
        `update partner_invitation set created_at = created_at - make_interval(hours => $2), lapses_at = lapses_at - make_interval(hours => $2) where id = $1`,
        [id, hours],
      )
    await age(119)
    expect(await sweep(60_000, world.pool)).toMatchObject({ invitationsReminded: 0, invitationsLapsed: 0 })
    await age(1)
    expect(await sweep(60_000, world.pool)).toMatchObject({ invitationsReminded: 1, invitationsLapsed: 0 })
    expect(await sweep(60_000, world.pool)).toMatchObject({ invitationsReminded: 0 })
    await age(48)
    expect(await stateOf(id)).toBe('invited')
    expect(await accept(id)).toMatchObject({ refusal: 'lapsed', seen: { state: 'lapsed', by: null } })
    const swept = await Promise.all([sweep(60_000, world.pool), sweep(60_000, world.pool)])
    expect(swept.map(one => one.invitationsLapsed).sort()).toEqual([0, 1])
    expect(await lettersAbout(id)).toEqual([
      `partner-invited ${cedar}`,
      `partner-invitation-reminder ${cedar}`,
      `partner-invitation-lapsed ${cedar}`,
      `partner-invitation-lapsed ${manager}`,
      `partner-invitation-lapsed ${owner}`,
    ])
  })
})
