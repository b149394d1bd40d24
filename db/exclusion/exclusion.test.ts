import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { grantFor } from '#lib/access/authority.ts'
import type { Giving } from '#lib/access/giving.ts'
import type { ExclusionAct } from '#lib/exclusion/exclusion.ts'
import { designate } from '../designation/designate.ts'
import { changeGrant } from '../grant/change.ts'
import { noteUse } from '../grant/use.ts'
import { customerCounts } from '../partner/customer-sets.ts'
import { customerOf, customersOf } from '../partner/customers.ts'
import { Driver } from '../proof/driver.ts'
import { admin, owner, platform, tech } from '../proof/model.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { changeExclusion } from './change.ts'
import { excludedClients, reachingFirms } from './reads.ts'

const world = await newWorld()
afterAll(() => world.close())

const scope = { name: 'services', pages: [] } as const
let parent: NewAccount
let client: NewAccount
let driver: Driver

/** A parent with one client account; Brightline IT holds an access that reaches it, with the technician assigned. */
beforeEach(async () => {
  parent = await world.newAccount()
  client = await world.newAccount()
  await under(client.id, parent.id)
  driver = new Driver(world, parent)
  await driver.play({ do: 'ask', key: 'r0', by: tech, way: 'slug', scope, duration: 24, startsIn: null })
  await driver.play({
    do: 'approve',
    key: 'g0',
    by: owner,
    request: 'r0',
    scope,
    duration: 24,
    reaches: true,
  })
})

const under = (id: string, parentId: string | null) =>
  world.rows('update account set parent_id = $2 where id = $1', [id, parentId])
const inside = async (email: string, id = client.id) => (await world.sight(email, id)) !== null
const firm = (slug = 'brightline-it') => world.partner(slug)
const change = (act: ExclusionAct, email = owner, partnerId = firm(), id = client.id) =>
  world.onAccount(email, id, 'partners.decide', one =>
    changeExclusion(one, partnerId, act, 'We have our own.'),
  )
const events = (id: string) =>
  world.rows<{ action: string; firm: string }>(
    `select action, actor_firm as firm from event where account_id = $1 order by id`,
    [id],
  )

