import { afterAll, describe, expect, test } from 'vitest'
import type { Role } from '#lib/access/roles.ts'
import type { Actor } from '#lib/actor.ts'
import type { LinkWay } from '#lib/person-invitation/link.ts'
import { offerMark } from '#lib/person-invitation/person-invitation.ts'
import { closeAccount } from '../account/close.ts'
import { reading, writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { sweep } from '../sweep/sweep.ts'
import { acceptedBefore, acceptPersonInvitation, declinePersonInvitation } from './answer.ts'
import { cancelPersonInvitation, changeOffer, renewPersonInvitation } from './change.ts'
import { meetInvitation } from './meet.ts'
import { address, invitingIn, newAddress } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())

const secret = 'a secret of the tests, which guards nothing'
const owner = 'owner@maple.example'
const billing = 'billing@maple.example'
const someone = 'desk@harbour-dental.example'
const maple = world.account('maple-logistics')
const depot = world.account('maple-depot-west')
const providerId = world.provider('northwind')
const wall = { role: 'app', providerId } as const

const { invite, invited, linkOf } = invitingIn(world, secret)
const offerOf = async (id: string) =>
  (await world.rows<{ roles: Role[] }>('select roles from person_invitation where id = $1', [id]))[0]
    ?.roles ?? []
const accept = async (
  id: string,
  email: string,
  { link, shown }: { link?: Awaited<ReturnType<typeof linkOf>>; shown?: readonly Role[] } = {},
) => {
  const held = { ...(link ?? (await linkOf(id))), offer: offerMark(shown ?? (await offerOf(id))) }
  return writing(wall, tx => acceptPersonInvitation(tx, world.actor(email), held, secret), world.pool)
}
const stateOf = async (id: string) =>
  (await world.rows<{ state: string }>('select state from person_invitation where id = $1', [id]))[0]?.state
const places = (email: string, account = maple) =>
  world.rows<{ id: string; roles: string[]; version: number }>(
    `select m.id, m.roles, m.version from membership m join person p on p.id = m.person_id
      where p.email = $1 and m.account_id = $2 and m.kind = 'administrator' and m.state = 'active'`,
    [email, account],
  )
const leave = (email: string, account = maple) =>
  world.rows(
    `update membership m set state = 'removed' from person p where p.id = m.person_id and p.email = $1 and m.account_id = $2 and m.kind = 'administrator'`,
    [email, account],
  )
const events = async (id: string) =>
  (
    await world.rows<{ action: string }>('select action from event where subject_id = $1 order by id', [id])
  ).map(one => one.action.replace('person-invitation.', ''))
const letters = (id: string, kind: string) =>
  world.rows<{ to: string; state: string }>(
    'select to_address as "to", state from letter where subject_id = $1 and kind = $2 order by created_at',
    [id, kind],
  )

