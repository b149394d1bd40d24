import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { approveRequest } from '../access-request/decide.ts'
import { reading, writing } from '../client.ts'
import { assignedNames, enteringNames, enteringNamesOfFirm } from '../grant/people.ts'
import { toPartner } from '../mail/letters.ts'
import { partnerForPage, partnerOf } from '../partner/staff.ts'
import { newWorld } from '../proof/world.ts'
import { dependantsOf } from '../provider/dependants.ts'
import { platformRoleForPage, platformRoleOf } from '../provider/platform.ts'
import { beginSession } from '../sign-in/session.ts'
import { together } from '../write.ts'
import { clockForPage, placesOf } from './places.ts'
import { peopleOf } from './testing.ts'
import { waitingFor } from './waiting.ts'

// A place that waits for its person gives nothing at all, also to somebody who is signed in; from their click on it gives
// everything.

const world = await newWorld()
afterAll(() => world.close())
const { add, letterTo, accept, activate, personId, place, wall, providerId } = await peopleOf(world)
const maple = world.account('maple-logistics')
const brightline = world.partner('brightline-it')
const known = 'owner@harbour-dental.example'
const asked = { search: '', last: null, after: null, most: 50 }

/** What somebody can do, see and hear by the firm Brightline IT, which is in Maple Logistics now. */
async function comesOf(email: string) {
  const id = await personId(email)
  const person = { personId: id, providerId }
  const [grant] = await world.rows<{ names: string[]; ofFirm: string[]; assigned: string[] }>(
    `select ${enteringNames} as names, ${enteringNamesOfFirm} as "ofFirm", ${assignedNames} as assigned
      from access_grant g join partner f on f.id = g.partner_id where g.partner_id = $2 and g.account_id = $1 and g.state = 'active'`,
    [maple, brightline],
  )
  const letter = { kind: 'access-question', accountId: maple, partnerId: brightline, asked: [] } as const
  return writing(
    wall,
    async tx => {
      const subjectId = randomUUID()
      await together(tx, [toPartner({ ...letter, subjectId, occasion: subjectId })])
      const written = await tx.$client.query(
        'select 1 from letter where subject_id = $1 and person_id = $2',
        [subjectId, id],
      )
      const [dependant] = await dependantsOf(tx, providerId, 'partner', brightline)
      const kinds = (places: readonly { kind: string }[]) => places.map(({ kind }) => kind)
      return {
        desk: (await partnerOf(tx, person, { slug: 'brightline-it' })) !== null,
        page: (await partnerForPage(tx, person, 'brightline-it')) !== null,
        places: kinds(await placesOf(tx, id, asked)),
        near: kinds((await clockForPage(tx, id)).places),
        sight: (await world.sight(email, maple)) !== null,
        letters: written.rowCount,
        administrators: dependant?.administrators,
        named: [...(grant?.names ?? []), ...(grant?.ofFirm ?? []), ...(grant?.assigned ?? [])].filter(name =>
          ['Harriet Osei', 'H. of Harbour'].includes(name),
        ),
      }
    },
    world.pool,
  )
}

describe('a firm’s place of somebody who works elsewhere', () => {
  test('gives nothing before they accept, and from then on what it is', async () => {
    const staffId = await add(known, 'partner-administrator', 'b', 'H. of Harbour')
    const nothing = {
      desk: false,
      page: false,
      places: ['account'],
      near: ['account'],
      sight: false,
      letters: 0,
      administrators: 1,
      named: [],
    }
    expect(await comesOf(known)).toEqual(nothing)
    const { token } = await letterTo(known)
    const waits = await reading(wall, tx => waitingFor(tx, 'activation', token), world.pool)
    expect(waits).toMatchObject({
      hasPassword: true,
      places: [{ kind: 'partner-administrator', name: 'Brightline IT' }],
    })
    expect(await accept(known, token)).toBe(true)
    expect(await comesOf(known)).toEqual({
      desk: true,
      page: true,
      places: ['account', 'partner'],
      near: ['account', 'partner'],
      sight: true,
      letters: 1,
      administrators: 2,
      named: ['Harriet Osei', 'Harriet Osei'],
    })
    await world.rows('update partner_staff set removed_at = now() where id = $1', [staffId])
    expect(await comesOf(known)).toEqual({ ...nothing, places: ['account'] })
  })

  test('assigns nobody who has not come in, where their firm’s request is approved', async () => {
    const { account, request } = await requestByTech()
    await world.rows(
      'update partner_staff set activated_at = null where person_id = $1 and partner_id = $2',
      [world.actor('tech@brightline.example').personId, brightline],
    )
    const approval = {
      duration: { kind: 'hours', hours: 24 },
      scope: { name: 'read-only', pages: [] },
    } as const
    const approved = await world.onAccount(
      'owner@harbour-dental.example',
      account,
      'partners.decide',
      change => approveRequest(change, request, approval),
    )
    expect(approved).toMatchObject({ ok: true })
    expect(await world.rows('select 1 from assignment where account_id = $1', [account])).toEqual([])
    await world.rows(
      'update partner_staff set activated_at = now() where activated_at is null and removed_at is null',
    )
  })
})

