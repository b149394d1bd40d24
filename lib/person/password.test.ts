import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password is known again, another is not, and no two hashes are alike', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword('correct horse', one)).toBe(true)
  expect(await verifyPassword('correct horse', two)).toBe(true)
  expect(await verifyPassword('correct horsE', one)).toBe(false)
  expect(await verifyPassword('', one)).toBe(false)
  expect(await verifyPassword('correct horse ', one)).toBe(false)
})

test('the same letters composed in another way are the same password', async () => {
  const stored = await hashPassword('Ångström é')
  expect(await verifyPassword('A\u030Angstro\u0308m e\u0301', stored)).toBe(true)
})

test('a password may hold a NUL and be long, and every character of it counts', async () => {
  const long = `${'x'.repeat(999)}\u0000y`
  const stored = await hashPassword(long)
  expect(await verifyPassword(long, stored)).toBe(true)
  expect(await verifyPassword(long.slice(0, -1), stored)).toBe(false)
})

test('a hash keeps the cost it was made with', async () => {
  const cheap = 'scrypt$10$8$1$AAAAAAAAAAAAAAAAAAAAAA$KTVbqNrYIXJLpJZDCf9ccS7XIX8jZdCRhHE5lxOOeC0'
  expect(await verifyPassword('anything', cheap)).toBe(false)
})

test.each([null, '', 'plain text', 'scrypt$15$8$3$$', '$2b$10$abcdefghijklmnopqrstuv'])(
  'without a usable hash (%j) nothing is let in, not even what the stand-in was made of',
  async stored => {
    expect(await verifyPassword('', stored)).toBe(false)
    expect(await verifyPassword('latchkey-demo', stored)).toBe(false)
  },
)

test('an unknown person costs as much work as a wrong password', async () => {
  const stored = await hashPassword('correct horse')
  const work = async (against: string | null) => {
    const before = process.cpuUsage()
    for (let i = 0; i < 3; i++) await verifyPassword('wrong', against)
    const spent = process.cpuUsage(before)
    return spent.user + spent.system
  }
  await work(null)
  const [known, unknown] = [await work(stored), await work(null)]
  // Without the stand-in it would be thousands of times less.
  expect(unknown).toBeGreaterThan(known / 4)
})
