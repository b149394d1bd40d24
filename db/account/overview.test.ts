import { afterAll, expect, test } from 'vitest'
import { reading } from '../client.ts'
import { peopleOf } from '../person/testing.ts'
import { newWorld } from '../proof/world.ts'
import { overviewOf } from './overview.ts'

const world = await newWorld()
afterAll(() => world.close())
const { add, letterTo, activate, personId, wall } = await peopleOf(world)

test('an end user’s place names the product and the level that the account’s page tells of them', async () => {
  const email = 'phone@people.example'
  await add(email, 'end-user')
  await activate((await letterTo(email)).token)
  const reader = {
    personId: await personId(email),
    seesAdministrators: false,
    seesPartners: false,
    decides: false,
  }
  const seen = await reading(wall, tx => overviewOf(tx, world.account('harbour-dental'), reader), world.pool)
  expect(seen.places).toMatchObject([
    { kind: 'end-user', product: 'business-cloud-communications', level: 'user', onParent: false },
  ])
})
