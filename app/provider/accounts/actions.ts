'use server'

import { providerAction } from '#app/_server/action.ts'
import type { Answer } from '#app/_server/door.ts'
import { toConfirm } from '#app/_server/to-confirm.ts'
import { bringPageAnew } from '#app/_server/too-late.ts'
import { closeAccount } from '#db/account/close.ts'
import { type CreatedAccount, createAccount } from '#db/account/create.ts'
import { updateAtDesk } from '#db/account/desk-edit.ts'
import { inviteAdministrators } from '#db/account/first-people.ts'
import { changeProducts } from '#db/account/products.ts'
import { replaceRequestCode } from '#db/account/replace-code.ts'
import { openVisit } from '#db/account/visit.ts'
import type { Change } from '#db/change.ts'
import { actOnMembership } from '#db/membership/act.ts'
import { accountSlugOf, onAccountAsProvider } from '#db/provider/account-change.ts'
import { changeGrantAsProvider } from '#db/provider/grants.ts'
import { productsFrom } from '#lib/access/products.ts'
import { type ContactPerson, isContactField, peopleOf } from '#lib/account/contacts.ts'
import {
  accountProductsForm,
  closeAccountForm,
  contactsOf,
  editAccountForm,
  newAccountForm,
  requestCodeForm,
  resendMemberForm,
  visitForm,
} from '#lib/account/desk-forms.ts'
import { deskFields } from '#lib/account/details.ts'
import type { Namesake } from '#lib/account/namesake.ts'
import { overtakenAnswer } from '#lib/account/overtaken.ts'
import { productName } from '#lib/account/words.ts'
import { canonicalOf } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { providerAccountAccessForm } from '#lib/grant/forms.ts'
import { grantRefused } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'
import { actRefused } from '#lib/membership/words.ts'
import { enoughLettersWords } from '#lib/person/words.ts'
import { needsConfirmation } from '#lib/proof.ts'
import { closeWords } from './close-words.ts'
import { formWords, namesakeSentence } from './form-words.ts'
import { visitWords } from './visit-words.ts'

const at = (slug: string) => `/provider/accounts/${slug}`

/** Told at the name; going on all the same is a decision of whoever ticks the box. */
function calledAlike(namesake: Namesake, language: Language) {
  const words = formWords[language]
  return { refused: words.notChanged, fields: { name: namesakeSentence(namesake, language) } }
}

/** Makes an account and invites the people who look after it. */
export const create = providerAction(
  { name: 'create-account', needs: 'accounts.manage', form: newAccountForm },
  async ({ input, change, language }) => {
    const words = formWords[language]
    const { brand: brandId, parent, products, looked, ...rest } = input
    const people = peopleOf(contactsOf(input), canonicalOf)
    const created = await createAccount(change, {
      details: rest,
      brandId,
      parent,
      products,
      people,
      looked,
    })
    if (created.ok) return withItsPeople(change, created.value, { people, zone: input.timeZone }, language)
    if (created.refusal === 'alike') return calledAlike(created.namesake, language)
    if (created.refusal === 'unknown-brand')
      return { refused: words.notChanged, fields: { brand: words.unknownBrand } }
    const names = created.several.map(({ name, slug }) => `${slug} (${name})`).join(', ')
    const sentence = names ? words.severalParents(names) : words.unknownParent
    return { refused: words.notChanged, fields: { parent: sentence } }
  },
)

/** The people who were named come in with the account, or nothing of it stands. */
async function withItsPeople(
  change: Change,
  created: CreatedAccount,
  { people, zone }: { readonly people: readonly ContactPerson[]; readonly zone: string },
  language: Language,
): Promise<Answer> {
  const on = await onAccountAsProvider(change, created.id)
  if (!on) return 'not-found'
  const home = { homeBrandId: created.brandId, language: created.language, timeZone: zone }
  const failed = await inviteAdministrators(on, people, home, environment().AUTH_SECRET)
  if (!failed) return { to: at(created.slug), done: 'account-created' }
  const words = formWords[language]
  const kinds = people.find(({ email }) => email === failed.email)?.kinds ?? []
  const why = failed.refusal === 'taken' ? words.shutOut : enoughLettersWords[language](failed.name)
  return {
    refused: words.notChanged,
    fields: Object.fromEntries(kinds.map(kind => [`${kind}Email`, why])),
  }
}

