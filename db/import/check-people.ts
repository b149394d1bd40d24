import { pbxProducts } from '#lib/access/products.ts'
import { brandingRoles } from '#lib/import/rows.ts'
import { mostExtensions } from '#lib/pbx-extension/extension.ts'
import { extensionName, isBesideEmergency, isExtension } from '../account/telephone-extension.ts'
import { isHeldStaff } from '../person/has-place.ts'
import { type Check, namedChecks } from './check-things.ts'
import { hosts, twice } from './pieces.ts'

const onePlace = `kind in ('account-manager', 'end-user')`
const place = (kind: string, account: string) => `replace(${kind}, '-', ' ') || ' of ' || ${account}`

/** Says otherwise than an earlier row about the same person. */
const differs = (column: string): Check => ({
  file: 'people',
  column,
  code: 'person-differs',
  sql: `select i.line, i.${column} as value, f.line::text as other from (
      select canonical, line, ${column}, first_value(line) over w as first from import_people where ${column} <> ''
        window w as (partition by canonical order by line)) i
    join import_people f on f.line = i.first and f.${column} <> i.${column}`,
})

const addresses: readonly Check[] = [
  {
    file: 'people',
    column: 'email',
    code: 'place-twice',
    sql: twice(
      'people',
      `canonical, coalesce(account_slug, ''), coalesce(partner_slug, ''), case when coalesce(partner_slug, '') = '' then kind end`,
      'email',
    ),
  },
  {
    file: 'people',
    column: 'email',
    code: 'one-place',
    sql: `select i.line, i.email as value, f.line::text as other from (
        select canonical, line, email, account_slug, kind, first_value(line) over (partition by canonical order by line) as first
          from import_people where ${onePlace}) i
      join import_people f on f.line = i.first and (f.account_slug, f.kind) <> (i.account_slug, i.kind)`,
  },
  {
    file: 'people',
    column: 'email',
    code: 'one-place-held',
    sql: `select i.line, i.email as value, min(${place('m.kind', 'a.name')}) as other from import_people i
      join import_humans h on h.canonical = i.canonical and h.known
      join membership m on m.person_id = h.person_id and m.state <> 'removed' and m.${onePlace}
      join account a on a.id = m.account_id
      where i.${onePlace} and i.fate = 'new' group by i.line, i.email`,
  },
  {
    file: 'people',
    column: 'email',
    code: 'platform-user',
    sql: `select i.line, i.email as value, '' as other from import_people i
      join import_humans h on h.canonical = i.canonical and h.known
      join platform_user u on u.person_id = h.person_id and ${isHeldStaff('u')} where i.fate = 'new'`,
  },
  ...['name', 'language', 'time_zone', 'branding_domain'].map(differs),
]

const homes: readonly Check[] = [
  {
    file: 'people',
    column: 'branding_domain',
    code: 'unknown-brand',
    sql: `select line, branding_domain as value, ${hosts} as other from import_people where branding_domain <> '' and brand_id is null`,
  },
  {
    file: 'people',
    column: 'branding_domain',
    code: 'brand-needed',
    sql: `select h.first_line as line, '' as value, ${hosts} as other from import_humans h join import_people i on i.line = h.first_line
      where h.brand_id is null and not h.known and coalesce(i.branding_domain, '') = '' and coalesce(i.partner_slug, '') <> ''`,
  },
]

const has = (
  product: string,
) => `(exists (select 1 from account_product p where p.account_id = i.account_id and p.product = ${product})
  or exists (select 1 from import_accounts n where n.id = i.account_id and n.fate <> 'left' and ${product} = any(n.products)))`

