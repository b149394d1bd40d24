import { z } from 'zod'
import { products, serviceKinds } from '#lib/access/products.ts'
import { checkService } from '#lib/account/service.ts'
import { faultIn, givenStates } from '#lib/invoice/invoice.ts'
import { parsePhone } from '#lib/phone.ts'
import {
  itemAmount as amount,
  itemCurrency as currency,
  itemDay as day,
  itemKey as key,
  itemLine as line,
  itemOneOf as oneOf,
} from './fields.ts'
import { planForms, planOutgoing } from './plan-items.ts'

// What comes from the provider's systems, kind by kind. A new kind is an entry here, its table in db/back-office/kinds.ts,
// and its words; reading, merging, holding and telling are the same for all.

/** In the order in which a run reads them. */
export const pulledKinds = [
  'services',
  'invoices',
  'balances',
  'offers',
  'subscriptions',
  'licences',
  'trials',
] as const
export type PulledKind = (typeof pulledKinds)[number]

const service = z
  .strictObject({
    key,
    kind: oneOf(serviceKinds),
    product: oneOf(products),
    identifier: line(100),
    label: line(80, false).default(''),
    forward_to: line(40, false)
      .refine(text => text === '' || parsePhone(text) !== null, 'not-a-phone')
      .default(''),
    enabled: z.boolean('not-yes-or-no').default(true),
  })
  .superRefine(({ kind, identifier, label, forward_to, enabled }, context) => {
    const typed = { label, forwardTo: forward_to, enabled: enabled ? 'on' : 'off' }
    const checked = checkService({ kind, identifier }, typed)
    if (!checked.ok) context.addIssue({ code: 'custom', message: checked.refusal, path: ['forward_to'] })
  })
  .transform(({ key: own, forward_to: forwardTo, ...rest }) => ({
    key: own,
    values: { ...rest, forwardTo },
  }))

const invoiceLine = z
  .strictObject({
    text: line(300),
    quantity: z.number('not-a-number').refine(n => n >= 0 && n <= 1e9 && isThousandths(n), 'not-a-number'),
    unit_price: amount,
    amount,
  })
  .transform(({ unit_price: unitPrice, ...rest }) => ({ ...rest, unitPrice }))

const mostLines = 500

const invoice = z
  .strictObject({
    key,
    number: line(60),
    issued_on: day,
    due_on: day,
    currency,
    net: amount,
    tax: amount,
    total: amount,
    paid: amount.default(0),
    state: oneOf(givenStates),
    lines: z
      .array(invoiceLine, 'not-a-list')
      .min(1, 'no-lines')
      .max(mostLines, `too-many-lines:${mostLines}`),
  })
  .transform(({ key: own, issued_on: issuedOn, due_on: dueOn, ...rest }) => ({
    key: own,
    values: { ...rest, issuedOn, dueOn },
  }))
  .superRefine(({ values }, context) => {
    const fault = faultIn(values)
    if (fault) context.addIssue({ code: 'custom', message: fault[1], path: [fault[0]] })
  })

const balance = z
  .strictObject({
    currency,
    amount,
    as_of: z.iso.datetime({ offset: true, error: 'not-a-moment' }),
  })
  .transform(({ currency: own, amount: owed, as_of }) => ({
    key: own,
    values: { amount: owed, asOf: new Date(as_of).toISOString() },
  }))

const forms = { services: service, invoices: invoice, balances: balance, ...planForms } as const

/** One thing as it was read: its key, and the rest of it by the portal's own names. */
export interface Item {
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
}

/** What is wrong with a thing that came: the field, and a code. */
export interface ItemFault {
  readonly field: string
  readonly code: string
}

export type ReadItem =
  | ({ readonly ok: true } & Item)
  /** `key` where at least that could be read. */
  | { readonly ok: false; readonly key: string | null; readonly fault: ItemFault }

const keyFields: Readonly<Record<PulledKind, string>> = {
  services: 'key',
  invoices: 'key',
  balances: 'currency',
  offers: 'key',
  subscriptions: 'key',
  licences: 'key',
  trials: 'key',
}

/** Reads one thing. Strict: a field that nobody knows is a fault, too, for it may mean something. */
export function readItem(kind: PulledKind, given: unknown): ReadItem {
  const parsed = forms[kind].safeParse(given)
  if (parsed.success) return { ok: true, ...parsed.data }
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const field = (unknown ?? issue?.path.join('.') ?? '').slice(0, 100)
  const code = unknown === undefined ? codeOf(issue, given) : 'unknown-field'
  const own = z.object({ [keyFields[kind]]: key }).safeParse(given)
  return { ok: false, key: own.success ? String(own.data[keyFields[kind]]) : null, fault: { field, code } }
}

function codeOf(issue: z.core.$ZodIssue | undefined, given: unknown): string {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'not-a-thing'
  if (issue && isMissing(given, issue.path)) return 'missing'
  return issue?.message ?? 'not-a-thing'
}

function isMissing(given: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = given
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return false
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at === undefined
}

function isThousandths(n: number): boolean {
  return Math.abs(n * 1000 - Math.round(n * 1000)) < 1e-6
}

/** The names that go out are those that come in. */
const outgoing: Readonly<Record<string, string>> = { forwardTo: 'forward_to', ...planOutgoing }

/** The fields of a change as the provider's systems call them. */
export function outgoingFields(set: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(set).map(([field, value]) => [outgoing[field] ?? field, value]))
}