describe('a link', () => {
  test('makes whoever accepts an administrator with just its roles, once, and the account is told', async () => {
    const id = await invited({ email: null })
    expect(await letters(id, 'administrator-invited')).toEqual([])
    expect(await accept(id, someone)).toMatchObject({ ok: true, value: { accountSlug: 'maple-logistics' } })
    expect(await places(someone)).toMatchObject([{ roles: ['subscription-owner'] }])
    const sight = await world.sight(someone, maple)
    expect([...(sight?.authority.capabilities ?? [])]).toEqual(
      expect.arrayContaining(['billing.read', 'trials.read']),
    )
    expect(await accept(id, billing)).toMatchObject({
      refusal: 'already-decided',
      seen: { state: 'accepted' },
    })
    expect(await events(id)).toEqual(['created', 'accepted'])
    expect((await letters(id, 'administrator-accepted')).map(one => one.to)).toContain(owner)
    await leave(someone)
  })

  test('of 50 who hold it at once one wins', async () => {
    const id = await invited({ email: null })
    const link = await linkOf(id)
    const people = [
      'admin@cedar.example',
      someone,
      'manager@harbour-dental.example',
      'proprio@erable.example',
    ]
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => accept(id, people[i % people.length] ?? someone, { link })),
    )
    expect(answers.filter(one => one.ok)).toHaveLength(1)
    const told = answers.filter(one => !one.ok && 'seen' in one && one.seen?.state === 'accepted')
    expect(told, 'all others are told that it was accepted').toHaveLength(49)
    expect((await events(id)).filter(one => one === 'accepted')).toHaveLength(1)
    const given = await Promise.all(people.map(email => places(email)))
    expect(given.flat()).toHaveLength(1)
    console.log(
      `50 acceptances of one link: ${answers.filter(one => one.ok).length} won, ${told.length} told`,
    )
    for (const email of people) await leave(email)
  })

  test('is never an Account Owner’s, when made or changed; unknown and doubled roles come to nothing', async () => {
    expect(await invite({ email: null, roles: ['account-owner'] })).toMatchObject({
      refusal: 'owner-by-link',
    })
    expect(await invite({ anyAddress: true, roles: ['account-owner'] })).toMatchObject({
      refusal: 'owner-by-link',
    })
    expect(await invite({ roles: ['owner', 'account-owner,sync-contributor'] })).toMatchObject({
      refusal: 'no-role',
    })
    const id = await invited({ email: null, roles: ['service-viewer', 'service-viewer'] })
    const offer = (roles: string[], version = 1) =>
      world.onAccount(owner, maple, 'administrators.manage', change =>
        changeOffer(change, { id, version, roles }),
      )
    expect(await offer(['service-viewer', 'account-owner'])).toMatchObject({ refusal: 'owner-by-link' })
    expect(await offer(['sync-contributor'])).toMatchObject({ value: 'changed' })
    expect(await offer(['service-viewer'])).toMatchObject({ refusal: 'changed-meanwhile' })
    expect(await accept(id, someone, { shown: ['service-viewer'] }), 'what their page showed').toMatchObject({
      refusal: 'offer-changed',
    })
    expect(await places(someone)).toEqual([])
    expect(await accept(id, someone)).toMatchObject({ ok: true })
    expect(await places(someone)).toMatchObject([{ roles: ['sync-contributor'] }])
    await leave(someone)
  })
})

