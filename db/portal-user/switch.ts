import { sql } from 'drizzle-orm'
import { actingLevel } from '#lib/access/levels.ts'
import { modulesInOrder, modulesToOffer } from '#lib/access/offering.ts'
import type { Module } from '#lib/access/roles.ts'
import { mayBecome, type SwitchRefusal } from '#lib/membership/switches.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { type NewEvent, recorded } from '../events.ts'
import { type LoadedPlace, loadPlaces } from '../membership/load.ts'
import { together, type Write } from '../write.ts'

/** One portal user, and what their modules are to become, given what they are by now. */
export interface Switched {
  readonly id: string
  readonly becomes: (stored: readonly Module[]) => readonly Module[]
}

export interface SwitchesDone {
  readonly changed: number
  /** Each of them as they were met behind the account's lock. */
  readonly met: readonly { readonly id: string; readonly name: string; readonly stored: readonly Module[] }[]
}

interface Next {
  readonly place: LoadedPlace
  readonly was: readonly Module[]
  readonly wanted: readonly Module[]
}

/** Who switches, as the rules see them. */
export const switcher = ({ authority }: Pick<AccountChange, 'authority'>) => ({
  level: actingLevel(authority),
  offers: modulesToOffer(authority),
})

/**
 * Switches modules of the account's portal users: all that is asked or nothing, each with its line in the history of old and
 * new. They hold from the person's next request. Refuses what lib/portal-user/switches refuses, naming the first person of
 * whom it does; `not-found`: one of them has no such place on the account.
 */
export async function switchModules(
  change: AccountChange,
  switched: readonly Switched[],
): Promise<Result<SwitchesDone, SwitchRefusal | 'not-found'>> {
  const ids = switched.map(({ id }) => id)
  const places = await loadPlaces(change, ids, ['portal-user'])
  if (places.length < new Set(ids).size) return refuse('not-found')
  const by = switcher(change)
  const next: Next[] = []
  for (const { id, becomes } of switched) {
    const place = places.find(one => one.id === id)
    if (!place) return refuse('not-found')
    const was = modulesInOrder(place.modules)
    const wanted = becomes(was)
    if (String(was) === String(wanted)) continue
    const allowed = mayBecome(place, wanted, by)
    if (!allowed.ok) return refuse(allowed.refusal, { state: place.name, by: null })
    next.push({ place, was, wanted })
  }
  if (next.length > 0)
    await together(change.tx, [
      ...next.map(one => written(change, one)),
      recorded(
        change.tx,
        change.author,
        next.map(one => told(change, one)),
      ),
    ])
  const met = places.map(({ id, name, modules }) => ({ id, name, stored: modulesInOrder(modules) }))
  return ok({ changed: next.length, met })
}

function written({ account }: AccountChange, { place, wanted }: Next): Write {
  return {
    query: sql`(update membership set modules = ${`{${wanted.join(',')}}`}::text[], version = version + 1
      where account_id = ${account.id}::uuid and id = ${place.id}::uuid and version = ${place.version}::int returning id)`,
    rows: 1,
  }
}

function told({ account, partnerId }: AccountChange, { place, was, wanted }: Next): NewEvent {
  const { id, name: what, email, kind } = place
  return {
    action: 'membership.updated',
    accountId: account.id,
    partnerId,
    subjectId: id,
    facts: { what, email, kind, changes: { modules: [was.join(', '), wanted.join(', ')] } },
  }
}
