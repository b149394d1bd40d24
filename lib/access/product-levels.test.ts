import { expect, test } from 'vitest'
import { actsOfEndUser, actsOfLevel } from './product-levels.ts'

test('what an end user’s level gives is told by product and level; of nothing known, nothing', () => {
  expect(actsOfEndUser('cloud-pbx', 'admin')).toEqual(actsOfLevel('cloud-pbx', 'admin'))
  expect(actsOfEndUser('cloud-pbx', 'user')).toEqual(['own-extension'])
  for (const [product, level] of [
    [null, null],
    ['sip-trunks', 'admin'],
    ['no-such', 'user'],
    ['cloud-pbx', 'manager'],
  ] as const)
    expect(actsOfEndUser(product, level)).toEqual([])
})
