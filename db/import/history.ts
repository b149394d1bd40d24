import type pg from 'pg'
import { joinAskFacts, joinAskNamed } from '../assignment/lapse.ts'
import { intoEvent } from '../into-event.ts'
import { nameAt } from '../person/has-place.ts'
import { isStaff } from './pieces.ts'

// The history's part of an import. It comes last, in one statement: the ids of events are given out before they can be
// seen, and the seals of the history wait for no gap longer than a quarter of an hour (see db/history/seal.ts).

/** One event a row, in the order of the files: action, account, partner, subject, states, facts. */
const rows = [
  `select 1 as file, i.line, case i.fate when 'new' then 'partner.imported' else 'partner.updated' end as action, null::uuid as account,
      i.id as partner, i.id as subject, null::text as was, null::text as is_now,
      jsonb_build_object('partner', i.name, 'changes', i.changes) as facts
    from import_partners i where i.fate in ('new', 'changed')`,
  `select 2, i.line, case i.fate when 'new' then 'account.imported' else 'account.updated' end, i.id, null, i.id, null, null,
      jsonb_build_object('what', i.name, 'changes', i.changes)
    from import_accounts i where i.fate in ('new', 'changed')`,
  `select 3, i.line, 'relationship.imported', i.account_id, i.partner_id, i.id, null, 'active', jsonb_build_object('partner', p.name)
    from import_relationships i join partner p on p.id = i.partner_id where i.fate = 'new'`,
  `select 4, i.line, case i.fate when 'new' then 'membership.imported' else 'membership.updated' end, i.account_id, null, i.id, null,
      case i.fate when 'new' then 'invited' end,
      jsonb_build_object('what', ${nameAt('m', 'p')}, 'email', p.email, 'kind', i.kind, 'roles', case when i.fate = 'new' then nullif(i.roles, '{}') end, 'changes', i.changes)
    from import_people i join import_humans h on h.canonical = i.canonical join person p on p.id = h.person_id
    join membership m on m.id = i.id where i.fate in ('new', 'changed') and not ${isStaff}`,
  `select 5, i.line, case i.fate when 'new' then 'staff.imported' else 'staff.updated' end, null, i.partner_id, i.id, null,
      case i.fate when 'new' then 'invited' end,
      jsonb_build_object('what', ${nameAt('s', 'p')}, 'email', p.email, 'kind', i.kind, 'partner', f.name, 'changes', i.changes)
    from import_people i join import_humans h on h.canonical = i.canonical join person p on p.id = h.person_id
    join partner_staff s on s.id = i.id join partner f on f.id = i.partner_id where i.fate in ('new', 'changed') and ${isStaff}`,
  `select 6, i.line, 'assignment-ask.lapsed', null, k.partner_id, k.id, 'waiting', 'lapsed', ${joinAskFacts}
    from import_people i join assignment_ask k on k.staff_id = i.id and k.state = 'lapsed' and k.decided_at = transaction_timestamp()
    ${joinAskNamed('k')} where i.fate = 'changed'`,
]

const statement = `
  ${intoEvent}
  select walled_provider(), e.account, e.partner, clock_timestamp(), null, v.name, v.name, 'provider', e.action, e.subject,
    e.was, e.is_now, '', jsonb_strip_nulls(e.facts) || '{"source": "import"}'
  from (${rows.join(' union all ')}) e cross join provider v order by e.file, e.line`

/** Writes down all that was done, in the provider's name; gives the number of events. */
export async function record(client: pg.ClientBase): Promise<number> {
  const answer = await client.query(statement)
  return answer.rowCount ?? 0
}