describe('an invitation by e-mail', () => {
  test('is bound to its address, unless another sign-in was allowed, and known again by who accepted it', async () => {
    const bound = await invited({ email: address(someone.toUpperCase()) })
    expect(await accept(bound, billing)).toMatchObject({ refusal: 'other-address' })
    expect(await accept(bound, 'admin@cedar.example')).toMatchObject({ refusal: 'other-address' })
    expect(await accept(bound, someone)).toMatchObject({ ok: true })
    const known = (who: string) =>
      reading(wall, tx => acceptedBefore(tx, world.actor(who), bound), world.pool)
    expect([await known(someone), await known(billing)]).toEqual(['maple-logistics', null])
    await leave(someone)
    expect(await known(someone)).toBeNull()
    const free = await invited({ email: address(newAddress()), anyAddress: true })
    expect(await accept(free, someone)).toMatchObject({ ok: true })
    await leave(someone)
  })

  test('is declined by nobody who is signed in with another address, by whatever link, but by its letter alone', async () => {
    const id = await invited({ email: address(someone) })
    const decline = async (actor: Actor | null, way: LinkWay) => {
      const [by, link] = [{ providerId, actor, address: '' }, await linkOf(id, way)]
      return writing(wall, tx => declinePersonInvitation(tx, by, link, secret), world.pool)
    }
    for (const way of ['letter', 'copied'] as const)
      expect(await decline(world.actor(billing), way)).toMatchObject({ refusal: 'other-address' })
    expect(await decline(null, 'copied')).toMatchObject({ refusal: 'not-allowed' })
    expect(await decline(null, 'letter')).toMatchObject({ ok: true })
  })

  test('writes to an address that nobody has, in the account’s look, and to somebody known in theirs', async () => {
    const to = newAddress()
    const id = await invited({ email: address(to), language: 'fr' })
    const known = await invited({ email: address('proprio@erable.example'), language: 'en' })
    const rows = await world.rows<{ to: string; language: string; host: string; person: boolean }>(
      `select l.to_address as "to", l.language, b.host, l.person_id is not null as person from letter l
        join branding_domain b on b.id = l.branding_domain_id where l.subject_id = any($1) order by person`,
      [[id, known]],
    )
    expect(rows).toEqual([
      { to, language: 'fr', host: 'northwind.localhost', person: false },
      { to: 'proprio@erable.example', language: 'fr', host: 'boreal.localhost', person: true },
    ])
  })

  test('sent again kills the old link; to another address it is for that one', async () => {
    const first = newAddress()
    const id = await invited({ email: address(first) })
    const old = await linkOf(id)
    const renew = (to: string | null) =>
      world.onAccount(owner, maple, 'administrators.manage', change =>
        renewPersonInvitation(change, id, to ? address(to) : null, secret),
      )
    expect(await renew(null)).toMatchObject({ ok: true })
    expect(await accept(id, someone, { link: old })).toMatchObject({ refusal: 'replaced' })
    expect(await renew(someone)).toMatchObject({ value: { email: someone } })
    expect((await letters(id, 'administrator-invited')).map(one => one.to)).toEqual([first, first, someone])
    expect(await events(id)).toEqual(['created', 'resent', 'readdressed'])
    expect(await accept(id, someone)).toMatchObject({ ok: true })
    await leave(someone)
    const link = await invited({ email: null })
    const moved = await world.onAccount(owner, maple, 'administrators.manage', change =>
      renewPersonInvitation(change, link, address(someone), secret),
    )
    expect(moved).toMatchObject({ refusal: 'by-link' })
  })

  test('one an address, and none to an administrator', async () => {
    const to = newAddress()
    await invited({ email: address(to) })
    expect(await invite({ email: address(to) })).toMatchObject({ refusal: 'already-invited' })
    expect(await invite({ email: address(billing) })).toMatchObject({ refusal: 'is-administrator' })
  })
})

describe('whoever invited must still be one who may', () => {
  test('demoted meanwhile: nobody accepts, until somebody who may sends it again', async () => {
    const contributor = 'contributor@maple.example'
    const set = (roles: string) =>
      world.rows(
        `update membership m set roles = $1 from person p where p.id = m.person_id and p.email = $2 and m.account_id = $3`,
        [roles, contributor, maple],
      )
    await set('{account-owner}')
    const id = await invited({ email: null }, contributor)
    await set('{subscription-contributor,service-contributor}')
    expect(await accept(id, someone)).toMatchObject({
      refusal: 'inviter-gone',
      seen: { by: expect.any(String) },
    })
    expect(await stateOf(id)).toBe('created')
    expect(await places(someone)).toEqual([])
    await world.onAccount(owner, maple, 'administrators.manage', change =>
      renewPersonInvitation(change, id, null, secret),
    )
    expect(await accept(id, someone)).toMatchObject({ ok: true })
    await leave(someone)
  })

  test('a Brand Contributor only where the account has Branding, also when it is accepted', async () => {
    const id = await invited({ email: null, roles: ['brand-contributor'] })
    expect(await invite({ roles: ['brand-contributor'] }, 'owner@depot.example', depot)).toMatchObject({
      refusal: 'beyond-yours',
    })
    await world.rows(`delete from account_product where account_id = $1 and product = 'branding'`, [maple])
    expect(await accept(id, someone)).toMatchObject({ refusal: 'inviter-gone' })
    await world.rows(
      `insert into account_product (provider_id, account_id, product) values ($1, $2, 'branding')`,
      [providerId, maple],
    )
  })

  test('on a client account no role that was given by an invitation costs money', async () => {
    const id = await invited(
      { email: null, roles: ['subscription-contributor', 'subscription-owner'] },
      'owner@depot.example',
      depot,
    )
    expect(await accept(id, someone)).toMatchObject({ ok: true })
    const sight = await world.sight(someone, depot)
    const held = [...(sight?.authority.capabilities ?? [])]
    expect(held).toContain('subscriptions.read')
    expect(
      held.filter(one => ['subscriptions.update', 'clients.create', 'trials.start'].includes(one)),
    ).toEqual([])
    await leave(someone, depot)
  })
})

