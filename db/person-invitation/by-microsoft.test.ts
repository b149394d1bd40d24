import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { canonicalOf } from '#lib/email.ts'
import { invitationToken, type LinkWay } from '#lib/person-invitation/link.ts'
import { writing } from '../client.ts'
import { answerFlow, beginFlow } from '../microsoft/flow.ts'
import { newWorld } from '../proof/world.ts'
import { acceptByMicrosoft } from './by-microsoft.ts'
import { type Inviting, invitePerson } from './create.ts'

const world = await newWorld()
afterAll(() => world.close())

const secret = 'a secret of the tests, which guards nothing'
const maple = world.account('maple-logistics')
const providerId = world.provider('northwind')
const wall = { role: 'app', providerId } as const
const tenant = '11111111-1111-4111-8111-111111111111'
const [brand] = await world.rows<{ id: string }>(
  `select id from branding_domain where host = 'northwind.localhost'`,
)
const place = { providerId, brandingDomainId: brand?.id ?? '' }
let made = 0

beforeEach(() =>
  world.rows(
    `insert into microsoft_setting (provider_id, is_on, tenants, client_id) values ('${providerId}', true, '{${tenant}}', 'x')
      on conflict (provider_id) do update set is_on = true, tenants = excluded.tenants`,
  ),
)

async function invited(email: string, more: Partial<Inviting> = {}) {
  const done = await world.onAccount('owner@maple.example', maple, 'administrators.manage', change =>
    invitePerson(
      change,
      {
        email: { address: email, canonical: canonicalOf(email) },
        anyAddress: false,
        roles: ['subscription-owner'],
        language: 'en',
        ...more,
      },
      secret,
    ),
  )
  if (done === 'not-found' || !done.ok) throw new Error(`not invited: ${JSON.stringify(done)}`)
  return done.value.invitationId
}

const linkOf = (id: string, way: LinkWay = 'letter', round = 1, offer = 'subscription-owner') => ({
  token: invitationToken({ id, round }, way, secret),
  invitationId: id,
  offer,
})

/** A browser that has come back from Microsoft with an account of this address. */
async function came(address: string, object = `aaaaaaaa-0000-4000-8000-${String(++made).padStart(12, '0')}`) {
  const flow = { token: randomUUID(), state: randomUUID() }
  await writing(
    wall,
    async tx => {
      const begun = {
        ...flow,
        purpose: 'sign-in',
        next: '/invitations',
        leadsTo: 'https://x.example/',
      } as const
      await beginFlow(tx, place, { ...begun, personId: null })
      await answerFlow(tx, place, flow, { tenant, object, name: 'Jo Marsh', address })
    },
    world.pool,
  )
  return flow.token
}

const accept = (link: ReturnType<typeof linkOf>, flowToken: string) =>
  writing(
    wall,
    async tx => {
      const newcomer = { name: 'Jo Marsh', language: 'en', flowToken, address: '203.0.113.7' } as const
      const done = await acceptByMicrosoft(tx, place, link, newcomer, secret)
      // As the door does: what is refused has not happened.
      if (!done.ok) throw Object.assign(new Error('refused'), { refusal: done.refusal })
      return done.value
    },
    world.pool,
  ).catch((error: { refusal?: string }) => error.refusal ?? Promise.reject(error))

const standing = async () =>
  (
    await world.rows<{ whole: string }>(
      `select concat_ws(' ', (select count(*) from person), (select count(*) from microsoft_link),
        (select count(*) from membership), (select count(*) from letter), (select count(*) from event)) as whole`,
    )
  )[0]?.whole

const address = () => `jo${++made}@people.example`

describe('whoever holds the letter and has proved a Microsoft account', () => {
  test('has a sign-in without a password, is linked, and is an administrator, all by one click', async () => {
    const email = address()
    const id = await invited(email)
    const done = await accept(linkOf(id), await came(email))
    expect(done).toMatchObject({ accountSlug: 'maple-logistics' })
    const [person] = await world.rows(
      `select p.name, p.password_hash is null as bare, p.home_brand_id as home, m.kind, m.state, m.roles, l.address,
          i.state as invitation
        from person p join membership m on m.person_id = p.id join microsoft_link l on l.person_id = p.id
          join person_invitation i on i.id = $2 where p.email = $1`,
      [email, id],
    )
    expect(person).toEqual({
      name: 'Jo Marsh',
      bare: true,
      home: place.brandingDomainId,
      kind: 'administrator',
      state: 'active',
      roles: ['subscription-owner'],
      address: email,
      invitation: 'accepted',
    })
    const letters = await world.rows<{ kind: string }>(
      `select kind from letter where to_address = $1 and kind <> 'administrator-invited'`,
      [email],
    )
    expect(letters).toEqual([{ kind: 'microsoft-linked' }])
    const acts = await world.rows<{ by: string }>(
      `select actor_name as by from event where subject_id = $1 and action = 'person-invitation.accepted'`,
      [id],
    )
    expect(acts).toEqual([{ by: 'Jo Marsh' }])
  })

  test('two clicks at once: one accepts, and there is one of everything', async () => {
    let tries = 0
    for (let round = 0; round < 4; round++) {
      const email = address()
      const link = linkOf(await invited(email))
      const tokens = [await came(email), await came(email)]
      const two = await Promise.all(tokens.map(token => accept(link, token)))
      tries += 2
      expect(two.filter(one => typeof one !== 'string')).toHaveLength(1)
      const n = await world.rows(
        `select 1 from person p join microsoft_link l on l.person_id = p.id join membership m on m.person_id = p.id where p.email = $1`,
        [email],
      )
      expect(n).toHaveLength(1)
    }
    console.log(`accepted with Microsoft by two clicks at once: ${tries} tries, 0 failures`)
  })

  test('another address is taken where the inviter allowed it; the sign-in is the invited address’s', async () => {
    const email = address()
    const done = await accept(
      linkOf(await invited(email, { anyAddress: true })),
      await came('jo@elsewhere.example'),
    )
    expect(done).toMatchObject({ accountSlug: 'maple-logistics' })
    expect(await world.rows('select 1 from person where email = $1', [email])).toHaveLength(1)
    expect(await world.rows(`select 1 from person where email = 'jo@elsewhere.example'`)).toHaveLength(0)
  })
})

