'use server'

import { providerAction } from '#app/_server/action.ts'
import { changeLimits } from '#db/provider/limits.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { limitsForm, mostOf, typedLimits } from '#lib/limits/forms.ts'
import { overtakenAnswer } from './overtaken.ts'
import { words as catalogue } from './words.ts'

/** Saves the limits; whoever was overtaken is told by whom, and keeps what they typed. */
export const saveLimits = providerAction(
  { name: 'change-limits', needs: 'limits.manage', form: limitsForm },
  async ({ input: { shown, ...input }, change, language }) => {
    const typed = typedLimits(input)
    if (!typed.ok) {
      const { fault } = catalogue[language]
      const fields = (Object.keys(mostOf) as (keyof typeof mostOf)[]).flatMap(field => {
        const refusal = typed.faults?.[field]
        return refusal ? [[field, refusal === 'too-large' ? fault[refusal][field] : fault[refusal]]] : []
      })
      return { refused: fieldWords[language].check.unchanged, fields: Object.fromEntries(fields) }
    }
    const edited = await changeLimits(change, shown, typed.value)
    if (edited.outcome === 'meanwhile') return overtakenAnswer(edited, change.actor.timeZone, language)
    const done = edited.outcome === 'changed' ? 'limits-changed' : 'nothing-changed'
    return { to: '/provider/limits', done }
  },
)
