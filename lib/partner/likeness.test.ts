import { describe, expect, test } from 'vitest'
import { likenessOf } from './likeness.ts'

const others = {
  provider: ['Northwind Telecom', 'Boréal Voix'],
  partners: ['Brightline IT', 'Cedar Consulting'],
}

describe('a firm could be taken for', () => {
  test.each([
    ['Brightline IT', { kind: 'partner', of: 'Brightline IT' }],
    ['BRIGHTLINE-IT', { kind: 'partner', of: 'Brightline IT' }],
    ['Brighț1ine IT', { kind: 'partner', of: 'Brightline IT' }],
    ['Brightlîne  I.T.', { kind: 'partner', of: 'Brightline IT' }],
    ['Ｂｒｉｇｈｔｌｉｎｅ ＩＴ', { kind: 'partner', of: 'Brightline IT' }],
    ['Brіghtlіne IT', { kind: 'mixed-scripts' }],
    ['Ceԁar Consulting', { kind: 'mixed-scripts' }],
    ['СЕДАР', null],
    ['Northwind Telecom Support', { kind: 'provider', of: 'Northwind Telecom' }],
    ['Nοrthwind', { kind: 'mixed-scripts' }],
    ['N0rthwind Te1ecom', { kind: 'provider', of: 'Northwind Telecom' }],
    ['Services Boreal Voix', { kind: 'provider', of: 'Boréal Voix' }],
    ['Bright Networks', null],
    ['Cedar', null],
    ['東京 IT', null],
  ])('%s', (name, likeness) => {
    expect(likenessOf(name, others)).toEqual(likeness)
  })
})
