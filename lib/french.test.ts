import { expect, test } from 'vitest'
import { joined } from './french.ts'

test.each([
  ['de', 'Élise Tremblay', 'd’Élise Tremblay'],
  ['de', 'E\u0301lise Tremblay', 'd’E\u0301lise Tremblay'],
  ['de', 'Owen Maplewood', 'd’Owen Maplewood'],
  ['de', 'Œuvre Nord', 'd’Œuvre Nord'],
  ['de', 'Brightline IT', 'de Brightline IT'],
  ['de', 'Harriet Osei', 'de Harriet Osei'],
  ['de', 'Yves Roy', 'd’Yves Roy'],
  ['de', 'Yasmine Roy', 'de Yasmine Roy'],
  ['de', '8 Ways', 'de 8 Ways'],
  ['de', 'le partenaire', 'du partenaire'],
  ['de', 'les partenaires', 'des partenaires'],
  ['de', 'Le Groupe Nord', 'de Le Groupe Nord'],
  ['de', 'Lena Fischer', 'de Lena Fischer'],
  ['à', 'le partenaire', 'au partenaire'],
  ['à', 'Owen', 'à Owen'],
  ['lorsque', 'Élise', 'lorsqu’Élise'],
  ['que', 'Nora', 'que Nora'],
  ['de', '', 'de '],
] as const)('%s %s', (word, name, wanted) => {
  expect(joined(word, name)).toBe(wanted)
})
