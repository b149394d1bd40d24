import { expect, test } from 'vitest'
import { outcomeText } from './subscription-facts.tsx'

const outcome = (changes: Readonly<Record<string, readonly [unknown, unknown]>>) =>
  ({ id: '', state: 'refused', reason: '', at: new Date(), undoUntil: null, changes }) as const
const subscription = ['key', 'key'] as const

test.each([
  [{ quantity: [4, 8] }, 'quantity 8', 'quantité 8'],
  [{ endsOn: ['2027-01-01', null] }, 'goes on after its renewal', 'se poursuit après son renouvellement'],
  [
    { subscription, email: ['', 'lena@maple.example'] },
    'licence for lena@maple.example',
    'attribution d’une licence (lena@maple.example)',
  ],
  [
    { subscription, email: ['lena@maple.example', ''] },
    'licence taken back from lena@maple.example',
    'reprise d’une licence (lena@maple.example)',
  ],
] as const)('%j is told in words', (changes, en, fr) => {
  expect([outcomeText(outcome(changes), 'en'), outcomeText(outcome(changes), 'fr')]).toEqual([en, fr])
})
