import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#lib/access/scopes.ts'
import { reading } from '../client.ts'
import { changeGrant } from '../grant/change.ts'
import { noteUse } from '../grant/use.ts'
import { closePartner } from '../partner/close.ts'
import { removeStaff } from '../partner/staff-change.ts'
import { admin, owner, platform, tech } from '../proof/model.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { sweep } from '../sweep/sweep.ts'
import { answerJoin, askToJoin, withdrawJoin } from './ask.ts'
import { type Assigning, assign, assignToMany } from './assign.ts'
import { endAssignment } from './end.ts'
import { grantsForStaff, latestJoin, narrowedUnder, techniciansUnder, waitingJoins } from './reads.ts'

const world = await newWorld()
afterAll(() => world.close())

const firm = world.partner('brightline-it')
const slug = 'brightline-it'
/** Another technician of the firm, and another administrator. */
const [other, second] = ['desk@harbour-dental.example', 'owner@maple.example']
const wall = { role: 'app', providerId: world.provider('northwind') } as const
let account: NewAccount
let grantId: string
const staff = new Map<string, string>()

async function grantOn(accountId: string, more = `ends_at = now() + interval '24 hours'`): Promise<string> {
  const id = randomUUID()
  await world.rows(
    `insert into access_grant (id, provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
      values ($1, $2, $3, $4, 'services', '24h', now(), 'active', $5)`,
    [id, wall.providerId, accountId, firm, world.actor(owner).personId],
  )
  await world.rows(`update access_grant set ${more} where id = $1`, [id])
  return id
}

beforeEach(async () => {
  await world.rows(
    `update partner_staff set removed_at = now() where partner_id = $1 and removed_at is null
      and person_id in (select id from person where email = any($2))`,
    [firm, [tech, other, second]],
  )
  for (const [email, role] of [
    [tech, 'technician'],
    [other, 'technician'],
    [second, 'administrator'],
  ] as const) {
    const [row] = await world.rows<{ id: string }>(
      `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
        select provider_id, $1, id, $3, now() from person where email = $2 returning id`,
      [firm, email, role],
    )
    staff.set(email, row?.id ?? '')
  }
  account = await world.newAccount()
  grantId = await grantOn(account.id)
})

const id = (email: string) => staff.get(email) ?? ''
const give = (more: Partial<Assigning> = {}, by = admin) =>
  world.asPartner(by, slug, change =>
    assign(change, { grantId, staffIds: [id(tech)], scope: null, duration: null, ...more }),
  )
const off = (email = tech, by = admin) =>
  world.asPartner(by, slug, change => endAssignment(change, { grantId, staffId: id(email) }))
const ask = (by = tech) => world.asPartner(by, slug, change => askToJoin(change, grantId, 'I know it.'))
const answer = (askId: string, act: 'grant' | 'decline', by = admin) =>
  world.asPartner(by, slug, change => answerJoin(change, askId, act, 'As you like.'))
const asked = async () => {
  const sent = await ask()
  if (sent === 'not-found' || !sent.ok) throw new Error('it was not asked')
  return sent.value.askId
}
const revoke = () =>
  world.onAccount(owner, account.id, 'partners.decide', change =>
    changeGrant(change, { accountId: account.id, grantId }, 'revoke', 'account'),
  )
const remove = (email = tech) =>
  world.asProvider(platform, change => removeStaff(change, { partnerId: firm, staffId: id(email) }))
const sees = (email: string) => world.sight(email, account.id)
const inside = async (email: string) => (await sees(email)) !== null
const actions = async () =>
  (
    await world.rows<{ action: string }>(
      `select action from event where account_id = $1 and action like 'assignment%' order by id`,
      [account.id],
    )
  ).map(({ action }) => action)