describe('what the parent gave', () => {
  test('opens the client account in the same scope, in the firm’s name, and not what no grant gives', async () => {
    const sight = await world.sight(tech, client.id)
    expect(sight?.authority.way).toBe('partner')
    expect([...(sight?.authority.capabilities ?? [])].sort()).toEqual(
      [...((await world.sight(tech, parent.id))?.authority.capabilities ?? [])].sort(),
    )
    expect(sight?.authority.grants[0]).toMatchObject({ viaParent: true, partnerName: 'Brightline IT' })
    expect(await inside('admin@cedar.example')).toBe(false)
  })

  test('less was assigned, or for less long: so it is here', async () => {
    await world.rows(
      `update assignment set scope = 'read-only', ends_at = now() + interval '1 hour' where account_id = $1`,
      [parent.id],
    )
    const held = (await world.sight(tech, client.id))?.authority
    expect([...(held?.capabilities ?? [])].sort()).toEqual(['account.read', 'general.read', 'services.read'])
    expect(Number(held?.grants[0]?.endsAt) - Date.now()).toBeLessThan(3_600_001)
    await world.rows('delete from assignment where account_id = $1', [parent.id])
    expect([await inside(tech), await inside(admin)]).toEqual([false, true])
  })

  test('reaches a client account that came later, and none that is a client no more', async () => {
    const later = await world.newAccount()
    expect(await inside(admin, later.id)).toBe(false)
    await under(later.id, parent.id)
    expect(await inside(admin, later.id)).toBe(true)
    await under(later.id, null)
    expect(await inside(admin, later.id)).toBe(false)
    const grandchild = await world.newAccount()
    await under(grandchild.id, client.id)
    expect(await inside(admin, grandchild.id)).toBe(false)
  })

  test('is nobody’s on the client account to revoke; ended by the parent it is over there at once', async () => {
    const of = { accountId: client.id, grantId: driver.idOf('g0') }
    expect(
      await world.onAccount(owner, client.id, 'partners.decide', one =>
        changeGrant(one, of, 'revoke', 'account'),
      ),
    ).toMatchObject({ refusal: 'not-found' })
    await driver.play({ do: 'suspend', by: owner, grant: 'g0' })
    expect(await inside(admin)).toBe(false)
    await driver.play({ do: 'resume', by: owner, grant: 'g0' })
    expect(await inside(admin)).toBe(true)
    await driver.play({ do: 'revoke', by: owner, grant: 'g0' })
    expect([await inside(admin), await inside(tech)]).toEqual([false, false])
  })

  test('a use here is noted here, in the firm’s name, and is not taken for one on the parent', async () => {
    const sees = async (id: string) => {
      const sight = await world.sight(tech, id)
      const grant = sight && grantFor(sight.authority, 'services.read')
      if (!grant) throw new Error('not inside')
      return grant
    }
    await noteUse(world.actor(tech), parent, await sees(parent.id), world.pool)
    expect((await sees(parent.id)).usedLately).toBe(true)
    const before = await sees(client.id)
    expect(before.usedLately).toBe(false)
    const here = { ...client, parentName: 'The parent' }
    const notes = [1, 2, 3].map(() => noteUse(world.actor(tech), here, before, world.pool))
    await Promise.all(notes)
    // Each history says by whose word they came in.
    const via = await world.rows<{ id: string; via: string | null }>(
      `select account_id as id, data->>'via' as via from event where action = 'grant.entered' and account_id = any($1)`,
      [[parent.id, client.id]],
    )
    expect(new Map(via.map(one => [one.id, one.via]))).toEqual(
      new Map([
        [parent.id, null],
        [client.id, 'The parent'],
      ]),
    )
    expect((await sees(client.id)).usedLately).toBe(true)
    const entered = (await events(client.id)).filter(one => one.action === 'grant.entered')
    expect(entered).toEqual([{ action: 'grant.entered', firm: 'Brightline IT' }])
    const [reaching] = await seen()
    expect(reaching?.grants[0]).toMatchObject({ lastUsedBy: 'Theo Nakamura', opens: true })
    await noteUse(world.actor(admin), client, before, world.pool)
    await noteUse(world.actor(tech), client, before, world.pool)
    // Nor is one here taken for one on the parent, where the first entry is told at once as well.
    const above = (await world.sight(admin, parent.id))?.authority.grants[0]
    expect(above).toMatchObject({ viaParent: false, usedLately: false })
    if (above) await noteUse(world.actor(admin), parent, above, world.pool)
    const onParent = (await events(parent.id)).filter(one => one.action === 'grant.entered')
    expect(onParent).toHaveLength(2)
    expect((await world.sight(admin, parent.id))?.authority.grants[0]?.usedLately).toBe(true)
    const uses = await world.rows('select last_used_by from client_use where client_id = $1', [client.id])
    expect(uses).toEqual([{ last_used_by: world.actor(admin).personId }])
  })
})

const seen = async () => {
  const found = await world.onAccount(owner, client.id, 'partners.read', ({ tx }) =>
    reachingFirms(tx, client.id),
  )
  if (found === 'not-found') throw new Error('not seen')
  return found
}

