import { digitsOf } from '#lib/phone.ts'
import type { Tx } from '../client.ts'

/** The account that a number belongs to. */
export interface Owner {
  readonly accountId: string
  readonly providerId: string
  readonly country: string
  /** As its service writes it. */
  readonly number: string
}

/** Whose numbers are, by their digits. One that several accounts have is nobody's: it must not be guessed. */
export async function ownersOf(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>()
  if (numbers.length === 0) return owners
  const answer = await tx.$client.query<Owner & { digits: string }>(
    `select ${numberDigits('s')} as digits, a.id as "accountId", a.provider_id as "providerId", a.country, s.identifier as number
      from service s join account a on a.id = s.account_id and a.closed_at is null
      where s.kind = 'number' and ${numberDigits('s')} = any($1)`,
    [[...new Set(numbers.map(digitsOf))]],
  )
  const several = new Set<string>()
  for (const { digits, ...owner } of answer.rows) {
    if (owners.has(digits) && owners.get(digits)?.accountId !== owner.accountId) several.add(digits)
    owners.set(digits, owner)
  }
  for (const digits of several) owners.delete(digits)
  return owners
}

/** The digits of a service's number, as they are indexed. */
const numberDigits = (of: string) => `regexp_replace(${of}.identifier, '\\D', '', 'g')`
