import { describe, expect, test } from 'vitest'
import { partnerIdFault, partnerIdsFor, readPartnerId, suggestedPartnerId } from './partner-id.ts'

describe('a Partner ID', () => {
  test.each(['BRT-4821', 'CDR-7310', 'OBN-1177'])(
    '%s was given out before there was a check, and holds',
    id => {
      expect(partnerIdFault(id)).toBeNull()
    },
  )

  test.each([
    ['BRT-4822', 'wrong-check-digit'],
    ['BRT-8421', 'wrong-check-digit'],
    ['BTR-4821', 'wrong-check-digit'],
    ['brt-4821', 'not-a-partner-id'],
    ['BRT4821', 'not-a-partner-id'],
    ['BRT-48211', 'not-a-partner-id'],
    ['ВRТ-4821', 'not-a-partner-id'],
    ['', 'not-a-partner-id'],
  ])('%s is refused: %s', (id, fault) => {
    expect(partnerIdFault(id)).toBe(fault)
  })

  test.each([
    [' brt 4821 ', 'BRT-4821'],
    ['BRT–4821', 'BRT-4821'],
    ['BRT4821', 'BRT-4821'],
    ['ＢＲＴ-４８２１', 'BRT-4821'],
    ['nonsense', 'NONSENSE'],
  ])('typed as “%s” is read as %s', (typed, id) => {
    expect(readPartnerId(typed)).toBe(id)
  })

  test('no single slip of a digit and no two neighbours swapped make another one', () => {
    for (let number = 0; number < 1000; number += 37) {
      const id = suggestedPartnerId('Brightline IT', number)
      expect(partnerIdFault(id)).toBeNull()
      for (let at = 4; at < 8; at++) {
        for (const digit of '0123456789') {
          const slipped = `${id.slice(0, at)}${digit}${id.slice(at + 1)}`
          if (slipped !== id) expect(partnerIdFault(slipped), slipped).toBe('wrong-check-digit')
        }
        const swapped = `${id.slice(0, at)}${id[at + 1] ?? ''}${id[at] ?? ''}${id.slice(at + 2)}`
        if (at < 7 && swapped !== id) expect(partnerIdFault(swapped), swapped).toBe('wrong-check-digit')
      }
    }
  })

  test('come without end: when those of the firm’s own letters are used up, with others', () => {
    const seen = new Set<string>()
    for (const id of partnerIdsFor('Brightline IT', below => below - 1)) {
      expect(partnerIdFault(id)).toBeNull()
      seen.add(id)
      if (!id.startsWith('BRG')) break
    }
    expect(seen.size).toBeGreaterThan(800)
    expect([...seen].at(-1)).toMatch(/^ZZZ-/)
  })

  test.each([
    ['Brightline IT', 'BRG'],
    ['Érable', 'ERB'],
    ['東京', 'XXX'],
    ['Io', 'IOX'],
  ])('for %s begins with %s', (name, letters) => {
    expect(suggestedPartnerId(name, 482)).toMatch(new RegExp(`^${letters}-\\d{4}$`))
  })
})