describe('the client account', () => {
  test('sees who comes through the parent, with people, scope and end', async () => {
    const [one, ...more] = await seen()
    expect(more).toEqual([])
    expect(one).toMatchObject({ name: 'Brightline IT', code: 'BRT-4821', excluded: null })
    expect(one?.grants).toHaveLength(1)
    expect(one?.grants[0]).toMatchObject({
      via: `Made ${parent.slug.slice('made-'.length)}`,
      state: 'active',
      scope,
      opens: true,
      approvedBy: 'Harriet Osei',
      lastUsedAt: null,
    })
    expect(one?.grants[0]?.people).toContain('Theo Nakamura')
  })

  test('excludes itself: on the very next request, in both histories, told to both and to the firm', async () => {
    expect([await inside(admin), await inside(tech)]).toEqual([true, true])
    expect(await change('exclude')).toMatchObject({ ok: true })
    expect([await inside(admin), await inside(tech)]).toEqual([false, false])
    expect([await inside(admin, parent.id), await inside(tech, parent.id)]).toEqual([true, true])
    for (const id of [client.id, parent.id])
      expect((await events(id)).filter(one => one.action === 'grant.client-excluded')).toHaveLength(1)
    const letters = await world.rows(
      `select to_address as "to", account_id = $1 as parent from letter where kind = 'client-excluded'
        and subject_id = (select id from client_exclusion where account_id = $2) order by 1`,
      [parent.id, client.id],
    )
    expect(letters).toEqual([
      { to: admin, parent: false },
      { to: 'manager@harbour-dental.example', parent: true },
    ])
    expect(await seen()).toMatchObject([
      { excluded: { by: 'Harriet Osei', reason: 'We have our own.' }, grants: [{ opens: false }] },
    ])
    const told = await world.onAccount(owner, parent.id, 'partners.read', ({ tx }) =>
      excludedClients(tx, driver.idOf('g0')),
    )
    expect(told).toHaveLength(1)
  })

  test('once is enough, and it holds over later grants of the parent, the provider’s designations among them', async () => {
    await change('exclude')
    expect(await change('exclude')).toMatchObject({
      refusal: 'already-excluded',
      seen: { by: 'Harriet Osei' },
    })
    await driver.play({ do: 'revoke', by: owner, grant: 'g0' })
    expect(await seen()).toMatchObject([{ excluded: {}, grants: [] }])
    const giving: Giving = { scope, duration: { kind: 'ongoing' }, reachesClients: true }
    const of = { accountId: parent.id, partnerId: firm() }
    await world.asProvider(platform, one => designate(one, of, giving, 'They know it.'))
    expect([await inside(admin, parent.id), await inside(admin)]).toEqual([true, false])
    // What the account gives the firm itself is another thing.
    const own = { accountId: client.id, partnerId: firm() }
    await world.asProvider(platform, one =>
      designate(one, own, { scope, duration: { kind: 'ongoing' } }, 'Here.'),
    )
    expect(await inside(admin)).toBe(true)
  })

  test('includes itself again, also while the parent gives nothing', async () => {
    expect(await change('include')).toMatchObject({ refusal: 'not-excluded' })
    await change('exclude')
    expect(await change('include')).toMatchObject({ ok: true })
    expect(await inside(admin)).toBe(true)
    expect(await change('include')).toMatchObject({ refusal: 'not-excluded', seen: { by: 'Harriet Osei' } })
    expect(await change('exclude')).toMatchObject({ ok: true })
    await driver.play({ do: 'revoke', by: owner, grant: 'g0' })
    expect(await change('include')).toMatchObject({ ok: true })
    expect(await change('exclude')).toMatchObject({ refusal: 'not-reached' })
  })

  test('nobody’s client has nothing to refuse, nor a client account whose parent keeps it to itself', async () => {
    expect(await change('exclude', owner, firm(), parent.id)).toMatchObject({ refusal: 'not-found' })
    expect(await change('exclude', owner, firm('cedar-consulting'))).toMatchObject({ refusal: 'not-reached' })
    expect(await change('exclude', owner, firm('outback-networks'))).toMatchObject({ refusal: 'not-found' })
    expect(await change('exclude', admin)).toBe('not-found')
  })

  test('two at once: one excludes, the other is told', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const both = await Promise.all([change('exclude'), change('exclude', 'manager@harbour-dental.example')])
      expect(both.map(one => one !== 'not-found' && (one.ok || one.refusal)).sort()).toEqual([
        'already-excluded',
        true,
      ])
      await change('include')
    }
  })
})

describe('the firm’s desk', () => {
  const desk = (email = admin) =>
    world.asPartner(email, 'brightline-it', async ({ tx, partner }) => ({
      one: await customerOf(tx, partner, client.slug),
      active: (
        await customersOf(tx, partner, { filter: 'active', search: client.slug.replace('made-', 'Made ') })
      ).customers,
      counts: await customerCounts(tx, partner),
    }))

  test('lists the client account as one of the parent’s, for whoever may enter it', async () => {
    // Served by the firm it would be listed anyway.
    await world.rows('update channel_relationship set ended_at = now() where account_id = $1', [client.id])
    const seen = await desk(tech)
    if (seen === 'not-found') throw new Error('no desk')
    expect(seen.one?.live).toMatchObject([
      { state: 'active', mine: true, via: expect.stringMatching(/^Made /) },
    ])
    expect(seen.active.map(one => one.slug)).toContain(client.slug)
    await change('exclude')
    expect(await desk()).toMatchObject({ one: null })
  })

  test('where it has worked the client account stays, and says what shut it out: the exclusion, or the parent', async () => {
    await world.rows('update channel_relationship set ended_at = now() where account_id = $1', [client.id])
    const [grant] = (await world.sight(tech, client.id))?.authority.grants ?? []
    if (!grant) throw new Error('not inside')
    await noteUse(world.actor(tech), client, grant, world.pool)
    const ended = async () => {
      const seen = await desk()
      return seen === 'not-found' ? null : seen.one?.ended
    }
    await change('exclude')
    expect(await ended()).toMatchObject({
      state: 'excluded',
      by: 'Harriet Osei',
      reason: 'We have our own.',
      scope: { name: 'services' },
    })
    await change('include')
    expect(await ended()).toBeNull()
    await driver.play({ do: 'revoke', by: owner, grant: 'g0' })
    expect(await ended()).toMatchObject({ state: 'revoked', by: 'Harriet Osei' })
  })
})
