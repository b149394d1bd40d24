'use server'

import { openAction, personAction, preparedAction } from '#app/_server/action.ts'
import { arrive, currentPlace } from '#app/_server/arrive.ts'
import { arrival } from '#app/_server/brand.ts'
import { withoutCookie } from '#app/_server/cookies.ts'
import { currentInvitation, invitationPage } from '#app/_server/invitation-link.ts'
import { currentWay, withoutWay } from '#app/_server/microsoft.ts'
import { checkedPassword } from '#app/_server/new-password.ts'
import { stopSession } from '#app/_server/session.ts'
import { toConfirm } from '#app/_server/to-confirm.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { letterTo } from '#app/_server/ways-in.ts'
import { reading, type Tx } from '#db/client.ts'
import { linkHeld } from '#db/microsoft/link.ts'
import { mustConfirm } from '#db/person/profile.ts'
import {
  acceptedBefore,
  acceptPersonInvitation,
  declinePersonInvitation,
} from '#db/person-invitation/answer.ts'
import { meetInvitation } from '#db/person-invitation/meet.ts'
import { reachableAt, signInByLetter } from '#db/person-invitation/sign-in.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import type { Actor } from '#lib/actor.ts'
import { addressOf } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { hashPassword } from '#lib/person/password.ts'
import { newPasswordWords } from '#lib/person/words.ts'
import { acceptForm, answerForm, joinForm, makeSignInForm } from '#lib/person-invitation/forms.ts'
import { linkBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'
import { heldLink, tooLate } from './held-link.ts'
import { notLinked } from './microsoft-words.ts'
import { words } from './words.ts'

const secret = () => environment().AUTH_SECRET

/** Where somebody answers once more what they accepted themselves, as from a window that was left open: on to the account. */
async function doneBefore(tx: Tx, actor: Actor, invitationId: string) {
  const slug = await acceptedBefore(tx, actor, invitationId)
  return slug === null ? null : ({ to: `/accounts/${slug}`, done: 'administrator-accepted-before' } as const)
}

/** The signed-in person becomes an administrator. */
export const accept = personAction(
  { name: 'accept-administration', form: acceptForm },
  async ({ tx, actor, input, language }) => {
    if (input.link) {
      if (await mustConfirm(tx, actor)) return toConfirm(invitationPage)
      const linked = await linkHeld(tx, await currentPlace(), await currentWay(), actor.personId)
      if (!linked.ok) return { refused: notLinked(linked.refusal, language) }
    }
    const shown = { ...(await heldLink(input.invitation)), offer: input.offer }
    const done = await acceptPersonInvitation(tx, actor, shown, secret())
    if (!done.ok) return (await doneBefore(tx, actor, input.invitation)) ?? tooLate(done, language)
    return {
      to: `/accounts/${done.value.accountSlug}`,
      done: 'administrator-accepted',
      cookies: [withoutCookie(tokenCookie('invitation')), ...(input.link ? [withoutWay()] : [])],
    }
  },
)

/** Says no. */
export const decline = openAction(
  { name: 'decline-administration', form: answerForm },
  async ({ tx, actor, input, language }) => {
    const [{ providerId }, { address }] = [await currentPlace(), await arrival()]
    const by = { providerId, actor, address }
    const done = await declinePersonInvitation(tx, by, await heldLink(input.invitation), secret())
    if (!done.ok && done.refusal === 'not-allowed') return { refused: words[language].notSignedIn }
    if (!done.ok) return (actor && (await doneBefore(tx, actor, input.invitation))) ?? tooLate(done, language)
    return {
      to: actor ? '/choose' : '/sign-in',
      done: 'administrator-declined',
      cookies: [withoutCookie(tokenCookie('invitation'))],
    }
  },
)

/** Signs out here; the invitation stays in the browser's keeping. */
export const switchAccount = openAction({ name: 'switch-account', form: answerForm }, async ({ tx }) => {
  const token = await currentInvitation()
  const kept = { name: tokenCookie('invitation'), value: token, maxAge: 86_400 }
  return { to: invitationPage, cookies: [await stopSession(tx), kept] }
})

/** A sign-in for whoever the letter reached, with a password of their own. */
export const makeSignIn = preparedAction(
  { name: 'make-sign-in', form: makeSignInForm, repeatable: () => true },
  async ({ input, language }) => {
    const buckets = linkBuckets((await arrival()).address)
    const refused = await tooManyTries(buckets, signInRefusalWords[language]['too-many'], language)
    if (refused) return refused
    const link = await heldLink(input.invitation)
    const place = await currentPlace()
    const met = await reading({ role: 'app', providerId: place.providerId }, tx =>
      meetInvitation(tx, place.providerId, link.token, secret()),
    )
    const email = met.is === 'open' && met.invitation.id === link.invitationId && met.invitation.email
    if (!email) return tooLate({ ok: false, refusal: 'not-found' }, language)
    const chosen = await checkedPassword(input.newPassword, { name: input.name, email })
    if (!chosen.ok)
      return {
        refused: fieldWords[language].check.unchanged,
        fields: { newPassword: newPasswordWords[language][chosen.refusal] },
      }
    const hash = await hashPassword(chosen.value)
    return async tx => {
      const made = await signInByLetter(tx, place, link, { name: input.name, language, hash }, secret())
      if (!made.ok)
        return made.refusal === 'has-sign-in'
          ? { refused: words[language].hasSignIn, overtaken: true }
          : tooLate({ ok: false, refusal: 'not-found' }, language)
      const person = await arrivingPerson(tx, place, { id: made.value.personId })
      if (!person) return tooLate({ ok: false, refusal: 'not-found' }, language)
      return { ...(await arrive(tx, person, invitationPage)), done: 'sign-in-made' }
    }
  },
)

/** A sign-in letter to the mailbox that somebody names; the answer is the same whether anybody is known by it. */
export const join = preparedAction({ name: 'make-sign-in', form: joinForm }, async ({ input, language }) => {
  const email = addressOf(input.email)
  const letter = await letterTo(email, invitationPage, language)
  if ('refused' in letter) return letter
  const link = await heldLink(input.invitation)
  const place = await currentPlace()
  return async tx => {
    const newcomer = { email, name: input.name, language: input.language }
    const reached = await reachableAt(tx, place, link, newcomer, secret())
    if (reached.ok) return letter(tx)
    if (reached.refusal === 'not-found') return tooLate(reached, language)
    return {
      refused: fieldWords[language].check.unsent,
      fields: { email: words[language].otherAddress },
    }
  }
})
