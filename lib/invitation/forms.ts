import { z } from 'zod'
import { checkGiving, givingFields } from '#lib/access/giving-form.ts'
import { id, line, lines } from '#lib/form-fields.ts'
import { shownValues } from '#lib/hidden-fields.ts'

/** An account invites a firm by its Partner ID. */
export const inviteForm = z
  .object({ account: id, partnerId: line(20), ...givingFields })
  .superRefine(checkGiving)

/** What the page behind a share URL shows of the firm; it comes back with the form, so that nothing else is confirmed. */
export const shownFields = ['name', 'partnerCode'] as const

/** The same by the firm's share URL. */
export const confirmForm = z
  .object({ account: id, code: line(60), shown: shownValues(shownFields), ...givingFields })
  .superRefine(checkGiving)

export const cancelForm = z.object({ account: id, invitation: id })
export const acceptForm = z.object({ partner: id, invitation: id })
export const declineForm = z.object({ partner: id, invitation: id, reason: lines(1000, { required: false }) })

/** How often one person may try Partner IDs: each try counts, right or wrong. */
export function inviteTries(personId: string) {
  return [{ key: `partner-id:${personId}`, points: 20, seconds: 3600 }] as const
}