async function requestByTech() {
  const { id: account } = await world.newAccount()
  const [row] = await world.rows<{ id: string }>(
    `insert into access_request (provider_id, account_id, partner_id, requested_by, reason, scope, duration, state, created_at, lapses_at)
      select provider_id, id, $2, $3, 'Why.', 'read-only', '24h', 'pending', now(), now() + interval '7 days' from account where id = $1
      returning id`,
    [account, brightline, world.actor('tech@brightline.example').personId],
  )
  return { account, request: row?.id ?? '' }
}

describe('sessions', () => {
  const life = async (id: string) =>
    world.rows<{ idle: number; hours: number }>(
      `select idle_seconds as idle, round(extract(epoch from expires_at - clock_timestamp()) / 3600)::int as hours
        from session where person_id = $1`,
      [id],
    )
  const signIn = (id: string) =>
    writing(wall, tx => beginSession(tx, place, id, { address: '', userAgent: '' }), world.pool)

  test('become those of staff with the click that makes somebody one', async () => {
    const email = 'manager@harbour-dental.example'
    const id = await personId(email)
    await add(email, 'partner-technician')
    await signIn(id)
    expect(await life(id)).toEqual([{ idle: 8 * 3600, hours: 7 * 24 }])
    await accept(email, (await letterTo(email)).token)
    expect(await life(id)).toEqual([{ idle: 3600, hours: 24 }])
    await signIn(id)
    expect(await life(id)).toEqual([
      { idle: 3600, hours: 24 },
      { idle: 3600, hours: 24 },
    ])
  })
})

describe('a place among the provider’s own people', () => {
  test('gives nothing to somebody who comes in by a sign-in letter before they activate', async () => {
    const email = 'nils@northwind.example'
    await add(email, 'platform-administrator')
    const id = await personId(email)
    await writing(wall, tx => beginSession(tx, place, id, { address: '', userAgent: '' }), world.pool)
    const seen = () =>
      reading(
        wall,
        async tx => ({
          role: await platformRoleOf(tx, { personId: id }),
          page: await platformRoleForPage(tx, { personId: id }),
          places: await placesOf(tx, id, asked),
        }),
        world.pool,
      )
    expect(await seen()).toEqual({ role: null, page: null, places: [] })
    expect(await world.sight('platform@northwind.example', maple)).not.toBeNull()
    const { token } = await letterTo(email)
    expect(await activate(token)).toBe(id)
    expect(await seen()).toMatchObject({
      role: { role: 'administrator' },
      places: [{ kind: 'provider', slug: 'northwind' }],
    })
  })

  test('waits also for somebody who has given themselves a password meanwhile, and who accepts', async () => {
    const email = 'nele@northwind.example'
    const userId = await add(email, 'platform-support')
    await world.rows(`update person set password_hash = 'set' where email = $1`, [email])
    const { token } = await letterTo(email)
    expect(await activate(token)).toBeNull()
    expect(await accept(email, token)).toBe(true)
    const events = await world.rows(
      'select action, actor_kind as side from event where subject_id = $1 order by id',
      [userId],
    )
    expect(events).toEqual([
      { action: 'platform-user.added', side: 'provider' },
      { action: 'platform-user.activated', side: 'provider' },
    ])
  })
})
