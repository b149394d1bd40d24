import { expect, test } from 'vitest'
import { startingValues } from './extension.ts'
import { type PlacedRow, readExtensions } from './file.ts'
import { type KnownExtension, type KnownPbx, weighExtensions } from './take-in.ts'

const nothing = { kind: 'nothing', extensionId: null, outside: '' } as const
const known = (number: string, member: string | null = null): KnownExtension => ({
  id: `id-${number}`,
  number,
  name: `N${number}`,
  memberId: member,
  busy: nothing,
  unanswered: nothing,
  values: {
    ...startingValues,
    number,
    name: `N${number}`,
    member: member ?? '',
    busy: 'nothing',
    unanswered: 'nothing',
  },
})
const pbx = (extensions: readonly KnownExtension[]): KnownPbx => ({
  extensions,
  members: [
    { id: 'ines', email: 'ines@harbour.example', name: 'Ines' },
    { id: 'jun', email: 'jun@harbour.example', name: 'Jun' },
  ],
  profiles: [{ id: 'front', name: 'Réception' }],
  from: 'CA',
})
const weigh = (text: string, extensions: readonly KnownExtension[] = []) => {
  const { rows, faults } = readExtensions(Buffer.from(text))
  expect(faults).toEqual([])
  let next = 0
  return weighExtensions(rows, pbx(extensions), () => `new-${next++}`)
}
const told = (text: string, extensions: readonly KnownExtension[] = []) =>
  weigh(text, extensions).faults.map(({ line, column, code }) => `${line} ${column} ${code}`)

test('columns and words are read in either language, and by their codes', () => {
  const { rows, faults } = readExtensions(
    Buffer.from(
      'Poste,nom,Sonne sur,when busy,unanswered,Messagerie vocale\n301,Accueil,Application mobile,Voicemail,Rien : l’appel prend fin,Oui\n302,Lab,both,nothing,NOTHING,off\n',
    ),
  )
  expect(faults).toEqual([])
  expect(rows[0]).toMatchObject({ number: '301', device: 'mobile', busy: 'voicemail', voicemail: 'on' })
  expect(rows[1]).toMatchObject({ device: 'both', busy: 'nothing', unanswered: 'nothing', voicemail: 'off' })
})

test('rows may send calls to each other, people are known by address and profiles by name', () => {
  const { added, faults } = weigh(
    'number,name,member,busy,busyTo,profile\n301,A,,extension,302,reception\n302,,JUN@harbour.example,outside,(604) 555-0123,\n',
  )
  expect(faults).toEqual([])
  expect(added.map(one => [one.kept.memberId, one.kept.profileId, one.kept.busy])).toEqual([
    [null, 'front', { kind: 'extension', extensionId: 'new-1', outside: '' }],
    ['jun', null, { kind: 'outside', extensionId: null, outside: '+16045550123' }],
  ])
})

test('what is there already is known by its number; the same again changes nothing', () => {
  const there = [known('301', 'ines'), known('302')]
  expect(weigh('number,name\n301,N301\n302,Other\n', there)).toMatchObject({
    added: [],
    changed: [{ id: 'id-302', kept: { name: 'Other' } }],
    same: 1,
  })
})

test('two people change places in one file', () => {
  const there = [known('301', 'ines'), known('302', 'jun')]
  const swapped = weigh('number,member\n301,jun@harbour.example\n302,ines@harbour.example\n', there)
  expect(swapped.faults).toEqual([])
  expect(swapped.changed.map(one => one.kept.memberId)).toEqual(['jun', 'ines'])
})

test.each([
  ['number,name\n301,A\n301,B\n', ['3 number twice:2']],
  ['number,name\n911,A\n', ['2 number emergency-extension:911']],
  ['number,name\n3,A\n', ['2 number not-an-extension']],
  ['number\n301\n', ['2 name no-name']],
  ['number,member\n301,nobody@harbour.example\n', ['2 member unknown-member']],
  ['number,name,profile\n301,A,Back\n', ['2 profile unknown-profile']],
  ['number,name,busy,busyTo\n301,A,extension,399\n', ['2 busyTo no-such-extension:399']],
  [
    'number,name,busy,busyTo\n301,A,extension,302\n302,B,extension,301\n',
    ['2 busyTo circle:301 → 302 → 301', '3 busyTo circle:302 → 301 → 302'],
  ],
  [
    'number,member\n301,jun@harbour.example\n302,jun@harbour.example\n',
    ['2 member has-extension:302', '3 member has-extension:301'],
  ],
])('%j is told as %j', (text, faults) => {
  expect(told(text)).toEqual(faults)
})

test('a cell that begins like a formula is refused with its place', () => {
  const { faults } = readExtensions(Buffer.from('number,name\n301,"=HYPERLINK(1)"\n'))
  expect(faults.map(one => `${one.line} ${one.column} ${one.code}`)).toEqual(['2 name formula:='])
})

test('a column that the file lacks is not its to change', () => {
  const rows: PlacedRow[] = [{ line: 2, number: '301', ring: '30' }]
  const one = known('301', 'ines')
  const { changed } = weighExtensions(rows, pbx([one]), () => 'new')
  expect(changed[0]?.kept).toMatchObject({ memberId: 'ines', name: 'N301', ring: 30 })
})

test('a number that is older than its rule comes back from its own file, and no new one comes in', () => {
  const old = known('9110')
  expect(told('number,name\n9110,Lobby\n', [old])).toEqual([])
  expect(told('number,name\n1120,Lobby\n', [old])).toEqual(['2 number emergency-extension:112'])
})