const ofFirm = async () =>
  (
    await world.rows<{ action: string }>(
      `select e.action from event e join assignment_ask k on k.id = e.subject_id where k.grant_id = $1 and e.partner_id = $2
        and e.account_id is null order by e.id`,
      [grantId, firm],
    )
  ).map(({ action }) => action)
const letters = async (kind: string) =>
  (
    await world.rows<{ to: string }>(
      'select to_address as "to" from letter where account_id = $1 and kind = $2 order by 1',
      [account.id, kind],
    )
  ).map(({ to }) => to)
const unended = () =>
  world.rows<{ n: number }>(
    'select count(*)::int as n from assignment where staff_id = $1 and ended_at is null',
    [id(tech)],
  )
const askState = async (askId: string) =>
  (await world.rows<{ state: string }>('select state from assignment_ask where id = $1', [askId]))[0]?.state
const technicians = () => reading(wall, tx => techniciansUnder(tx, { id: firm }, grantId), world.pool)

describe('assigning', () => {
  test('opens the account to a technician, who was outside before and is outside after', async () => {
    expect(await inside(tech)).toBe(false)
    expect(await give()).toMatchObject({ ok: true, value: { names: ['Theo Nakamura'] } })
    expect(await inside(tech)).toBe(true)
    expect(await inside(other)).toBe(false)
    expect(await letters('assignment-given')).toEqual([tech])
    expect((await technicians()).map(one => [one.name, one.held?.by ?? null])).toContainEqual([
      'Theo Nakamura',
      'Amara Singh',
    ])
    expect(await off()).toMatchObject({ ok: true })
    expect(await inside(tech)).toBe(false)
    expect(await actions()).toEqual(['assignment.given', 'assignment.ended'])
    expect(await off()).toMatchObject({ refusal: 'not-assigned' })
  })

  test('is told in both histories, with what and for whom', async () => {
    const scope: Scope = { name: 'chosen', pages: ['services'] }
    await give({ scope, duration: { kind: 'hours', hours: 2 } })
    await give({ scope: null })
    const events = await world.rows<{ partner: string; data: Record<string, unknown> }>(
      `select partner_id as partner, data from event where account_id = $1 and action like 'assignment%' order by id`,
      [account.id],
    )
    expect(events).toMatchObject([
      { partner: firm, data: { whom: 'Theo Nakamura', scope: 'chosen', pages: ['services'] } },
      {
        partner: firm,
        data: { whom: 'Theo Nakamura', scope: 'services', was: { scope: 'chosen', pages: ['services'] } },
      },
    ])
    expect(await actions()).toEqual(['assignment.given', 'assignment.changed'])
  })

  test('gives less where less was chosen, and the account sees how much', async () => {
    const scope: Scope = { name: 'chosen', pages: ['services'] }
    await give({ scope, duration: { kind: 'hours', hours: 1 } })
    expect([...((await sees(tech))?.authority.capabilities ?? [])].sort()).toEqual([
      'account.read',
      'services.read',
      'services.update',
    ])
    const narrowed = await reading(wall, tx => narrowedUnder(tx, grantId), world.pool)
    expect(narrowed).toMatchObject([{ name: 'Theo Nakamura', scope }])
    expect(narrowed[0]?.endsAt).toBeInstanceOf(Date)
  })

  test('again, it replaces the terms; the same again changes nothing', async () => {
    await give()
    expect(await give()).toMatchObject({ refusal: 'already-assigned' })
    expect(await give({ duration: { kind: 'hours', hours: 1 } })).toMatchObject({ ok: true })
    expect(await unended()).toEqual([{ n: 1 }])
    expect(await letters('assignment-given')).toEqual([tech])
  })

  test('whose time was up begins anew', async () => {
    await give({ duration: { kind: 'hours', hours: 1 } })
    await world.rows(`update assignment set ends_at = now() - interval '1 second' where grant_id = $1`, [
      grantId,
    ])
    expect(await inside(tech)).toBe(false)
    expect(await off()).toMatchObject({ refusal: 'not-assigned' })
    expect(await give()).toMatchObject({ ok: true })
    expect(await inside(tech)).toBe(true)
    expect(await actions()).toEqual(['assignment.given', 'assignment.given'])
    expect(await letters('assignment-given')).toEqual([tech, tech])
  })

  test('several at once, or none of them', async () => {
    expect(await give({ staffIds: [id(tech), id(second)] })).toMatchObject({
      refusal: 'not-technician',
      seen: { by: expect.any(String) },
    })
    expect(await inside(tech)).toBe(false)
    await give()
    expect(await give({ staffIds: [id(tech), id(other)] })).toMatchObject({ ok: true })
    expect([await inside(tech), await inside(other)]).toEqual([true, true])
  })

  test('nothing beyond the grant, nobody of another firm, nothing by a technician, nothing of others’', async () => {
    expect(await give({ scope: { name: 'full', pages: [] } })).toMatchObject({ refusal: 'beyond-scope' })
    expect(await give({ duration: { kind: 'hours', hours: 25 } })).toMatchObject({ refusal: 'beyond-end' })
    expect(await give({}, tech)).toMatchObject({ refusal: 'not-allowed' })
    expect(await off(tech, tech)).toMatchObject({ refusal: 'not-allowed' })
    const [cedar] = await world.rows<{ id: string }>(
      `select s.id from partner_staff s join partner p on p.id = s.partner_id where p.slug = 'cedar-consulting' limit 1`,
    )
    expect(await give({ staffIds: [cedar?.id ?? ''] })).toMatchObject({ refusal: 'not-found' })
    const theirs = world.asPartner('admin@cedar.example', 'cedar-consulting', change =>
      assign(change, { grantId, staffIds: [cedar?.id ?? ''], scope: null, duration: null }),
    )
    expect(await theirs).toMatchObject({ refusal: 'not-found' })
    expect(await actions()).toEqual([])
  })

  test('nothing under a grant that is over, by the row or by the clock', async () => {
    await give()
    await world.rows(`update access_grant set ends_at = now() where id = $1`, [grantId])
    expect(await give({ duration: { kind: 'hours', hours: 1 } })).toMatchObject({ refusal: 'grant-ended' })
    expect(await off()).toMatchObject({ refusal: 'grant-ended' })
    await sweep(10_000, world.pool)
    expect(await give()).toMatchObject({ refusal: 'grant-ended', seen: { state: 'expired' } })
  })

  test('one technician to many accounts: what can be done is done, and told apart', async () => {
    const [next, over] = [await world.newAccount(), await world.newAccount()]
    const [more, gone] = [await grantOn(next.id), await grantOn(over.id, 'ends_at = now()')]
    await give()
    const many = await world.asPartner(admin, slug, change =>
      assignToMany(change, id(tech), [grantId, more, gone, randomUUID()]),
    )
    expect(many).toMatchObject({
      done: [more],
      refused: [
        { grantId, refusal: 'already-assigned' },
        { grantId: gone, refusal: 'grant-ended' },
        { refusal: 'not-found' },
      ],
    })
    const listed = await reading(wall, tx => grantsForStaff(tx, { id: firm }, id(tech)), world.pool)
    const of = (grant: string) => listed?.grants.find(one => one.id === grant)
    expect([of(grantId)?.held !== null, of(more)?.held !== null, of(gone)]).toEqual([true, true, undefined])
  })
})

