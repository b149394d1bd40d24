'use server'

import { after } from 'next/server'
import { providerAction } from '#app/_server/action.ts'
import { backOffice, backOfficeSoon } from '#app/_server/back-office.ts'
import { correctAddress } from '#db/delivery/address.ts'
import { makeLink } from '#db/delivery/link.ts'
import { resendLetter } from '#db/delivery/resend.ts'
import { addressForm, linkForm, resendForm } from '#lib/delivery/forms.ts'
import { addressRefusalSentence, linkRefusalSentence, resendRefusalSentence } from '#lib/delivery/words.ts'
import { parseEmail } from '#lib/email.ts'
import { environment, originOf } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { words as catalogue } from './words.ts'

const own = (letter: string) => `/provider/delivery/${letter}`

/** The same letter again, or the next try of one that waits. */
export const resend = providerAction(
  { name: 'resend-letter', needs: 'delivery.manage', form: resendForm },
  async ({ input, change, language }) => {
    const sent = await resendLetter(change, input.letter, environment().AUTH_SECRET)
    if (sent.ok) {
      const done = sent.value.how === 'anew' ? 'letter-resent' : 'letter-hurried'
      return { to: own(input.letter), done }
    }
    if (sent.refusal === 'not-found') return 'not-found'
    if (sent.refusal === 'too-many-letters') return { refused: catalogue[language].tooMany }
    return { refused: resendRefusalSentence(sent.refusal, language), overtaken: true }
  },
)

/** The letter again, to the right address of somebody who has never come in. */
export const correct = providerAction(
  { name: 'correct-address', needs: 'delivery.manage', form: addressForm },
  async ({ input, change, language }) => {
    const email = parseEmail(input.email)
    const { check, ...words } = fieldWords[language]
    if (!email.ok) return { refused: check.unchanged, fields: { email: words['not-an-email'] } }
    const isConnected = backOffice() !== null
    const { AUTH_SECRET } = environment()
    const corrected = await correctAddress(change, input.letter, email.value, AUTH_SECRET, isConnected)
    if (corrected.ok) after(backOfficeSoon)
    if (corrected.ok) return { to: own(input.letter), done: 'address-corrected' }
    const { refusal } = corrected
    if (refusal === 'not-found') return 'not-found'
    if (refusal === 'too-many-letters') return { refused: catalogue[language].tooMany }
    const sentence = addressRefusalSentence(refusal, language)
    if (refusal !== 'same-address' && refusal !== 'address-taken')
      return { refused: sentence, overtaken: true }
    return { refused: check.unchanged, fields: { email: sentence } }
  },
)

/** A new link in place of the letter's, shown to whoever asked, here and once. */
export const copyLink = providerAction(
  { name: 'make-link', needs: 'delivery.manage', form: linkForm },
  async ({ input, change, language }) => {
    const made = await makeLink(change, input.letter)
    if (made.ok) {
      const { host, path } = made.value
      return { shown: `${originOf(host, environment())}${path}`, message: catalogue[language].linkMade }
    }
    if (made.refusal === 'not-found') return 'not-found'
    return { refused: linkRefusalSentence(made.refusal, language), overtaken: true }
  },
)
