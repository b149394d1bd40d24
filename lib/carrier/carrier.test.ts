import { describe, expect, test } from 'vitest'
import { mostEvents, readMessage } from './message.ts'
import { isSigned, saysSigned, signatureOf } from './signature.ts'

const secret = 'whsec_c2VjcmV0LW9mLXRoZS1jYXJyaWVyLXRoYXQtaXMtbG9uZw=='
const now = new Date('2026-11-24T14:00:00Z')
const at = String(now.getTime() / 1000)
const signed = (payload: string, more: Record<string, string> = {}) =>
  new Headers({
    'webhook-id': 'msg-1',
    'webhook-timestamp': at,
    'webhook-signature': signatureOf('msg-1', at, payload, secret),
    ...more,
  })

describe('a signature', () => {
  test('holds for the very message, its id and its time', () => {
    expect(isSigned('{}', signed('{}'), secret, now)).toBe(true)
    const two = `v1,bm90aGluZw== ${signatureOf('msg-1', at, '{}', secret)}`
    expect(isSigned('{}', signed('{}', { 'webhook-signature': two }), secret, now)).toBe(true)
    expect(isSigned('{}', signed('{}'), secret, new Date(now.getTime() + 299_000))).toBe(true)
  })

  test.each<[string, string, Headers, string, Date]>([
    ['another body', '{ }', signed('{}'), secret, now],
    ['another id', '{}', signed('{}', { 'webhook-id': 'msg-2' }), secret, now],
    ['another time', '{}', signed('{}', { 'webhook-timestamp': String(Number(at) + 1) }), secret, now],
    ['a time long past', '{}', signed('{}'), secret, new Date(now.getTime() + 301_000)],
    ['a time to come', '{}', signed('{}'), secret, new Date(now.getTime() - 301_000)],
    ['a time that is none', '{}', signed('{}', { 'webhook-timestamp': 'now' }), secret, now],
    ['another secret', '{}', signed('{}'), 'another-secret-of-the-carrier-that-is-long', now],
    ['no signature', '{}', signed('{}', { 'webhook-signature': '' }), secret, now],
    [
      'another version',
      '{}',
      signed('{}', { 'webhook-signature': signatureOf('msg-1', at, '{}', secret).replace('v1', 'v2') }),
      secret,
      now,
    ],
    ['no header at all', '{}', new Headers(), secret, now],
  ])('does not hold for %s', (_, payload, headers, under, moment) => {
    expect(isSigned(payload, headers, under, moment)).toBe(false)
  })
})

test.each<[string, boolean, Record<string, string>]>([
  ['as it should be', true, {}],
  ['with the signature of another body', true, { 'webhook-signature': `v1,${'A'.repeat(43)}=` }],
  ['without an id', false, { 'webhook-id': '' }],
  ['of a time long past', false, { 'webhook-timestamp': String(Number(at) - 301) }],
  ['without a signature', false, { 'webhook-signature': '' }],
  ['with something else for a signature', false, { 'webhook-signature': 'v1,short v2,other' }],
])('a message %s says that it is signed: %s', (_, says, more) => {
  expect(saysSigned(signed('{}', more), now)).toBe(says)
})

const call = {
  type: 'call',
  id: 'c-1',
  number: '+1 604 555 0123',
  direction: 'incoming',
  from: '+1 778 555 0130',
  to: '+1 604 555 0123',
  started_at: '2026-11-24T14:05:00-08:00',
  ring_seconds: 7,
  talk_seconds: 93,
  answered_by: 'Ines Carvalho',
  result: 'answered',
}
const read = (...events: unknown[]) => readMessage(JSON.stringify({ events }))

