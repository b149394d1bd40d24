import { type ImportFile, ownedFiles } from '#lib/import/files.ts'
import { hosts, twice } from './pieces.ts'

/** One question to the staged rows; every row of its answer is a problem. */
export interface Check {
  readonly file: ImportFile
  readonly column: string
  readonly code: string
  /** Gives line, value and other. */
  readonly sql: string
}

/** What is wrong with the short names of a file: one twice, or one that was made of a name and is another thing's already. */
const keyed = (file: 'accounts' | 'partners', thing: 'account' | 'partner'): readonly Check[] => [
  { file, column: thing, code: 'key-twice', sql: twice(file, 'slug', 'slug') },
  {
    file,
    column: thing,
    code: 'other-name',
    sql: `select i.line, i.slug as value, t.name as other from import_${file} i join ${thing} t on t.id = i.id
      where not i.given and lower(t.name) <> lower(i.name)`,
  },
]

export const accountChecks: readonly Check[] = [
  ...keyed('accounts', 'account'),
  {
    file: 'accounts',
    column: 'branding_domain',
    code: 'unknown-brand',
    sql: `select line, branding_domain as value, ${hosts} as other from import_accounts
      where branding_domain <> '' and brand_id is null`,
  },
  {
    file: 'accounts',
    column: 'branding_domain',
    code: 'brand-needed',
    sql: `select line, '' as value, ${hosts} as other from import_accounts
      where fate = 'new' and brand_id is null and coalesce(branding_domain, '') = ''`,
  },
  {
    file: 'accounts',
    column: 'parent',
    code: 'unknown-parent',
    sql: `select line, parent as value, '' as other from import_accounts where fate = 'new' and parent <> '' and parent_id is null`,
  },
]

const partnerOf = (file: string, column: string) => `
  select line, ${column} as value, '' as other from import_${file} where ${column} <> '' and partner_id is null`
const accountOf = (file: string, column: string) => `
  select line, ${column} as value, '' as other from import_${file} where ${column} <> '' and account_id is null`

export const namedChecks = (
  file: 'relationships' | 'people',
  account: string,
  partner: string,
): readonly Check[] => [
  { file, column: 'account', code: 'unknown-account', sql: accountOf(file, account) },
  { file, column: 'partner', code: 'unknown-partner', sql: partnerOf(file, partner) },
]

export const partnerChecks: readonly Check[] = [
  ...keyed('partners', 'partner'),
  {
    file: 'partners',
    column: 'partner_id',
    code: 'id-twice',
    sql: twice('partners', 'partner_id', 'partner_id', `partner_id <> ''`),
  },
  {
    file: 'partners',
    column: 'partner_id',
    code: 'id-taken',
    sql: `select i.line, i.partner_id as value, p.name as other from import_partners i
      join partner p on p.partner_code = i.partner_id and p.id <> i.id`,
  },
  {
    file: 'partners',
    column: 'partner_id',
    code: 'id-differs',
    sql: `select i.line, i.partner_id as value, p.partner_code as other from import_partners i
      join partner p on p.id = i.id and i.partner_id <> '' and p.partner_code <> i.partner_id and i.fate <> 'left'`,
  },
]

const invoiceOwn = ['number', 'issued', 'due', 'currency', 'state', 'tax', 'total', 'paid']

/** Things of the provider's systems: of an account that there is, each key once, and an invoice's lines of one mind. */
export const ownedChecks: readonly Check[] = [
  ...ownedFiles.map(file => ({
    file,
    column: 'account',
    code: 'unknown-account',
    sql: accountOf(file, 'account'),
  })),
  ...(['services', 'subscriptions', 'licences', 'trials'] as const).map(file => ({
    file,
    column: 'key',
    code: 'twice-there',
    sql: twice(file, 'key', 'key'),
  })),
  {
    file: 'offers',
    column: 'key',
    code: 'twice-there',
    sql: twice('offers', 'account, key', 'key'),
  },
  {
    file: 'balances',
    column: 'currency',
    code: 'twice-there',
    sql: twice('balances', 'account, currency', 'currency'),
  },
  {
    file: 'invoices',
    column: 'key',
    code: 'invoice-differs',
    sql: `select i.line, i.key as value, f.line::text as other from import_invoices i
      join (select distinct on (key) * from import_invoices order by key, line) f on f.key = i.key
      where (i.account, ${invoiceOwn.map(column => `i.${column}`).join(', ')})
        is distinct from (f.account, ${invoiceOwn.map(column => `f.${column}`).join(', ')})`,
  },
]

export const relationshipChecks: readonly Check[] = [
  ...namedChecks('relationships', 'account', 'partner'),
  {
    file: 'relationships',
    column: 'partner',
    code: 'pair-twice',
    sql: twice('relationships', 'partner, account', 'partner'),
  },
]
