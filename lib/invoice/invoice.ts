import { isAmount, isCurrency } from '#lib/money.ts'

/** What the provider's systems say of an invoice. That one is overdue is read off the calendar. */
export const givenStates = ['open', 'paid', 'void'] as const
export type GivenState = (typeof givenStates)[number]

export const invoiceStates = ['overdue', 'open', 'paid', 'void'] as const
export type InvoiceState = (typeof invoiceStates)[number]

export interface InvoiceLine {
  readonly text: string
  /** How many: up to three digits behind the point. */
  readonly quantity: number
  readonly unitPrice: number
  readonly amount: number
}

/** An invoice as the provider's systems give it. Sums are of its currency's smallest unit; a credit's are below nought. */
export interface Invoice {
  readonly number: string
  /** Days of the calendar: 2026-11-30. */
  readonly issuedOn: string
  readonly dueOn: string
  readonly currency: string
  readonly net: number
  readonly tax: number
  readonly total: number
  readonly paid: number
  readonly state: GivenState
  readonly lines: readonly InvoiceLine[]
}

/** The state of an invoice on a day where the account is: overdue from the day after it was due. */
export function stateOn(invoice: Pick<Invoice, 'state' | 'dueOn'>, today: string): InvoiceState {
  return invoice.state === 'open' && invoice.dueOn < today ? 'overdue' : invoice.state
}

/** What is still to be paid of it. */
export function openAmount({
  state,
  total,
  paid,
}: Pick<Invoice, 'total' | 'paid'> & { readonly state: InvoiceState }): number {
  return state === 'open' || state === 'overdue' ? total - paid : 0
}

export const invoiceFaults = [
  'unknown-currency',
  'due-before-issued',
  'net-differs',
  'total-differs',
  'paid-too-much',
  'paid-but-open',
] as const
export type InvoiceFault = (typeof invoiceFaults)[number]

/** What of an invoice contradicts the rest of it, with the field where it is told; null where it adds up. */
export function faultIn(invoice: Invoice): readonly [field: string, fault: InvoiceFault] | null {
  const { currency, issuedOn, dueOn, lines, net, tax, total, paid, state } = invoice
  if (!isCurrency(currency)) return ['currency', 'unknown-currency']
  if (dueOn < issuedOn) return ['due_on', 'due-before-issued']
  const sum = lines.reduce((all, line) => all + line.amount, 0)
  if (sum !== net) return ['net', 'net-differs']
  if (!isAmount(net + tax) || net + tax !== total) return ['total', 'total-differs']
  if (total >= 0 ? paid < 0 || paid > total : paid > 0 || paid < total) return ['paid', 'paid-too-much']
  // What is settled says so: an invoice that is paid in part is open, and a paid one has nothing left.
  if (state === 'paid' && paid !== total) return ['paid', 'paid-but-open']
  return null
}
