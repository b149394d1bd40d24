import type pg from 'pg'
import type { Problems } from '#lib/import/problem.ts'
import { actsFromParent, decidedNow, decidesOnIts } from '../approvers.ts'
import { put } from './checks.ts'

// No account may be left with nobody who decides: as when a role is taken away in the portal. Which accounts are in
// question is noted before anything is written, and what became of them is asked of the portal as it is afterwards.

const changed = `from import_people i join membership m on m.id = i.id`
const rolesChanged = `i.fate = 'changed' and i.changes ? 'roles'`

/** The accounts for which somebody decides whose roles the files change: their own, and the clients of it. */
const note = `insert into import_deciders (account_id, line)
  select m.account_id, i.line ${changed} where ${rolesChanged} and ${decidesOnIts('m')}
  union all
  select a.id, i.line ${changed} join account a on ${actsFromParent('m', 'a')} where ${rolesChanged} and a.closed_at is null`

/** Whether there are any. */
export async function noteDeciders(client: pg.ClientBase): Promise<boolean> {
  const answer = await client.query(note)
  return (answer.rowCount ?? 0) > 0
}

/** Tells every line by which an account lost the last who decided for it. */
export const checkDeciders = (client: pg.ClientBase, problems: Problems): Promise<void> =>
  put(client, problems, {
    file: 'people',
    column: 'roles',
    code: 'last-one',
    sql: `select i.line, array_to_string(i.roles, '; ') as value, min(a.name) as other
      from import_deciders d join account a on a.id = d.account_id join import_people i on i.line = d.line
      where not ${decidedNow('a')} group by i.line, i.roles`,
  })
