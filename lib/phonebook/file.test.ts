import { describe, expect, test } from 'vitest'
import { csvFaultSentence } from '#lib/csv-words.ts'
import { languages } from '#lib/language.ts'
import { mostRows, readContacts } from './file.ts'

const read = (text: string) => readContacts(Buffer.from(text))
const head = 'name,company,work,mobile,home,email,note,groups'

describe('a file of contacts', () => {
  test('is read by its columns in either language, in any order, with the mark of UTF-8', () => {
    const french = read('\ufeffTravail,Nom,Groupes\r\n+1 604 555 0123,Élodie,Clients; clients;Nuit\r\n')
    expect(french.faults).toEqual([])
    expect(french.rows).toEqual([
      { line: 2, name: 'Élodie', work: '+1 604 555 0123', groups: ['clients', 'Nuit'] },
    ])
    expect(read('NAME,Work\nA,204').rows).toEqual([{ line: 2, name: 'A', work: '204' }])
  })

  test('reads its own guard against formulas back', () => {
    const { rows } = read(`${head}\n'=Anna,'@home,'+1 604 555 0123,,,,'-,`)
    expect(rows).toMatchObject([{ name: '=Anna', company: '@home', work: '+1 604 555 0123', note: '-' }])
  })

  test.each<[string, string, number | null, string, RegExp]>([
    ['nothing', '', null, '', /empty/],
    ['no name', 'company,work\nA,204', 1, 'name', /needed/],
    ['an unknown column', 'name,fax\nA,1', 1, 'fax', /no such column/],
    ['semicolons', 'name;work\nA;204', 1, '', /commas/],
    ['a formula', `${head}\n"=HYPERLINK(""http://x"")",,204,,,,,`, 2, 'name', /formula/],
    ['a formula for a number', `${head}\nA,,=1+1,,,,,`, 2, 'work', /telephone can dial/],
    ['a number with letters', `${head}\nA,,1-800-FLOWERS,,,,,`, 2, 'work', /no letters/],
    ['an extension behind a number', `${head}\nA,,604 555 0123 x204,,,,,`, 2, 'work', /in the note/],
    ['a name of 10,000 letters', `${head}\n${'x'.repeat(10_000)},,204,,,,,`, 2, 'name', /120 characters/],
    ['no number', `${head}\nA,,,,,,,`, 2, 'work', /at least one number/],
    ['a bad address', `${head}\nA,,204,,,nobody,,`, 2, 'email', /e-mail/],
    ['an invisible letter', `${head}\nA\u202e,,204,,,,,`, 2, 'name', /invisible/],
    ['a long group', `${head}\nA,,204,,,,,${'g'.repeat(41)}`, 2, 'groups', /40 characters/],
    ['a fault on a late line', `${head}\nA,,204,,,,,\nB,,abc,,,,,`, 3, 'work', /telephone can dial/],
  ])('with %s is refused with place and cure', (_, text, line, column, told) => {
    const [fault] = read(text).faults
    expect(fault).toMatchObject({ line, column })
    expect(csvFaultSentence(fault?.code ?? '', fault?.value ?? '', 'en')).toMatch(told)
    for (const language of languages)
      expect(csvFaultSentence(fault?.code ?? '', '', language)).toMatch(/[.\u202f]/)
  })

  test('of a row with a formula tells all else that is wrong with it', () => {
    expect(read(`${head}\n=A,,1-800-FLOWERS,,,nobody,,`).faults).toMatchObject([
      { line: 2, column: 'name', code: 'formula:=' },
      { line: 2, column: 'work', code: 'not-dialable' },
      { line: 2, column: 'email', code: 'not-an-email' },
    ])
  })

  test('tells contacts of one name apart by their marks, and refuses what is none', () => {
    const id = '0B2F6A34-1d0c-4c8e-9a55-0f6f5a1f2b3c'
    expect(read(`Name,Work,Identifiant\nA,204,${id}\nA,205,`).rows).toMatchObject([
      { id: id.toLowerCase() },
      { id: '' },
    ])
    expect(read('name,work,id\nA,204,7').faults).toMatchObject([{ column: 'id', code: 'not-an-id' }])
  })

  test('of more rows than a phonebook holds is refused as a whole', () => {
    const rows = Array.from({ length: mostRows + 1 }, (_, n) => `A${n},204`)
    expect(read(`name,work\n${rows.join('\n')}`)).toMatchObject({
      rows: [],
      faults: [{ code: `too-many-rows:${mostRows}` }],
    })
  })
})
