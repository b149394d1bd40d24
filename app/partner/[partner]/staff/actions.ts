'use server'

import { partnerAction } from '#app/_server/action.ts'
import { removedCode } from '#app/_server/done.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { homeChosen, homesOf } from '#db/branding-domain/homes.ts'
import { inviteStaff } from '#db/partner/staff-add.ts'
import { removeColleague, resendToStaff } from '#db/partner/staff-change.ts'
import { parseEmail } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { membershipWords } from '#lib/membership/words.ts'
import { addStaffForm, staffForm } from '#lib/partner/forms.ts'
import { staffWords } from '#lib/partner/words.ts'
import { enoughLettersWords } from '#lib/person/words.ts'
import { addingBuckets } from '#lib/sign-in/limits.ts'
import { words as catalogue } from './words.ts'

const list = (slug: string) => `/partner/${slug}/staff`

/** Invites somebody into the firm. Tries are counted, also those that come to nothing: no address is found out by trying. */
export const add = partnerAction(
  {
    name: 'add-colleague',
    form: addStaffForm,
    only: 'administrators',
    limit: ({ actor, language }) =>
      tooManyTries(addingBuckets(actor.personId), membershipWords[language].tooManyAdded, language),
  },
  async ({ input, change, language }) => {
    const words = catalogue[language]
    const refused = (field: string, sentence: string) => ({
      refused: words.notSaved,
      fields: { [field]: sentence },
    })
    const email = parseEmail(input.email)
    if (!email.ok) return refused('email', fieldWords[language]['not-an-email'])
    const { tx, actor, partner } = change
    const home = homeChosen(await homesOf(tx, actor.providerId), input.brand)
    if (!home) return refused('brand', words.noBrand)
    const { name, language: spoken, role } = input
    const newcomer = {
      email: email.value,
      name,
      language: spoken,
      timeZone: actor.timeZone,
      homeBrandId: home.id,
    }
    const invited = await inviteStaff(
      change,
      newcomer,
      { partnerId: partner.id, role },
      environment().AUTH_SECRET,
    )
    if (invited.ok) return { to: `${list(partner.slug)}/${invited.value.staffId}`, done: 'person-added' }
    if (invited.refusal === 'not-found') return 'not-found'
    if (invited.refusal === 'too-many-letters') return refused('email', enoughLettersWords[language](name))
    return refused('email', invited.refusal === 'here-already' ? words.hereAlready : words.taken)
  },
)

/** Sends one of the firm's people who has not taken their place yet the letter again. */
export const resend = partnerAction(
  { name: 'resend-to-colleague', form: staffForm, only: 'administrators' },
  async ({ input: { partner: partnerId, staff: staffId }, change, language }) => {
    const sent = await resendToStaff(change, { partnerId, staffId }, environment().AUTH_SECRET)
    if (sent.ok) return { to: `${list(change.partner.slug)}/${staffId}`, done: 'activation-sent' }
    const { refusal, name = '' } = sent
    if (refusal === 'not-found') return 'not-found'
    if (refusal === 'too-many-letters') return { refused: enoughLettersWords[language](name) }
    return { refused: staffWords[language].refusal[refusal](name), overtaken: true }
  },
)

/** Takes one of the firm's people their place: from this moment they enter nothing for it. */
export const remove = partnerAction(
  { name: 'remove-colleague', form: staffForm, only: 'administrators' },
  async ({ input: { staff }, change, language }) => {
    const removed = await removeColleague(change, staff)
    if (removed.ok) return { to: list(change.partner.slug), done: removedCode(removed.value.state) }
    const { refusal, name = '' } = removed
    if (refusal === 'not-found') return 'not-found'
    return { refused: staffWords[language].refusal[refusal](name), overtaken: true }
  },
)
