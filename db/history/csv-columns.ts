import { ownStates } from '#lib/history/tell.ts'
import { harmless } from '../csv/cell.ts'
import type { InlineValue } from '../sql-text.ts'
import type { OwnerKind } from './narrow.ts'

/**
 * The history's file is written by the database itself: words are put in for codes and cells made harmless where the
 * rows lie, and `copy` writes the lines. $13 is the event before which the batch begins, $14 its size, $15 to $22 are
 * maps of words, $23 to $25 the words for durations, $26 that for access to client accounts too; $1 to $12 belong to the filter.
 */
export interface CsvWords {
  readonly maps: readonly Readonly<Record<string, string>>[]
  readonly durations: readonly string[]
  readonly clients: string
}

export function csvValues(before: string | null, size: number, words: CsvWords): readonly InlineValue[] {
  return [before, size, ...words.maps, ...words.durations, words.clients]
}

const word = (map: number, key: string) => `coalesce($${map}->>${key}, ${key})`

const changed = (side: 0 | 1) => `coalesce($22->>(c.key || ':' || (c.value->>${side})), c.value->>${side})`

const changes = `case when r.changes is not null then (
    select string_agg(${word(21, 'c.key')} || ': ' || ${changed(0)} || ' → ' || ${changed(1)}, '; ')
    from jsonb_each(r.changes) c) end`

const named = (name: string, pages: string) => `(${word(18, name)} || coalesce(': ' || (
    select string_agg(${word(19, 'p')}, ', ') from jsonb_array_elements_text(${pages}) p), ''))`

/** An end or a scope that was moved: what it was, and what it is. */
const moved = `case when r.was is not null then concat_ws('; ',
    case when r.was->>'endsAt' is distinct from r.until
      then coalesce(r.was->>'endsAt', $23) || ' → ' || coalesce(r.until, $23) end,
    case when r.scope is not null and (r.was->>'scope', r.was->'pages') is distinct from (r.scope, coalesce(r.pages, '[]'::jsonb))
      then ${named("(r.was->>'scope')", "(r.was->'pages')")} || ' → ' || ${named('r.scope', 'r.pages')} end) end`

const scope = `(case when r.pages is null then ${word(18, 'r.scope')} else ${word(18, 'r.scope')} || ': ' || (
    select string_agg(${word(19, 'p')}, ', ') from jsonb_array_elements_text(r.pages) p) end
    || case when r.clients then ', ' || $26 else '' end)`

const duration = `case when r.duration is null then null when r.duration = 'ongoing' then $23
    when r.duration like 'until:%' then $24 || substr(r.duration, 7)
    when r.duration like '%h' then rtrim(r.duration, 'h') || $25 else r.duration end`

/** The twin of stateKey in lib/history/tell.ts. */
const state = (code: string) =>
  `case when split_part(r.action, '.', 1) = any('{${ownStates.join(',')}}'::text[])
    then coalesce($20->>(split_part(r.action, '.', 1) || ':' || ${code}), ${code}) else ${word(20, code)} end`

/** What a line needs of an event `e`, each read once; the session's time zone is the reader's. */
export const eventColumns = (
  of: OwnerKind,
) => `e.id, date_trunc('second', e.at)::text as at, e.actor_name, nullif(e.actor_firm, '') as actor_firm, e.actor_kind,
  e.action, e.data->>'partner' as partner, e.data->>'scope' as scope, e.data->>'duration' as duration,
  case when e.data->>'scope' = 'chosen' then e.data->'pages' end as pages, e.data->>'endsAt' as until, e.data ? 'clients' as clients,
  nullif(e.data->>'ticket', '') as ticket, e.data->'changes' as changes, e.data->'was' as was,
  case when e.action = 'attempt.refused' then ${word(17, "(e.data->>'what')")}
    when e.action like 'letter.%' or e.action like 'platform-user.%' then concat_ws(': ', ${word(17, "(e.data->>'what')")}, e.data->>'whom')
    else coalesce(e.data->>'what', e.data->>'whom', e.data->>'requester') end || coalesce(' (' || (e.data->>'email') || ')', '') as about,
  nullif(e.reason, '') as reason, e.from_state, e.to_state, nullif(e.address, '') as address${
    of === 'provider' ? ', (select a.name from account a where a.id = e.account_id) as account' : ''
  }`

/**
 * The cells of a line of `r`, in the order of csvWords.columns; the account where the history is not one account's, the
 * address only for those who may see it.
 */
export function csvCells(of: OwnerKind, withAddress: boolean): string {
  const cells = [
    'left(r.at, 19)',
    'substr(r.at, 20)',
    `case when r.actor_kind = 'portal' then ${word(16, 'r.actor_kind')} else ${harmless('r.actor_name')} end`,
    harmless('r.actor_firm'),
    word(16, 'r.actor_kind'),
    word(15, 'r.action'),
    harmless('r.partner'),
    harmless('r.about'),
    scope,
    duration,
    'r.until',
    harmless('r.ticket'),
    `coalesce(${changes}, ${moved})`,
    harmless('r.reason'),
    state('r.from_state'),
    state('r.to_state'),
    ...(of === 'provider' ? [harmless('r.account')] : []),
    ...(withAddress ? [harmless('r.address')] : []),
  ]
  return cells.join(', ')
}
