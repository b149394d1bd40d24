import { slugOf } from '../slug.ts'

/**
 * A Partner ID is told by telephone and typed from paper: three letters, a hyphen, four digits. The last digit checks the
 * others, so that no single slip and no two neighbours swapped make another firm's. Modulo 11, with weights that the IDs
 * given out before there was a check satisfy too; an ID whose check would be 10 is not given out.
 */
const form = /^([A-Z]{3})-(\d{3})(\d)$/
const weights = [2, 5, 7, 6, 4, 3] as const

function checkOf(letters: string, digits: string): number {
  const values = [...[...letters].map(letter => letter.charCodeAt(0) - 64), ...[...digits].map(Number)]
  const sum = weights.reduce<number>((total, weight, i) => total + weight * (values[i] ?? 0), 0)
  return (11 - (sum % 11)) % 11
}

/** An ID as it is kept, of what somebody typed: blanks and the kind of hyphen are nobody's fault. */
export function readPartnerId(typed: string): string {
  const bare = typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
  return /^[A-Z]{3}\d{4}$/.test(bare) ? `${bare.slice(0, 3)}-${bare.slice(3)}` : bare
}

export type PartnerIdFault = 'not-a-partner-id' | 'wrong-check-digit'

/** What is wrong with an ID; null where nothing is. */
export function partnerIdFault(id: string): PartnerIdFault | null {
  const [, letters, digits, check] = form.exec(id) ?? []
  if (!letters || !digits) return 'not-a-partner-id'
  return checkOf(letters, digits) === Number(check) ? null : 'wrong-check-digit'
}

/** Three letters that remind of the firm: "Brightline IT" gives BRG. */
function lettersOf(name: string): string {
  const letters = slugOf(name, '').replaceAll(/[^a-z]/g, '')
  const first = letters.slice(0, 1)
  const rest = letters.slice(1)
  return `${first}${rest.replaceAll(/[aeiouy]/g, '')}${rest}xxx`.slice(0, 3).toUpperCase()
}

/**
 * IDs for a firm of this name without end, in no order that tells how many there are: once those of its own letters are
 * used up, those of other letters serve.
 */
export function* partnerIdsFor(name: string, random: (below: number) => number): Generator<string, void> {
  for (let of = name; ; of = Array.from({ length: 3 }, () => String.fromCharCode(97 + random(26))).join('')) {
    const from = random(1_000)
    for (let tried = 0; tried < 1_000; tried++) yield suggestedPartnerId(of, (from + tried * 17) % 1_000)
  }
}

/** An ID for a firm of this name; `number` from 0 to 999 gives its digits, or those of the next one that can be given out. */
export function suggestedPartnerId(name: string, number: number): string {
  const letters = lettersOf(name)
  for (let tried = 0; ; tried++) {
    const digits = String((number + tried) % 1000).padStart(3, '0')
    const check = checkOf(letters, digits)
    if (check < 10) return `${letters}-${digits}${check}`
  }
}
