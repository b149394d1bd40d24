import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { newAccountForm } from '#lib/account/desk-forms.ts'
import { endUserForm } from '#lib/account/forms.ts'
import { pulledKinds } from '#lib/back-office/items.ts'
import { addressForm } from '#lib/delivery/forms.ts'
import { parseEmail } from '#lib/email.ts'
import { addEndUserForm, addManagerForm } from '#lib/membership/forms.ts'
import { newPartnerForm, renamePartnerForm } from '#lib/partner/forms.ts'
import { profileForm } from '#lib/person/forms.ts'
import { addPlatformForm } from '#lib/platform/forms.ts'
import { type ImportFile, ownedFiles } from './files.ts'
import { Problems } from './problem.ts'
import { FileReader } from './read.ts'

// What comes in by a file is held to the very rules of the screens, and the other way round.

type Outcome = { readonly taken: string } | { readonly refused: string }

function typed(schema: z.ZodType, text: string): Outcome {
  const read = schema.safeParse(text)
  if (!read.success) return { refused: read.error.issues[0]?.message ?? '' }
  const email = parseEmail(String(read.data))
  return { taken: email.ok ? email.value.address : String(read.data) }
}

/** The same text in one cell of a file that is otherwise good. */
function imported(file: ImportFile, column: string, text: string): Outcome {
  const cells = { ...good[file], [column]: text }
  const quoted = Object.values(cells).map(cell => `"${cell.replaceAll('"', '""')}"`)
  const problems = new Problems()
  const reader = new FileReader(file, problems)
  const content = `${Object.keys(cells).join(',')}\n${quoted.join(',')}\n`
  const [row] = [...reader.push(Buffer.from(content)), ...reader.end()]
  const [problem] = problems.kept
  if (problem) expect([problem.line, problem.column]).toEqual([2, column])
  return problem ? { refused: problem.code } : { taken: String(row?.[column]) }
}

const planned = { account: 'acme', key: 'p-1', name: 'Seat', product: 'cloud-pbx' }

const good: Readonly<Record<ImportFile, Readonly<Record<string, string>>>> = {
  accounts: { account: 'acme', name: 'Acme', legal_name: 'Acme Ltd', time_zone: 'UTC', city: '' },
  partners: { partner: 'firm', name: 'Firm' },
  relationships: { partner: 'firm', account: 'acme' },
  people: { email: 'ana@acme.example', name: 'Ana', kind: 'account-manager', account: 'acme' },
  services: {
    account: 'acme',
    key: 'n-1',
    kind: 'number',
    product: 'cloud-pbx',
    identifier: '+1 514 555 0101',
  },
  invoices: {
    account: 'acme',
    key: 'i-1',
    number: 'I-1',
    issued: '2026-11-01',
    due: '2026-11-22',
    currency: 'CAD',
    state: 'open',
    text: 'Cloud PBX',
    amount: '10.00',
    tax: '0.50',
    total: '10.50',
  },
  balances: { account: 'acme', currency: 'CAD', amount: '10.50', as_of: '2026-11-29' },
  offers: { ...planned, currency: 'CAD', unit_price: '10.50', period: 'month' },
  subscriptions: {
    ...planned,
    currency: 'CAD',
    unit_price: '10.50',
    period: 'month',
    quantity: '3',
    starts: '2026-11-01',
    state: 'active',
  },
  licences: { account: 'acme', key: 'l-1', subscription: 's-1' },
  trials: { ...planned, started: '2026-11-01', ends: '2026-12-01', state: 'running' },
}

const screens = {
  'a person’s name': [
    ['people', 'name'],
    [
      addManagerForm.shape.name,
      addEndUserForm.shape.name,
      addPlatformForm.shape.name,
      newPartnerForm.shape.adminName,
      newAccountForm.shape.ownerName,
      profileForm.shape.name,
      endUserForm.shape.name,
    ],
  ],
  'an account’s name': [['accounts', 'name'], [newAccountForm.shape.name]],
  'a legal name': [['accounts', 'legal_name'], [newAccountForm.shape.legalName]],
  'a firm’s name': [
    ['partners', 'name'],
    [newPartnerForm.shape.name, renamePartnerForm.shape.name],
  ],
  'an address': [
    ['people', 'email'],
    [
      addManagerForm.shape.email,
      addEndUserForm.shape.email,
      addPlatformForm.shape.email,
      newPartnerForm.shape.adminEmail,
      addressForm.shape.email,
    ],
  ],
} as const satisfies Record<string, readonly [readonly [ImportFile, string], readonly z.ZodType[]]>

