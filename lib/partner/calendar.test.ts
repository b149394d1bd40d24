import { expect, test } from 'vitest'
import { type AccessEnd, calendarPath, calendarText, calendarToken, tokenOfFile } from './calendar.ts'

const end: AccessEnd = {
  grantId: '0b0e7f0a-3f61-4c7e-9f6e-0d7b7a4f2a11',
  account: 'Harbour Dental',
  scope: { name: 'services', pages: [] },
  part: null,
  reachesClients: false,
  suspended: false,
  endsAt: new Date('2026-12-24T22:30:00Z'),
  version: 3,
  movedAt: new Date('2026-12-01T08:00:00Z'),
}
const desk = 'https://portal.example/partner/brightline-it'
const of = (more: Partial<AccessEnd> = {}, language: 'en' | 'fr' = 'en') =>
  calendarText({
    brand: 'Northwind // Voice',
    firm: 'Brightline IT',
    ends: [{ ...end, ...more }],
    language,
    desk,
  })
/** The file's lines as they were before they were folded. */
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('an end is an event in UTC that names the account, the scope and the page of the access', () => {
  expect(lines(of())).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Northwind    Voice//Ends of access//EN',
    'NAME:Brightline IT: ends of access',
    'X-WR-CALNAME:Brightline IT: ends of access',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT',
    `UID:${end.grantId}`,
    'SEQUENCE:3',
    'DTSTAMP:20261201T080000Z',
    'DTSTART:20261224T223000Z',
    'SUMMARY:Access ends: Harbour Dental',
    'TRANSP:TRANSPARENT',
    `DESCRIPTION:Services support\\n${desk}/grants/${end.grantId}`,
    `URL;VALUE=URI:${desk}/grants/${end.grantId}`,
    'LAST-MODIFIED:20261201T080000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
})

test('a moved end is the same event, later', () => {
  const moved = of({ endsAt: new Date('2026-12-31T00:00:00Z'), version: 4, movedAt: new Date('2026-12-20Z') })
  expect(moved).toContain(`UID:${end.grantId}\r\nSEQUENCE:4\r\nDTSTAMP:20261220T000000Z`)
  expect(moved).toContain('DTSTART:20261231T000000Z')
})

test('it is in the reader’s language, and says what else is to be known', () => {
  const text = lines(of({ reachesClients: true, suspended: true }, 'fr')).join('\n')
  expect(text).toContain('SUMMARY:Fin de l’accès\u202F: Harbour Dental')
  expect(text).toContain('DESCRIPTION:Soutien des services\\nAussi sur ses comptes clients\\nSuspendu')
})

test('of a part it tells the part, as far as the access goes by now', () => {
  const part = { name: 'services', pages: [] } as const
  expect(of({ part, scope: { name: 'full', pages: [] } })).toContain('DESCRIPTION:Services support\\n')
  const text = lines(of({ part, scope: { name: 'read-only', pages: [] } })).join('\n')
  expect(text).toContain('DESCRIPTION:Services support\\, as far as “Read only” goes\\n')
})

test.each([
  ['A\r\nATTENDEE:mailto:x@evil.example', 'SUMMARY:Access ends: A ATTENDEE:mailto:x@evil.example'],
  ['A\nBEGIN:VALARM', 'SUMMARY:Access ends: A BEGIN:VALARM'],
  ['A\rB\u0085C\u2028D\0E\u001bF', 'SUMMARY:Access ends: A B C D E F'],
  ['Roe, Doe; \\ Sons "et al."', 'SUMMARY:Access ends: Roe\\, Doe\\; \\\\ Sons "et al."'],
])('an account called %j stays one line of text', (account, line) => {
  const text = lines(of({ account }))
  expect(text).toContain(line)
  expect(text).toHaveLength(lines(of()).length)
  expect(text.filter(one => one.startsWith('BEGIN:'))).toHaveLength(2)
})

test('long names are folded after 75 octets at most, and no letter is cut in two', () => {
  for (const letter of ['é', 'x', '漢', '🦷']) {
    const account = letter.repeat(120)
    const text = of({ account })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
    expect(Buffer.from(text).toString()).toBe(text)
    expect(lines(text)).toContain(`SUMMARY:Access ends: ${account}`)
  }
})

test('with nothing that ends it is a calendar all the same', () => {
  const text = calendarText({ brand: 'Northwind', firm: 'Brightline IT', ends: [], language: 'en', desk })
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR$/)
})

test('a token is 256 bits, of one place and one form alone, and is read back from its file', () => {
  const token = calendarToken('place', 'form', 'secret')
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(calendarToken('place', 'form', 'secret')).toBe(token)
  for (const other of [
    calendarToken('place', 'other', 'secret'),
    calendarToken('other', 'form', 'secret'),
    calendarToken('place', 'form', 'other'),
  ])
    expect(other).not.toBe(token)
  expect(tokenOfFile(calendarPath(token).split('/').at(-1) ?? '')).toBe(token)
})

test.each(['', '.ics', 'x.ics', `${'x'.repeat(43)}`, `${'x'.repeat(44)}.ics`, `${'x'.repeat(42)}%.ics`])(
  '%j can’t be one',
  file => {
    expect(tokenOfFile(file)).toBeNull()
  },
)
