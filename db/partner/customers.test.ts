import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dealingState, nextAct } from '#lib/partner/dealing.ts'
import { sendRequest, withdrawRequest } from '../access-request/ask.ts'
import { approveRequest, askQuestion, declineRequest } from '../access-request/decide.ts'
import { designate } from '../designation/designate.ts'
import { changeGrant } from '../grant/change.ts'
import { acceptInvitation } from '../invitation/answer.ts'
import { sendInvitation } from '../invitation/invite.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { type CustomerFilter, customerCounts, customerFilters } from './customer-sets.ts'
import { type Customer, customerOf, customersOf } from './customers.ts'
import { giveUpGrant, grantOfPartner } from './grants.ts'
import { historyOfPartner } from './history.ts'
import { dealingsWith } from './past.ts'
import { endRelationship } from './relationship.ts'

const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const owner = 'owner@harbour-dental.example'
const platform = 'platform@northwind.example'
const firm = 'brightline-it'
const services = { name: 'services', pages: [] } as const
const day = { kind: 'hours', hours: 24 } as const

let world: World
let made: NewAccount

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  made = await world.newAccount()
})

async function seen(email: string, slug: string): Promise<Customer> {
  const customer = await world.asPartner(email, firm, ({ tx, partner }) => customerOf(tx, partner, slug))
  if (!customer || customer === 'not-found') throw new Error(`${email} does not see ${slug}`)
  return customer
}

async function ask(email = tech, slug = made.slug, startsAt: Date | null = null): Promise<string> {
  const asking = {
    account: { slug },
    reason: 'The lines are down.',
    ticket: 'T-77',
    scope: services,
    duration: day,
    startsAt,
  }
  const sent = await world.asPartner(email, firm, change => sendRequest(change, asking))
  if (sent === 'not-found' || !sent.ok) throw new Error('not sent')
  return sent.value.requestId
}

async function decided(requestId: string): Promise<string> {
  await world.onAccount(owner, made.id, 'partners.decide', change =>
    approveRequest(change, requestId, { scope: services, duration: day }),
  )
  const [grant] = await world.rows<{ id: string }>('select id from access_grant where request_id = $1', [
    requestId,
  ])
  return grant?.id ?? ''
}

