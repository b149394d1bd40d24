'use server'

import { preparedAction } from '#app/_server/action.ts'
import { arrive, currentPlace } from '#app/_server/arrive.ts'
import { arrival } from '#app/_server/brand.ts'
import { withoutCookie } from '#app/_server/cookies.ts'
import { invitationPage } from '#app/_server/invitation-link.ts'
import { beginMicrosoft, currentWay, withoutWay } from '#app/_server/microsoft.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { reading } from '#db/client.ts'
import { acceptByMicrosoft } from '#db/person-invitation/by-microsoft.ts'
import { meetInvitation } from '#db/person-invitation/meet.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { environment } from '#lib/env.ts'
import { answerForm, joinByMicrosoftForm } from '#lib/person-invitation/forms.ts'
import { linkBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'
import { heldLink, tooLate } from './held-link.ts'
import { microsoftInvitationWords, notLinked } from './microsoft-words.ts'

/** On to Microsoft, to come back to the invitation. Nothing is accepted by it. */
export const beginAcceptance = preparedAction(
  { name: 'begin-microsoft-acceptance', form: answerForm, check: 'plain', repeatable: () => true },
  async ({ input, language }) => {
    const { providerId } = await currentPlace()
    const { token } = await heldLink(input.invitation)
    const met = await reading({ role: 'app', providerId }, tx =>
      meetInvitation(tx, providerId, token, environment().AUTH_SECRET),
    )
    const expect = met.is === 'open' ? met.invitation.email : null
    return beginMicrosoft({ purpose: 'sign-in', next: invitationPage, choose: true, expect }, language)
  },
)

/** A sign-in of the letter's mailbox and the proved Microsoft account, and the account's invitation accepted with it. */
export const acceptWithMicrosoft = preparedAction(
  { name: 'accept-with-microsoft', form: joinByMicrosoftForm, repeatable: () => true },
  async ({ input, language }) => {
    const { address } = await arrival()
    const tooMany = signInRefusalWords[language]['too-many']
    const refused = await tooManyTries(linkBuckets(address), tooMany, language)
    if (refused) return refused
    const [place, link, flowToken] = [
      await currentPlace(),
      await heldLink(input.invitation),
      await currentWay(),
    ]
    const newcomer = { name: input.name, language, flowToken, address }
    return async tx => {
      const shown = { ...link, offer: input.offer }
      const done = await acceptByMicrosoft(tx, place, shown, newcomer, environment().AUTH_SECRET)
      if (!done.ok) {
        const { refusal } = done
        switch (refusal) {
          case 'has-sign-in':
            return { refused: microsoftInvitationWords[language].hasSignIn, overtaken: true }
          case 'nothing-held':
          case 'linked-already':
          case 'linked-elsewhere':
          case 'not-let-in':
          case 'too-many-links':
            return { refused: notLinked(refusal, language) }
          default:
            return tooLate({ ...done, refusal }, language)
        }
      }
      const person = await arrivingPerson(tx, place, { id: done.value.personId })
      if (!person) return tooLate({ ok: false, refusal: 'not-found' }, language)
      const arrived = await arrive(tx, person, `/accounts/${done.value.accountSlug}`)
      return {
        ...arrived,
        ...(arrived.to.startsWith('/accounts/') && { done: 'microsoft-accepted' as const }),
        cookies: [...(arrived.cookies ?? []), withoutCookie(tokenCookie('invitation')), withoutWay()],
      }
    }
  },
)
