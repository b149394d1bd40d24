import type { StaffKind } from '#lib/access/person-kinds.ts'
import type { Result } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { passwordLetter } from '../person/password-letter.ts'
import type { Write } from '../write.ts'

/** One of a firm's staff, as letters and history speak of them. */
export interface OfStaff {
  readonly id: string
  readonly personId: string
  /** As they are called there. */
  readonly name: string
  readonly email: string
  readonly kind: StaffKind
  readonly hasPassword: boolean
  readonly partnerName: string
}

/** The letter by which somebody takes their place in a firm; it says who had it sent, and replaces the one before. */
export function staffLetter(
  { tx, actor, author }: Change,
  { personId, name: toName, kind, hasPassword, partnerName }: OfStaff,
  secret: string,
): Promise<Result<readonly Write[], 'too-many-letters'>> {
  const facts = { by: actor.name, firm: author.firm, kind, place: partnerName }
  const letter = { purpose: 'activation', personId, toName, hasPassword, accountId: null } as const
  return passwordLetter(tx, { ...letter, replaces: true, facts }, secret)
}
