'use server'

import { accountAction } from '#app/_server/action.ts'
import { actOnMembershipForm, addManagerForm, moveHomeForm } from '#lib/membership/forms.ts'
import { acted, added, movedHome, tooMany } from '../member-answers.ts'

/** Adds an account manager, who gets an activation letter. */
export const addManager = accountAction(
  {
    name: 'add-manager',
    form: addManagerForm,
    needs: 'managers.manage',
    limit: ({ actor, language }) => tooMany(actor, language),
  },
  ({ input, change, language }) =>
    added(change, input, { kind: 'account-manager' }, { language, list: listOf(change.account) }),
)

/** Resends the activation, resets the password, disables, enables or removes. */
export const changeManager = accountAction(
  { name: 'change-manager', form: actOnMembershipForm, needs: 'managers.manage' },
  ({ input, change, language }) =>
    acted(change, input, 'account-manager', { language, list: listOf(change.account) }),
)

/** Another branding domain or language. */
export const moveManager = accountAction(
  { name: 'change-manager', form: moveHomeForm, needs: 'managers.manage' },
  ({ input, change, language }) =>
    movedHome(change, input, 'account-manager', { language, list: listOf(change.account) }),
)

function listOf({ slug }: { readonly slug: string }): string {
  return `/accounts/${slug}/settings/user-access`
}