describe('how the firm stands with an account, move by move', () => {
  test('from nothing over a question to access, given up', async () => {
    expect(dealingState(await seen(tech, made.slug))).toBe('none')
    const requestId = await ask()
    expect(await seen(tech, made.slug)).toMatchObject({
      open: { id: requestId, state: 'pending', askedBy: 'Theo Nakamura' },
    })
    await world.onAccount(owner, made.id, 'partners.decide', change =>
      askQuestion(change, requestId, 'Which line?'),
    )
    expect(nextAct(await seen(tech, made.slug))).toBe('answer')
    const grantId = await decided(requestId)
    const active = await seen(tech, made.slug)
    expect(active).toMatchObject({
      open: null,
      live: [{ id: grantId, state: 'active', mine: true, assigned: ['Theo Nakamura'] }],
    })
    expect(active.live[0]?.endsAt?.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    const gone = await world.asPartner(tech, firm, change => giveUpGrant(change, grantId, 'All done.'))
    expect(gone).toMatchObject({ ok: true })
    expect(await seen(tech, made.slug)).toMatchObject({
      live: [],
      ended: { kind: 'grant', id: grantId, state: 'relinquished', by: 'Theo Nakamura', reason: 'All done.' },
    })
  })

  test('the last use is the firm’s latest on the account, whichever of its grants the row shows', async () => {
    const used = (grantId: string, by: string, hoursAgo: number) =>
      world.rows(
        'update access_grant set last_used_at = now() - make_interval(hours => $2), last_used_by = $3 where id = $1',
        [grantId, hoursAgo, world.actor(by).personId],
      )
    const before = await decided(await ask())
    expect((await seen(tech, made.slug)).lastUse).toBeNull()
    await used(before, tech, 5)
    await world.asPartner(tech, firm, change => giveUpGrant(change, before, ''))
    const open = await decided(await ask())
    // The access that is shown has not been used yet; the one before has.
    expect(await seen(tech, made.slug)).toMatchObject({
      live: [{ id: open, lastUsedAt: null }],
      lastUse: { by: 'Theo Nakamura' },
    })
    await used(open, admin, 2)
    const { lastUse } = await seen(admin, made.slug)
    expect(lastUse?.by).toBe(world.actor(admin).name)
    expect(Math.round((Date.now() - Number(lastUse?.at)) / 3_600_000)).toBe(2)
    // Another firm's use of the same account is its own.
    await world.rows(
      'update access_grant set partner_id = $2, request_id = null, relationship_id = null where id = $1',
      [open, world.partner('cedar-consulting')],
    )
    expect((await seen(admin, made.slug)).lastUse?.by).toBe('Theo Nakamura')
  })

  test('on whose word it came: the firm’s, the account’s or the provider’s', async () => {
    const origin = async () => {
      const { live, ended } = await seen(admin, made.slug)
      return [live[0]?.origin, live[0]?.askedBy, ended?.origin]
    }
    await decided(await ask())
    expect(await origin()).toEqual(['request', 'Theo Nakamura', undefined])
    const giving = { scope: services, duration: day }
    const end = (act: 'revoke' | 'terminate', by: 'account' | 'provider') =>
      world
        .rows<{ id: string }>('select id from access_grant where account_id = $1 and ended_at is null', [
          made.id,
        ])
        .then(rows =>
          Promise.all(
            rows.map(({ id: grantId }) => {
              const of = { accountId: made.id, grantId }
              return by === 'account'
                ? world.onAccount(owner, made.id, 'partners.decide', change =>
                    changeGrant(change, of, act, by),
                  )
                : world.asProvider(platform, change => changeGrant(change, of, act, by))
            }),
          ),
        )
    await end('revoke', 'account')
    expect(await origin()).toEqual([undefined, undefined, 'request'])
    const code = { firm: { partnerCode: 'BRT-4821' }, ...giving }
    const sent = await world.onAccount(owner, made.id, 'partners.decide', change =>
      sendInvitation(change, code),
    )
    if (sent === 'not-found' || !sent.ok) throw new Error('not invited')
    await world.asPartner(admin, firm, change => acceptInvitation(change, sent.value.invitationId))
    expect(await origin()).toEqual(['invitation', null, 'request'])
    await end('revoke', 'account')
    await world.asProvider(platform, change =>
      designate(change, { accountId: made.id, partnerId: world.partner(firm) }, giving, 'They know it.'),
    )
    expect(await origin()).toEqual(['provider', null, 'invitation'])
    await end('terminate', 'provider')
    expect(await origin()).toEqual([undefined, undefined, 'provider'])
  })

  test('an access that only the clock has ended is expired', async () => {
    const grantId = await decided(await ask())
    await world.rows(`update access_grant set ends_at = now() - interval '1 minute' where id = $1`, [grantId])
    const customer = await seen(tech, made.slug)
    expect(customer).toMatchObject({ live: [], ended: { state: 'expired', id: grantId } })
    expect(nextAct(customer)).toBe('ask')
  })

  test('a request that only the clock has ended has lapsed, and stands in nobody’s way', async () => {
    const requestId = await ask()
    await world.rows(`update access_request set lapses_at = now() - interval '1 minute' where id = $1`, [
      requestId,
    ])
    expect(await seen(tech, made.slug)).toMatchObject({
      open: null,
      ended: { state: 'lapsed', id: requestId },
    })
    await ask()
  })

  test('what starts later is scheduled, and what the customer holds is suspended', async () => {
    const grantId = await decided(await ask(tech, made.slug, new Date(Date.now() + 3_600_000)))
    expect(dealingState(await seen(tech, made.slug))).toBe('scheduled')
    await world.onAccount(owner, made.id, 'partners.decide', change =>
      changeGrant(change, { grantId, accountId: made.id }, 'suspend', 'account'),
    )
    expect(await seen(tech, made.slug)).toMatchObject({
      live: [{ state: 'suspended', suspendedBy: 'account' }],
    })
  })

  test('after a decline the row tells from when the firm may ask again', async () => {
    const requestId = await ask()
    await world.onAccount(owner, made.id, 'partners.decide', change =>
      declineRequest(change, requestId, 'Not now.'),
    )
    const customer = await seen(tech, made.slug)
    expect(customer.ended).toMatchObject({ state: 'declined', by: 'Harriet Osei', reason: 'Not now.' })
    expect(Number(customer.askFrom) - Date.now()).toBeGreaterThan(23 * 3_600_000)
    expect(nextAct(customer)).toBe('see')
  })

  test('where the firm no longer serves the account its history stays, but it can’t ask', async () => {
    await decided(await ask())
    await world.asProvider('platform@northwind.example', change =>
      endRelationship(change, made.relationshipId, 'Moved on.'),
    )
    expect(await seen(admin, made.slug)).toMatchObject({
      served: false,
      ended: { state: 'terminated', by: 'Nora Whitfield' },
    })
  })
})

describe('who may enter', () => {
  test('a technician only where assigned, an administrator everywhere', async () => {
    const grantId = await decided(await ask(admin))
    expect((await seen(admin, made.slug)).live[0]).toMatchObject({ id: grantId, mine: true })
    expect((await seen(tech, made.slug)).live[0]).toMatchObject({ id: grantId, mine: false })
    const own = await world.asPartner(tech, firm, ({ tx, partner }) => grantOfPartner(tx, partner, grantId))
    expect(own).toMatchObject({ effective: true, mine: false, state: 'active' })
  })

  test('what the desk says is what the access check says', async () => {
    await decided(await ask(admin))
    for (const email of [tech, admin]) {
      const says = (await seen(email, made.slug)).live.some(grant => grant.mine)
      expect((await world.sight(email, made.id)) !== null).toBe(says)
    }
  })

  test('another technician can’t give up what a colleague asked for', async () => {
    const grantId = await decided(await ask(admin))
    const refused = await world.asPartner(tech, firm, change => giveUpGrant(change, grantId, ''))
    expect(refused).toMatchObject({ ok: false, refusal: 'not-yours' })
    expect((await seen(admin, made.slug)).live).toHaveLength(1)
  })
})

describe('the list', () => {
  async function listed(filter: CustomerFilter, search?: string): Promise<string[]> {
    const answer = await world.asPartner(admin, firm, ({ tx, partner }) =>
      customersOf(tx, partner, { filter, search }),
    )
    return answer === 'not-found' ? [] : answer.customers.map(customer => customer.slug)
  }

  test('each tile counts what it shows', async () => {
    await decided(await ask())
    for (const filter of customerFilters) {
      const counts = await world.asPartner(admin, firm, ({ tx, partner }) => customerCounts(tx, partner))
      expect(counts).not.toBe('not-found')
      if (counts !== 'not-found') expect(await listed(filter)).toHaveLength(counts[filter])
    }
    expect(await listed('active')).toContain(made.slug)
    expect(await listed('today')).toContain(made.slug)
    expect(await listed('asked')).not.toContain(made.slug)
    expect(await listed('ended')).not.toContain(made.slug)
  })

  test('is searched by name without regard to case and accents, and by ticket; wildcards are characters', async () => {
    await world.rows('update account set name = $2 where id = $1', [made.id, 'Érable 100% Nord'])
    expect(await listed('all', 'eRABLE')).toEqual([made.slug])
    expect(await listed('all', '100%')).toEqual([made.slug])
    expect(await listed('all', '1%n')).toEqual([])
    await ask()
    expect(await listed('asked', 't-77')).toContain(made.slug)
    expect(await listed('all', `'; drop table account; --`)).toEqual([])
  })

  test('is paged by name, every account once', async () => {
    for (let i = 0; i < 30; i++) await world.newAccount()
    const whole = await world.asPartner(admin, firm, async ({ tx, partner }) => {
      const slugs: string[] = []
      let after: string | undefined
      do {
        const page = await customersOf(tx, partner, { filter: 'all', after })
        expect(page.customers.length).toBeLessThanOrEqual(25)
        slugs.push(...page.customers.map(customer => customer.slug))
        after = page.next ?? undefined
      } while (after)
      return slugs
    })
    expect(new Set(whole).size).toBe(whole.length)
    expect(whole.length).toBeGreaterThan(30)
  })

  test.each(['', 'x', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`, '__proto__', '\0'])(
    'a cursor that is none (%j) shows the first page',
    async after => {
      const page = await world.asPartner(admin, firm, ({ tx, partner }) =>
        customersOf(tx, partner, { filter: 'all', after }),
      )
      expect(page).toMatchObject({ next: expect.any(String) })
    },
  )
})

describe('nobody else’s', () => {
  test('an account that the firm never dealt with is not there, nor another provider’s', async () => {
    for (const slug of ['erable-sante', 'southern-bakery', 'nowhere', '__proto__', ''])
      expect(
        await world.asPartner(admin, firm, ({ tx, partner }) => customerOf(tx, partner, slug)),
      ).toBeNull()
  })

  test('another firm of the same provider sees nothing of it', async () => {
    const grantId = await decided(await ask())
    const theirs = await world.asPartner(
      'admin@cedar.example',
      'cedar-consulting',
      async ({ tx, partner }) => ({
        customer: await customerOf(tx, partner, made.slug),
        grant: await grantOfPartner(tx, partner, grantId),
        past: (await dealingsWith(tx, partner, made.slug, undefined)).dealings,
        events: (await historyOfPartner(tx, partner, { search: '', before: undefined })).events,
      }),
    )
    expect(theirs).toEqual({ customer: null, grant: null, past: [], events: [] })
  })
})

test('everything that was asked and given stays, newest first, and the history names the customer', async () => {
  const first = await ask()
  await world.asPartner(tech, firm, change => withdrawRequest(change, first))
  const grantId = await decided(await ask())
  const read = await world.asPartner(admin, firm, async ({ tx, partner }) => ({
    past: await dealingsWith(tx, partner, made.slug, undefined),
    events: await historyOfPartner(tx, partner, { search: 'made', before: undefined }),
  }))
  if (read === 'not-found') throw new Error('not read')
  expect(read.past.dealings.map(one => [one.kind, one.state])).toEqual([
    ['grant', 'active'],
    ['request', 'approved'],
    ['request', 'withdrawn'],
  ])
  expect(read.past.dealings[0]?.id).toBe(grantId)
  const mine = read.events.events.filter(event => event.accountSlug === made.slug)
  expect(mine.map(event => event.action)).toEqual([
    'grant.created',
    'access-request.approved',
    'access-request.sent',
    'access-request.withdrawn',
    'access-request.sent',
  ])
  expect(mine.every(event => !('address' in event))).toBe(true)
})
