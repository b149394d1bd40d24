import { afterAll, expect, test } from 'vitest'
import { reading } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { authorisedOn } from './authorised.ts'

const world = await newWorld()
afterAll(() => world.close())

const harbour = world.account('harbour-dental')

async function seen() {
  const wall = { role: 'app', providerId: world.provider('northwind') } as const
  const { people, otherUsers } = await reading(wall, tx => authorisedOn(tx, harbour), world.pool)
  return { names: people.map(person => [person.name, person.level]), otherUsers }
}

test('end users who administer are listed by name and level, the others counted', async () => {
  await world.rows(`update membership set level = 'user' where account_id = $1 and kind = 'end-user'`, [
    harbour,
  ])
  const before = await seen()
  expect(before.otherUsers).toBe(2)
  expect(before.names.filter(([, level]) => level)).toEqual([])
  await world.rows(
    `update membership m set level = 'admin' from person p
      where p.id = m.person_id and m.account_id = $1 and p.email = 'jun@harbour-dental.example'`,
    [harbour],
  )
  const after = await seen()
  expect(after.otherUsers).toBe(1)
  expect(after.names).toEqual(expect.arrayContaining([['Jun Watanabe', 'admin']]))
  await world.rows(`update membership set state = 'disabled' where account_id = $1 and kind = 'end-user'`, [
    harbour,
  ])
  const out = await seen()
  expect(out).toEqual({ ...before, otherUsers: 0 })
})