describe('refused, and nothing is half done', () => {
  const known = async (change: string) => {
    const email = address()
    const id = await invited(email)
    await world.rows(
      `insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
        values ($1, $2, $2, 'Known Already', 'en', 'UTC', $3)`,
      [providerId, email, place.brandingDomainId],
    )
    await world.rows(change, [email])
    return { id, email }
  }

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    [
      'another address',
      async () => {
        const [link, token] = [linkOf(await invited(address())), await came('jo@elsewhere.example')]
        return () => accept(link, token)
      },
      'other-address',
    ],
    [
      'Account Owner with another address',
      async () => {
        const link = linkOf(
          await invited(address(), { roles: ['account-owner'] }),
          'letter',
          1,
          'account-owner',
        )
        const token = await came('jo@elsewhere.example')
        return () => accept(link, token)
      },
      'other-address',
    ],
    [
      'a copied link, which proves no mailbox',
      async () => {
        const email = address()
        const [link, token] = [linkOf(await invited(email), 'copied'), await came(email)]
        return () => accept(link, token)
      },
      'not-found',
    ],
    [
      'a link that was replaced',
      async () => {
        const email = address()
        const id = await invited(email)
        await world.rows('update person_invitation set round = 2 where id = $1', [id])
        const token = await came(email)
        return () => accept(linkOf(id), token)
      },
      'not-found',
    ],
    [
      'nothing proved at Microsoft',
      async () => {
        const link = linkOf(await invited(address()))
        return () => accept(link, 'another')
      },
      'nothing-held',
    ],
    [
      'somebody with a password: theirs is not touched',
      async () => {
        const { id, email } = await known(`update person set password_hash = 'x' where email = $1`)
        const token = await came(email)
        return () => accept(linkOf(id), token)
      },
      'has-sign-in',
    ],
    [
      'somebody who signs in with Microsoft already',
      async () => {
        const { id, email } = await known(
          `insert into microsoft_link (provider_id, person_id, tenant_id, object_id, name, address)
            select provider_id, id, 't', id::text, name, email from person where email = $1`,
        )
        const token = await came(email)
        return () => accept(linkOf(id), token)
      },
      'has-sign-in',
    ],
    [
      'somebody who was shut out',
      async () => {
        const { id, email } = await known('update person set disabled_at = now() where email = $1')
        const token = await came(email)
        return () => accept(linkOf(id), token)
      },
      'has-sign-in',
    ],
    [
      'an account at Microsoft that is another person’s way in',
      async () => {
        const object = 'bbbbbbbb-0000-4000-8000-000000000001'
        await world.rows(
          `insert into microsoft_link (provider_id, person_id, tenant_id, object_id, name, address)
            select provider_id, id, $1, $2, name, email from person where email = 'owner@depot.example'`,
          [tenant, object],
        )
        const email = address()
        const [link, token] = [linkOf(await invited(email)), await came(email, object)]
        return () => accept(link, token)
      },
      'linked-elsewhere',
    ],
    [
      'switched off meanwhile',
      async () => {
        const email = address()
        const [link, token] = [linkOf(await invited(email)), await came(email)]
        await world.rows('update microsoft_setting set is_on = false')
        return () => accept(link, token)
      },
      'not-let-in',
    ],
    [
      'an inviter who may not give it any more',
      async () => {
        const email = address()
        const [link, token] = [linkOf(await invited(email)), await came(email)]
        await world.rows(
          `update membership m set state = 'disabled' from person p where p.id = m.person_id and p.email = 'owner@maple.example'`,
        )
        return () => accept(link, token)
      },
      'inviter-gone',
    ],
  ])('%s', async (_, prepare, refusal) => {
    const act = await prepare()
    const before = await standing()
    expect(await act()).toBe(refusal)
    expect(await standing()).toBe(before)
  })
})
