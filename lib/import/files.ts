import { z } from 'zod'
import { membershipKinds } from '#lib/access/membership-kinds.ts'
import { staffKinds } from '#lib/access/person-kinds.ts'
import { endUserLevels, products, serviceKinds } from '#lib/access/products.ts'
import { modules, roles } from '#lib/access/roles.ts'
import { contactKinds } from '#lib/account/contacts.ts'
import { detailsForm } from '#lib/account/forms.ts'
import { email } from '#lib/contact-fields.ts'
import { isCalendarDay } from '#lib/duration.ts'
import { line } from '#lib/form-fields.ts'
import { givenStates } from '#lib/invoice/invoice.ts'
import { languages } from '#lib/language.ts'
import { isCurrency } from '#lib/money.ts'
import { newPartnerForm } from '#lib/partner/forms.ts'
import { partnerIdFault, readPartnerId } from '#lib/partner/partner-id.ts'
import { personName } from '#lib/person/name.ts'
import { isTimeZone } from '#lib/person/time-zones.ts'
import { parsePhone } from '#lib/phone.ts'
import { oddLetter } from '#lib/scripts.ts'
import { isSlug } from '#lib/slug.ts'
import { unguarded } from '#lib/spreadsheet.ts'
import { periods, givenStates as subscriptionStates } from '#lib/subscription/subscription.ts'
import { givenTrialStates } from '#lib/trial/trial.ts'

// The files that a provider's data comes in, column by column. What a name, an address or a telephone number may be is
// said where the screens have it from; a message here is a code, with what the sentence needs behind a colon.

/** Those that hold what the provider's systems own: a file for each kind that is pulled from them. */
export const ownedFiles = [
  'services',
  'invoices',
  'balances',
  'offers',
  'subscriptions',
  'licences',
  'trials',
] as const

export const importFiles = ['accounts', 'partners', 'relationships', 'people', ...ownedFiles] as const
export type ImportFile = (typeof importFiles)[number]

/** What people of a file can be: the provider's own staff is added on its desk alone. */
export const importedKinds = [...membershipKinds, ...staffKinds] as const
export type ImportedKind = (typeof importedKinds)[number]

/** What files and addresses name a thing by: "harbour-dental". */
const key = line(60, { required: false }).refine(text => text === '' || isSlug(text), 'not-a-key')
const neededKey = key.refine(text => text !== '', 'required')

const oneOf = (values: readonly string[], needed: boolean) =>
  line(100, { required: needed }).refine(
    text => (text === '' && !needed) || values.includes(text),
    `not-one-of:${values.join(', ')}`,
  )

const listOf = (values: readonly string[]) =>
  line(1000, { required: false })
    .transform(text => [
      ...new Set(
        text
          .split(';')
          .map(one => one.trim())
          .filter(Boolean),
      ),
    ])
    .refine(list => list.every(one => values.includes(one)), `not-in-list:${values.join(', ')}`)

const zone = line(64, { required: false }).refine(text => text === '' || isTimeZone(text), 'not-a-zone')

const host = line(253, { required: false }).transform(text => text.toLowerCase())

/** A text of a file that a spreadsheet may have written: one that would be executed there is refused with the cure. */
const cell = (longest: number, needed = true) =>
  z
    .string('required')
    .transform((text, context) => {
      const bare = parsePhone(text) === null ? unguarded(text, true) : unguarded(text, false)
      if (bare.ok) return bare.value
      context.addIssue({ code: 'custom', message: `formula:${text.trim().charAt(0)}` })
      return z.NEVER
    })
    .pipe(line(longest, { required: needed }))

/** A sum, read once its currency is known. */
const sum = (needed = true) => line(30, { required: needed })
const calendarDay = line(10).refine(isCalendarDay, 'not-a-day')
const currency = line(3).refine(text => text === '' || isCurrency(text), 'unknown-currency')

const whole = (needed = true) =>
  line(9, { required: needed }).refine(text => text === '' || /^\d+$/.test(text), 'not-a-number')
/** A day, or none. */
const maybeDay = line(10, { required: false }).refine(text => text === '' || isCalendarDay(text), 'not-a-day')
const thing = { account: neededKey, key: cell(200), name: cell(120), product: oneOf(products, true) }
const price = {
  unit_price: sum(),
  currency,
  period: oneOf(periods, true),
  term_months: whole(false).optional(),
}