const names: readonly (readonly [string, string])[] = [
  ['a plain one', 'Élise O’Neil-Tremblay'],
  ['a command of a spreadsheet', "=cmd|' /C calc'!A0"],
  ['a plus', '+1 for you'],
  ['a hyphen', '-Ana'],
  ['an at sign', '@SUM(A1)'],
  ['blanks around', '  Ana  '],
  ['a NUL at the end', 'Ana\u0000'],
  ['a NUL at the start', '\u0000Ana'],
  ['a bell', 'A\u0007na'],
  ['an escape', '\u001b[2JAna'],
  ['a direction turned round', 'Ana\u202e'],
  ['an isolate', '\u2066Ana'],
  ['a zero-width space', 'A\u200bna'],
  ['a zero-width joiner', 'A\u200dna'],
  ['a soft hyphen', 'A\u00adna'],
  ['a Hangul filler', '\u3164'],
  ['a tag', 'Ana\u{e0041}'],
  ['a line separator', 'A\u2028na'],
  ['markup', '<script>alert(1)</script>'],
  ['a quotation mark', 'Ana "the boss" Lee'],
  ['decomposed letters', 'E\u0301lise'],
  ['120 characters', 'x'.repeat(120)],
  ['121 characters', 'x'.repeat(121)],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['nothing', ''],
  ['blanks alone', ' \u00a0 '],
  ['Han letters', '王小明'],
  ['a sign', '☎\ufe0f Ana'],
]

const addresses: readonly (readonly [string, string])[] = [
  ['a plain one', 'Ana.Lee+desk@Acme.example'],
  ['a command of a spreadsheet', '=cmd|x@acme.example'],
  ['a plus', '+ana@acme.example'],
  ['a hyphen', '-ana@acme.example'],
  ['an at sign', '@ana@acme.example'],
  ['blanks around', '  ana@acme.example '],
  ['a quoted local part with a second at sign', '"ana@evil.example"@acme.example'],
  ['a list by comma', 'ana@acme.example, eve@evil.example'],
  ['a list by semicolon', 'ana@acme.example;eve@evil.example'],
  ['a list by blank', 'ana@acme.example eve@evil.example'],
  ['a display name', 'Ana <ana@acme.example>'],
  ['an at sign of full width', 'ana＠acme.example'],
  ['a second one of full width', 'ana＠evil.example@acme.example'],
  ['a NUL at the end', 'ana@acme.example\u0000'],
  ['a NUL at the start', '\u0000ana@acme.example'],
  ['a control character at the end', 'ana@acme.example\u0001'],
  ['a carriage return inside', 'ana@acme.example\rBcc: eve@evil.example'],
  ['a direction turned round', 'ana\u202e@acme.example'],
  ['a zero-width space', 'an\u200ba@acme.example'],
  ['a zero-width space in the domain', 'ana@ac\u200bme.example'],
  ['a soft hyphen in the domain', 'ana@ac\u00adme.example'],
  ['a Cyrillic а', 'аna@acme.example'],
  ['a Greek ο in the domain', 'ana@acmeο.example'],
  ['the same in ASCII', `ana@${new URL('http://acmeο.example').hostname}`],
  ['Cyrillic throughout', 'анна@почта.рф'],
  ['Greek before the at sign', 'γιώργος@acme.example'],
  ['Japanese', '山田たろう@acme.example'],
  ['Korean', '김철수@acme.example'],
  ['Chinese beside Latin', '王小明wang@acme.example'],
  ['decomposed letters', 'e\u0301lise@acme.example'],
  ['10,000 characters', `${'x'.repeat(10_000)}@acme.example`],
  ['no address', 'ana'],
  ['nothing', ''],
]

describe.each(Object.entries(screens))(
  '%s is taken or refused alike in a file and on every screen',
  (of, [place, schemas]) => {
    test.each(of === 'an address' ? addresses : names)('%s', (_, text) => {
      const [file, column] = place
      const outcome = imported(file, column, text)
      for (const schema of schemas) expect(typed(schema, text)).toEqual(outcome)
    })
  },
)

test('an address that may be left out is held to the same rule', () => {
  for (const [said, text] of addresses)
    if (text !== '')
      expect(typed(newAccountForm.shape.supportEmail, text), said).toEqual(imported('people', 'email', text))
})

test('a name may begin like a formula, since the files that we write hold it as a text; nothing else is let through', () => {
  for (const start of ['=', '+', '-', '@']) {
    expect(imported('people', 'name', `${start}Ana`)).toEqual({ taken: `${start}Ana` })
    expect(typed(addManagerForm.shape.name, `${start}Ana`)).toEqual({ taken: `${start}Ana` })
  }
  expect(imported('people', 'email', 'аna@acme.example')).toEqual({ refused: 'odd-letter:а:1:аna:Cyrl:Latn' })
  expect(imported('people', 'name', 'Ana\u0000')).toEqual({ refused: 'not-a-line:4' })
})

test('each kind that is pulled has its file', () => {
  expect(ownedFiles).toEqual(pulledKinds)
})
