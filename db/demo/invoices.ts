import { daysBefore } from '#lib/day-span.ts'

// A year and more of bills, the same in every demo but for the day on which it begins.

type Line = readonly [text: string, quantity: number, unitPrice: number]

interface Billed {
  readonly account: string
  readonly prefix: string
  readonly currency: string
  /** In hundredths of a per cent: 5 % is 500. */
  readonly tax: number
  readonly lines: readonly Line[]
  /** What comes beside them in some months, by the month's number. */
  readonly extra: Readonly<Record<number, Line>>
  /** How many of the latest months are not paid. */
  readonly open: number
}

const billed: readonly Billed[] = [
  {
    account: 'harbour-dental',
    prefix: 'NW-1042',
    currency: 'CAD',
    tax: 1200,
    lines: [
      ['Business Cloud Communications, 6 users', 6, 2495],
      ['SIP trunk, 8 channels', 1, 8900],
      ['Local numbers', 2, 350],
      ['Calls within Canada, in minutes', 412, 2],
    ],
    extra: { 3: ['Desk phone T54W', 2, 18900], 9: ['Move of a number', 1, 2500] },
    open: 1,
  },
  {
    account: 'maple-logistics',
    prefix: 'NW-2210',
    currency: 'CAD',
    tax: 1498,
    lines: [
      ['Cloud PBX, 18 seats', 18, 1995],
      ['Branding', 1, 4900],
      ['Local numbers', 2, 350],
      ['International calls, in minutes', 268, 9],
    ],
    extra: {
      2: ['Dispatch console', 1, 64900],
      6: ['Installation at Rue du Port, in hours', 3.5, 9500],
      11: ['Call recording', 18, 300],
    },
    open: 2,
  },
  {
    account: 'maple-depot-west',
    prefix: 'NW-2211',
    currency: 'CAD',
    tax: 500,
    lines: [
      ['Cloud PBX, 3 seats', 3, 1995],
      ['Local number', 1, 350],
    ],
    extra: {},
    open: 1,
  },
  {
    account: 'southern-bakery',
    prefix: 'SC-0318',
    currency: 'AUD',
    tax: 1000,
    lines: [
      ['Cloud PBX, 4 seats', 4, 2200],
      ['Local number', 1, 500],
    ],
    extra: { 5: ['Counter phone', 1, 14900] },
    open: 1,
  },
]

export interface BilledItem {
  readonly account: string
  readonly kind: 'invoices' | 'balances'
  readonly item: Readonly<Record<string, unknown>> & { readonly key?: string; readonly currency: string }
}

const months = 14

/** The bills of every account and what it owes, as a back office tells them. `today` is a day of the calendar. */
export function billsUntil(today: string): readonly BilledItem[] {
  return billed.flatMap(one => {
    const invoices = Array.from({ length: months }, (_, back) =>
      invoiceOf(one, monthBefore(today, back), back),
    )
    const roaming = one.account === 'maple-logistics' ? [roamingOf(today)] : []
    const all = [...invoices, ...roaming]
    const currencies = [...new Set(all.map(invoice => invoice.currency))]
    const balances = currencies.map(currency => ({
      currency,
      amount: all
        .filter(invoice => invoice.currency === currency && invoice.state === 'open')
        .reduce((sum, { total, paid }) => sum + total - paid, 0),
      as_of: `${daysBefore(today, 1)}T23:00:00.000Z`,
    }))
    return [
      ...all.map(item => ({ account: one.account, kind: 'invoices' as const, item })),
      ...balances.map(item => ({ account: one.account, kind: 'balances' as const, item })),
    ]
  })
}

/** The first of the month that lies so many months before. */
function monthBefore(today: string, back: number): string {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - back)
  return date.toISOString().slice(0, 10)
}

function invoiceOf(one: Billed, issued: string, back: number) {
  const month = Number(issued.slice(5, 7))
  const extra = one.extra[month]
  // Calls differ from month to month.
  const lines = [...one.lines, ...(extra ? [extra] : [])].map(([text, quantity, price]) =>
    lineOf(text, text.includes('minutes') ? quantity + ((month * 37) % 90) : quantity, price),
  )
  const isVoid = back === 8 && one.account === 'maple-logistics'
  const open = back < one.open
  return {
    key: `${one.prefix}-${issued.slice(0, 7)}`,
    number: `${one.prefix}-${issued.slice(2, 4)}${issued.slice(5, 7)}`,
    issued_on: issued,
    due_on: daysBefore(issued, -21),
    currency: one.currency,
    ...summed(lines, one.tax, isVoid ? 'void' : open ? 'open' : 'paid'),
  }
}

/** One bill in another currency, for calls in Europe, of which a part is paid. */
function roamingOf(today: string) {
  const issued = daysBefore(today, 18)
  const whole = summed([lineOf('Roaming in the European Union, in days', 12, 650)], 0, 'open')
  return {
    key: `NW-EU-${issued.slice(0, 7)}`,
    number: `NW-EU-${issued.slice(2, 4)}${issued.slice(5, 7)}`,
    issued_on: issued,
    due_on: daysBefore(issued, -30),
    currency: 'EUR',
    ...whole,
    paid: 3000,
  }
}

const lineOf = (text: string, quantity: number, unit_price: number) => ({
  text,
  quantity,
  unit_price,
  amount: Math.round(quantity * unit_price),
})

function summed(lines: readonly ReturnType<typeof lineOf>[], rate: number, state: 'open' | 'paid' | 'void') {
  const net = lines.reduce((sum, line) => sum + line.amount, 0)
  const tax = Math.round((net * rate) / 10_000)
  const total = net + tax
  return { lines, net, tax, total, paid: state === 'paid' ? total : 0, state }
}
