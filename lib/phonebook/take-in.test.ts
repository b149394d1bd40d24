import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContactDetails } from './contact.ts'
import type { PlacedRow } from './file.ts'
import type { KnownContact } from './meant.ts'
import { type KnownPhonebook, type TakeIn, weighFile } from './take-in.ts'

const details = (more: Partial<ContactDetails>): ContactDetails => ({
  name: 'Anna',
  company: 'Acme',
  work: '204',
  mobile: '',
  home: '',
  email: '',
  note: 'Kept',
  ...more,
})
const known: KnownPhonebook = {
  count: 3,
  contacts: [
    { id: 'anna', details: details({}), groups: ['g1'] },
    { id: 'ben-1', details: details({ name: 'Ben', work: '1111' }), groups: [] },
    { id: 'ben-2', details: details({ name: 'BEN', work: '2222' }), groups: [] },
  ],
  groups: [{ id: 'g1', name: 'Customers' }],
  from: 'CA',
}
const weigh = (...rows: Parameters<typeof weighFile>[0][number][]) => {
  let n = 0
  return weighFile(rows, known, () => `new-${++n}`)
}
const anna = { line: 2, name: 'Anna', company: 'Acme', work: '204' }

describe('a row is', () => {
  test('as it was, where all that it says stands there already', () => {
    expect(weigh({ ...anna, groups: ['CUSTOMERS'] })).toMatchObject({
      added: [],
      changed: [],
      same: 1,
      joins: [],
      newGroups: [],
    })
  })

  test('a change of what it says, and of nothing else', () => {
    const { changed, same } = weigh({ ...anna, name: 'ánna', work: '+1 604 555 0123' })
    expect(same).toBe(0)
    expect(changed).toMatchObject([
      {
        id: 'anna',
        details: { name: 'ánna', work: '+1 604 555 0123', note: 'Kept' },
        reach: ['16045550123'],
      },
    ])
  })

  test('a new contact, with a group that may be new, too', () => {
    const taken = weigh({ ...anna, name: 'Zoë', groups: ['Night', 'customers'] })
    expect(taken.added).toMatchObject([{ details: { name: 'Zoë', note: '' } }])
    expect(taken.newGroups).toMatchObject([{ name: 'Night' }])
    expect(taken.joins.map(join => join.groupId)).toEqual([taken.newGroups[0]?.id, 'g1'])
  })

  test('a change where only a group is added', () => {
    const taken = weigh({ ...anna, groups: ['Night'] })
    expect(taken).toMatchObject({ same: 0, changed: [{ id: 'anna' }], joins: [{ contactId: 'anna' }] })
  })

  test('refused where the file says it twice, whatever the case', () => {
    expect(weigh(anna, { ...anna, line: 3, name: 'ANNA', work: '205' }).faults).toEqual([
      { line: 3, column: 'name', code: 'twice:2', value: 'ANNA' },
    ])
  })

  test('refused where the phonebook has several of that name, unless it is one of them to the letter', () => {
    const ben = { line: 2, name: 'Ben', company: 'Acme' }
    expect(weigh({ ...ben, work: '3333' }).faults).toMatchObject([{ code: 'several' }])
    expect(weigh({ ...ben, work: '1111' })).toMatchObject({ same: 1, faults: [] })
  })

  test('a change of the contact whose mark it carries, whatever that is called', () => {
    const rows = [
      { line: 2, id: 'ben-2', name: 'Ben', company: 'Acme', work: '3333' },
      { line: 3, id: 'anna', name: 'Ben', company: 'Acme', work: '204' },
    ]
    const { changed, added, faults } = weigh(...rows)
    expect([changed.map(one => one.id), added, faults]).toEqual([['ben-2', 'anna'], [], []])
  })

  test('refused where the file has a mark twice', () => {
    const row = { line: 2, id: 'ben-1', name: 'Ben', company: 'Acme', work: '1111' }
    expect(weigh(row, { ...row, line: 3 }).faults).toEqual([
      { line: 3, column: 'id', code: 'id-twice:2', value: 'ben-1' },
    ])
  })

  test('of another phonebook a new contact of its own, and refused where it could be one that is there', () => {
    const row = { name: 'Cy', company: '', work: '1' }
    expect(weigh({ ...row, line: 2, id: 'x' }, { ...row, line: 3, id: 'y' }).added).toHaveLength(2)
    expect(
      weigh({ ...anna, id: 'x', work: '1' }, { ...anna, line: 3, id: 'y', work: '2' }).faults,
    ).toMatchObject([
      { line: 2, code: 'several' },
      { line: 3, code: 'several' },
    ])
  })

  test('refused where the phonebook would hold too much', () => {
    const full = { ...known, count: 20_000 }
    const { faults } = weighFile([{ ...anna, name: 'New' }], full, () => 'x')
    expect(faults).toMatchObject([{ line: null, code: 'too-many:20000' }])
  })
})

