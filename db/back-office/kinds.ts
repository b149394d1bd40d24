import type { PulledKind } from '#lib/back-office/items.ts'

/** A column of a pulled thing, by the name that its item has for it. */
interface Column {
  readonly field: string
  readonly column: string
  readonly type: 'text' | 'boolean' | 'integer' | 'bigint' | 'date' | 'timestamptz' | 'jsonb'
}

/** Where the things of one kind are kept. Every such table has id, provider_id, account_id and key. */
export interface StoredKind {
  readonly table: string
  readonly columns: readonly Column[]
  /** What a reader knows a thing by, of the alias t. */
  readonly called: string
  /** Whether a key names one thing of the whole provider; else one of each account. */
  readonly ofProvider: boolean
  /** Whether things go that did not come any more. */
  readonly goes: boolean
  /** Whether a row counts its changes, by which edits know that somebody was faster. */
  readonly versioned: boolean
  /** Fields whose change is written and not told. */
  readonly quiet: readonly string[]
  /** By what a thing that no back office had known is recognised once it comes, beside being keyless. */
  readonly adopted: readonly string[]
}

const plain = { goes: true, quiet: [], adopted: [] } as const

const column = (field: string, type: Column['type'] = 'text', name = field): Column => ({
  field,
  column: name,
  type,
})

const priced = [
  column('name'),
  column('product'),
  column('unitPrice', 'bigint', 'unit_price'),
  column('currency'),
  column('period'),
  column('termMonths', 'integer', 'term_months'),
]

/** What can be bought, what was, whose licences they are, and what is tried out. An offer is one account's: prices differ. */
const plan = {
  offers: {
    table: 'offer',
    columns: [
      ...priced,
      column('priceVersion', 'text', 'price_version'),
      column('trialDays', 'integer', 'trial_days'),
    ],
    called: 't.name',
    ofProvider: false,
    versioned: false,
    ...plain,
  },
  subscriptions: {
    table: 'subscription',
    columns: [
      ...priced,
      column('offer', 'text', 'offer_key'),
      column('quantity', 'integer'),
      column('startsOn', 'date', 'starts_on'),
      column('renewsOn', 'date', 'renews_on'),
      column('endsOn', 'date', 'ends_on'),
      column('state'),
    ],
    called: 't.name',
    ofProvider: true,
    versioned: true,
    ...plain,
  },
  licences: {
    table: 'licence',
    columns: [column('subscription', 'text', 'subscription_key'), column('email')],
    // Its subscription's name: whose it is is told where people are.
    called: `coalesce((select s.name from subscription s where s.account_id = t.account_id and s.key = t.subscription_key), t.key)`,
    ofProvider: true,
    versioned: false,
    ...plain,
  },
  trials: {
    table: 'trial',
    columns: [
      column('name'),
      column('product'),
      column('offer', 'text', 'offer_key'),
      column('startedOn', 'date', 'started_on'),
      column('endsOn', 'date', 'ends_on'),
      column('state'),
    ],
    called: 't.name',
    ofProvider: true,
    versioned: false,
    ...plain,
  },
} as const satisfies Partial<Readonly<Record<PulledKind, StoredKind>>>

const kinds: Readonly<Record<PulledKind, StoredKind>> = {
  services: {
    table: 'service',
    columns: [
      column('kind'),
      column('product'),
      column('identifier'),
      column('label'),
      column('forwardTo', 'text', 'forward_to'),
      column('enabled', 'boolean'),
    ],
    called: 't.identifier',
    ofProvider: true,
    goes: true,
    versioned: true,
    quiet: [],
    adopted: ['kind', 'identifier'],
  },
  invoices: {
    table: 'invoice',
    columns: [
      column('number'),
      column('issuedOn', 'date', 'issued_on'),
      column('dueOn', 'date', 'due_on'),
      column('currency'),
      column('net', 'bigint'),
      column('tax', 'bigint'),
      column('total', 'bigint'),
      column('paid', 'bigint'),
      column('state'),
      column('lines', 'jsonb'),
    ],
    called: 't.number',
    ofProvider: true,
    // A back office gives so many months; what a customer was once shown is void, not gone.
    goes: false,
    versioned: false,
    quiet: [],
    adopted: [],
  },
  balances: {
    table: 'balance',
    columns: [column('amount', 'bigint'), column('asOf', 'timestamptz', 'as_of')],
    called: 't.key',
    ofProvider: false,
    goes: true,
    versioned: false,
    quiet: ['asOf'],
    adopted: [],
  },
  ...plan,
}

export function storedKind(kind: PulledKind): StoredKind {
  return kinds[kind]
}

/** The SQL of a column's value as items have it: days and moments are texts there. */
function asItem({ column: name, type }: Column): string {
  if (type === 'date') return `t.${name}::text`
  if (type === 'timestamptz') return `to_char(t.${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return `t.${name}`
}

/** The SQL of a thing's values, of the alias t. */
export function valuesOf({ columns }: StoredKind): string {
  return `jsonb_build_object(${columns.map(one => `'${one.field}', ${asItem(one)}`).join(', ')})`
}

/** The SQL that sets columns of the alias t from r, by the items' own field names. */
export function setsOf({ versioned }: StoredKind, columns: readonly Column[]): string {
  const sets = columns.map(one => `${one.column} = r."${one.field}"`)
  return [...sets, ...(versioned ? ['version = t.version + 1'] : [])].join(', ')
}

/** The columns and their types as `jsonb_to_recordset` names what it reads: by the items' own field names. */
export function recordOf({ columns }: Pick<StoredKind, 'columns'>): string {
  return columns.map(one => `"${one.field}" ${one.type}`).join(', ')
}
