import { capabilitiesOfScope } from '#lib/access/scopes.ts'
import { sightOf } from '../authority.ts'
import { reading } from '../client.ts'
import { heldUnder } from './assignment-oracle.ts'
import type { Driver } from './driver.ts'
import { admin, cedar, firmOf, type Model, manager, opens, owner, tech } from './model.ts'

interface RowState {
  readonly id: string
  readonly key: string
  readonly state: string
  readonly ended: boolean
  /** The whole row, to see that it is never touched again. */
  readonly row: string
}

/** What the database holds for one account, in the model's words. */
export interface Observed {
  readonly states: Record<string, string>
  /** Ended rows, whole. */
  readonly ended: ReadonlyMap<string, string>
  readonly events: readonly string[]
  readonly letters: readonly string[]
  /** Rows whose columns contradict their state. */
  readonly faults: readonly string[]
}

const rowsQuery = `
  select r.id, r.state, r.state not in ('pending', 'question') as ended, to_jsonb(r)::text as row,
    (r.state in ('pending', 'question')) <> (r.decided_at is null) as fault
  from access_request r where r.account_id = $1
  union all
  select g.id, g.state, g.state not in ('scheduled', 'active', 'suspended'), to_jsonb(g)::text,
    (g.state in ('scheduled', 'active', 'suspended')) <> (g.ended_at is null)
      or (g.state = 'suspended') <> (g.suspended_by is not null)
      or (g.ended_at is not null and g.due_at is not null)
      or (g.ended_at is null and g.ends_at is not null and g.due_at is null)
      or (g.ended_at is null and g.ends_at is not null and g.review_at is not null)
      or (g.ended_at is not null and exists (select 1 from assignment x where x.grant_id = g.id and x.ended_at is null))
  from access_grant g where g.account_id = $1
  union all
  select i.id, i.state, i.state <> 'invited', to_jsonb(i)::text, (i.state = 'invited') <> (i.decided_at is null)
  from partner_invitation i where i.account_id = $1
  union all
  select x.id, x.state, x.state <> 'pending', to_jsonb(x)::text, (x.state = 'pending') <> (x.decided_at is null)
  from grant_extension x where x.account_id = $1
  union all
  select k.id, k.state, k.state <> 'waiting', to_jsonb(k)::text, (k.state = 'waiting') <> (k.answered_at is null)
  from designation_ask k where k.account_id = $1
  union all
  select j.id, j.state, j.state <> 'waiting', to_jsonb(j)::text, (j.state = 'waiting') <> (j.decided_at is null)
  from assignment_ask j where j.account_id = $1`

/** Reads the account's rows, its history from `after` on and its letters but for those seen before. Assignments go by their grant. */
export async function observe(
  driver: Driver,
  seen: { events: number; letters: Set<string> },
): Promise<Observed> {
  const { world, account } = driver
  const rowsFound = world.rows<RowState & { fault: boolean }>(rowsQuery, [account.id])
  const eventsFound = world.rows<{ line: string; subject: string; change: string }>(
    `select actor_kind || ' ' || action as line,
        coalesce((select x.grant_id from assignment x where x.id = event.subject_id), subject_id) as subject, coalesce(from_state, '') || '>' || coalesce(to_state, '') as change
      from event where account_id = $1 order by id offset $2`,
    [account.id, seen.events],
  )
  const lettersFound = world.rows<{ id: string; line: string }>(
    `select id, kind || ' ' || to_address as line from letter where account_id = $1 and not id = any($2)`,
    [account.id, [...seen.letters]],
  )
  const [rows, events, letters] = await Promise.all([rowsFound, eventsFound, lettersFound])
  seen.events += events.length
  for (const letter of letters) seen.letters.add(letter.id)
  return {
    states: Object.fromEntries(rows.map(row => [driver.keyOf(row.id), row.state])),
    ended: new Map(rows.filter(row => row.ended).map(row => [driver.keyOf(row.id), row.row])),
    events: events.map(event => `${event.line} ${driver.keyOf(event.subject)} ${event.change}`).sort(),
    letters: letters.map(letter => letter.line).sort(),
    faults: rows.filter(row => row.fault).map(row => row.row),
  }
}

export function statesOf(model: Model): Record<string, string> {
  return Object.fromEntries(
    [
      ...model.requests,
      ...model.grants,
      ...model.invitations,
      ...model.extensions,
      ...model.asks,
      ...model.joins,
    ].map(one => [one.key, one.state]),
  )
}

const people = [owner, manager, admin, tech, cedar, 'desk@harbour-dental.example'] as const

/** What everybody may do on the account: `email: capability capability`, nothing for whom it does not exist. */
export async function observedAccess({ world, account }: Driver): Promise<Record<string, string>> {
  const { providerId } = world.actor(owner)
  return reading(
    { role: 'app', providerId },
    async tx => {
      const seen: Record<string, string> = {}
      for (const email of people) {
        const sight = await sightOf(tx, world.actor(email), { id: account.id })
        seen[email] = [...(sight?.authority.capabilities ?? [])].sort().join(' ')
      }
      return seen
    },
    world.pool,
  )
}

/** What the model says that the firms' people may do; approvers are members and keep what they have. */
export function expectedAccess(model: Model, members: string): Record<string, string> {
  const through = (email: string) => {
    const usable = model.grants.filter(grant => grant.firm === firmOf(email) && opens(model, grant))
    const given = usable.flatMap(grant => {
      const part = email === tech ? heldUnder(model, grant, model.term) : { scope: null }
      const within = part?.scope ? capabilitiesOfScope(part.scope) : null
      return part ? [...capabilitiesOfScope(grant.scope)].filter(one => !within || within.has(one)) : []
    })
    return [...new Set(given)].sort().join(' ')
  }
  return {
    [owner]: members,
    [manager]: members,
    [admin]: through(admin),
    [tech]: through(tech),
    [cedar]: through(cedar),
    'desk@harbour-dental.example': '',
  }
}
