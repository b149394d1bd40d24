import { describe, expect, test } from 'vitest'
import type { ContactDetails } from './contact.ts'
import { type KnownPhonebook, weighFile } from './take-in.ts'

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
    expect(weigh({ ...ben, work: '3333' }).faults).toMatchObject([{ code: 'several:2' }])
    expect(weigh({ ...ben, work: '1111' })).toMatchObject({ same: 1, faults: [] })
  })

  test('refused where the phonebook would hold too much', () => {
    const full = { ...known, count: 20_000 }
    const { faults } = weighFile([{ ...anna, name: 'New' }], full, () => 'x')
    expect(faults).toMatchObject([{ line: null, code: 'too-many:20000' }])
  })
})
