'use server'

import { partnerAction } from '#app/_server/action.ts'
import { localPath } from '#app/_server/local-path.ts'
import { pinCustomer, unpinCustomer } from '#db/partner/pins.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { mostPins, pinForm, pinMeant } from '#lib/partner/pins.ts'
import { words as catalogue } from './words.ts'

/** Puts a customer first in the list of whoever presses it, or not any more. It is theirs alone, so no history tells of it. */
export const setPin = partnerAction(
  { name: 'pin-customer', form: pinForm },
  async ({ input, change, language }) => {
    const meant = pinMeant(input)
    if (!meant) return { refused: fieldWords[language].unusable }
    const { slug, pinned } = meant
    const set = await (pinned ? pinCustomer : unpinCustomer)(change, slug)
    const list = `/partner/${change.partner.slug}/customers`
    const back = localPath(input.back)
    if (set.ok)
      return {
        to: back.startsWith(list) ? back : list,
        done: pinned ? 'customer-pinned' : 'customer-unpinned',
      }
    if (set.refusal === 'not-found') return 'not-found'
    return { refused: catalogue[language].tooManyPins(mostPins) }
  },
)