const { legalName, addressLine, city, postalCode, country, phone, emergencyContact, timeZone } =
  detailsForm.shape

/** The columns of each file: those without `.optional()` must be there. */
export const importForms = {
  accounts: z.object({
    account: key.optional(),
    name: detailsForm.shape.name.refine(text => !oddLetter(text), 'mixed-scripts'),
    legal_name: legalName,
    time_zone: timeZone,
    address: addressLine.optional(),
    city: city.optional(),
    postal_code: postalCode.optional(),
    country: country.optional(),
    phone: phone.optional(),
    emergency_contact: emergencyContact.optional(),
    parent: key.optional(),
    branding_domain: host.optional(),
    products: listOf(products).optional(),
  }),
  partners: z.object({
    partner: key.optional(),
    name: newPartnerForm.shape.name.refine(text => !oddLetter(text), 'mixed-scripts'),
    partner_id: line(20, { required: false })
      .transform(text => (text === '' ? '' : readPartnerId(text)))
      .refine(text => text === '' || partnerIdFault(text) !== 'not-a-partner-id', 'not-a-partner-id')
      .refine(text => text === '' || partnerIdFault(text) !== 'wrong-check-digit', 'wrong-check-digit')
      .optional(),
  }),
  relationships: z.object({ partner: neededKey, account: neededKey }),
  people: z.object({
    email,
    name: personName,
    kind: oneOf(importedKinds, true),
    account: key.optional(),
    partner: key.optional(),
    roles: listOf(roles).optional(),
    modules: listOf(modules).optional(),
    product: oneOf(products, false).optional(),
    level: oneOf(endUserLevels, false).optional(),
    extension: line(20, { required: false }).optional(),
    contact: listOf(contactKinds).optional(),
    language: oneOf(languages, false).optional(),
    time_zone: zone.optional(),
    branding_domain: host.optional(),
  }),
  services: z.object({
    account: neededKey,
    key: cell(200),
    kind: oneOf(serviceKinds, true),
    product: oneOf(products, true),
    identifier: cell(100),
    label: cell(80, false).optional(),
    forward_to: phone.optional(),
    enabled: oneOf(['yes', 'no'], false).optional(),
  }),
  /** A row is a line of an invoice; what is the invoice's own stands on each of them. */
  invoices: z.object({
    account: neededKey,
    key: cell(200),
    number: cell(60),
    issued: calendarDay,
    due: calendarDay,
    currency,
    state: oneOf(givenStates, true),
    text: cell(300),
    amount: sum(),
    quantity: line(20, { required: false })
      .refine(text => text === '' || /^\d{1,9}(?:\.\d{1,3})?$/.test(text), 'not-a-number')
      .optional(),
    unit_price: sum(false).optional(),
    tax: sum(),
    total: sum(),
    paid: sum(false).optional(),
  }),
  balances: z.object({ account: neededKey, currency, amount: sum(), as_of: calendarDay }),
  offers: z.object({
    ...thing,
    ...price,
    price_version: cell(60, false).optional(),
    trial_days: whole(false).optional(),
  }),
  subscriptions: z.object({
    ...thing,
    ...price,
    offer: cell(200, false).optional(),
    quantity: whole(),
    starts: calendarDay,
    renews: maybeDay.optional(),
    ends: maybeDay.optional(),
    state: oneOf(subscriptionStates, true),
  }),
  licences: z.object({
    account: neededKey,
    key: cell(200),
    subscription: cell(200),
    email: line(254, { required: false }).optional(),
  }),
  trials: z.object({
    ...thing,
    offer: cell(200, false).optional(),
    started: calendarDay,
    ends: calendarDay,
    state: oneOf(givenTrialStates, true),
  }),
} as const

export type FormOf<File extends ImportFile> = z.output<(typeof importForms)[File]>

export function columnsOf(file: ImportFile): readonly string[] {
  return Object.keys(importForms[file].shape)
}

export function neededColumns(file: ImportFile): readonly string[] {
  const shape: Readonly<Record<string, z.ZodType>> = importForms[file].shape
  return Object.keys(shape).filter(column => !(shape[column] instanceof z.ZodOptional))
}