const places: readonly Check[] = [
  {
    file: 'people',
    column: 'product',
    code: 'product-missing',
    sql: `select i.line, i.product as value, '' as other from import_people i
      where i.kind = 'end-user' and i.account_id is not null and i.fate = 'new' and not ${has('i.product')}`,
  },
  {
    file: 'people',
    column: 'product',
    code: 'product-differs',
    sql: `select i.line, i.product as value, m.product as other from import_people i
      join membership m on m.id = i.id and m.product <> i.product where i.kind = 'end-user' and i.fate in ('same', 'changed')`,
  },
  {
    file: 'people',
    column: 'roles',
    code: 'role-without-product',
    sql: `select i.line, array_to_string(i.roles, '; ') as value, '' as other from import_people i
      where i.roles && '{${brandingRoles.join(',')}}'::text[] and i.account_id is not null and i.fate <> 'left' and not ${has(`'branding'`)}`,
  },
  {
    file: 'people',
    column: 'extension',
    code: 'extension-twice',
    sql: twice('people', 'account_slug, extension', 'extension', `extension <> ''`),
  },
  {
    file: 'people',
    column: 'extension',
    code: 'emergency-extension',
    // One that they have is older than the rule, and stays until it is changed.
    sql: `select i.line, i.extension as value, '' as other from import_people i
      where i.extension <> '' and ${isBesideEmergency('i.extension')}
        and (i.fate = 'new' or (i.fate = 'changed' and i.changes ? 'extension'))`,
  },
  {
    file: 'people',
    column: 'extension',
    code: 'extension-in-use',
    // Calls that another extension sends on to it would go nowhere; what goes in the same file sends none.
    sql: `select i.line, x.number as value, string_agg(s.number, ', ' order by s.number) as other from import_people i
      join pbx_extension x on x.membership_id = i.id and x.ended_at is null
      join pbx_extension s on s.account_id = x.account_id and s.id <> x.id and s.ended_at is null
        and x.id in (s.busy_extension_id, s.unanswered_extension_id)
      where i.fate = 'changed' and i.changes ? 'extension' and i.extension = ''
        and not exists (select from import_people o where o.id = s.membership_id and o.fate = 'changed' and o.changes ? 'extension' and o.extension = '')
      group by i.line, x.number`,
  },
  {
    file: 'people',
    column: 'extension',
    code: 'no-pbx',
    sql: `select i.line, i.extension as value, '' as other from import_people i
      where i.fate = 'changed' and i.changes ? 'extension' and i.extension <> '' and not (${pbxProducts.map(one => has(`'${one}'`)).join(' or ')})`,
  },
  {
    file: 'people',
    column: 'extension',
    code: 'too-many-extensions',
    sql: `select min(i.line) as line, '' as value, '${mostExtensions}' as other from import_people i
      where i.extension <> '' and i.account_id is not null and i.fate in ('new', 'changed')
        and not exists (select from pbx_extension x where x.membership_id = i.id and x.ended_at is null)
      group by i.account_id
      having count(*) + (select count(*) from pbx_extension x where x.account_id = i.account_id and x.ended_at is null) > ${mostExtensions}`,
  },
  {
    file: 'people',
    column: 'contact',
    code: 'contact-twice',
    sql: `select line, value, first::text as other from (
        select i.line, k.kind as value, min(i.line) over (partition by i.account_id, k.kind) as first
        from import_people i cross join unnest(i.contact) as k(kind) where i.account_id is not null) named where line > first`,
  },
  {
    file: 'people',
    column: 'extension',
    code: 'extension-taken',
    // Whoever gives it up in the same file does not hold it any more.
    sql: `select i.line, i.extension as value, min(${extensionName('x', 'm', 'p')}) as other from import_people i
      join pbx_extension x on ${isExtension('x', 'i.account_id', 'i.extension')} and x.membership_id is distinct from i.id
      left join membership m on m.id = x.membership_id left join person p on p.id = m.person_id
      where i.extension <> '' and i.fate in ('new', 'changed')
        and not exists (select 1 from import_people o where o.id = x.membership_id and o.extension is distinct from x.number and o.fate = 'changed')
      group by i.line, i.extension`,
  },
]

export const peopleChecks: readonly Check[] = [
  ...namedChecks('people', 'account_slug', 'partner_slug'),
  ...addresses,
  ...homes,
  ...places,
]
