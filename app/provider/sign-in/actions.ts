'use server'

import { providerAction } from '#app/_server/action.ts'
import { type Tested, testedAuthority } from '#app/_server/microsoft-authority.ts'
import { changeMicrosoft, switchMicrosoft } from '#db/microsoft/setting.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { settingForm, switchForm, testForm } from '#lib/microsoft/forms.ts'
import { isGuid, tenantsIn } from '#lib/microsoft/setting.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { overtakenSetting } from './overtaken.ts'
import { words } from './words.ts'

const page = '/provider/sign-in'

/** Saves by which application and of which organisations people sign in. */
export const saveMicrosoft = providerAction(
  { name: 'change-microsoft', needs: 'sign-in.manage', form: settingForm },
  async ({ input, change, language }) => {
    const refused = (fields: Record<string, string>) => ({
      refused: fieldWords[language].check.unchanged,
      fields,
    })
    const text = words[language]
    const tenants = tenantsIn(input.whose === 'any' ? '' : input.tenants)
    if (!tenants.ok) return refused({ tenants: microsoftWords[language].tenants[tenants.refusal] })
    if (input.whose === 'listed' && tenants.value.length === 0) return refused({ tenants: text.needTenant })
    const clientId = input.clientId.toLowerCase()
    if (!isGuid(clientId)) return refused({ clientId: text.noClient })
    const { whose, clientSecret, shown } = input
    const typed = { whose, tenants: tenants.value, clientId, clientSecret: clientSecret.trim() }
    const edited = await changeMicrosoft(change, shown, typed, environment().AUTH_SECRET)
    if (edited.outcome === 'meanwhile') return overtakenSetting(edited, change.actor.timeZone, language)
    return { to: page, done: edited.outcome === 'changed' ? 'microsoft-saved' : 'nothing-changed' }
  },
)

/** Switches it on, or off once the page has told what that means. */
export const switchSignIn = providerAction(
  { name: 'switch-microsoft', needs: 'sign-in.manage', form: switchForm },
  async ({ input, change, language }) => {
    const switched = await switchMicrosoft(change, input.to === 'on')
    if (!switched.ok) return { refused: microsoftWords[language].switch[switched.refusal], overtaken: true }
    return { to: page, done: input.to === 'on' ? 'microsoft-on' : 'microsoft-off' }
  },
)

/** Asks Microsoft what the saved settings lead to; changes nothing. */
export const testMicrosoft = providerAction<typeof testForm, Tested>(
  {
    name: 'test-microsoft',
    needs: 'sign-in.manage',
    form: testForm,
    prepare: async ({ actor }) => ({ made: await testedAuthority(actor?.providerId ?? '') }),
  },
  async ({ made: { outcome, authority }, language }) => {
    const { fine, ...faults } = words[language].tested
    return outcome === 'fine' ? { refused: fine(authority), tone: 'info' } : { refused: faults[outcome] }
  },
)
