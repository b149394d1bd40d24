import { type Country, countryOf, dialled, ownNumber, writtenDigits } from '#lib/dialling.ts'
import { digitsOf } from '#lib/phone.ts'
import { tellingNumbers } from '../account/dials-from.ts'
import type { Tx } from '../client.ts'

/** The account that a number belongs to. */
export interface Owner {
  readonly accountId: string
  readonly providerId: string
  /** Where the account dials from. */
  readonly country: Country | null
  /** As its service writes it. */
  readonly number: string
  /** By which what comes and goes by it is kept: see ownNumber. */
  readonly key: string
}

interface Candidate {
  readonly accountId: string
  readonly providerId: string
  readonly named: string
  readonly telling: readonly string[]
  readonly number: string
}

/**
 * Whose numbers are, by the numbers as they were told: a service may write its own without the country. One that several
 * accounts have is nobody's: it must not be guessed.
 */
export async function ownersOf(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>()
  if (numbers.length === 0) return owners
  const told = [...new Set(numbers)]
  const answer = await tx.$client.query<Candidate>(
    `select a.id as "accountId", a.provider_id as "providerId", a.country as named, ${tellingNumbers} as telling, s.identifier as number
      from service s join account a on a.id = s.account_id and a.closed_at is null
      where s.kind = 'number' and ${numberDigits('s')} = any($1)`,
    [[...new Set(told.flatMap(writtenDigits))]],
  )
  const candidates = answer.rows.map(({ named, telling, ...one }) => {
    const country = countryOf(named, telling)
    return { ...one, country, key: ownNumber(one.number, country).key }
  })
  for (const number of told) {
    const [first, ...rest] = candidates.filter(one => isMeant(number, one))
    if (first && rest.every(one => one.accountId === first.accountId)) owners.set(number, first)
  }
  return owners
}

/** Carriers leave the + away, or the country; with the + nothing is left open. */
function isMeant(told: string, { key, country }: Owner): boolean {
  return dialled(told, country) === key || (!told.trim().startsWith('+') && digitsOf(told) === key)
}

/** The digits of a service's number, as they are indexed. */
const numberDigits = (of: string) => `regexp_replace(${of}.identifier, '\\D', '', 'g')`
