import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isSigned, readEvent } from './resend-event.ts'

const secret = `whsec_${Buffer.from('a signing secret of the tests').toString('base64')}`
const payload = JSON.stringify({
  type: 'email.delivered',
  created_at: '2026-11-24T12:00:00Z',
  data: { email_id: 'm1' },
})

function signed(body: string, at = Math.floor(Date.now() / 1000), id = 'msg_1'): Headers {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
  return new Headers({ 'svix-id': id, 'svix-timestamp': String(at), 'svix-signature': `v1,${mac}` })
}

describe('signature', () => {
  test('ours is taken', () => {
    expect(isSigned(payload, signed(payload), secret)).toBe(true)
  })

  const now = Math.floor(Date.now() / 1000)
  test.each([
    ['no headers', payload, new Headers()],
    ['another body', `${payload} `, signed(payload)],
    ['six minutes old', payload, signed(payload, now - 360)],
    ['six minutes ahead', payload, signed(payload, now + 360)],
    [
      'another secret',
      payload,
      new Headers({ ...Object.fromEntries(signed(payload)), 'svix-signature': 'v1,AAAA' }),
    ],
    ['another id', payload, new Headers({ ...Object.fromEntries(signed(payload)), 'svix-id': 'msg_2' })],
  ])('%s is not', (_name, body, headers) => {
    expect(isSigned(body, headers, secret)).toBe(false)
  })
})

describe('readEvent', () => {
  const told = (data: object, type = 'email.bounced') =>
    JSON.stringify({ type, created_at: '2026-11-24T12:00:00Z', data: { email_id: 'm1', ...data } })

  test('brings the letter’s id home in a tag', () => {
    const letter = '0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11'
    expect(readEvent(told({ tags: { letter } }))).toMatchObject({ letterId: letter, mailServiceId: 'm1' })
    expect(readEvent(told({ tags: { letter: 'nonsense' } }))).toMatchObject({ letterId: null })
    expect(readEvent(told({ tags: [] }))).toMatchObject({ letterId: null })
  })

  test.each([
    [
      { bounce: { type: 'Permanent', subType: 'General', message: 'no such\r\nmailbox' } },
      'Permanent, General: no such mailbox',
    ],
    [{ failed: { reason: 'reached_daily_quota' } }, 'reached_daily_quota'],
    [
      { suppressed: { type: 'OnAccountSuppressionList', message: 'bounced before' } },
      'OnAccountSuppressionList: bounced before',
    ],
    [{}, ''],
  ])('reason of %j', (data, reason) => {
    expect(readEvent(told(data))?.reason).toBe(reason)
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"type":"email.sent"}',
    told({}, 'contact.created'),
    told({ email_id: '' }),
  ])('%j is nothing to us', text => {
    expect(readEvent(text)).toBeNull()
  })
})
