import { expect, test } from 'vitest'
import { isAskedByItself } from './by-itself.ts'

test.each([
  ['/accounts/harbour-dental/sms/news', true],
  ['/accounts/harbour-dental/sms/news?conversation=1', true],
  ['/accounts/harbour-dental/sms', false],
  ['/accounts/harbour-dental/sms/newsletter', false],
  ['/accounts/harbour-dental/phonebook?next=/accounts/x/sms/news', false],
  ['/accounts/a/b/sms/news', false],
])('%s is asked for by an open page itself: %s', (address, itself) => {
  expect(isAskedByItself(address)).toBe(itself)
})
