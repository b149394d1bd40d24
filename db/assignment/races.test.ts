import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { noteUse } from '../grant/use.ts'
import { closePartner } from '../partner/close.ts'
import { admin, owner, platform, tech } from '../proof/model.ts'
import {
  account,
  actions,
  answer,
  asked,
  askState,
  begin,
  firm,
  give,
  grantId,
  grantOn,
  inside,
  letters,
  meanGrant,
  remove,
  revoke,
  second,
  sees,
  unended,
  world,
} from './testing.ts'

beforeEach(begin)
afterAll(() => world.close())

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
  meanGrant(await grantOn(next.id))
  const askId = await asked()
  await world.asProvider(platform, change => closePartner(change, firm, 'It is wound up.'))
  expect(await unended()).toEqual([{ n: 0 }])
  expect(await askState(askId)).toBe('lapsed')
  await world.rows('update partner set closed_at = null where id = $1', [firm])
})