const one = fc.constantFrom
const contact = fc.record({
  name: one('Anna', 'ANNA', 'Ben'),
  company: one('', 'Acme'),
  work: one('204', '205'),
  note: one('', 'x'),
  groups: fc.subarray(['g1', 'g2']),
})
const phonebook = fc.array(contact, { maxLength: 12 }).map(list =>
  list.map(
    ({ groups, ...more }, n): KnownContact => ({
      id: `c${n}`,
      details: details(more),
      groups,
    }),
  ),
)
const groups = ['g1', 'g2'].map(id => ({ id, name: id.toUpperCase() }))
const rowsOf = (contacts: readonly KnownContact[], withMark: boolean): PlacedRow[] =>
  contacts.map((contact, n) => ({
    line: n + 2,
    ...contact.details,
    groups: contact.groups.map(id => id.toUpperCase()),
    ...(withMark && { id: contact.id }),
  }))
let drawn = 0
const into = (contacts: readonly KnownContact[], rows: readonly PlacedRow[]): TakeIn =>
  weighFile(rows, { count: contacts.length, contacts, groups, from: null }, () => `n${++drawn}`)
/** A phonebook as it is once a file was taken in. */
const after = ({ added, joins }: TakeIn): KnownContact[] =>
  added.map(({ id, details: values }) => ({
    id,
    details: values,
    groups: joins.flatMap(join => (join.contactId === id ? [join.groupId] : [])),
  }))

describe('the file of a phonebook, whoever is called alike in it', () => {
  const shuffled = phonebook.chain(contacts =>
    fc.tuple(
      fc.constant(contacts),
      fc.shuffledSubarray(contacts, { minLength: contacts.length }),
      fc.boolean(),
    ),
  )

  test('changes nothing there, in any order, also without the marks', () => {
    fc.assert(
      fc.property(shuffled, ([contacts, inFile, withMark]) => {
        expect(into(contacts, rowsOf(inFile, withMark))).toEqual({
          added: [],
          changed: [],
          same: contacts.length,
          newGroups: [],
          joins: [],
          faults: [],
        })
      }),
      { numRuns: 800, seed: 20_261_130 },
    )
  })

  test('fills an empty one, and changes nothing the second time', () => {
    fc.assert(
      fc.property(phonebook, contacts => {
        const rows = rowsOf(contacts, true)
        const first = into([], rows)
        expect([first.added.length, first.faults]).toEqual([contacts.length, []])
        expect(into(after(first), rows)).toMatchObject({
          added: [],
          changed: [],
          joins: [],
          same: contacts.length,
        })
      }),
      { numRuns: 800, seed: 20_261_130 },
    )
  })

  test('changes each contact that it calls otherwise, and adds none', () => {
    fc.assert(
      fc.property(phonebook, contacts => {
        const rows = rowsOf(contacts, true).map(row => ({ ...row, name: 'Zoë' }))
        expect(into(contacts, rows)).toMatchObject({ added: [], faults: [] })
      }),
      { numRuns: 500, seed: 20_261_130 },
    )
  })
})
