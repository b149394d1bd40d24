import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#lib/access/scopes.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { type Asking, answerQuestion, sendRequest, withdrawRequest } from './ask.ts'
import { approveRequest, askQuestion, declineRequest } from './decide.ts'
import { askingChoices, requestOfPartner } from './partner-reads.ts'
import { requestOfAccount } from './reads.ts'

const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const owner = 'owner@harbour-dental.example'
const firm = 'brightline-it'

let world: World
let made: NewAccount

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  made = await world.newAccount()
})

function asking(more: Partial<Asking> = {}): Asking {
  const scope: Scope = { name: 'full', pages: [] }
  const duration = { kind: 'ongoing' } as const
  return {
    account: { slug: made.slug },
    reason: 'Why not',
    ticket: 'T-1',
    scope,
    duration,
    startsAt: null,
    ...more,
  }
}

const ask = (more: Partial<Asking> = {}, email = tech, slug = firm) =>
  world.asPartner(email, slug, change => sendRequest(change, asking(more)))

async function sent(more: Partial<Asking> = {}, email = tech): Promise<string> {
  const answer = await ask(more, email)
  if (answer === 'not-found' || !answer.ok) throw new Error('not sent')
  return answer.value.requestId
}

const decide = <T>(work: Parameters<typeof world.onAccount<T>>[3]) =>
  world.onAccount(owner, made.id, 'partners.decide', work)

async function requests(): Promise<readonly string[]> {
  const rows = await world.rows<{ state: string }>(
    'select state from access_request where account_id = $1 order by created_at',
    [made.id],
  )
  return rows.map(row => row.state)
}

test('a request whose writer has left the firm stands, and says so', async () => {
  const id = await sent()
  const left = () =>
    world.onAccount(owner, made.id, 'partners.decide', async ({ tx, account }) =>
      Boolean((await requestOfAccount(tx, account.id, id))?.requesterLeft),
    )
  expect(await left()).toBe(false)
  const removed = 'removed_at = $2 from person p where p.id = partner_staff.person_id and p.email = $1'
  await world.rows(`update partner_staff set ${removed}`, [tech, new Date()])
  expect([await left(), await requests()]).toEqual([true, ['pending']])
  await world.rows(`update partner_staff set ${removed}`, [tech, null])
})

test('asking opens one request, told in the history and to every approver', async () => {
  const requestId = await sent()
  expect(await requests()).toEqual(['pending'])
  const events = await world.rows('select action, actor_name, reason from event where subject_id = $1', [
    requestId,
  ])
  expect(events).toEqual([{ action: 'access-request.sent', actor_name: 'Theo Nakamura', reason: 'Why not' }])
  const letters = await world.rows<{ to_address: string }>(
    'select to_address from letter where subject_id = $1',
    [requestId],
  )
  expect(letters.map(letter => letter.to_address).sort()).toEqual(['manager@harbour-dental.example', owner])
})

test('a second request waits for the first, also from a colleague, also at the same moment', async () => {
  await sent()
  expect(await ask({}, admin)).toMatchObject({ ok: false, refusal: 'already-open' })
  made = await world.newAccount()
  const both = await Promise.all([ask(), ask({}, admin)])
  expect(both.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
  expect(await requests()).toEqual(['pending'])
})

test('after a decline the firm waits 24 hours and is told until when; then it may ask', async () => {
  const requestId = await sent()
  await decide(change => declineRequest(change, requestId, ''))
  const refused = await ask({}, admin)
  expect(refused).toMatchObject({ ok: false, refusal: 'declined-recently' })
  const from = refused !== 'not-found' && !refused.ok ? Date.parse(refused.seen?.state ?? '') : 0
  expect(from - Date.now()).toBeGreaterThan(24 * 3_600_000 - 60_000)
  await world.rows(`update access_request set decided_at = decided_at - interval '24 hours' where id = $1`, [
    requestId,
  ])
  await sent()
})

describe('which accounts can be asked', () => {
  test('one that is not served, one elsewhere and one that is not there answer alike', async () => {
    const answers = []
    for (const slug of ['erable-sante', 'southern-bakery', 'no-such-account', '', `' or 1=1 --`])
      answers.push(await ask({ account: { slug } }))
    for (const code of ['BAKE-3N9P-2C', 'NO-SUCH-CODE', '']) answers.push(await ask({ account: { code } }))
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"refusal":"unknown-account"}']),
    )
  })

  test('any account of the provider’s by the code that it gave', async () => {
    const answer = await ask({ account: { code: made.code } }, 'admin@cedar.example', 'cedar-consulting')
    expect(answer).toMatchObject({ ok: true })
    expect(await requests()).toEqual(['pending'])
  })

  test('one whose relationship has ended only by its code', async () => {
    await world.rows('update channel_relationship set ended_at = now() where id = $1', [made.relationshipId])
    expect(await ask()).toMatchObject({ ok: false, refusal: 'unknown-account' })
    expect(await ask({ account: { code: made.code } })).toMatchObject({ ok: true })
  })

  test('the form offers those that are served and wait for nothing', async () => {
    const offered = async () => {
      const choices = await world.asPartner(tech, firm, ({ tx, partner }) =>
        askingChoices(tx, partner, { account: made.slug }),
      )
      return choices === 'not-found' ? [] : choices.accounts.map(account => account.slug)
    }
    expect(await offered()).toContain(made.slug)
    expect(await offered()).not.toContain('erable-sante')
    await sent()
    expect(await offered()).not.toContain(made.slug)
  })

  test('asking again takes over the words of an own request, and of nobody else’s', async () => {
    const requestId = await sent()
    const again = (email: string, slug: string) =>
      world.asPartner(email, slug, ({ tx, partner }) => askingChoices(tx, partner, { again: requestId }))
    expect(await again(tech, firm)).toMatchObject({
      again: { reason: 'Why not', ticket: 'T-1', scope: { name: 'full' } },
    })
    expect(await again('admin@cedar.example', 'cedar-consulting')).toMatchObject({ again: null })
    expect(await again('admin@outback.example', 'outback-networks')).toMatchObject({ again: null })
  })
})

