import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { platform } from '../proof/model.ts'
import { newWorld } from '../proof/world.ts'
import { createAccount } from './create.ts'

// Access reaches from a parent account to its clients, so parents must never lead round. An import refuses circles too:
// see db/import/refused.test.ts.

const world = await newWorld()
afterAll(() => world.close())

const under = (id: string, parentId: string) =>
  world.rows('update account set parent_id = $2 where id = $1 returning id', [id, parentId])
const circle = { code: '23514' }

test('at the desk a parent is an account that is there already: never the one that is made', async () => {
  const rest = { addressLine: '', city: '', postalCode: '', country: '', phone: '', emergencyContact: '' }
  const details = { name: 'Round House', legalName: 'Round House Ltd.', timeZone: 'UTC', ...rest }
  const [brand] = await world.rows<{ id: string }>(
    `select home_brand_id as id from account where slug = 'harbour-dental'`,
  )
  const made = await world.asProvider(platform, change =>
    createAccount(change, {
      details,
      brandId: brand?.id,
      parent: 'Round House',
      products: [],
      people: [],
      looked: false,
    }),
  )
  expect(made).toMatchObject({ ok: false, refusal: 'unknown-parent' })
  expect(await world.rows(`select 1 from account where name = 'Round House'`)).toEqual([])
})

test('whoever changes a parent past the portal can’t lead it round, however long the way is', async () => {
  const ids: string[] = []
  for (let i = 0; i < 4; i++) ids.push((await world.newAccount()).id)
  const [a = '', b = '', c = '', d = ''] = ids
  await expect(under(a, a)).rejects.toMatchObject(circle)
  expect(await under(b, a)).toHaveLength(1)
  expect(await under(c, b)).toHaveLength(1)
  expect(await under(d, c)).toHaveLength(1)
  for (const below of [b, c, d]) await expect(under(a, below)).rejects.toMatchObject(circle)
  await expect(under(b, d)).rejects.toMatchObject(circle)
  // Elsewhere in the tree it may hang.
  expect(await under(d, a)).toHaveLength(1)
  expect(await under(c, d)).toHaveLength(1)
})

test('an account of another provider is nobody’s parent', async () => {
  const { id } = await world.newAccount()
  await expect(under(id, world.account('southern-bakery'))).rejects.toMatchObject({ code: '23503' })
  await expect(under(id, randomUUID())).rejects.toMatchObject({ code: '23503' })
})
