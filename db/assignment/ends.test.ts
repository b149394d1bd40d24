import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeAccount } from '../account/close.ts'
import { endRelationship } from '../partner/relationship.ts'
import { platform, tech } from '../proof/model.ts'
import { sweep } from '../sweep/sweep.ts'
import {
  account,
  actions,
  asked,
  askState,
  begin,
  firm,
  give,
  grantId,
  grantOn,
  id as idOf,
  inside,
  meanGrant,
  ofFirm,
  off,
  remove,
  revoke,
  unended,
  world,
} from './testing.ts'

// What ends an assignment beside being taken off, and that nothing of it comes back.

beforeEach(begin)
afterAll(() => world.close())

/** A technician works on one account and asks to work on another, under access that hangs on the channel relationships. */
async function worksAndAsks() {
  const hangs = (relationship: string) => `relationship_id = '${relationship}'`
  await world.rows(`update access_grant set ${hangs(account.relationshipId)} where id = $1`, [grantId])
  await give()
  const next = await world.newAccount()
  meanGrant(await grantOn(next.id, hangs(next.relationshipId)))
  return { next, askId: await asked() }
}

const dismissed = (relationship: string) =>
  world.asProvider(platform, change => endRelationship(change, relationship, 'Not renewed.'))

describe('the end of', () => {
  test('a channel relationship takes assignments and asks; appointing the firm again revives neither', async () => {
    const { next, askId } = await worksAndAsks()
    for (const { relationshipId } of [account, next])
      expect(await dismissed(relationshipId)).toMatchObject({ ok: true })
    expect(await unended()).toEqual([{ n: 0 }])
    expect(await askState(askId)).toBe('lapsed')
    await world.rows(
      `insert into channel_relationship (provider_id, partner_id, account_id)
        select provider_id, $1, id from account where id = $2`,
      [firm, account.id],
    )
    meanGrant(await grantOn(account.id))
    expect(await inside(tech)).toBe(false)
    expect(await give()).toMatchObject({ ok: true })
    expect(await inside(tech)).toBe(true)
  })

  test('an account takes them', async () => {
    const { next, askId } = await worksAndAsks()
    for (const { id } of [account, next])
      await world.asProvider(platform, change => closeAccount(change, id, 'It is wound up.'))
    expect(await unended()).toEqual([{ n: 0 }])
    expect(await askState(askId)).toBe('lapsed')
  })

  test('a grant’s time takes them: by the clock, and by the sweep in the rows', async () => {
    await give()
    await world.rows('update access_grant set ends_at = now(), due_at = now() where id = $1', [grantId])
    expect(await inside(tech)).toBe(false)
    expect(await unended()).toEqual([{ n: 1 }])
    await sweep(10_000, world.pool)
    expect(await unended()).toEqual([{ n: 0 }])
    const ends = await world.rows<{ same: boolean }>(
      'select x.ended_at = g.ends_at as same from assignment x join access_grant g on g.id = x.grant_id where g.id = $1',
      [grantId],
    )
    expect(ends).toEqual([{ same: true }])
  })
})

describe('leaving the firm', () => {
  test('is told on the account only of what still held', async () => {
    await give({ duration: { kind: 'hours', hours: 1 } })
    await world.rows(`update assignment set ends_at = now() - interval '1 second' where grant_id = $1`, [
      grantId,
    ])
    const over = await world.newAccount()
    meanGrant(await grantOn(over.id))
    await give()
    await world.rows('update access_grant set ends_at = now() where id = $1', [grantId])
    expect(await remove()).toMatchObject({ ok: true })
    expect(await unended()).toEqual([{ n: 0 }])
    const told = await world.rows(
      `select action from event where account_id = any($1) and action = 'assignment.ended'`,
      [[account.id, over.id]],
    )
    expect(told).toEqual([])
  })

  test('and coming back gives nothing back', async () => {
    await give()
    await remove()
    await world.rows(
      `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
        select provider_id, $1, id, 'technician', now() from person where email = $2`,
      [firm, tech],
    )
    expect(await inside(tech)).toBe(false)
  })

  test.each([1, 2, 3, 4])('while the access is revoked (%i): an ask lapses once', async () => {
    const askId = await asked()
    await Promise.all([remove(), revoke()])
    expect(await askState(askId)).toBe('lapsed')
    expect(await ofFirm()).toEqual(['assignment-ask.sent', 'assignment-ask.lapsed'])
  })
})

describe('two administrators with the form open', () => {
  const shown = (version: number) => new Map(version ? [[idOf(tech), version]] : [])
  const less = { scope: { name: 'chosen', pages: ['services'] } } as const

  test('the second is told, and nothing of theirs is saved', async () => {
    expect(await give({ ...less, shown: shown(0) })).toMatchObject({ ok: true })
    expect(await give({ shown: shown(0) })).toMatchObject({
      refusal: 'changed-meanwhile',
      seen: { by: 'Theo Nakamura' },
    })
    expect(await give({ shown: shown(1) })).toMatchObject({ ok: true })
    expect(await actions()).toEqual(['assignment.given', 'assignment.changed'])
  })

  test('also where they were taken off and assigned anew', async () => {
    await give()
    await off()
    await give(less)
    expect(await give({ shown: shown(1) })).toMatchObject({ refusal: 'changed-meanwhile' })
    expect(await give({ shown: shown(3) })).toMatchObject({ ok: true })
  })

  test('the very same is told as such', async () => {
    await give({ shown: shown(0) })
    expect(await give({ shown: shown(0) })).toMatchObject({ refusal: 'already-assigned' })
  })
})
