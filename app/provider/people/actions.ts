'use server'

import { providerAction } from '#app/_server/action.ts'
import { removedCode } from '#app/_server/done.ts'
import { actOnPlatformUser, addPlatformUser } from '#db/provider/people-change.ts'
import { parseEmail } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { enoughLettersWords } from '#lib/person/words.ts'
import { addPlatformForm, platformActForm } from '#lib/platform/forms.ts'
import { platformRefusalSentence, platformWords } from '#lib/platform/words.ts'
import { words as catalogue } from './words.ts'

const list = '/provider/people'

/** Somebody more of the provider's own people. */
export const add = providerAction(
  { name: 'add-platform-user', needs: 'people.manage', form: addPlatformForm },
  async ({ input: { email: typed, brand = null, ...input }, change, language }) => {
    const email = parseEmail(typed)
    const { check, ...words } = fieldWords[language]
    const refused = (field: string, sentence: string) => ({
      refused: check.unchanged,
      fields: { [field]: sentence },
    })
    if (!email.ok) return refused('email', words['not-an-email'])
    const newcomer = { ...input, email: email.value, brandId: brand }
    const added = await addPlatformUser(change, newcomer, environment().AUTH_SECRET)
    if (added.ok) return { to: `${list}/${added.value.id}`, done: 'person-added' }
    if (added.refusal === 'not-found') return 'not-found'
    if (added.refusal === 'no-brand') return refused('brand', catalogue[language].noBrand)
    if (added.refusal === 'too-many-letters')
      return refused('email', enoughLettersWords[language](input.name))
    return refused('email', platformWords[language].taken)
  },
)

const done = {
  'make-administrator': 'role-changed',
  'make-support': 'role-changed',
  resend: 'activation-sent',
  reset: 'reset-sent',
} as const

/** What a platform administrator does to another one of the provider's own people. */
export const act = providerAction(
  { name: 'change-platform-user', needs: 'people.manage', form: platformActForm },
  async ({ input: { user, act: wanted }, change, language }) => {
    const acted = await actOnPlatformUser(change, user, wanted, environment().AUTH_SECRET)
    if (acted.ok)
      return wanted === 'remove'
        ? { to: list, done: removedCode(acted.value.state) }
        : { to: `${list}/${user}`, done: done[wanted] }
    const { refusal, name = '' } = acted
    if (refusal === 'not-found') return 'not-found'
    if (refusal === 'too-many-letters') return { refused: enoughLettersWords[language](name) }
    return { refused: platformRefusalSentence(refusal, name, language), overtaken: true }
  },
)
