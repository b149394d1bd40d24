import type { AccountChange } from '../change.ts'
import { isHeldStaff } from '../person/has-place.ts'

/** Whether the address is a portal user of the account already: whoever adds one sees them in the list. */
export async function isPortalUser({ tx, account }: AccountChange, canonicalEmail: string): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from membership m join person p on p.id = m.person_id
      where m.account_id = $1 and m.kind = 'portal-user' and m.state <> 'removed' and p.email_canonical = $2`,
    [account.id, canonicalEmail],
  )
  return answer.rowCount !== 0
}

/** Whether the address is of somebody who works for the firm in whose name this is done. */
export async function isOfActingFirm(
  { tx, partnerId }: AccountChange,
  canonicalEmail: string,
): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from partner_staff s join person p on p.id = s.person_id
      where s.partner_id = $1 and ${isHeldStaff('s')} and p.email_canonical = $2`,
    [partnerId, canonicalEmail],
  )
  return answer.rowCount !== 0
}
