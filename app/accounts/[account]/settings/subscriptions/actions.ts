'use server'

import { randomUUID } from 'node:crypto'
import { after } from 'next/server'
import { accountAction } from '#app/_server/action.ts'
import { backOffice, backOfficeSoon } from '#app/_server/back-office.ts'
import type { Refusal } from '#app/_server/door.ts'
import { listAddress } from '#app/_server/list-address.ts'
import { changeQuantity, changeRenewal, undoLatest } from '#db/subscription/change.ts'
import { assignLicence, takeBackLicence } from '#db/subscription/licences.ts'
import { placeOrder, weighOrder } from '#db/subscription/order.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import {
  assignForm,
  confirmForm,
  orderForm,
  quantityForm,
  readQuantity,
  renewalForm,
  takeBackForm,
  undoForm,
} from '#lib/subscription/forms.ts'
import { mostQuantity, type OrderRefusal } from '#lib/subscription/subscription.ts'
import { changeWords } from './change-words.ts'
import { words } from './words.ts'

const needs = 'subscriptions.update'
const list = (slug: string) => `/accounts/${slug}/settings/subscriptions`
const isConnected = () => backOffice() !== null

const fieldOf = {
  'no-such-offer': 'offer',
  'other-currency': 'offer',
  past: 'starts',
  'too-far': 'starts',
  'too-much': 'quantity',
} as const satisfies Record<OrderRefusal, string>

function noQuantity(refused: string, language: Language): Refusal {
  const sentence = words[language].notQuantity(wholeNumber(mostQuantity, language))
  return { refused, fields: { quantity: sentence } }
}

/** Looks whether an order can be placed, and leads to its price. Nothing is ordered. */
export const checkOrder = accountAction(
  { name: 'add-subscription', form: orderForm, needs },
  async ({ input: { offer, quantity: typed, starts }, change, language }) => {
    const { notOrdered, refusal } = words[language]
    const quantity = readQuantity(typed)
    if (quantity === null) return noQuantity(notOrdered, language)
    const weighed = await weighOrder(change.tx, change.account, { offer, quantity, starts }, change.now)
    if (!weighed.ok)
      return { refused: notOrdered, fields: { [fieldOf[weighed.refusal]]: refusal[weighed.refusal] } }
    const order = { offer, quantity: String(quantity), starts, order: randomUUID() }
    return { to: listAddress(`${list(change.account.slug)}/new/confirm`, order), unanswered: true }
  },
)

/** Places an order at the price that was shown. */
export const buySubscription = accountAction(
  { name: 'add-subscription', form: confirmForm, needs },
  async ({ input: { account: _, ...order }, change, language }) => {
    const placed = await placeOrder(change, order, isConnected())
    if (placed.ok)
      return { to: `${list(change.account.slug)}/${placed.value.id}`, done: 'subscription-added' }
    if (placed.refusal === 'not-theirs') return 'not-found'
    const { priceChanged, refusal } = words[language]
    const why = placed.refusal === 'price-changed' ? priceChanged : refusal[placed.refusal]
    return { refused: why, overtaken: true }
  },
)

/** Sets how many there are. */
export const saveQuantity = accountAction(
  { name: 'change-subscription', form: quantityForm, needs },
  async ({ input: { subscription, quantity: typed, shown, price }, change, language }) => {
    const text = changeWords[language]
    const quantity = readQuantity(typed)
    if (quantity === null) return noQuantity(text.notChanged, language)
    const changed = await changeQuantity(change, subscription, { quantity, shown, price }, isConnected())
    const to = `${list(change.account.slug)}/${subscription}`
    if (changed.ok)
      return { to, done: changed.value === 'nothing' ? 'nothing-changed' : 'subscription-changed' }
    if (changed.refusal === 'below-use') {
      const { used } = changed
      return {
        refused: text.notChanged,
        fields: { quantity: text.belowUse(wholeNumber(used, language), used) },
      }
    }
    if (changed.refusal === 'too-much')
      return { refused: text.notChanged, fields: { quantity: words[language].refusal['too-much'] } }
    return refusedAs(changed.refusal, language)
  },
)

/** Ends a subscription on its next renewal, or lets it go on. */
export const saveRenewal = accountAction(
  { name: 'change-subscription', form: renewalForm, needs },
  async ({ input: { subscription, act, shown }, change, language }) => {
    const changed = await changeRenewal(change, subscription, { act, shown }, isConnected())
    if (!changed.ok) return refusedAs(changed.refusal, language)
    const done = act === 'end' ? 'subscription-ends' : 'subscription-kept'
    return { to: `${list(change.account.slug)}/${subscription}`, done }
  },
)

function refusedAs(
  refusal: 'not-theirs' | 'not-found' | 'over' | 'meanwhile' | 'no-renewal',
  language: Language,
): Refusal | 'not-found' {
  const { over, meanwhile, noRenewal } = changeWords[language]
  if (refusal === 'not-theirs' || refusal === 'not-found') return 'not-found'
  if (refusal === 'no-renewal') return { refused: noRenewal }
  return { refused: refusal === 'over' ? over : meanwhile, overtaken: true }
}

/** Takes back the order or change that stood on the page, where it is the latest and has not gone to the provider's systems. */
export const undoChange = accountAction(
  { name: 'change-subscription', form: undoForm, needs },
  async ({ input: { subscription, change: shown }, change, language }) => {
    const undone = await undoLatest(change, subscription, shown)
    const to = list(change.account.slug)
    if (undone.ok)
      return undone.value === 'order'
        ? { to, done: 'order-undone' }
        : { to: `${to}/${subscription}`, done: 'change-undone' }
    if (undone.refusal === 'too-late') return { refused: changeWords[language].tooLate, overtaken: true }
    return refusedAs(undone.refusal, language)
  },
)

/** Gives somebody of the account a licence. */
export const assign = accountAction(
  { name: 'assign-licence', form: assignForm, needs },
  async ({ input: { subscription, member }, change, language }) => {
    const given = await assignLicence(change, subscription, member, isConnected())
    if (given.ok) {
      after(backOfficeSoon)
      return { to: `${list(change.account.slug)}/${subscription}`, done: 'licence-assigned' }
    }
    if (given.refusal === 'not-theirs' || given.refusal === 'not-found') return 'not-found'
    return { refused: changeWords[language].refusal[given.refusal], overtaken: true }
  },
)

/** Takes a licence back from whoever has it. */
export const takeBack = accountAction(
  { name: 'assign-licence', form: takeBackForm, needs },
  async ({ input: { subscription, held }, change, language }) => {
    const taken = await takeBackLicence(change, { subscription, ...held }, isConnected())
    if (taken.ok) {
      after(backOfficeSoon)
      const to = listAddress(`${list(change.account.slug)}/${subscription}`, { undo: taken.value.member })
      return { to, done: 'licence-taken-back' }
    }
    if (taken.refusal !== 'meanwhile') return 'not-found'
    return { refused: changeWords[language].meanwhile, overtaken: true }
  },
)