describe('refused as a value, with nothing written', () => {
  const soon = new Date(Date.now() + 3_600_000)
  const cases: [name: string, asking: Partial<Asking>, refusal: string][] = [
    ['chosen pages without a page', { scope: { name: 'chosen', pages: [] } }, 'nothing-chosen'],
    ['a start that is over', { startsAt: new Date(Date.now() - 60_000) }, 'starts-in-the-past'],
    ['a start too far away', { startsAt: new Date(Date.now() + 91 * 86_400_000) }, 'starts-too-late'],
    [
      'a day that is over',
      { startsAt: soon, duration: { kind: 'until', date: '2020-01-01' } },
      'ends-in-the-past',
    ],
  ]
  test.each(cases)('%s', async (_, more, refusal) => {
    expect(await ask(more)).toMatchObject({ ok: false, refusal })
    expect(await requests()).toEqual([])
    expect(await world.rows('select 1 from event where account_id = $1', [made.id])).toEqual([])
  })

  test('what is longer than the provider allows', async () => {
    await world.rows('update provider set longest_grant_hours = 48 where id = $1', [
      world.provider('northwind'),
    ])
    try {
      expect(await ask()).toMatchObject({ ok: false, refusal: 'longer-than-limit' })
      expect(await ask({ duration: { kind: 'hours', hours: 48 } })).toMatchObject({ ok: true })
    } finally {
      await world.rows('update provider set longest_grant_hours = null where id = $1', [
        world.provider('northwind'),
      ])
    }
  })
})

describe('taking a request back', () => {
  const withdraw = (email: string, requestId: string, slug = firm) =>
    world.asPartner(email, slug, change => withdrawRequest(change, requestId))

  test('is for the person who asked and for administrators, not for another technician', async () => {
    const requestId = await sent({}, admin)
    expect(await withdraw(tech, requestId)).toMatchObject({ ok: false, refusal: 'not-yours' })
    expect(await requests()).toEqual(['pending'])
    expect(await withdraw(admin, requestId)).toMatchObject({ ok: true })
    const mine = await sent()
    expect(await withdraw(tech, mine)).toMatchObject({ ok: true })
    expect(await requests()).toEqual(['withdrawn', 'withdrawn'])
  })

  test('of another firm, another provider or nobody is not found', async () => {
    const requestId = await sent()
    for (const [email, slug] of [
      ['admin@cedar.example', 'cedar-consulting'],
      ['admin@outback.example', 'outback-networks'],
    ] as const)
      expect(await withdraw(email, requestId, slug)).toMatchObject({ ok: false, refusal: 'not-found' })
    expect(await withdraw(tech, made.id)).toMatchObject({ ok: false, refusal: 'not-found' })
    expect(await requests()).toEqual(['pending'])
  })

  test('comes too late once somebody decided, and says who', async () => {
    const requestId = await sent()
    await decide(change => declineRequest(change, requestId, ''))
    expect(await withdraw(tech, requestId)).toEqual({
      ok: false,
      refusal: 'already-decided',
      seen: { state: 'declined', by: 'Harriet Osei' },
    })
  })
})

test('a question goes to and fro, and the page tells all of it, and what was given', async () => {
  const requestId = await sent()
  const answer = () => world.asPartner(admin, firm, change => answerQuestion(change, requestId, 'Line two.'))
  expect(await answer()).toMatchObject({ ok: false, refusal: 'no-open-question' })
  await decide(change => askQuestion(change, requestId, 'Which line?'))
  expect(await answer()).toMatchObject({ ok: true })
  const duration = { kind: 'hours', hours: 1 } as const
  await decide(change =>
    approveRequest(change, requestId, { scope: { name: 'read-only', pages: [] }, duration }),
  )
  const own = await world.asPartner(tech, firm, ({ tx, partner }) => requestOfPartner(tx, partner, requestId))
  expect(own).toMatchObject({
    state: 'approved',
    decidedBy: 'Harriet Osei',
    messages: [
      { kind: 'question', by: 'Harriet Osei', body: 'Which line?' },
      { kind: 'answer', by: 'Amara Singh', body: 'Line two.' },
    ],
    scope: { name: 'full' },
    grant: { scope: { name: 'read-only' }, duration, state: 'active', effective: true, mine: true },
  })
  const foreign = await world.asPartner('admin@cedar.example', 'cedar-consulting', ({ tx, partner }) =>
    requestOfPartner(tx, partner, requestId),
  )
  expect(foreign).toBeNull()
})

test('access whose start and length lead out of sight asks for a fresh proof; what is in sight does not', async () => {
  const duration = { kind: 'hours', hours: 30 * 24 } as const
  const startsAt = new Date(Date.now() + 89 * 24 * 3_600_000)
  const requestId = await sent({ duration, startsAt })
  const approveAs = (provedMinutesAgo: number, hours: number) =>
    world.onAccountAs(
      { ...world.actor(owner), authenticatedAt: new Date(Date.now() - provedMinutesAgo * 60_000) },
      made.id,
      'partners.decide',
      change =>
        approveRequest(change, requestId, {
          scope: { name: 'read-only', pages: [] },
          duration: { kind: 'hours', hours },
        }),
    )
  expect(await approveAs(16, 30 * 24)).toMatchObject({ refusal: 'unconfirmed' })
  expect(await requests()).toEqual(['pending'])
  expect(await approveAs(16, 1)).toMatchObject({ ok: true })
})
