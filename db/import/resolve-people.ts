import { extensionAt } from '../account/telephone-extension.ts'
import { isForOthersToSay, isHeldStaff, isInvitedStaff, nameAt, nothingBeside } from '../person/has-place.ts'
import { changed, isStaff, onlyBrand } from './pieces.ts'
import { namedPeople } from './resolve.ts'

// Who the rows of people mean, and what becomes of their places.

const gatherHumans = `insert into import_humans (canonical, first_line, email, name, language, time_zone, brand_id)
    select distinct on (i.canonical) i.canonical, i.line, i.email, i.name, nullif(i.language, ''), nullif(i.time_zone, ''), i.brand_id
    from import_people i order by i.canonical, i.line`

/**
 * What a file says of a person's name, language, zone and home counts as wherever anybody is added: isForOthersToSay.
 */
const humans = [
  `update import_humans h set person_id = p.id, known = true, shut_out = p.disabled_at is not null,
      has_password = p.password_hash is not null, free = ${isForOthersToSay('p', nothingBeside)}
    from person p where p.email_canonical = h.canonical`,
  `update import_humans h set brand_id = coalesce(h.brand_id, n.brand_id, a.home_brand_id, ${onlyBrand}),
      time_zone = coalesce(h.time_zone, n.time_zone, a.time_zone, 'UTC')
    from import_people i left join account a on a.id = i.account_id left join import_accounts n on n.id = i.account_id
    where i.line = h.first_line and not h.known`,
  `update import_humans h set language = b.default_language from branding_domain b where b.id = h.brand_id and h.language is null and not h.known`,
  `update import_humans h set changes = ${changed([
    ['name', 'p.name', 'h.name'],
    ['language', 'p.language', 'h.language'],
    ['timeZone', 'p.time_zone', 'h.time_zone'],
    [
      'homeBrand',
      '(select host from branding_domain where id = p.home_brand_id)',
      '(select host from branding_domain where id = h.brand_id)',
    ],
  ])} from person p where p.id = h.person_id and h.known and h.free and not h.shut_out`,
]

const sameSet = (one: string, other: string) => `(${one} @> ${other} and ${one} <@ ${other})`
const asText = (list: string) => `array_to_string(${list}, ', ')`
const unlessSame = (stored: string, fresh: string) =>
  `case when ${sameSet(stored, fresh)} then ${asText(stored)} else ${asText(fresh)} end`

/** As long as a place waits for its person they are called there as the file says, whoever they are elsewhere. */
const calledThere = (place: string, waits: string) =>
  ['name', nameAt(place, 'p'), `case when ${waits} then i.name end`] as const

const memberships = [
  `update import_people i set fate = 'left', why = 'removed' from import_humans h, membership m
    where h.canonical = i.canonical and m.person_id = h.person_id and m.account_id = i.account_id and m.kind = i.kind
      and m.state = 'removed' and i.fate = 'new'`,
  `update import_people i set fate = 'same', why = null, id = m.id, waits = m.state = 'invited', since = m.created_at, changes = ${changed(
    [
      calledThere('m', `m.state = 'invited'`),
      ['roles', asText('m.roles'), unlessSame('m.roles', 'i.roles')],
      ['modules', asText('m.modules'), unlessSame('m.modules', 'i.modules')],
      ['level', `coalesce(m.level, '')`, `nullif(i.level, '')`],
      ['extension', extensionAt('m'), 'i.extension'],
    ],
  )} from import_humans h, membership m, person p
    where h.canonical = i.canonical and m.person_id = h.person_id and p.id = m.person_id and m.account_id = i.account_id
      and m.kind = i.kind and m.state <> 'removed' and i.why is distinct from 'account-closed'`,
]

const staff = [
  `update import_people i set fate = 'left', why = 'removed' from import_humans h, partner_staff s
    where h.canonical = i.canonical and s.person_id = h.person_id and s.partner_id = i.partner_id and ${isStaff}
      and not ${isHeldStaff('s')} and i.fate = 'new'`,
  `update import_people i set fate = 'same', why = null, id = s.id, waits = ${isInvitedStaff('s')}, since = s.created_at,
      changes = ${changed([
        calledThere('s', isInvitedStaff('s')),
        ['staffRole', 's.role', `replace(i.kind, 'partner-', '')`],
      ])}
    from import_humans h, partner_staff s, person p
    where h.canonical = i.canonical and s.person_id = h.person_id and p.id = s.person_id and s.partner_id = i.partner_id
      and ${isStaff} and ${isHeldStaff('s')} and i.why is distinct from 'partner-closed'`,
]

/** Before the table of people can be measured. */
export const meetPeopleStatements = [
  ...namedPeople,
  `update import_people i set brand_id = b.id from branding_domain b where b.host = i.branding_domain and b.retired_at is null`,
  gatherHumans,
]

export const resolvePeopleStatements = [
  ...humans,
  ...memberships,
  ...staff,
  `update import_people i set fate = 'left', why = 'shut-out' from import_humans h where h.canonical = i.canonical and h.shut_out`,
  // Whom a row names takes the place of whoever was the contact: told by purpose, old and new.
  `update import_people i set changes = coalesce(i.changes, '{}') || named.changes from (
      select i.line, jsonb_object_agg(k.kind || 'Contact', jsonb_build_array(coalesce(${nameAt('m', 'o')}, ''),
          case when i.fate = 'new' or i.waits then i.name when h.free then h.name else p.name end)) as changes
      from import_people i cross join unnest(i.contact) as k(kind) join import_humans h on h.canonical = i.canonical
      left join person p on p.id = h.person_id
      left join account_contact c on c.account_id = i.account_id and c.kind = k.kind
      left join membership m on m.id = c.membership_id left join person o on o.id = m.person_id
      where i.fate in ('new', 'same') and i.account_id is not null and c.membership_id is distinct from i.id
      group by i.line) named
    where named.line = i.line`,
  // What is said of the person stands with their first row.
  `update import_people i set changes = coalesce(i.changes, '{}') || h.changes from import_humans h
    where h.canonical = i.canonical and i.line = h.first_line and h.changes is not null and i.fate = 'same'`,
  `update import_people set fate = 'changed' where changes is not null and fate = 'same'`,
]
