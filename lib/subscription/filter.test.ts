import { expect, test } from 'vitest'
import { searchText } from '#lib/list-query.ts'
import { parseSubscriptionFilter } from './filter.ts'

test('what is looked for is as long as in any other list', () => {
  const typed = ` ${'seat '.repeat(30)}\u0007`
  expect(parseSubscriptionFilter({ q: typed }).search).toBe(searchText(typed))
})
