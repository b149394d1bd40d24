'use server'

import { preparedPersonAction } from '#app/_server/action.ts'
import { localPath } from '#app/_server/local-path.ts'
import { carrying } from '#app/_server/session.ts'
import { letterTo, provenByPassword } from '#app/_server/ways-in.ts'
import { isStillTheirs } from '#db/sign-in/person.ts'
import { renewSession } from '#db/sign-in/session.ts'
import { parseEmail } from '#lib/email.ts'
import { confirmForm } from '#lib/sign-in/forms.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

/**
 * Proves once more who is signed in: by the password, or by a letter, whose code then signs in anew. The session goes on
 * under a new token.
 */
export const confirmIdentity = preparedPersonAction(
  { name: 'confirm', form: confirmForm, check: 'plain', repeatable: ({ way }) => way === 'password' },
  async ({ actor, input, language }) => {
    const email = parseEmail(actor.email)
    if (!email.ok) throw new Error('a person without an e-mail address')
    const next = localPath(input.next)
    if (input.way === 'letter') return letterTo(email.value, next, language)
    const wrong = { refused: signInRefusalWords[language]['password-not-right'] }
    const proven = await provenByPassword(email.value.canonical, input.password, language, wrong)
    if ('refused' in proven) return proven
    return async tx => {
      if (!(await isStillTheirs(tx, proven))) return wrong
      const renewed = await renewSession(tx, actor)
      return renewed ? { to: next, done: 'confirmed', cookies: [carrying(renewed)] } : { to: '/sign-in' }
    }
  },
)
