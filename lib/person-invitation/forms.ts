import { z } from 'zod'
import { roles } from '#lib/access/roles.ts'
import { email, emailIfAny } from '#lib/contact-fields.ts'
import { checkbox, choice, id, password, refuseField } from '#lib/form-fields.ts'
import { button, unseen } from '#lib/hidden-fields.ts'
import { languages } from '#lib/language.ts'
import { personName } from '#lib/person/name.ts'

const chosenRoles = z.array(choice(roles), 'no-role').min(1, 'no-role')
const version = z.coerce.number('not-a-choice').int('not-a-choice').min(1, 'not-a-choice').meta(unseen)

/** An account invites somebody to be its administrator, by a letter or by a link: two buttons of one form. */
export const inviteForm = z
  .object({
    account: id,
    way: button(['email', 'link']),
    email: emailIfAny,
    language: choice(languages),
    roles: chosenRoles,
    anyAddress: checkbox,
  })
  .superRefine(({ way, email: address }, context) => {
    if (way === 'email' && address === '') refuseField(context, 'email', 'required')
  })

const open = { account: id, invitation: id }
export const anewForm = z.object(open)
export const readdressForm = z.object({ ...open, email })
export const cancelForm = z.object(open)
export const offerForm = z.object({ ...open, version, roles: chosenRoles })

/** The roles of somebody who is an administrator already. */
export const rolesForm = z.object({ account: id, membership: id, version, roles: chosenRoles })

/** `invitation`: which one the page showed; its token is in the browser’s keeping. */
export const answerForm = z.object({ invitation: id })
/** `offer`: the mark of what the page showed. */
const shownOffer = { invitation: id, offer: z.string('not-a-choice').max(400, 'not-a-choice').meta(unseen) }
/** `link`: the Microsoft account that this browser has proved becomes a way in, too. */
export const acceptForm = z.object({ ...shownOffer, link: checkbox })
/** Whoever has no sign-in yet makes one: with a password where the letter proves their mailbox, else by a letter to it. */
export const makeSignInForm = z.object({ invitation: id, name: personName, newPassword: password })
/** The same with a Microsoft account that was proved. */
export const joinByMicrosoftForm = z.object({ ...shownOffer, name: personName })
export const joinForm = z.object({ invitation: id, name: personName, email, language: choice(languages) })
