'use server'

import { preparedAction } from '#app/_server/action.ts'
import { arrival } from '#app/_server/brand.ts'
import { localPath } from '#app/_server/local-path.ts'
import { startSession } from '#app/_server/session.ts'
import { reading } from '#db/client.ts'
import { arrivingPerson } from '#db/sign-in/person.ts'
import { parseEmail } from '#lib/person/email.ts'
import { verifyPassword } from '#lib/person/password.ts'
import { signInForm } from '#lib/sign-in/forms.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

export const signIn = preparedAction(
  { name: 'sign-in', form: signInForm, repeatable: true },
  async ({ input, language }) => {
    const refusal = { refused: signInRefusalWords[language]['not-right'] }
    const { brand } = await arrival()
    const email = parseEmail(input.email)
    const person = email.ok
      ? await reading({ role: 'app', providerId: brand.providerId }, tx =>
          arrivingPerson(tx, email.value.canonical, { brandingDomainId: brand.id }),
        )
      : null
    const right = await verifyPassword(input.password, person?.passwordHash ?? null)
    if (!right || !person) return refusal
    return async tx => ({ to: localPath(input.next), cookies: [await startSession(tx, person.personId)] })
  },
)