describe('a message', () => {
  test('tells of calls', () => {
    expect(read(call)).toEqual([
      {
        id: 'c-1',
        event: {
          type: 'call',
          kind: 'call',
          recordId: 'c-1',
          number: '+1 604 555 0123',
          direction: 'incoming',
          from: '+1 778 555 0130',
          to: '+1 604 555 0123',
          startedAt: new Date('2026-11-24T22:05:00Z'),
          ringSeconds: 7,
          talkSeconds: 93,
          answeredBy: 'Ines Carvalho',
          result: 'answered',
        },
      },
    ])
    expect(read({ ...call, from: 'anonymous', kind: 'switch', answered_by: undefined })).toMatchObject([
      { event: { from: 'anonymous', kind: 'switch', answeredBy: '' } },
    ])
  })

  test.each<[string, unknown, string]>([
    ['number', { ...call, number: 'abc' }, 'not-dialable'],
    ['number', { ...call, number: '' }, 'required'],
    ['from', { ...call, from: '1-800-FLOWERS' }, 'not-dialable'],
    ['result', { ...call, result: 'gone' }, 'not-one-of:answered, missed, voicemail, busy, failed'],
    ['direction', { ...call, direction: undefined }, 'not-one-of:incoming, outgoing'],
    ['started_at', { ...call, started_at: '24/11/2026 14:05' }, 'not-a-moment'],
    ['started_at', { ...call, started_at: '2026-11-24T14:05:00' }, 'not-a-moment'],
    ['talk_seconds', { ...call, talk_seconds: -1 }, 'not-seconds'],
    ['talk_seconds', { ...call, talk_seconds: 1e9 }, 'not-seconds'],
    ['id', { ...call, id: 'x'.repeat(101) }, 'too-long:100'],
    ['answered_by', { ...call, answered_by: 'a\u202eb' }, 'not-a-line:2'],
  ])('with a bad %s says which and why, and holds up no other', (field, bad, problem) => {
    const [one, other] = read(bad, { ...call, id: 'c-2' }) ?? []
    expect(one).toMatchObject({ outcome: 'unreadable', field, problem })
    expect(other).toMatchObject({ event: { recordId: 'c-2' } })
  })

  test('tells of text messages, faxes, and what became of those that were sent', () => {
    const id = '0B2F6A34-9f6e-4f0e-8a51-0e5b7c9a1d11'
    const text = {
      type: 'message',
      id: 'm-1',
      number: '+1 604 555 0123',
      from: 'BANK',
      text: 'a\r\nb\u0000',
      at: call.started_at,
    }
    const fax = {
      type: 'fax',
      id: 'f-1',
      number: '+1 604 555 0123',
      pages: 2,
      at: call.started_at,
      document: 'JVBERi0xLjc=',
    }
    expect(
      read(
        text,
        fax,
        { type: 'message-state', id, state: 'failed', reason: 'busy' },
        { type: 'fax-state', id, state: 'delivered', reason: 'busy', pages_sent: 2 },
        { type: 'message-state', id, state: 'failed', reason: 'moon' },
      ),
    ).toMatchObject([
      { event: { type: 'message', recordId: 'm-1', from: 'BANK', text: 'a\nb' } },
      {
        event: {
          type: 'fax',
          recordId: 'f-1',
          from: '',
          pages: 2,
          document: new Uint8Array(Buffer.from('%PDF-1.7')),
        },
      },
      { event: { recordId: id.toLowerCase(), state: 'failed', reason: 'busy' } },
      { event: { state: 'delivered', reason: '', pagesSent: 2 } },
      { event: { state: 'failed', reason: 'other' } },
    ])
    expect([
      ...(read(
        { ...text, from: 'x'.repeat(21) },
        { ...text, at: 'now' },
        { ...text, text: 'x'.repeat(5001) },
        { ...fax, pages: 0 },
        { ...fax, document: '!' },
        { ...fax, document: 'aGVsbG8=' },
        { ...fax, document: 'https://carrier.example/fax.pdf' },
        { type: 'fax-state', id: 'f-1', state: 'sent' },
        { type: 'fax-state', id, state: 'queued' },
      ) ?? []),
    ]).toMatchObject(
      [
        ['from', 'too-long:20'],
        ['at', 'not-a-moment'],
        ['text', 'too-long:5000'],
        ['pages', 'not-pages'],
        ['document', 'not-base64'],
        ['document', 'not-a-pdf'],
        ['document', 'not-base64'],
        ['id', 'not-an-id'],
        ['state', 'not-one-of:sent, delivered, failed'],
      ].map(([field, problem]) => ({ outcome: 'unreadable', field, problem })),
    )
  })

  test('of a type that is not known yet is told so', () => {
    expect(read({ type: 'voicemail', id: 's-1' }, { type: '__proto__', id: 'x' }, 7)).toEqual([
      { id: 's-1', outcome: 'unknown-type' },
      { id: 'x', outcome: 'unknown-type' },
      { id: '', outcome: 'unknown-type' },
    ])
  })

  test.each([
    '',
    'no',
    '[]',
    '{}',
    '{"events":[]}',
    '{"events":7}',
    JSON.stringify({ events: Array(mostEvents + 1).fill(call) }),
  ])('is none: %.20s', payload => {
    expect(readMessage(payload)).toBeNull()
  })
})
