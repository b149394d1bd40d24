'use server'

import { accountAction } from '#app/_server/action.ts'
import { invited } from '#app/_server/inviting.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { chosenQuery } from '#lib/access/giving-form.ts'
import { confirmForm, inviteTries } from '#lib/invitation/forms.ts'
import { words } from './words.ts'

/** Invites the firm that the page has shown, and no other: what was shown comes back with the form. */
export const confirm = accountAction(
  {
    name: 'invite-partner',
    form: confirmForm,
    needs: 'partners.decide',
    check: 'unsent',
    limit: ({ actor, language }) =>
      tooManyTries(inviteTries(actor.personId), words[language].tooMany, language),
  },
  async ({ input, change, language }) => {
    const { code: shareCode, shown } = input
    const chosen = chosenQuery(input)
    chosen.set('account', change.account.slug)
    const back = `/partners/${encodeURIComponent(shareCode)}?${chosen}`
    const answer = await invited(change, { firm: { shareCode, shown }, input, field: null, back }, language)
    if (answer !== 'gone') return answer
    // Without JavaScript the page is made anew, and says that it is gone.
    return { refused: words[language].replaced }
  },
)