describe('asking inside the firm', () => {
  test('an administrator says yes by assigning, and the person is told', async () => {
    const askId = await asked()
    expect(await letters('assignment-asked')).toContain(admin)
    expect(await letters('assignment-asked')).not.toContain(tech)
    expect(await ask()).toMatchObject({ refusal: 'already-asked' })
    expect(await reading(wall, tx => waitingJoins(tx, { id: firm }, grantId), world.pool)).toMatchObject([
      { id: askId, name: 'Theo Nakamura', reason: 'I know it.' },
    ])
    expect(await answer(askId, 'grant')).toMatchObject({ ok: true })
    expect(await inside(tech)).toBe(true)
    expect(await letters('assignment-answered')).toEqual([tech])
    expect(await letters('assignment-given')).toEqual([])
    expect(await ofFirm()).toEqual(['assignment-ask.sent', 'assignment-ask.granted'])
    expect(await answer(askId, 'decline', second)).toMatchObject({
      refusal: 'ask-answered',
      seen: { by: 'Amara Singh' },
    })
    expect(await ask()).toMatchObject({ refusal: 'has-it-already' })
  })

  test('assigning by hand answers it, too', async () => {
    const askId = await asked()
    await give({ scope: { name: 'chosen', pages: ['services'] } })
    expect(await askState(askId)).toBe('granted')
    expect(await letters('assignment-answered')).toEqual([tech])
  })

  test('a no holds for a day', async () => {
    const askId = await asked()
    expect(await answer(askId, 'decline', tech)).toMatchObject({ refusal: 'not-allowed' })
    expect(await answer(askId, 'decline')).toMatchObject({ ok: true })
    expect(await inside(tech)).toBe(false)
    expect(await ask()).toMatchObject({ refusal: 'declined-recently', seen: { state: expect.any(String) } })
    await world.rows(
      `update assignment_ask set decided_at = decided_at - interval '24 hours' where id = $1`,
      [askId],
    )
    expect(await ask()).toMatchObject({ ok: true })
  })

  test('is taken back by whoever asked, and by nobody else', async () => {
    const askId = await asked()
    const withdraw = (by: string) => world.asPartner(by, slug, change => withdrawJoin(change, askId))
    expect(await withdraw(other)).toMatchObject({ refusal: 'not-yours' })
    expect(await withdraw(tech)).toMatchObject({ ok: true })
    expect(await answer(askId, 'grant')).toMatchObject({ refusal: 'ask-answered' })
    expect(await ask(admin)).toMatchObject({ refusal: 'needs-none' })
  })

  test('lapses with the access, whoever ends it', async () => {
    const askId = await asked()
    await revoke()
    expect(await askState(askId)).toBe('lapsed')
    expect(await ofFirm()).toEqual(['assignment-ask.sent', 'assignment-ask.lapsed'])
    expect(await answer(askId, 'grant')).toMatchObject({ refusal: 'ask-lapsed' })
  })

  test('lapses by the clock, and the sweep writes it down', async () => {
    const askId = await asked()
    await world.rows(`update access_grant set ends_at = now(), due_at = now() where id = $1`, [grantId])
    const own = () => reading(wall, tx => latestJoin(tx, { staffId: id(tech) }, grantId), world.pool)
    expect(await own()).toMatchObject({ state: 'lapsed' })
    expect(await askState(askId)).toBe('waiting')
    await sweep(10_000, world.pool)
    expect(await askState(askId)).toBe('lapsed')
    expect(await ofFirm()).toEqual(['assignment-ask.sent', 'assignment-ask.lapsed'])
  })

  test('the account reads nothing of it', async () => {
    await asked()
    expect(await actions()).toEqual([])
  })
})

