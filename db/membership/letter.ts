import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { PasswordPurpose } from '#lib/person/activation.ts'
import type { Result } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { passwordLetter } from '../person/password-letter.ts'
import type { Write } from '../write.ts'

/**
 * The letter that leads somebody to their password for a place on the account. Lists call its recipient by the name under which
 * they are known there, the letter by their own. It says who had it sent, and replaces the one before. Refused like any such letter: db/person/password-letter.
 */
export function placeLetter(
  { tx, author, account }: AccountChange,
  purpose: PasswordPurpose,
  to: {
    readonly personId: string
    readonly name: string
    readonly hasPassword: boolean
    readonly kind: MembershipKind
  },
  secret: string,
): Promise<Result<readonly Write[], 'too-many-letters'>> {
  const { personId, name: toName, hasPassword, kind } = to
  const facts = { by: author.name, firm: author.firm, kind, place: account.name }
  const letter = { purpose, personId, toName, accountId: account.id, hasPassword, replaces: true, facts }
  return passwordLetter(tx, letter, secret)
}
