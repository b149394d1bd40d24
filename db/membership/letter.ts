import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { PasswordPurpose } from '#lib/person/activation.ts'
import type { AccountChange } from '../change.ts'
import { passwordLetter } from '../person/activation.ts'
import type { Write } from '../write.ts'

/**
 * The letter that leads somebody to their password for a place on the account, under the name by which they are known there;
 * it says who had it sent, and replaces the one before.
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
): Promise<readonly Write[]> {
  const { personId, name: toName, hasPassword, kind } = to
  const facts = { by: author.name, firm: author.firm, kind, place: account.name }
  const letter = { purpose, personId, toName, accountId: account.id, hasPassword, replaces: true, facts }
  return passwordLetter(tx, letter, secret)
}
