import { describe, expect, test } from 'vitest'
import { shownCell } from '#lib/shown-cell.ts'
import { columnsOf, type ImportFile, importFiles } from './files.ts'
import { Problems } from './problem.ts'
import { FileReader } from './read.ts'
import { problemSentence, problemText } from './words.ts'

function read(file: ImportFile, content: string | Uint8Array) {
  const problems = new Problems()
  const reader = new FileReader(file, problems)
  const rows = [...reader.push(Buffer.from(content)), ...reader.end()]
  return { rows, told: problems.kept.map(one => problemText(one)), problems: problems.kept }
}

const accounts = (...rows: string[]) => ['name,legal_name,time_zone', ...rows].join('\n')
const people = (...rows: string[]) =>
  ['email,name,kind,account,partner,roles,modules,product,level,extension', ...rows].join('\n')

describe('what is taken', () => {
  test('an account by the least that it needs; what the file lacks is not there', () => {
    expect(read('accounts', accounts('Érable Santé,"Érable Santé, inc.",America/Toronto')).rows).toEqual([
      {
        line: 2,
        name: 'Érable Santé',
        legal_name: 'Érable Santé, inc.',
        time_zone: 'America/Toronto',
        slug: 'erable-sante',
        given: false,
      },
    ])
  })

  test('the mark of UTF-8, CRLF, empty lines, columns in any order, no last line end', () => {
    const content = '\ufefftime_zone,name,legal_name,account\r\n\r\nUTC,A B,A B Ltd,ab-1\r\n\r\nUTC,C,C,'
    expect(read('accounts', content)).toMatchObject({
      rows: [
        { line: 3, slug: 'ab-1', given: true },
        { line: 5, slug: 'c', given: false },
      ],
      told: [],
    })
  })

  test('every kind of person', () => {
    const content = people(
      'Ana@Example.com,Ana,account-manager,acme,,,,,,',
      'b@example.com,B,administrator,acme,,account-owner; service-viewer,,,,',
      'c@example.com,C,portal-user,acme,,,fax;sms,,,',
      'd@example.com,D,end-user,acme,,,,cloud-pbx,admin,201',
      'e@example.com,E,partner-administrator,,firm,,,,,',
      'f@example.com,F,partner-technician,,firm,,,,,',
    )
    const { rows, told } = read('people', content)
    expect(told).toEqual([])
    expect(rows).toHaveLength(6)
    expect(rows[0]).toMatchObject({
      email: 'Ana@example.com',
      canonical: 'ana@example.com',
      account_slug: 'acme',
    })
    expect(rows[1]).toMatchObject({ roles: ['account-owner', 'service-viewer'] })
  })
})

