import { afterAll, expect, test } from 'vitest'
import { newWorld } from './proof/world.ts'

// Whoever acts keeps their place until what they do is written, however long another lock is waited for.

const world = await newWorld()
afterAll(() => world.close())

const tech = 'tech@brightline.example'
const platform = 'platform@northwind.example'

/** Changes rows beside whatever is going on; gives up where somebody holds them. */
async function impatient(text: string, email: string): Promise<number | string> {
  const client = await world.pool.connect()
  try {
    await client.query(`set lock_timeout = '200ms'`)
    return (await client.query(text, [world.actor(email).personId])).rowCount ?? 0
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    client.release(true)
  }
}

const removed = 'update partner_staff set removed_at = clock_timestamp() where person_id = $1'
const lessened = `update platform_user set role = 'support' where person_id = $1`

test('nobody is taken out of a firm while they act for it, and afterwards acts no more', async () => {
  const meanwhile = await world.asPartner(tech, 'brightline-it', () => impatient(removed, tech))
  expect(meanwhile).toBe('55P03')
  expect(await impatient(removed, tech)).toBe(1)
  expect(await world.asPartner(tech, 'brightline-it', async () => 'inside')).toBe('not-found')
})

test('nobody loses their role at the desk while they act there', async () => {
  expect(await world.asProvider(platform, () => impatient(lessened, platform))).toBe('55P03')
  expect(await impatient(lessened, platform)).toBe(1)
})

test('several things at once by one person do not wait for each other', async () => {
  const inside = await world.asPartner('admin@brightline.example', 'brightline-it', () =>
    world.asPartner('admin@brightline.example', 'brightline-it', async () => 'both inside'),
  )
  expect(inside).toBe('both inside')
})
