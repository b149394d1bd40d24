'use server'

import { providerAction } from '#app/_server/action.ts'
import { answerAsk } from '#db/designation/answer.ts'
import { answerAskForm } from '#lib/grant/designation-forms.ts'
import { askRefusalWords } from '#lib/grant/designation-words.ts'

const done = { end: 'ask-ended', keep: 'ask-kept' } as const

/** The provider ends the access that an account asked it to end, or says why it stays. */
export const answer = providerAction(
  { name: 'answer-ask', needs: 'designations.manage', form: answerAskForm },
  async ({ input, change, language }) => {
    const answered = await answerAsk(change, input.ask, input.answer, input.reason)
    if (answered.ok) return { to: `/provider/relationships/asks/${input.ask}`, done: done[input.answer] }
    if (answered.refusal === 'not-found') return 'not-found'
    const sentence = askRefusalWords[language].answering[answered.refusal](answered.seen?.by ?? null)
    return { refused: sentence, overtaken: true }
  },
)
