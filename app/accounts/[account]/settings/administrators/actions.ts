'use server'

import { accountAction } from '#app/_server/action.ts'
import type { Refusal } from '#app/_server/door.ts'
import { giveRoles } from '#db/membership/roles.ts'
import { cancelPersonInvitation, changeOffer, renewPersonInvitation } from '#db/person-invitation/change.ts'
import { invitePerson } from '#db/person-invitation/create.ts'
import { addressOf } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import { actOnMembershipForm } from '#lib/membership/forms.ts'
import { actRefused } from '#lib/membership/words.ts'
import {
  anewForm,
  cancelForm,
  inviteForm,
  offerForm,
  readdressForm,
  rolesForm,
} from '#lib/person-invitation/forms.ts'
import { personInvitationRefused } from '#lib/person-invitation/words.ts'
import { acted, tooMany } from '../member-answers.ts'
import { words } from './words.ts'

const needs = 'administrators.manage'
const listOf = ({ slug }: { readonly slug: string }) => `/accounts/${slug}/settings/administrators`

/** Invites somebody by a letter, or makes a link. */
export const invite = accountAction(
  {
    name: 'invite-administrator',
    form: inviteForm,
    needs,
    limit: ({ actor, language }) => tooMany(actor, language),
  },
  async ({ input, change, language }) => {
    const { way, roles, language: spoken } = input
    const email = way === 'email' ? addressOf(input.email) : null
    const inviting = { email, roles, language: spoken, anyAddress: input.anyAddress }
    const made = await invitePerson(change, inviting, environment().AUTH_SECRET)
    if (made.ok)
      return {
        to: `${listOf(change.account)}/invitations/${made.value.invitationId}`,
        done: way === 'email' ? 'invitation-sent' : 'invitation-link-made',
      }
    const { refusal } = made
    const text = words[language]
    if (refusal === 'is-administrator')
      return { refused: text.notInvited, fields: { email: text.isAdministrator } }
    const field = refusal === 'already-invited' ? 'email' : isOfRoles(refusal) ? 'roles' : null
    const sentence = personInvitationRefused(refusal, null, language)
    return field ? { refused: text.notInvited, fields: { [field]: sentence } } : { refused: sentence }
  },
)

function isOfRoles(refusal: string): boolean {
  return ['no-role', 'beyond-yours', 'owner-by-link'].includes(refusal)
}

/** A new link, and for an address a new letter. */
export const renew = accountAction(
  { name: 'renew-invitation', form: anewForm, needs },
  async ({ input, change, language }) => {
    const done = await renewPersonInvitation(change, input.invitation, null, environment().AUTH_SECRET)
    if (done.ok) return { to: pageOf(change.account, input.invitation), done: 'invitation-renewed' }
    if (done.refusal === 'not-found') return 'not-found'
    return { refused: personInvitationRefused(done.refusal, done.seen?.by, language), overtaken: true }
  },
)

/** The same to another address. */
export const readdress = accountAction(
  {
    name: 'renew-invitation',
    form: readdressForm,
    needs,
    limit: ({ actor, language }) => tooMany(actor, language),
  },
  async ({ input, change, language }) => {
    const to = addressOf(input.email)
    const done = await renewPersonInvitation(change, input.invitation, to, environment().AUTH_SECRET)
    if (done.ok) return { to: pageOf(change.account, input.invitation), done: 'invitation-renewed' }
    if (done.refusal === 'not-found') return 'not-found'
    const sentence = personInvitationRefused(done.refusal, done.seen?.by, language)
    if (done.refusal === 'already-invited')
      return { refused: words[language].unchanged, fields: { email: sentence } }
    return { refused: sentence, overtaken: true }
  },
)

/** Offers other roles. */
export const offer = accountAction(
  { name: 'change-invitation', form: offerForm, needs },
  async ({ input, change, language }) => {
    const { invitation: id, version, roles } = input
    const done = await changeOffer(change, { id, version, roles })
    const to = pageOf(change.account, id)
    if (done.ok)
      return { to, done: done.value === 'changed' ? 'invitation-offer-changed' : 'nothing-changed' }
    const { refusal, seen } = done
    if (refusal === 'not-found') return 'not-found'
    if (refusal === 'changed-meanwhile') return changedMeanwhile(language)
    const sentence = personInvitationRefused(refusal, seen?.by, language)
    if (isOfRoles(refusal)) return { refused: words[language].unchanged, fields: { roles: sentence } }
    return { refused: sentence, overtaken: true }
  },
)

/** Takes it back. */
export const cancel = accountAction(
  { name: 'cancel-invitation', form: cancelForm, needs },
  async ({ input, change, language }) => {
    const done = await cancelPersonInvitation(change, input.invitation)
    if (done.ok) return { to: listOf(change.account), done: 'administrator-invitation-cancelled' }
    if (done.refusal === 'not-found') return 'not-found'
    return { refused: personInvitationRefused(done.refusal, done.seen?.by, language), overtaken: true }
  },
)

/** Gives an administrator other roles. */
export const setRoles = accountAction(
  { name: 'change-administrator', form: rolesForm, needs },
  async ({ input, change, language }) => {
    const { membership: id, version, roles } = input
    const done = await giveRoles(change, { id, version, roles })
    if (done.ok)
      return {
        to: `${listOf(change.account)}/${id}`,
        done: done.value === 'changed' ? 'roles-changed' : 'nothing-changed',
      }
    const { refusal, seen } = done
    if (refusal === 'not-found') return 'not-found'
    if (refusal === 'changed-meanwhile') return changedMeanwhile(language)
    if (refusal === 'own-roles') return { refused: words[language].refusal[refusal], overtaken: true }
    if (refusal === 'no-role' || refusal === 'beyond-yours') {
      const sentence = personInvitationRefused(refusal, null, language)
      return { refused: words[language].unchanged, fields: { roles: sentence } }
    }
    return { refused: actRefused(refusal, seen?.state ?? '', language), overtaken: true }
  },
)

/** Resends the activation, resets the password, disables, enables or removes. */
export const changeAdministrator = accountAction(
  { name: 'change-administrator', form: actOnMembershipForm, needs },
  ({ input, change, language }) =>
    acted(change, input, 'administrator', { language, list: listOf(change.account) }),
)

const pageOf = (account: { readonly slug: string }, id: string) => `${listOf(account)}/invitations/${id}`

function changedMeanwhile(language: Language): Refusal {
  return { refused: words[language].refusal['changed-meanwhile'], overtaken: true }
}