/** The provider changes an account's details, home and contacts; whoever was overtaken is told by whom. */
export const saveDetails = providerAction(
  { name: 'update-account-as-provider', needs: 'accounts.manage', form: editAccountForm },
  async ({ input: { account, shown, looked, ...typed }, change, language }) => {
    const on = await onAccountAsProvider(change, account)
    if (!on) return 'not-found'
    const edited = await updateAtDesk(on, typed, shown, { looked })
    if (edited.outcome === 'alike') return calledAlike(edited.namesake, language)
    if (edited.outcome === 'not-there') {
      await bringPageAnew()
      const words = formWords[language]
      const sentence = (field: string) => (isContactField(field) ? words.unknownContact : words.unknownBrand)
      const fields = Object.fromEntries(edited.fields.map(field => [field, sentence(field)]))
      return { refused: words.notChanged, fields }
    }
    if (edited.outcome === 'meanwhile') {
      // Whom somebody else has named may not be among those whom the page offers.
      if (edited.theirs.some(isContactField)) await bringPageAnew()
      return overtakenAnswer(deskFields, edited, change.actor.timeZone, language, edited.called)
    }
    return { to: at(on.account.slug), done: edited.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** Sends somebody of the account who has not come in yet the activation letter again. */
export const resend = providerAction(
  { name: 'resend-to-member', needs: 'accounts.manage', form: resendMemberForm },
  async ({ input: { account, membership: id }, change, language }) => {
    const on = await onAccountAsProvider(change, account)
    if (!on) return 'not-found'
    const kinds = ['account-manager', 'administrator'] as const
    const sent = await actOnMembership(on, { id, by: 'resend' }, kinds, environment().AUTH_SECRET)
    if (sent.ok) return { to: at(on.account.slug), done: 'activation-sent' }
    const { refusal, seen } = sent
    if (refusal === 'not-found') return refusal
    const refused = actRefused(refusal, seen?.state ?? '', language)
    return { refused, overtaken: refusal !== 'too-many-letters' }
  },
)

/** Gives an account the products that are ticked, and no others. */
export const saveProducts = providerAction(
  { name: 'change-products', needs: 'accounts.manage', form: accountProductsForm },
  async ({ input, change, language }) => {
    const on = await onAccountAsProvider(change, input.account)
    if (!on) return 'not-found'
    const words = formWords[language]
    const changed = await changeProducts(on, input.products, input.shown)
    if (changed.outcome === 'held') {
      const why = changed.held.map(({ product, services, endUsers }) =>
        words.heldProduct(productName(product, language), services, endUsers),
      )
      return { refused: words.notChanged, fields: { products: why.join(' ') } }
    }
    if (changed.outcome === 'meanwhile') {
      const told = overtakenAnswer(['products'], changed, change.actor.timeZone, language)
      const { products } = changed.merged
      const values = { shown: changed.stored.products, products: [...productsFrom(products)] }
      return { refused: told.refused, fields: told.fields, values }
    }
    return { to: at(on.account.slug), done: changed.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** One of the provider's support looks into an account, for a reason that its people read. */
export const lookIn = providerAction(
  { name: 'look-into-account', form: visitForm, needs: 'accounts.look-in' },
  async ({ input: { account, reason }, change, language }) => {
    const opened = await openVisit(change, account, reason)
    if (!opened.ok) return 'not-found'
    const to = `/accounts/${opened.value.slug}`
    if (opened.value.how === 'begun') return { to, done: 'visit-begun' }
    const words = visitWords[language]
    return { refused: words.runs, overtaken: true, further: { href: to, label: words.open } }
  },
)

/** Gives an account another request code. */
export const replaceCode = providerAction(
  { name: 'replace-request-code', needs: 'accounts.manage', form: requestCodeForm },
  async ({ input, change }) => {
    const on = await onAccountAsProvider(change, input.account)
    if (!on) return 'not-found'
    await replaceRequestCode(on)
    return { to: at(on.account.slug), done: 'code-replaced' }
  },
)

const done = { suspend: 'grant-suspended', resume: 'grant-resumed', terminate: 'grant-revoked' } as const
/** The provider holds, resumes or ends one access to the account, also of a firm that does not serve it. */
export const changeAccess = providerAction(
  { name: 'change-grant-on-account', needs: 'accounts.manage', form: providerAccountAccessForm },
  async ({ input, change, language }) => {
    const slug = await accountSlugOf(change.tx, change.actor.providerId, input.account)
    if (!slug) return 'not-found'
    const of = { accountId: input.account, grantId: input.grant }
    const changed = await changeGrantAsProvider(change, of, input.act, input.reason ?? '')
    if (changed.ok) return { to: at(slug), done: done[input.act] }
    const { refusal, seen } = changed
    return refusal === 'not-found' ? refusal : grantRefused({ refusal, seen }, language)
  },
)

/** Closes an account for good, with everything that hangs on it. */
export const close = providerAction(
  { name: 'close-account', needs: 'accounts.manage', form: closeAccountForm },
  async ({ input, change, language, now }) => {
    const slug = await accountSlugOf(change.tx, change.actor.providerId, input.account)
    if (!slug) return 'not-found'
    // What can't be taken back is worth a fresh proof of who does it; the reason comes back with the page.
    if (needsConfirmation(change.actor, now)) {
      const back = `${at(slug)}/close?${new URLSearchParams({ reason: input.reason })}`
      return toConfirm(back)
    }
    const closed = await closeAccount(change, input.account, input.reason)
    if (closed.ok) return { to: at(slug), done: 'account-closed' }
    if (closed.refusal === 'not-found') return 'not-found'
    const refused = closeWords[language].refused[closed.refusal](closed.seen?.by ?? '')
    return { refused, overtaken: true }
  },
)
