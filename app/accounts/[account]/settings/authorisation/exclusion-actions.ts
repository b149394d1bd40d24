'use server'

import { accountAction } from '#app/_server/action.ts'
import { changeExclusion } from '#db/exclusion/change.ts'
import { exclusionForm } from '#lib/exclusion/forms.ts'
import { exclusionWords } from '#lib/exclusion/words.ts'

const done = { exclude: 'client-excluded', include: 'client-included' } as const

/** A client account excludes itself from a firm that comes through its parent, or lets it come again. */
export const exclusion = accountAction(
  { name: 'change-exclusion', form: exclusionForm, needs: 'partners.decide' },
  async ({ input, change, language }) => {
    const changed = await changeExclusion(change, input.partner, input.act, input.reason ?? '')
    const to = `/accounts/${change.account.slug}/settings/authorisation`
    if (changed.ok) return { to, done: done[input.act] }
    const { refusal, seen } = changed
    if (refusal === 'not-found') return refusal
    return { refused: exclusionWords[language][refusal](seen?.by ?? null), overtaken: true }
  },
)
