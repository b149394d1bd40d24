import { z } from 'zod'
import { products } from '#lib/access/products.ts'
import { parseEmail } from '#lib/email.ts'
import { givenStates, mostQuantity, mostTermMonths, periods } from '#lib/subscription/subscription.ts'
import { givenTrialStates, mostTrialDays } from '#lib/trial/trial.ts'
import { itemAmount, itemCurrency, itemDay, itemKey, itemLine, itemOneOf, itemWhole } from './fields.ts'

// What an account can buy, what it has bought, whose licence is whose, and what it tries out.

const price = {
  unit_price: itemAmount.refine(amount => amount >= 0, 'below-nought'),
  currency: itemCurrency,
  period: itemOneOf(periods),
  term_months: itemWhole(0, mostTermMonths).default(0),
}
const named = { key: itemKey, name: itemLine(120), product: itemOneOf(products) }

const offer = z
  .strictObject({
    ...named,
    ...price,
    price_version: itemLine(60, false).default(''),
    trial_days: itemWhole(0, mostTrialDays).default(0),
  })
  .transform(({ key, unit_price, term_months, price_version, trial_days, ...rest }) => ({
    key,
    values: {
      ...rest,
      unitPrice: unit_price,
      termMonths: term_months,
      priceVersion: price_version,
      trialDays: trial_days,
    },
  }))

const subscription = z
  .strictObject({
    ...named,
    ...price,
    offer: itemLine(200, false).default(''),
    quantity: itemWhole(0, mostQuantity),
    starts_on: itemDay,
    renews_on: itemDay.nullable().default(null),
    ends_on: itemDay.nullable().default(null),
    state: itemOneOf(givenStates),
  })
  .transform(({ key, unit_price, term_months, starts_on, renews_on, ends_on, ...rest }) => ({
    key,
    values: {
      ...rest,
      unitPrice: unit_price,
      termMonths: term_months,
      startsOn: starts_on,
      renewsOn: renews_on,
      endsOn: ends_on,
    },
  }))
  .superRefine(({ values: { startsOn, endsOn } }, context) => {
    if (endsOn !== null && endsOn < startsOn)
      context.addIssue({ code: 'custom', message: 'ends-before-start', path: ['ends_on'] })
  })

const licence = z
  .strictObject({
    key: itemKey,
    subscription: itemKey,
    /** Whose it is; empty where it is free. */
    email: itemLine(254, false)
      .refine(text => text === '' || parseEmail(text).ok, 'not-an-address')
      .default(''),
  })
  .transform(({ key, subscription: of, email }) => {
    const parsed = parseEmail(email)
    return { key, values: { subscription: of, email: parsed.ok ? parsed.value.canonical : '' } }
  })

const trial = z
  .strictObject({
    ...named,
    offer: itemLine(200, false).default(''),
    started_on: itemDay,
    ends_on: itemDay,
    state: itemOneOf(givenTrialStates),
  })
  .transform(({ key, started_on, ends_on, ...rest }) => ({
    key,
    values: { ...rest, startedOn: started_on, endsOn: ends_on },
  }))
  .superRefine(({ values: { startedOn, endsOn } }, context) => {
    if (endsOn < startedOn)
      context.addIssue({ code: 'custom', message: 'ends-before-start', path: ['ends_on'] })
  })

export const planForms = { offers: offer, subscriptions: subscription, licences: licence, trials: trial }

/** The names under which their fields go out, where the portal has others. */
export const planOutgoing: Readonly<Record<string, string>> = {
  unitPrice: 'unit_price',
  termMonths: 'term_months',
  startsOn: 'starts_on',
  renewsOn: 'renews_on',
  endsOn: 'ends_on',
  startedOn: 'started_on',
}
