import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeAccount } from '../account/close.ts'
import { changeExclusion } from '../exclusion/change.ts'
import { noteUse } from '../grant/use.ts'
import { Driver } from '../proof/driver.ts'
import { owner, platform, tech } from '../proof/model.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { type DependentGrant, dependantsOf, endingCounts } from './dependants.ts'
import { changeGrantAsProvider } from './grants.ts'

const world = await newWorld()
afterAll(() => world.close())

const scope = { name: 'services', pages: [] } as const
let parent: NewAccount
let client: NewAccount
let driver: Driver

/** Brightline IT holds an access of the parent's that reaches its client account, with the technician assigned. */
beforeEach(async () => {
  parent = await world.newAccount()
  client = await world.newAccount()
  await world.rows('update account set parent_id = $2 where id = $1', [client.id, parent.id])
  driver = new Driver(world, parent)
  await given('r0', 'g0', true)
})

async function given(key: 'r0' | 'r1', grant: 'g0' | 'g1', reaches: boolean) {
  await driver.play({ do: 'ask', key, by: tech, way: 'slug', scope, duration: 24, startsIn: null })
  await driver.play({
    do: 'approve',
    key: grant,
    by: owner,
    request: key,
    scope,
    duration: 24,
    ...(reaches && { reaches }),
  })
}

async function desk<T>(work: Parameters<typeof world.asProvider<T>>[1]): Promise<T> {
  const answer = await world.asProvider(platform, work)
  if (answer === 'not-found') throw new Error('not read')
  return answer as T
}

const hanging = async (id: string) =>
  (await desk(({ tx, actor }) => dependantsOf(tx, actor.providerId, 'account', id))) as DependentGrant[]
const counts = (of: 'account' | 'partner', id: string) => desk(({ tx }) => endingCounts(tx, of, id))

describe('what comes to a client account from its parent', () => {
  test('is listed after its own, as the parent’s, with its use on the client account', async () => {
    await given('r1', 'g1', false)
    expect(await hanging(client.id)).toMatchObject([
      {
        id: driver.idOf('g0'),
        via: await nameOf(parent.id),
        hangs: false,
        partnerName: 'Brightline IT',
        assigned: ['Theo Nakamura'],
        lastUsedAt: null,
        askId: null,
      },
    ])
    const seen = (await world.sight(tech, client.id))?.authority.grants[0]
    if (seen) await noteUse(world.actor(tech), client, seen, world.pool)
    expect((await hanging(client.id))[0]?.lastUsedAt).toBeInstanceOf(Date)
    expect((await hanging(parent.id)).map(({ via, hangs }) => ({ via, hangs }))).toEqual([
      { via: null, hangs: true },
      { via: null, hangs: true },
    ])
  })

  test('is nothing that can be ended there, and the parent’s ask to end it is not the client account’s', async () => {
    await world.rows(`update access_grant set designation = 'provider' where id = $1`, [driver.idOf('g0')])
    await world.rows(
      `insert into designation_ask (provider_id, account_id, grant_id, reason, asked_by)
        select g.provider_id, g.account_id, g.id, '', p.id from access_grant g, person p
        where g.id = $1 and p.email = $2`,
      [driver.idOf('g0'), owner],
    )
    expect((await hanging(client.id))[0]).toMatchObject({ designation: 'provider', askId: null })
    expect((await hanging(parent.id))[0]?.askId).not.toBeNull()
    const of = { accountId: client.id, grantId: driver.idOf('g0') }
    expect(await desk(change => changeGrantAsProvider(change, of, 'terminate', ''))).toMatchObject({
      refusal: 'not-found',
    })
  })

  test('is counted by itself, ends for no other account, and is nothing where the account excluded the firm', async () => {
    expect(await counts('account', client.id)).toMatchObject({ grants: 0, viaParent: 1 })
    expect(await counts('account', parent.id)).toMatchObject({ grants: 1, viaParent: 0 })
    await desk(change => closeAccount(change, client.id, 'It moved.'))
    expect(await world.sight(tech, client.id)).toBeNull()
    expect(await world.sight(tech, parent.id)).not.toBeNull()
    const other = await world.newAccount()
    await world.rows('update account set parent_id = $2 where id = $1', [other.id, parent.id])
    expect(await hanging(other.id)).toHaveLength(1)
    await world.onAccount(owner, other.id, 'partners.decide', change =>
      changeExclusion(change, world.partner('brightline-it'), 'exclude', ''),
    )
    expect(await hanging(other.id)).toEqual([])
    expect(await counts('account', other.id)).toMatchObject({ viaParent: 0 })
  })
})

test('an ask for more time is counted among what lapses, while it waits', async () => {
  const before = (await counts('partner', world.partner('brightline-it'))).extensions
  await driver.play({ do: 'ask-more', key: 'x0', by: tech, grant: 'g0', extra: 24 })
  expect((await counts('partner', world.partner('brightline-it'))).extensions).toBe(before + 1)
  expect(await counts('account', parent.id)).toMatchObject({ extensions: 1 })
  await driver.play({ do: 'withdraw-more', by: tech, extension: 'x0' })
  expect(await counts('account', parent.id)).toMatchObject({ extensions: 0 })
})

const nameOf = async (id: string) =>
  (await world.rows<{ name: string }>('select name from account where id = $1', [id]))[0]?.name
