import type { ImportFile } from '#lib/import/files.ts'

// What the files hold waits in tables of this transaction alone until all of it is known. They have the names of the
// files' columns; a column that a file lacks stays null, and is not the import's to change.

interface Staged {
  /** As read from the file. */
  readonly read: string
  /** What is worked out of it. */
  readonly found: string
  readonly indexes: readonly string[]
}

/** `fate`: new, changed, same, left (as the portal has it, and `why`). */
const fate = `fate text not null default 'new', why text, changes jsonb`

const priced = `line int, account text, key text, name text, product text, unit_price bigint, currency text, period text,
  term_months text`

export const stagedTables: Readonly<Record<ImportFile, Staged>> = {
  accounts: {
    read: `line int, slug text, given boolean, name text, legal_name text, time_zone text, address text, city text,
      postal_code text, country text, phone text, emergency_contact text, parent text, branding_domain text, products text[]`,
    found: `id uuid default gen_random_uuid(), brand_id uuid, parent_id uuid, code text, ${fate}`,
    indexes: ['slug', 'id'],
  },
  partners: {
    read: 'line int, slug text, given boolean, name text, partner_id text',
    found: `id uuid default gen_random_uuid(), ${fate}`,
    indexes: ['slug', 'id'],
  },
  relationships: {
    read: 'line int, partner text, account text',
    found: `id uuid default gen_random_uuid(), account_id uuid, partner_id uuid, ${fate}`,
    indexes: [],
  },
  people: {
    read: `line int, email text, canonical text, name text, kind text, account_slug text, partner_slug text, roles text[],
      modules text[], product text, level text, extension text, contact text[], language text, time_zone text, branding_domain text`,
    // `waits`: the place is there already and its person has not taken it, `since` when.
    found: `id uuid default gen_random_uuid(), account_id uuid, partner_id uuid, brand_id uuid, waits boolean default false,
      since timestamptz, ${fate}`,
    indexes: ['canonical', 'account_id'],
  },
  services: {
    read: `line int, account text, key text, kind text, product text, identifier text, label text, forward_to text, enabled text`,
    found: `account_id uuid, ${fate}`,
    indexes: ['account_id', 'line'],
  },
  invoices: {
    read: `line int, account text, key text, number text, issued text, due text, currency text, state text, text text, amount bigint,
      quantity text, unit_price bigint, tax bigint, total bigint, paid bigint`,
    found: `account_id uuid, ${fate}`,
    indexes: ['account_id', 'line'],
  },
  balances: {
    read: 'line int, account text, currency text, amount bigint, as_of text',
    found: `account_id uuid, ${fate}`,
    indexes: ['account_id', 'line'],
  },
  offers: {
    read: `${priced}, price_version text, trial_days text`,
    found: `account_id uuid, ${fate}`,
    indexes: ['account_id', 'line'],
  },
  subscriptions: {
    read: `${priced}, offer text, quantity text, starts text, renews text, ends text, state text`,
    found: `account_id uuid, ${fate}`,
    indexes: ['account_id', 'line'],
  },
  licences: {
    read: 'line int, account text, key text, subscription text, email text',
    found: `account_id uuid, ${fate}`,
    indexes: ['account_id', 'line'],
  },
  trials: {
    read: `line int, account text, key text, name text, product text, offer text, started text, ends text, state text`,
    found: `account_id uuid, ${fate}`,
    indexes: ['account_id', 'line'],
  },
}

/** People by their address, made of their first row. `free`: what the file says of them counts. */
const humans = `canonical text primary key, first_line int, email text, name text, language text, time_zone text, brand_id uuid,
  person_id uuid default gen_random_uuid(), known boolean default false, free boolean default true, shut_out boolean default false,
  has_password boolean default false, changes jsonb`

export const makeTables = [
  ...Object.entries(stagedTables).map(
    ([file, { read, found }]) => `create temp table import_${file} (${read}, ${found}) on commit drop`,
  ),
  `create temp table import_humans (${humans}) on commit drop`,
  'create temp table import_deciders (account_id uuid, line int) on commit drop',
]

export const settleTables = [
  ...Object.entries(stagedTables).flatMap(([file, { indexes }]) => [
    ...indexes.map(column => `create index on import_${file} (${column})`),
    `analyze import_${file}`,
  ]),
  `grant select, insert, update on ${Object.keys(stagedTables)
    .map(file => `import_${file}`)
    .join(', ')}, import_humans, import_deciders to latchkey_app`,
]

/** Takes a batch of rows, as JSON, into the table of its file. */
export function stageStatement(file: ImportFile): string {
  const { read } = stagedTables[file]
  const columns = read
    .split(',')
    .map(column => column.trim().split(' ')[0])
    .join(', ')
  return `insert into import_${file} (${columns}) select ${columns} from jsonb_to_recordset($1::jsonb) as r(${read})`
}
