import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#lib/access/scopes.ts'
import { reading } from '../client.ts'
import { findManyAssignments } from '../mail/assignment-facts.ts'
import { admin, tech } from '../proof/model.ts'
import { sweep } from '../sweep/sweep.ts'
import { withdrawJoin } from './ask.ts'
import { assign } from './assign.ts'
import { assignmentsOf, grantsForStaff } from './by-staff.ts'
import { latestJoin, narrowedUnder, waitingJoins } from './reads.ts'
import {
  account,
  actions,
  answer,
  ask,
  asked,
  askState,
  begin,
  firm,
  give,
  giveMany,
  grantId,
  grantOn,
  id,
  inside,
  letters,
  meanGrant,
  ofFirm,
  off,
  other,
  remove,
  revoke,
  second,
  sees,
  slug,
  technicians,
  unended,
  wall,
  world,
} from './testing.ts'

beforeEach(begin)
afterAll(() => world.close())

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
    expect(await letters('assignment-ended')).toEqual([tech])
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
    expect(await letters('assignment-changed')).toEqual([tech])
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
    expect(await give({ scope: { name: 'full', pages: [] } })).toMatchObject({
      refusal: 'beyond-scope',
      triedOn: account.id,
    })
    expect(await give({ duration: { kind: 'hours', hours: 25 } })).toMatchObject({ refusal: 'beyond-end' })
    expect(await give({}, tech)).toMatchObject({ refusal: 'not-allowed' })
    expect(await off(tech, tech)).toMatchObject({ refusal: 'not-allowed' })
    const [cedar] = await world.rows<{ id: string }>(
      `select s.id from partner_staff s join partner p on p.id = s.partner_id where p.slug = 'cedar-consulting' limit 1`,
    )
    expect(await give({ staffIds: [cedar?.id ?? ''] })).toMatchObject({ refusal: 'not-found' })
    const theirs = world.asPartner('admin@cedar.example', 'cedar-consulting', change =>
      assign(change, { grantId, staffIds: [cedar?.id ?? ''], scope: null, duration: null, shown: null }),
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
    const many = await giveMany([grantId, more, gone, randomUUID()], { shown: new Map([[grantId, 1]]) })
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
    const has = await reading(wall, tx => assignmentsOf(tx, { id: firm }, id(tech)), world.pool)
    expect(has.map(one => one.id).sort()).toEqual([grantId, more].sort())
    expect(await reading(wall, tx => assignmentsOf(tx, { id: firm }, id(other)), world.pool)).toEqual([])
  })

  test('less of many at once: where an access gives less, or ends sooner, it stays as it is', async () => {
    const [wide, narrow, brief] = [
      await world.newAccount(),
      await world.newAccount(),
      await world.newAccount(),
    ]
    const [whole, little, short] = [
      await grantOn(wide.id, `scope = 'full', ends_at = null`),
      await grantOn(narrow.id, `scope = 'people'`),
      await grantOn(brief.id, `ends_at = now() + interval '1 hour'`),
    ]
    const many = await giveMany([whole, little, short, grantId], {
      scope: { name: 'services', pages: [] },
      duration: { kind: 'hours', hours: 2 },
    })
    expect(many).toMatchObject({
      done: [whole, grantId],
      refused: [
        { grantId: little, refusal: 'beyond-scope' },
        { grantId: short, refusal: 'beyond-end' },
      ],
    })
    const has = await reading(wall, tx => assignmentsOf(tx, { id: firm }, id(tech)), world.pool)
    const hours = (end: Date | null | undefined) =>
      Math.round(((end?.getTime() ?? 0) - Date.now()) / 3_600_000)
    const of = (grant: string) => has.find(one => one.id === grant)?.held
    expect(of(whole)?.scope?.name).toBe('services')
    // All that this one gives stays all of it when it is given more later.
    expect(of(grantId)?.scope).toBeNull()
    expect([hours(of(whole)?.endsAt), hours(of(grantId)?.endsAt)]).toEqual([2, 2])
  })

  test('one technician to several accounts is told of all of it in one letter, as it is when it goes', async () => {
    const [next, over] = [await world.newAccount(), await world.newAccount()]
    const [more, gone] = [await grantOn(next.id), await grantOn(over.id)]
    const askId = await asked()
    await giveMany([grantId, more, gone])
    expect(await askState(askId)).toBe('granted')
    expect([await letters('assignment-given'), await letters('assignment-answered')]).toEqual([[], []])
    await world.rows(`update access_grant set ends_at = now() where id = $1`, [gone])
    const written = await world.rows<{ id: string; facts: Record<string, unknown> }>(
      `select id, facts from letter where kind = 'assignments-given' and subject_id = $1`,
      [id(tech)],
    )
    const [letter] = written
    const ids = written.map(one => one.id)
    const found = await reading(wall, tx => findManyAssignments(tx, ids), world.pool)
    const facts = found.get(letter?.id ?? '')?.factsFor(letter?.facts ?? {})
    expect(found.size).toBe(1)
    expect(facts?.given).toHaveLength(2)
    expect(facts).toMatchObject({ doer: { name: 'Amara Singh' }, partner: { slug } })
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
    meanGrant(await grantOn(next.id))
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
