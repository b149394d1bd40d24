'use server'

import { personAction, preparedPersonAction } from '#app/_server/action.ts'
import { checkedPassword } from '#app/_server/new-password.ts'
import { carrying, rememberLanguage } from '#app/_server/session.ts'
import { provenByPassword } from '#app/_server/ways-in.ts'
import { changePassword, changeProfile } from '#db/person/profile.ts'
import { endSessions } from '#db/sign-in/session.ts'
import { parseEmail } from '#lib/email.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { endOthersForm, endSessionForm, passwordForm, profileForm } from '#lib/person/forms.ts'
import { hashPassword } from '#lib/person/password.ts'
import { newPasswordWords } from '#lib/person/words.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

/** Name, language and time zone. */
export const saveProfile = personAction(
  { name: 'profile', form: profileForm },
  async ({ tx, actor, input }) => {
    await changeProfile(tx, actor.personId, input)
    return { to: '/profile', done: 'saved', cookies: [rememberLanguage(input.language)] }
  },
)

/**
 * A new password, proved by the one that there is. All other sessions end and this one goes on under a new token, so
 * the answer's cookie can't be given a second time.
 */
export const savePassword = preparedPersonAction(
  { name: 'password', form: passwordForm, repeatable: () => true },
  async ({ actor, input, once, language }) => {
    const { check } = fieldWords[language]
    const refused = (field: 'currentPassword' | 'newPassword', sentence: string) => ({
      refused: check.unchanged,
      fields: { [field]: sentence },
    })
    const words = newPasswordWords[language]
    const chosen = await checkedPassword(input.newPassword, actor)
    if (!chosen.ok) return refused('newPassword', words[chosen.refusal])
    if (input.currentPassword === '') return refused('currentPassword', fieldWords[language].required)
    const email = parseEmail(actor.email)
    if (!email.ok) throw new Error('a person without an e-mail address')
    const wrong = refused('currentPassword', signInRefusalWords[language]['password-not-right'])
    const proven = await provenByPassword(email.value.canonical, input.currentPassword, language, wrong)
    if ('refused' in proven) return proven
    if (input.newPassword.normalize('NFKC') === input.currentPassword.normalize('NFKC'))
      return refused('newPassword', words['same-as-before'])
    const hash = await hashPassword(chosen.value)
    return async tx => {
      const changed = await changePassword(tx, actor, proven, { hash, once })
      if (changed.ok) return { to: '/profile', done: 'password-changed', cookies: [carrying(changed.value)] }
      return changed.refusal === 'not-theirs' ? wrong : { to: '/sign-in' }
    }
  },
)

/** Ends one of the person's own sessions; another's is not there. */
export const endSession = personAction(
  { name: 'end-session', form: endSessionForm },
  async ({ tx, actor, input }) => {
    // One that has ended meanwhile is what was wanted.
    await endSessions(tx, actor, { id: input.session })
    return { to: '/profile', done: 'session-ended' }
  },
)

export const endOtherSessions = personAction(
  { name: 'end-other-sessions', form: endOthersForm },
  async ({ tx, actor }) => {
    await endSessions(tx, actor, 'others')
    return { to: '/profile', done: 'sessions-ended' }
  },
)
