'use server'

import { providerAction } from '#app/_server/action.ts'
import { removedCode } from '#app/_server/done.ts'
import { toConfirm } from '#app/_server/to-confirm.ts'
import { homeChosen, homesOf } from '#db/branding-domain/homes.ts'
import { closePartner } from '#db/partner/close.ts'
import { createPartner } from '#db/partner/create.ts'
import { likenessAt } from '#db/partner/likeness.ts'
import { renamePartner } from '#db/partner/rename.ts'
import { inviteStaff } from '#db/partner/staff-add.ts'
import { removeStaff, resendToStaff } from '#db/partner/staff-change.ts'
import { partnerSlugOf } from '#db/provider/partners.ts'
import { addressOf } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import { quoted, tellOvertaken } from '#lib/overtaken.ts'
import { closePartnerForm, newPartnerForm, renamePartnerForm, staffForm } from '#lib/partner/forms.ts'
import type { Likeness } from '#lib/partner/likeness.ts'
import { staffWords } from '#lib/partner/words.ts'
import { enoughLettersWords } from '#lib/person/words.ts'
import { needsConfirmation } from '#lib/proof.ts'
import { closeWords } from './close-words.ts'
import { formWords } from './form-words.ts'

const at = (slug: string) => `/provider/partners/${slug}`

/** Told at the name; going on all the same is a decision of whoever ticks the box. */
function resembling(likeness: Likeness, language: Language) {
  const words = formWords[language]
  const sentence = words.likeness[likeness.kind]('of' in likeness ? likeness.of : '')
  return { refused: words.notChanged, fields: { name: sentence } }
}

/** Enters a firm and invites its first administrator. */
export const create = providerAction(
  { name: 'create-partner', needs: 'partners.manage', form: newPartnerForm },
  async ({ input, change, language }) => {
    const { name, partnerCode, resembles } = input
    const likeness = resembles ? null : await likenessAt(change.tx, name)
    if (likeness) return resembling(likeness, language)
    const words = formWords[language]
    const brand = homeChosen(await homesOf(change.tx, change.actor.providerId), input.brand)
    if (!brand) return { refused: words.notChanged, fields: { brand: words.unknownBrand } }
    const created = await createPartner(change, { name, partnerCode })
    if (created.ok) {
      const { id: homeBrandId } = brand
      const person = { name: input.adminName, email: addressOf(input.adminEmail) }
      const newcomer = {
        ...person,
        homeBrandId,
        language: brand.language,
        timeZone: change.actor.timeZone,
      }
      const first = { partnerId: created.value.id, role: 'administrator' } as const
      const invited = await inviteStaff(change, newcomer, first, environment().AUTH_SECRET)
      if (!invited.ok) {
        const { refusal } = invited
        const why = refusal === 'too-many-letters' ? enoughLettersWords[language](person.name) : words.shutOut
        return { refused: words.notChanged, fields: { adminEmail: why } }
      }
      return { to: at(created.value.slug), done: 'partner-created' }
    }
    const sentence = words.fault[created.refusal](created.seen?.by ?? '')
    return { refused: words.notChanged, fields: { partnerCode: sentence } }
  },
)

/** Gives a firm the name that was verified anew. */
export const rename = providerAction(
  { name: 'rename-partner', needs: 'partners.manage', form: renamePartnerForm },
  async ({ input, change, language }) => {
    const { partner: partnerId, name, shown, resembles } = input
    const { providerId } = change.actor
    const slug = await partnerSlugOf(change.tx, providerId, partnerId)
    if (!slug) return 'not-found'
    const likeness = resembles ? null : await likenessAt(change.tx, name, partnerId)
    if (likeness) return resembling(likeness, language)
    const renamed = await renamePartner(change, { partnerId, shown: shown.name, name })
    if (!renamed) return 'not-found'
    if (renamed.outcome === 'meanwhile') {
      const telling = {
        names: { name: formWords[language].name },
        value: (_: 'name', stored: string) => quoted(stored, language),
      }
      return tellOvertaken(['name'], renamed, telling, change.actor.timeZone, language)
    }
    return { to: at(slug), done: renamed.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** Sends one of a firm's staff who has not taken their place yet the letter again. */
export const resend = providerAction(
  { name: 'resend-to-staff', needs: 'partners.manage', form: staffForm },
  async ({ input: { partner: partnerId, staff: staffId }, change, language }) => {
    const sent = await resendToStaff(change, { partnerId, staffId }, environment().AUTH_SECRET)
    if (sent.ok) return { to: at(sent.value.slug), done: 'activation-sent' }
    const { refusal, name = '' } = sent
    if (refusal === 'not-found') return 'not-found'
    if (refusal === 'too-many-letters') return { refused: enoughLettersWords[language](name) }
    return { refused: staffWords[language].refusal[refusal](name), overtaken: true }
  },
)

/** Takes one of a firm's staff their place, at once. */
export const remove = providerAction(
  { name: 'remove-staff', needs: 'partners.manage', form: staffForm },
  async ({ input: { partner: partnerId, staff: staffId }, change, language }) => {
    const removed = await removeStaff(change, { partnerId, staffId })
    if (removed.ok) return { to: at(removed.value.slug), done: removedCode(removed.value.state) }
    const { refusal, name = '' } = removed
    if (refusal === 'not-found') return 'not-found'
    return { refused: staffWords[language].refusal[refusal](name), overtaken: true }
  },
)

/** Closes a firm for good, with everything that it holds. */
export const close = providerAction(
  { name: 'close-partner', needs: 'partners.manage', form: closePartnerForm },
  async ({ input, change, language, now }) => {
    const slug = await partnerSlugOf(change.tx, change.actor.providerId, input.partner)
    if (!slug) return 'not-found'
    // What can't be taken back is worth a fresh proof of who does it; the reason comes back with the page.
    if (needsConfirmation(change.actor, now)) {
      const back = `${at(slug)}/close?${new URLSearchParams({ reason: input.reason })}`
      return toConfirm(back)
    }
    const closed = await closePartner(change, input.partner, input.reason)
    if (closed.ok) return { to: at(slug), done: 'partner-closed' }
    if (closed.refusal === 'not-found') return 'not-found'
    return { refused: closeWords[language].alreadyClosed(closed.seen?.by ?? ''), overtaken: true }
  },
)
