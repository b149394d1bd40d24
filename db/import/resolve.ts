import { ownedFiles } from '#lib/import/files.ts'
import { changed, onlyBrand } from './pieces.ts'

// Sets the files' rows against each other and against what the portal holds: which things they mean, and what would
// become of each row. Behind the provider's wall.

/** Before anything is decided, whatever is meant is held: as every change waits for its account. In one order, so that two never wait for each other. */
export const holdStatements = [
  `select a.id from account a where a.slug in (select slug from import_accounts union select parent from import_accounts
      union select account from import_relationships union select account_slug from import_people
      ${ownedFiles.map(file => `union select account from import_${file}`).join(' ')})
    order by a.id for no key update`,
  `select p.id from partner p where p.slug in (select slug from import_partners union select partner from import_relationships
      union select partner_slug from import_people)
    order by p.id for no key update`,
  `select p.id from person p where p.email_canonical in (select canonical from import_people) order by p.id for no key update`,
]

const accountChanges = changed([
  ['name', 'a.name', 'i.name'],
  ['legalName', 'a.legal_name', 'i.legal_name'],
  ['addressLine', 'a.address_line', 'i.address'],
  ['city', 'a.city', 'i.city'],
  ['postalCode', 'a.postal_code', 'i.postal_code'],
  ['country', 'a.country', 'i.country'],
  ['phone', 'a.phone', 'i.phone'],
  ['emergencyContact', 'a.emergency_contact', 'i.emergency_contact'],
  ['timeZone', 'a.time_zone', 'i.time_zone'],
  [
    'homeBrand',
    '(select host from branding_domain where id = a.home_brand_id)',
    '(select host from branding_domain where id = i.brand_id)',
  ],
  [
    'products',
    `(select coalesce(string_agg(product, ', ' order by product), '') from account_product where account_id = a.id)`,
    `(select string_agg(product, ', ' order by product) from (select product from account_product where account_id = a.id
        union select unnest(i.products)) u)`,
  ],
])

const accounts = [
  `update import_accounts i set brand_id = b.id from branding_domain b where b.host = i.branding_domain and b.retired_at is null`,
  `update import_accounts i set id = a.id, fate = case when a.closed_at is null then 'same' else 'left' end,
      why = case when a.closed_at is null then null else 'closed' end from account a where a.slug = i.slug`,
  `update import_accounts set brand_id = ${onlyBrand} where fate = 'new' and coalesce(branding_domain, '') = ''`,
  `update import_accounts i set parent_id = p.id from import_accounts p where p.slug = i.parent and i.fate = 'new' and p.fate <> 'left'`,
  `update import_accounts i set parent_id = a.id from account a
    where a.slug = i.parent and i.parent_id is null and i.fate = 'new' and a.closed_at is null`,
  `update import_accounts i set changes = ${accountChanges} from account a where a.id = i.id and i.fate = 'same'`,
  `update import_accounts set fate = 'changed' where changes is not null`,
]

const partners = [
  `update import_partners i set id = p.id, fate = case when p.closed_at is null then 'same' else 'left' end,
      why = case when p.closed_at is null then null else 'closed' end from partner p where p.slug = i.slug`,
  `update import_partners i set changes = ${changed([['name', 'p.name', 'i.name']])} from partner p
    where p.id = i.id and i.fate = 'same'`,
  `update import_partners set fate = 'changed' where changes is not null`,
]

/** The account and firm that rows of a file name, whether they come with the folder or are there already. */
const named = (file: 'relationships' | 'people', account: string, partner: string) => [
  `update import_${file} i set account_id = a.id from import_accounts a where a.slug = i.${account}`,
  `update import_${file} i set account_id = a.id from account a where a.slug = i.${account} and i.account_id is null`,
  `update import_${file} i set partner_id = p.id from import_partners p where p.slug = i.${partner}`,
  `update import_${file} i set partner_id = p.id from partner p where p.slug = i.${partner} and i.partner_id is null`,
  `update import_${file} i set fate = 'left', why = 'account-closed' from account a where a.id = i.account_id and a.closed_at is not null`,
  `update import_${file} i set fate = 'left', why = 'partner-closed' from partner p where p.id = i.partner_id and p.closed_at is not null`,
]

const relationships = [
  ...named('relationships', 'account', 'partner'),
  `update import_relationships i set fate = 'left', why = 'ended' from channel_relationship r
    where r.account_id = i.account_id and r.partner_id = i.partner_id and i.fate = 'new'`,
  `update import_relationships i set fate = 'same', why = null, id = r.id from channel_relationship r
    where r.account_id = i.account_id and r.partner_id = i.partner_id and r.ended_at is null and i.why is distinct from 'account-closed'
      and i.why is distinct from 'partner-closed'`,
]

/** The accounts that things of the provider's systems belong to; a closed one's are left. */
const things = ownedFiles.flatMap(file => [
  `update import_${file} i set account_id = a.id from import_accounts a where a.slug = i.account`,
  `update import_${file} i set account_id = a.id from account a where a.slug = i.account and i.account_id is null`,
  `update import_${file} i set fate = 'left', why = 'account-closed' from account a where a.id = i.account_id and a.closed_at is not null`,
])

export const resolveStatements = [...accounts, ...partners, ...relationships, ...things]

export const namedPeople = named('people', 'account_slug', 'partner_slug')