describe('an invitation ends', () => {
  test('cancelled, declined, lapsed by the clock and by the sweep, and with its account', async () => {
    const [one, two, three] = [
      await invited({ email: null }),
      await invited({ email: null }),
      await invited({ email: null }),
    ]
    const cancel = (id: string) =>
      world.onAccount(owner, maple, 'administrators.manage', change => cancelPersonInvitation(change, id))
    expect(await cancel(one)).toMatchObject({ ok: true })
    expect(await cancel(one)).toMatchObject({ refusal: 'already-decided', seen: { state: 'cancelled' } })
    expect(await accept(one, someone)).toMatchObject({ refusal: 'already-decided' })
    const decline = async (id: string, by: string | null, way: LinkWay) =>
      writing(
        wall,
        async tx =>
          declinePersonInvitation(
            tx,
            { providerId, actor: by ? world.actor(by) : null, address: '' },
            await linkOf(id, way),
            secret,
          ),
        world.pool,
      )
    expect(await decline(two, null, 'letter')).toMatchObject({ refusal: 'not-allowed' })
    expect(await decline(two, someone, 'copied')).toMatchObject({ ok: true })
    const named = await invited()
    expect(await decline(named, null, 'copied')).toMatchObject({ refusal: 'not-allowed' })
    expect(await decline(named, null, 'letter')).toMatchObject({ ok: true })
    expect((await letters(named, 'administrator-declined')).map(to => to.to)).toEqual([owner])
    await world.rows(`update person_invitation set lapses_at = now() where id = $1`, [three])
    expect(await accept(three, someone)).toMatchObject({ refusal: 'lapsed' })
    await sweep(10_000, world.pool)
    expect(await stateOf(three)).toBe('lapsed')
    expect((await letters(three, 'administrator-lapsed')).map(to => to.to)).toEqual([owner])

    const account = await world.newAccount()
    const last = await invited({ email: null }, 'owner@harbour-dental.example', account.id)
    await world.asProvider('platform@northwind.example', change => closeAccount(change, account.id, 'gone'))
    expect(await accept(last, someone)).toMatchObject({ refusal: 'not-found' })
    expect(await events(last)).toEqual(['created', 'ended-with-account'])
  })

  test('and of what has ended a link tells nothing but that', async () => {
    const id = await invited({ email: null })
    const link = await linkOf(id)
    const meet = (token = link.token) =>
      reading(wall, tx => meetInvitation(tx, providerId, token, secret), world.pool)
    expect(await meet()).toMatchObject({
      is: 'open',
      invitation: { account: 'Maple Logistics', addressee: null },
    })
    await world.onAccount(owner, maple, 'administrators.manage', change => cancelPersonInvitation(change, id))
    expect(await meet()).toEqual({ is: 'cancelled' })
    expect(await meet(`${link.token.slice(0, -1)}${link.token.endsWith('A') ? 'B' : 'A'}`)).toEqual({
      is: 'unknown',
    })
    const elsewhere = reading(
      { role: 'app', providerId: world.provider('southern') },
      tx => meetInvitation(tx, world.provider('southern'), link.token, secret),
      world.pool,
    )
    expect(await elsewhere).toEqual({ is: 'unknown' })
  })
})
