import { endUserLevelsToGive } from '#lib/access/levels.ts'
import { hasEndUsers } from '#lib/access/products.ts'
import { checkEndUser, type EndUserRefusal, type PbxStanding } from '#lib/account/end-user.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { NewPlace } from '../membership/add.ts'
import { holderOf, pbxStanding } from './telephone-extension.ts'

/** What somebody types of a new end user's place. */
export interface TypedEndUser {
  readonly name: string
  readonly product: string
  readonly level: string
  readonly extension: string
}

/**
 * The place of a new end user, if it can be had: the account has the product, the product has end users and that level, and
 * the extension is nobody's. The account's lock keeps it so until the change is done.
 */
export async function newEndUser(
  { tx, account, authority }: AccountChange,
  typed: TypedEndUser,
): Promise<Result<NewPlace, EndUserRefusal | 'no-such-product'>> {
  const answer = await tx.$client.query<{ has: boolean; pbx: PbxStanding; holder: string | null }>(
    `select exists (select 1 from account_product where account_id = $1 and product = $2) as has,
        ${pbxStanding('$1')} as pbx, ${holderOf('$1', '$3')} as holder`,
    [account.id, typed.product, typed.extension],
  )
  const found = answer.rows[0]
  if (!found?.has || !hasEndUsers(typed.product)) return refuse('no-such-product')
  const { name, product, level, extension } = typed
  const checked = checkEndUser(
    {
      product,
      name,
      extension: '',
      pbx: found.pbx,
      isTheirName: false,
      toGive: endUserLevelsToGive(authority, product),
    },
    { name, extension, level },
    found.holder,
  )
  return checked.ok ? ok({ kind: 'end-user', product, level, extension }) : checked
}
