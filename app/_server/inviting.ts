import 'server-only'
import type { AccountChange } from '#db/change.ts'
import { type InvitedFirm, sendInvitation, type Unsent } from '#db/invitation/invite.ts'
import { durationOf, fieldsOfGiving, type GivingInput, scopeOf } from '#lib/access/giving-form.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { sendingRefused } from '#lib/invitation/words.ts'
import type { Language } from '#lib/language.ts'
import type { Answer, Refusal } from './door.ts'
import { invitingWords } from './inviting-words.ts'
import { toConfirm } from './to-confirm.ts'

/** Where an account's invitations stand. */
export const authorisationOf = (slug: string) => `/accounts/${slug}/settings/authorisation`

interface Inviting {
  readonly firm: InvitedFirm
  readonly input: GivingInput
  /** The field at which it is told that the firm can't be invited; null where there is none. */
  readonly field: string | null
  /** Where the form is found again, with what was chosen, once who chose it has proved again who they are. */
  readonly back: string
}

/**
 * Invites a firm, by whichever way it was named, and says what came of it. `gone`: its share URL leads nowhere any more,
 * and there is no field at which that could be told.
 */
export async function invited(
  change: AccountChange,
  inviting: Inviting,
  language: Language,
): Promise<Answer | 'gone'> {
  const { firm, input, back } = inviting
  const duration = durationOf(input)
  // The form has told it already, at its field.
  if (!duration) return { refused: fieldWords[language].unusable }
  const sent = await sendInvitation(change, { firm, scope: scopeOf(input), duration })
  const list = authorisationOf(change.account.slug)
  if (sent.ok) return { to: list, done: 'partner-invited' }
  if (sent.refusal === 'unconfirmed') return toConfirm(back)
  if (sent.refusal === 'has-asked' && sent.met?.requestId)
    return { to: `${list}/requests/${sent.met.requestId}`, done: 'partner-has-asked' }
  if (sent.refusal === 'unknown-partner' && inviting.field === null) return 'gone'
  return refused(sent, change, inviting.field, language)
}

function refused(
  { refusal, seen, met }: Unsent,
  { account, actor }: AccountChange,
  field: string | null,
  language: Language,
): Refusal {
  const from = seen && seen.state !== '' ? new Date(seen.state) : null
  const sentence = sendingRefused(refusal, { firm: met?.name ?? '', from }, actor.timeZone, language)
  const further = wayOn(met, refusal, authorisationOf(account.slug), language)
  const at = refusal in fieldsOfGiving ? fieldsOfGiving[refusal as keyof typeof fieldsOfGiving] : field
  // The page shows the firm: it is made anew, as the firm is by now.
  if (refusal === 'firm-changed') return { refused: sentence, overtaken: true }
  if (!at) return { refused: sentence, ...further }
  return { refused: fieldWords[language].check.unsent, fields: { [at]: sentence }, ...further }
}

/** Where that can be settled which stands in the way. */
function wayOn(
  met: Unsent['met'],
  refusal: Unsent['refusal'],
  list: string,
  language: Language,
): Pick<Refusal, 'further'> {
  if (!met) return {}
  const words = invitingWords[language]
  if (refusal === 'blocked')
    return { further: { href: `${list}/firms/${met.slug}/block`, label: words.unblock(met.name) } }
  if (refusal === 'already-invited' && met.invitationId)
    return { further: { href: `${list}/invitations/${met.invitationId}`, label: words.seeOpen } }
  return {}
}
