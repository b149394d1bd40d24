import { expect, test } from 'vitest'
import {
  addingBuckets,
  codeBuckets,
  documentBuckets,
  letterBuckets,
  linkBuckets,
  microsoftBuckets,
  passwordBuckets,
  type Trier,
} from './limits.ts'

const trier: Trier = {
  providerId: 'northwind',
  email: 'owner@example.com',
  client: '203.0.113.7',
  known: false,
}
const keys = (buckets: readonly { key: string }[]) => buckets.map(bucket => bucket.key)

test('what one client may try in a day is far below what its moments would add up to', () => {
  const [, moment, , day] = passwordBuckets(trier)
  const moments = ((moment?.points ?? 0) * 86_400) / (moment?.seconds ?? 1)
  expect(day).toMatchObject({ points: 200, seconds: 86_400 })
  expect(moments / (day?.points ?? 0)).toBeGreaterThan(40)
})

test('one client against one address is held tighter than the client, and the address as a whole is the widest', () => {
  const [pair, client, address] = passwordBuckets(trier)
  expect(pair?.points).toBeLessThan(client?.points ?? 0)
  expect((pair?.points ?? 0) / (pair?.seconds ?? 1)).toBeLessThan(
    (address?.points ?? 0) / (address?.seconds ?? 1),
  )
})

test.each([
  ['another address', { email: 'other@example.com' }, [0, 2]],
  ['another client', { client: '203.0.113.8' }, [0, 1, 3]],
  ['another provider', { providerId: 'southern' }, [0, 2]],
])('%s has tries of its own', (_, change, changed) => {
  for (const buckets of [passwordBuckets, letterBuckets]) {
    const before = keys(buckets(trier))
    const after = keys(buckets({ ...trier, ...change }))
    const own = changed.filter(i => i < before.length)
    expect(before.flatMap((key, i) => (key === after[i] ? [] : [i]))).toEqual(own)
  }
})

test('a browser that knows the person shares no tries with strangers', () => {
  const strangers = new Set([...keys(passwordBuckets(trier)), ...keys(letterBuckets(trier))])
  const mine = [
    ...passwordBuckets({ ...trier, known: true }),
    ...letterBuckets({ ...trier, known: true, client: '198.51.100.1' }),
  ]
  expect(keys(mine).some(key => strangers.has(key))).toBe(false)
})

test('an unknown client address is the strictest bucket', () => {
  for (const buckets of [passwordBuckets, letterBuckets]) {
    const usual = buckets(trier).map(bucket => bucket.points)
    const unknown = buckets({ ...trier, client: '' }).map(bucket => bucket.points)
    expect(unknown.every((points, i) => points <= (usual[i] ?? 0))).toBe(true)
    expect(unknown[1]).toBeLessThan(usual[1] ?? 0)
  }
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::ffff', true],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::1', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::1', '::2', true],
  ['203.0.113.7', '203.0.113.70', false],
])('%s and %s are one client: %s', (one, other, same) => {
  const key = (client: string) => keys(passwordBuckets({ ...trier, client }))[1]
  expect(key(one) === key(other)).toBe(same)
})

test('the table of limits tells nobody who tried', () => {
  const all = [
    ...passwordBuckets(trier),
    ...letterBuckets(trier),
    ...codeBuckets(trier, 'f'),
    ...linkBuckets(trier.client),
    ...addingBuckets('owner@example.com'),
    ...documentBuckets('owner@example.com'),
  ]
  expect(JSON.stringify(all)).not.toContain('example.com')
  expect(JSON.stringify(all)).not.toContain('203.0.113')
})

test('five codes for a letter, and at most twenty a day for an address whatever the letters', () => {
  const [letter, address] = codeBuckets(trier, 'one')
  const [other, same] = codeBuckets(trier, 'two')
  expect(letter?.points).toBe(5)
  expect(letter?.key).not.toBe(other?.key)
  expect(address).toEqual(same)
  expect(address).toMatchObject({ points: 20, seconds: 86_400 })
  const [, own] = codeBuckets({ ...trier, known: true }, 'one')
  expect(own?.key, 'what strangers use up is not the browser’s that is known').not.toBe(address?.key)
})

test('links that lead to a password are counted by client, whoever they are for; unknown clients share a smaller bucket', () => {
  const [one] = linkBuckets('2001:db8:1:2::1')
  const [same] = linkBuckets('2001:db8:1:2::ffff')
  const [other] = linkBuckets('203.0.113.7')
  expect(one).toEqual(same)
  expect(one?.key).not.toBe(other?.key)
  expect(one).toMatchObject({ points: 60, seconds: 600 })
  expect(linkBuckets('')).toMatchObject([{ points: 10, seconds: 600 }])
})

test('ways to Microsoft are counted by client', () => {
  expect(microsoftBuckets('2001:db8:1:2::1')).toEqual(microsoftBuckets('2001:db8:1:2::ffff'))
  expect(microsoftBuckets('203.0.113.7')).toMatchObject([{ points: 60, seconds: 600 }])
  expect(microsoftBuckets('')).toMatchObject([{ points: 20, seconds: 600 }])
})

test('whoever adds people has sixty an hour of their own, wherever they add them', () => {
  const [one] = addingBuckets('a')
  expect(one).toMatchObject({ points: 60, seconds: 3600 })
  expect(addingBuckets('a')).toEqual([one])
  expect(addingBuckets('b')[0]?.key).not.toBe(one?.key)
})

test('no two acts share a bucket', () => {
  const all = [
    ...passwordBuckets(trier),
    ...letterBuckets(trier),
    ...codeBuckets(trier, trier.client),
    ...linkBuckets(trier.client),
    ...addingBuckets(trier.client),
    ...microsoftBuckets(trier.client),
  ]
  expect(new Set(keys(all)).size).toBe(all.length)
})
