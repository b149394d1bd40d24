import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForMore } from '../extension/ask.ts'
import { declineExtension } from '../extension/decline.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { sendRequest, withdrawRequest } from './ask.ts'
import { approveRequest, askQuestion } from './decide.ts'
import { type AskFilter, askCounts, asksOfPartner } from './partner-list.ts'

// What the firm's desk lists of everything that it has asked for.

const tech = 'tech@brightline.example'
const owner = 'owner@harbour-dental.example'
const firm = 'brightline-it'
const services = { name: 'services', pages: [] } as const
const day = { kind: 'hours', hours: 24 } as const

let world: World
beforeAll(async () => {
  world = await newWorld()
  await world.rows(`update access_request set state = 'withdrawn', decided_at = now() - interval '91 days'
    where state in ('pending', 'question') or decided_at is not null`)
})
afterAll(() => world.close())

async function must<T>(work: Promise<T | 'not-found' | { ok: false }>): Promise<T> {
  const answer = await work
  if (answer === 'not-found' || (typeof answer === 'object' && answer && 'ok' in answer && !answer.ok))
    throw new Error(JSON.stringify(answer))
  return answer as T
}

async function asked(ticket: string, hoursLeft = 100): Promise<{ id: string; at: NewAccount }> {
  const at = await world.newAccount()
  const asking = {
    account: { slug: at.slug },
    reason: 'The lines are down.',
    ticket,
    scope: services,
    duration: day,
    startsAt: null,
  }
  const sent = await must(world.asPartner(tech, firm, change => sendRequest(change, asking)))
  const id = sent.ok ? sent.value.requestId : ''
  await world.rows(
    'update access_request set lapses_at = clock_timestamp() + make_interval(hours => $2) where id = $1',
    [id, hoursLeft],
  )
  return { id, at }
}

async function given(ticket: string): Promise<{ grantId: string; at: NewAccount }> {
  const { id, at } = await asked(ticket)
  await must(
    world.onAccount(owner, at.id, 'partners.decide', change =>
      approveRequest(change, id, { scope: services, duration: day }),
    ),
  )
  const [row] = await world.rows<{ id: string }>('select id from access_grant where request_id = $1', [id])
  return { grantId: row?.id ?? '', at }
}

const list = (filter: AskFilter, more: { search?: string; after?: string } = {}, slug = firm) =>
  must(
    world.asPartner(slug === firm ? tech : 'admin@cedar.example', slug, ({ tx, partner }) =>
      asksOfPartner(tx, partner, { filter, ...more }),
    ),
  )
const counts = () => must(world.asPartner(tech, firm, ({ tx, partner }) => askCounts(tx, partner)))
const tickets = async (filter: AskFilter, search?: string) =>
  (await list(filter, search ? { search } : {})).asks.map(one => one.ticket)

describe('the list of all that was asked', () => {
  let questioned: Awaited<ReturnType<typeof asked>>
  let more: Awaited<ReturnType<typeof given>>

  beforeAll(async () => {
    await asked('LATER', 90)
    await asked('SOONER', 20)
    questioned = await asked('QUESTION', 95)
    await must(
      world.onAccount(owner, questioned.at.id, 'partners.decide', change =>
        askQuestion(change, questioned.id, 'Which line?'),
      ),
    )
    more = await given('MORE')
    await must(
      world.asPartner(tech, firm, change =>
        askForMore(change, { grantId: more.grantId, extra: day, reason: 'A day more.', shownEnd: null }),
      ),
    )
  })

  test('what waits for the firm first, then what lapses first, then more time', async () => {
    expect(await tickets('open')).toEqual(['QUESTION', 'SOONER', 'LATER', 'MORE'])
    expect(await tickets('question')).toEqual(['QUESTION'])
    expect(await tickets('waiting')).toEqual(['SOONER', 'LATER'])
    expect(await tickets('more')).toEqual(['MORE'])
    expect(await tickets('closed')).toEqual(['MORE'])
    expect(await counts()).toEqual({ open: 4, question: 1, waiting: 2, more: 1, closed: 1 })
    const [extension] = (await list('more')).asks
    expect(extension).toMatchObject({ kind: 'extension', state: 'pending', grantId: more.grantId })
  })

  test('is searched by customer and by ticket', async () => {
    expect(await tickets('open', 'sooner')).toEqual(['SOONER'])
    expect(await tickets('open', questioned.at.slug.replace('-', ' '))).toContain('QUESTION')
    expect(await tickets('open', 'nothing of this name')).toEqual([])
  })

  test('another firm sees none of it', async () => {
    for (const filter of ['open', 'closed'] as const)
      expect((await list(filter, {}, 'cedar-consulting')).asks).toEqual([])
  })

  test('what is over stands for 90 days, by the row and by the clock', async () => {
    const withdrawn = await asked('WITHDRAWN')
    await must(world.asPartner(tech, firm, change => withdrawRequest(change, withdrawn.id)))
    await asked('LAPSED', -1)
    const old = await asked('OLD')
    await must(world.asPartner(tech, firm, change => withdrawRequest(change, old.id)))
    await world.rows(`update access_request set decided_at = now() - interval '91 days' where id = $1`, [
      old.id,
    ])
    const declined = await given('DECLINED')
    const asking = await must(
      world.asPartner(tech, firm, change =>
        askForMore(change, { grantId: declined.grantId, extra: day, reason: '', shownEnd: null }),
      ),
    )
    await must(
      world.onAccount(owner, declined.at.id, 'partners.decide', change =>
        declineExtension(change, asking.ok ? asking.value.extensionId : '', 'No.'),
      ),
    )
    const ended = await given('ENDED')
    await must(
      world.asPartner(tech, firm, change =>
        askForMore(change, { grantId: ended.grantId, extra: day, reason: '', shownEnd: null }),
      ),
    )
    await world.rows(`update access_grant set ends_at = now() - interval '2 hours' where id = $1`, [
      ended.grantId,
    ])
    const { asks } = await list('closed')
    const told = asks.map(({ ticket, kind, state }) => `${ticket} ${kind} ${state}`)
    expect(told.sort()).toEqual([
      'DECLINED extension declined',
      'DECLINED request approved',
      'ENDED extension lapsed',
      'ENDED request approved',
      'LAPSED request lapsed',
      'MORE request approved',
      'WITHDRAWN request withdrawn',
    ])
    expect(asks.find(one => one.state === 'withdrawn')?.closedBy).toBe('Theo Nakamura')
    expect(await tickets('open')).toEqual(['QUESTION', 'SOONER', 'LATER', 'MORE'])
    expect((await counts()).closed).toBe(7)
  })

  test('goes on behind its last row, whatever stands in the address', async () => {
    for (let n = 0; n < 24; n++) await asked(`PAGE-${n}`, 30 + (n % 3))
    for (const filter of ['open', 'waiting'] as const) {
      const first = await list(filter)
      expect(first.asks).toHaveLength(25)
      const second = await list(filter, { after: first.next ?? '' })
      const all = [...first.asks, ...second.asks].map(one => one.id)
      expect(new Set(all).size).toBe((await counts())[filter])
      expect(second.next).toBeNull()
    }
    for (const after of ['', 'x', '9.x', '0.2026-02-30T05:11:21.572001_x', '\0'])
      expect((await list('open', { after })).asks).toHaveLength(25)
  })
})