describe('leaving the firm', () => {
  test('ends all at once, with its history, and nothing of it comes back', async () => {
    await give()
    const next = await world.newAccount()
    grantId = await grantOn(next.id)
    const askId = await asked()
    expect(await remove()).toMatchObject({ ok: true })
    expect(await unended()).toEqual([{ n: 0 }])
    expect(await inside(tech)).toBe(false)
    expect(await askState(askId)).toBe('lapsed')
    expect(await actions()).toEqual(['assignment.given', 'assignment.ended'])
    expect(await ofFirm()).toEqual(['assignment-ask.sent', 'assignment-ask.lapsed'])
    expect(await give()).toMatchObject({ refusal: 'not-active' })
  })

  test('so does the end of the grant', async () => {
    await give()
    await revoke()
    expect(await unended()).toEqual([{ n: 0 }])
  })
})

describe('a person’s first entry', () => {
  const enter = async (email: string) => {
    const grant = (await sees(email))?.authority.grants[0]
    if (!grant) throw new Error('they are outside')
    await noteUse(world.actor(email), account, grant, world.pool)
  }
  const told = () =>
    world.rows<{ to: string; by: string; priority: number }>(
      `select to_address as "to", facts->>'by' as by, priority from letter where account_id = $1 and kind = 'first-entry'
        order by created_at, 1`,
      [account.id],
    )

  test('is told once to every approver, and never again under that access', async () => {
    await give()
    await enter(tech)
    const approvers = ['manager@harbour-dental.example', owner]
    expect((await told()).map(({ to, by }) => [to, by])).toEqual(approvers.map(to => [to, 'Theo Nakamura']))
    expect((await told()).every(({ priority }) => priority === 2)).toBe(true)
    await enter(tech)
    await world.rows(`update access_grant set last_used_at = null, last_used_by = null where id = $1`, [
      grantId,
    ])
    await enter(tech)
    expect(await told()).toHaveLength(2)
    await enter(admin)
    expect((await told()).map(({ by }) => by).sort()).toEqual([
      'Amara Singh',
      'Amara Singh',
      'Theo Nakamura',
      'Theo Nakamura',
    ])
  })

  test('two entries at once are one', async () => {
    await give()
    await Promise.all([enter(tech), enter(tech), enter(tech)])
    expect(await told()).toHaveLength(2)
  })
})

