'use server'

import { accountAction } from '#app/_server/action.ts'
import { keepReviewed } from '#db/grant/review.ts'
import { answerReviewForm } from '#lib/grant/terms-forms.ts'
import { waitingWords } from './waiting-words.ts'

/** Looked at again, and left as it is. */
export const keep = accountAction(
  { name: 'answer-review', form: answerReviewForm, needs: 'partners.decide' },
  async ({ input, change, language }) => {
    // All means what stood on the page, never what fell due since.
    const kept = await keepReviewed(change, input.keep === 'all' ? input.shown : [input.keep])
    if (kept === 0) return { refused: waitingWords[language].nothingLeft, overtaken: true }
    return { to: `/accounts/${change.account.slug}`, done: 'review-answered' }
  },
)
