import { expect, test } from 'vitest'
import { confirmForm, heldValue, orderForm, readQuantity, takeBackForm } from './forms.ts'

test.each([
  ['1', 1],
  [' 12 ', 12],
  ['10 000', 10_000],
  ['1,200', 1200],
  ['0', null],
  ['-1', null],
  ['1000000000', null],
  ['10001', null],
  ['1.5', null],
  ['1e3', null],
  ['', null],
  ['five', null],
])('%j is the quantity %j', (text, wanted) => {
  expect(readQuantity(text)).toBe(wanted)
})

const account = '0b2f6a34-94bf-4c4e-8a53-0d7a5f3d2f11'

test('an order names a day of the calendar', () => {
  const order = { account, offer: account, quantity: '3' }
  expect(orderForm.safeParse({ ...order, starts: '2026-12-01' }).success).toBe(true)
  for (const starts of ['', '2026-02-30', 'tomorrow', '9999-12-31'])
    expect(orderForm.safeParse({ ...order, starts }).success, starts).toBe(false)
})

test('what is confirmed has one shape, whoever made it', () => {
  const order = { account, offer: account, quantity: '3', starts: '2026-12-01', price: 'x' }
  expect(confirmForm.parse(order).quantity).toBe(3)
  for (const quantity of ['0', '-1', '1e9', '1.5', 'x'])
    expect(confirmForm.safeParse({ ...order, quantity }).success, quantity).toBe(false)
})

test('a licence travels with whose it is', () => {
  const read = (held: string) => takeBackForm.safeParse({ account, subscription: account, held })
  const email = 'lena@maple.example'
  expect(read(heldValue(account, email)).data?.held).toEqual({ licence: account, email })
  for (const held of ['', account, `${account} `, `x ${email}`]) expect(read(held).success, held).toBe(false)
})
