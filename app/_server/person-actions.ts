'use server'

import { z } from 'zod'
import { changeLanguage } from '#db/person/profile.ts'
import { choice } from '#lib/form-fields.ts'
import { languages } from '#lib/language.ts'
import { openAction } from './action.ts'
import { localPath } from './local-path.ts'
import { rememberLanguage, stopSession } from './session.ts'

/** Also for whoever was signed out meanwhile, in another tab: they wanted to be out, and are. */
export const signOut = openAction({ name: 'sign-out', form: z.object({}) }, async ({ tx }) => ({
  to: '/sign-in',
  done: 'signed-out',
  cookies: [await stopSession(tx)],
}))

/** The other language: kept with the person where somebody is signed in, else with the browser. */
export const switchLanguage = openAction(
  { name: 'switch-language', form: z.object({ language: choice(languages), back: z.string().max(2000) }) },
  async ({ tx, actor, input }) => {
    if (actor) await changeLanguage(tx, actor.personId, input.language)
    return { to: localPath(input.back), cookies: [rememberLanguage(input.language)] }
  },
)
