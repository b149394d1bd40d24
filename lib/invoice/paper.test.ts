import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { invoicePaper, type Paper } from './paper.ts'
import { linesOf } from './sheet.ts'

const folder = join(import.meta.dirname, '../../node_modules/geist/dist/fonts/geist-sans')
const fonts = {
  regular: readFileSync(join(folder, 'Geist-Regular.ttf')),
  bold: readFileSync(join(folder, 'Geist-SemiBold.ttf')),
}
const line = { text: 'Téléphonie infonuagique, 18 postes', quantity: 3.5, unitPrice: 1995, amount: 35910 }
const paper = (more: Partial<Paper['invoice']> = {}, language: Paper['language'] = 'en'): Paper => ({
  invoice: {
    number: 'NW-2210-2611',
    issuedOn: '2026-11-01',
    dueOn: '2026-11-22',
    currency: 'CAD',
    net: 35910,
    tax: 5378,
    total: 41288,
    paid: 1000,
    state: 'overdue',
    lines: [line],
    ...more,
  },
  billedTo: ['Érable Łódź Santé inc.', '2150 rue Sherbrooke Est', 'Canada'],
  brand: {
    name: 'Boréal Voix',
    accent: '#0f6b5f',
    supportName: 'Service à la clientèle',
    supportEmail: 'aide@boreal.example',
    supportPhone: '+1 514 555 0140',
    logo: Buffer.from('no picture'),
  },
  language,
})

/** What a reader of the file sees, page by page. */
async function read(of: Paper): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(await invoicePaper(of, fonts)))
  return text.map(page => page.replace(/[\s\u00a0\u202f]+/g, ' '))
}

describe('an invoice on paper', () => {
  test('says in English what it is, for whom, how much and whom to ask', async () => {
    const [page = ''] = await read(paper())
    for (const said of [
      'Boréal Voix',
      'Invoice',
      'NW-2210-2611',
      'Érable Łódź Santé inc.',
      '22 Nov 2026',
      'Overdue',
      'Téléphonie infonuagique, 18 postes',
      '3.5',
      'CAD 19.95',
      'CAD 359.10',
      'CAD 53.78',
      'CAD 412.88',
      'CAD 402.88',
      'aide@boreal.example',
      'Page 1 of 1',
    ])
      expect(page).toContain(said)
  })

  test('and in French', async () => {
    const [page = ''] = await read(paper({}, 'fr'))
    for (const said of [
      'Facture',
      '22 nov. 2026',
      'En retard',
      '412,88 CAD',
      'Reste à payer',
      'Page 1 sur 1',
    ])
      expect(page).toContain(said)
  })

  test('of many lines goes over pages, each with the names of its columns and its number', async () => {
    const pages = await read(paper({ lines: Array(120).fill(line) }))
    expect(pages.length).toBeGreaterThan(3)
    pages.slice(0, -1).forEach((page, at) => {
      expect(page).toContain('Unit price')
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`)
    })
    expect(pages.join(' ').match(/Téléphonie infonuagique/g)).toHaveLength(120)
    expect(pages.at(-1)).toContain('CAD 412.88')
  })

  test('says that nothing is to be paid for a void one, and calls a credit one', async () => {
    expect((await read(paper({ state: 'void', paid: 0 })))[0]).toContain('This invoice is void.')
    expect((await read(paper({ total: -41288, paid: 0 })))[0]).toContain('Credit')
  })
})

test('text goes into lines of the width that there is, a word wider than that in parts', () => {
  const lines = (text: string) => linesOf(text, 10, line => line.length)
  expect(lines('one two three four')).toEqual(['one two', 'three four'])
  expect(lines('short incomprehensible end')).toEqual(['short', 'incomprehe', 'nsible end'])
  expect(lines('')).toEqual([''])
  expect(lines('a\u202f: b')).toEqual(['a\u00a0: b'])
})
