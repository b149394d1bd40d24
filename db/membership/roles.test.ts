import { afterAll, describe, expect, test } from 'vitest'
import { newWorld } from '../proof/world.ts'
import { giveRoles } from './roles.ts'

const world = await newWorld()
afterAll(() => world.close())

const owner = 'owner@maple.example'
const billing = 'billing@maple.example'
const maple = world.account('maple-logistics')
const places = (email: string) =>
  world.rows<{ id: string; version: number }>(
    `select m.id, m.version from membership m join person p on p.id = m.person_id
      where p.email = $1 and m.account_id = $2 and m.kind = 'administrator' and m.state = 'active'`,
    [email, maple],
  )

describe('the roles of an administrator', () => {
  const give = (email: string, roles: string[], by = owner, version?: number) =>
    world.onAccount(by, maple, 'administrators.manage', async change => {
      const [place] = await places(email)
      return giveRoles(change, { id: place?.id ?? '', version: version ?? place?.version ?? 0, roles })
    })

  test('hold from the next look, and stand in the history as they were and are', async () => {
    expect(await give(billing, ['service-viewer'])).toMatchObject({ value: 'changed' })
    const sight = await world.sight(billing, maple)
    expect([...(sight?.authority.capabilities ?? [])].sort()).toEqual([
      'account.read',
      'people.read',
      'services.read',
    ])
    expect(await give(billing, ['service-viewer'])).toMatchObject({ value: 'nothing' })
    expect(await give(billing, ['subscription-owner'], owner, 1)).toMatchObject({
      refusal: 'changed-meanwhile',
    })
    const [event] = await world.rows(
      `select data->'changes' as changes from event where action = 'membership.updated' order by id desc limit 1`,
    )
    expect(event).toEqual({ changes: { roles: ['subscription-owner', 'service-viewer'] } })
    await give(billing, ['subscription-owner'])
  })

  test('nobody’s own, nothing unknown, and the last owner stays one', async () => {
    expect(await give(owner, ['account-owner', 'subscription-contributor'])).toMatchObject({
      refusal: 'own-roles',
    })
    expect(await give(billing, ['nonsense'])).toMatchObject({ refusal: 'no-role' })
    const platform = 'platform@northwind.example'
    expect(await give(owner, ['service-viewer'], platform)).toMatchObject({ refusal: 'last-one' })
    expect(await give(billing, ['account-owner'])).toMatchObject({ value: 'changed' })
    expect(await give(owner, ['service-viewer'], billing)).toMatchObject({ value: 'changed' })
    expect(await give(owner, ['account-owner'], billing)).toMatchObject({ value: 'changed' })
    await give(billing, ['subscription-owner'])
  })
})