/** Each bad text, where it must be found, and what must be said there. */
const refusals: readonly (readonly [
  string,
  ImportFile,
  string | Uint8Array,
  number | null,
  string,
  string,
])[] = [
  ['an empty file', 'accounts', '', null, '', 'empty'],
  ['UTF-16', 'accounts', Buffer.from(`\ufeff${accounts('A,A,UTC')}`, 'utf16le'), null, '', 'UTF-16'],
  ['Latin-1', 'accounts', Buffer.from(accounts('A,A,UTC', 'Érable,É,UTC'), 'latin1'), 3, 'name', 'UTF-8'],
  ['semicolons', 'accounts', 'name;legal_name;time_zone\nA;A;UTC', 1, '', 'commas'],
  ['line ends of old', 'accounts', 'name,legal_name,time_zone\rA,A,UTC', 1, '', 'carriage return'],
  ['a wrong header', 'accounts', 'name,legal_name,time_zone,fax\nA,A,UTC,1', 1, 'fax', 'no such column'],
  ['a missing column', 'accounts', 'name,legal_name\nA,A', 1, 'time_zone', 'needed'],
  ['a column twice', 'accounts', 'name,name,legal_name,time_zone\nA,A,A,UTC', 1, 'name', 'twice'],
  ['too few fields', 'accounts', accounts('A,A'), 2, 'time_zone', '2 fields'],
  ['too many fields', 'accounts', accounts('A,A,UTC,x'), 2, '', '4 fields'],
  ['a stray quote', 'accounts', accounts('A,A,UTC', 'A "B,A,UTC'), 3, 'name', 'character 3'],
  ['an open quote', 'accounts', accounts('A,"A,UTC'), 2, 'legal_name', 'not closed'],
  ['a field of a million', 'accounts', accounts(`A,${'x'.repeat(1_000_000)},UTC`), 2, 'legal_name', '65,536'],
  ['a name of 10,000', 'accounts', accounts(`${'x'.repeat(10_000)},A,UTC`), 2, 'name', '120 characters'],
  ['a control character', 'accounts', accounts('A\u0007,A,UTC'), 2, 'name', 'Character 2'],
  ['an invisible one', 'accounts', accounts('A\u202e,A,UTC'), 2, 'name', 'invisible'],
  ['no name', 'accounts', accounts(' ,A,UTC'), 2, 'name', 'needed'],
  ['an unknown zone', 'accounts', accounts('A,A,Mars/Base'), 2, 'time_zone', 'time zone'],
  ['a name without Latin letters', 'accounts', accounts('東京,A,UTC'), 2, 'account', 'short name'],
  ['a name that is a page', 'accounts', accounts('New,A,UTC'), 2, 'account', 'short name'],
  [
    'an unknown product',
    'accounts',
    'name,legal_name,time_zone,products\nA,A,UTC,pbx',
    2,
    'products',
    'cloud-pbx',
  ],
  ['letters that look alike', 'partners', 'name\nBrіghtlіne IT', 2, 'name', 'scripts'],
  [
    'a wrong Partner ID',
    'partners',
    'name,partner_id\nBrightline IT,BRT-4822',
    2,
    'partner_id',
    'last digit',
  ],
  ['no Partner ID', 'partners', 'name,partner_id\nBrightline IT,4822', 2, 'partner_id', 'three letters'],
  [
    'a list of addresses',
    'people',
    people('"a@b.example, c@b.example",A,account-manager,acme,,,,,,'),
    2,
    'email',
    'one e-mail',
  ],
  [
    'a second @ in quotes',
    'people',
    people('"""a@b""@c.example",A,account-manager,acme,,,,,,'),
    2,
    'email',
    'one e-mail',
  ],
  [
    'an address that looks alike',
    'people',
    people('аnna@b.example,A,account-manager,acme,,,,,,'),
    2,
    'email',
    'Cyrillic, not Latin',
  ],
  ['an unknown kind', 'people', people('a@b.example,A,boss,acme,,,,,,'), 2, 'kind', 'account-manager'],
  ['no account', 'people', people('a@b.example,A,account-manager,,,,,,,'), 2, 'account', 'needs this'],
  [
    'a firm where an account is',
    'people',
    people('a@b.example,A,account-manager,a,f,,,,,'),
    2,
    'partner',
    'empty',
  ],
  ['no roles', 'people', people('a@b.example,A,administrator,a,,,,,,'), 2, 'roles', 'needs this'],
  [
    'an unknown role',
    'people',
    people('a@b.example,A,administrator,a,,king,,,,'),
    2,
    'roles',
    'account-owner',
  ],
  ['an unknown module', 'people', people('a@b.example,A,portal-user,a,,,tv,,,'), 2, 'modules', 'phonebook'],
  [
    'a product without end users',
    'people',
    people('a@b.example,A,end-user,a,,,,sip-trunks,user,'),
    2,
    'product',
    'no end users',
  ],
  [
    'a level that is not there',
    'people',
    people('a@b.example,A,end-user,a,,,,cloud-pbx,super-admin,'),
    2,
    'level',
    'admin, user',
  ],
  [
    'no extension',
    'people',
    people('a@b.example,A,end-user,a,,,,cloud-pbx,user,x1'),
    2,
    'extension',
    '2 to 6',
  ],
]

describe('what is refused', () => {
  test.each(refusals)('%s', (_, file, content, line, column, said) => {
    const { problems, told } = read(file, content)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ file, line, column })
    expect(told[0]).toContain(said)
    expect(told[0]?.length).toBeLessThan(600)
  })

  test('every problem of a file is told, not only the first; good rows stay', () => {
    const { rows, problems } = read(
      'accounts',
      accounts('\u200bA,A,Mars/Base', 'B,B,UTC', 'C "x,C,UTC', 'D,D'),
    )
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'name'],
      [2, 'time_zone'],
      [4, 'name'],
      [5, 'time_zone'],
    ])
    expect(rows).toMatchObject([{ line: 3 }])
  })

  test('beyond the cap problems are counted', () => {
    const problems = new Problems(3)
    const reader = new FileReader('accounts', problems)
    const bad = accounts(...Array.from({ length: 10 }, () => '\u200bA,A,UTC'))
    for (const _ of [...reader.push(Buffer.from(bad)), ...reader.end()]) throw new Error('none is good')
    expect([problems.count, problems.kept.length]).toEqual([10, 3])
  })

  test('a cell shows nothing that a terminal would obey', () => {
    expect(shownCell('a\u001b[2J\u202eb\n')).toBe('“a\\u{1b}[2J\\u{202e}b\\u{a}”')
    expect(shownCell('x'.repeat(10_000))).toBe(`“${'x'.repeat(60)}…” (10,000 characters)`)
  })

  test('the words for a form field are those of the screens', () => {
    expect(problemSentence('too-long:120', '', '')).toBe('This is too long: 120 characters at most.')
  })
})

test('every file has columns, and the README names each of them', async () => {
  const { readFile } = await import('node:fs/promises')
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  for (const file of importFiles)
    for (const column of columnsOf(file))
      expect(readme.includes(`\`${column}\``), `${file}.csv ${column}`).toBe(true)
})