describe('who meets whom', () => {
  test.each([1, 2, 3, 4])(
    'assigning and revoking (%i): whoever is second finds what the first did',
    async () => {
      const [given, revoked] = await Promise.all([give(), revoke()])
      expect(revoked).toMatchObject({ ok: true })
      if (given !== 'not-found' && !given.ok) expect(given.refusal).toBe('grant-ended')
      expect(await unended()).toEqual([{ n: 0 }])
      expect(await inside(tech)).toBe(false)
    },
  )

  test.each([1, 2, 3, 4])('assigning and removing the person (%i): they keep nothing', async () => {
    const [given, removed] = await Promise.all([give(), remove()])
    expect(removed).toMatchObject({ ok: true })
    if (given !== 'not-found' && !given.ok) expect(given.refusal).toBe('not-active')
    expect(await unended()).toEqual([{ n: 0 }])
    const events = await actions()
    expect(events.filter(one => one === 'assignment.given')).toHaveLength(
      events.filter(one => one === 'assignment.ended').length,
    )
  })

  test.each([1, 2, 3])(
    'two administrators at once (%i): one row, one letter, the other is told',
    async () => {
      const both = await Promise.all([give(), give({}, second)])
      expect(both.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
      expect(both).toContainEqual(expect.objectContaining({ refusal: 'already-assigned' }))
      expect(await unended()).toEqual([{ n: 1 }])
      expect(await letters('assignment-given')).toEqual([tech])
    },
  )

  test('two answers at once: one counts', async () => {
    const askId = await asked()
    const both = await Promise.all([answer(askId, 'grant'), answer(askId, 'decline', second)])
    expect(both.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
    expect(await letters('assignment-answered')).toEqual([tech])
    expect(await inside(tech)).toBe((await askState(askId)) === 'granted')
  })
})

test('a firm that closes leaves nobody assigned and nothing asked', async () => {
  await give()
  const next = await world.newAccount()
  grantId = await grantOn(next.id)
  const askId = await asked()
  await world.asProvider(platform, change => closePartner(change, firm, 'It is wound up.'))
  expect(await unended()).toEqual([{ n: 0 }])
  expect(await askState(askId)).toBe('lapsed')
  await world.rows('update partner set closed_at = null where id = $1', [firm])
})
