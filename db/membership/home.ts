import { actingLevel } from '#lib/access/levels.ts'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { Language } from '#lib/language.ts'
import { act } from '#lib/membership/membership.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { HomeChoice } from '../branding-domain/homes.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { endAllSessions } from '../sign-in/session.ts'
import { voidTokens } from '../sign-in/token.ts'
import { together } from '../write.ts'
import type { ActRefusal } from './act.ts'
import { placeLetter } from './letter.ts'
import { type LoadedPlace, loadPlace } from './load.ts'

export interface Home {
  readonly brand: HomeChoice
  readonly language: Language
}

/**
 * Gives a person of the account another home or language. Whoever is moved to another branding domain is signed out on
 * the one before, and whoever still waits gets a new letter from the new one: the old one's link led elsewhere.
 */
export async function moveHome(
  change: AccountChange,
  id: string,
  home: Home,
  kinds: readonly MembershipKind[],
  secret: string,
): Promise<Result<'changed' | 'nothing', ActRefusal | 'not-found'>> {
  const place = await loadPlace(change, id, kinds)
  if (!place) return refuse('not-found')
  const allowed = act('move-home', place, actingLevel(change.authority))
  if (!allowed.ok) return refuse(allowed.refusal, { state: place.name, by: null })
  const changes = changesOf(place, home)
  if (Object.keys(changes).length === 0) return ok('nothing')
  await change.tx.$client.query('update person set home_brand_id = $2, language = $3 where id = $1', [
    place.personId,
    home.brand.id,
    home.language,
  ])
  const told = await tell(change, place, changes, secret)
  return told.ok ? ok('changed') : refuse(told.refusal, { state: place.name, by: null })
}

type Changes = Readonly<Record<string, readonly [string, string]>>

function changesOf(place: LoadedPlace, { brand, language }: Home): Changes {
  return {
    ...(place.homeBrand !== brand.host && { homeBrand: [place.homeBrand, brand.host] }),
    ...(place.language !== language && { language: [place.language, language] }),
  } as Changes
}

async function tell(
  change: AccountChange,
  place: LoadedPlace,
  changes: Changes,
  secret: string,
): Promise<Result<null, 'too-many-letters'>> {
  const { tx, author, account, partnerId } = change
  const { personId, kind, name, email } = place
  const isMoved = changes.homeBrand !== undefined
  if (isMoved) {
    await endAllSessions(tx, [personId])
    await voidTokens(tx, [personId])
  }
  const anew = isMoved && place.state === 'invited'
  const letter = anew ? await placeLetter(change, 'activation', place, secret) : ok([])
  if (!letter.ok) return letter
  await together(tx, [
    ...letter.value,
    recorded(tx, author, [
      {
        action: 'membership.updated',
        accountId: account.id,
        partnerId,
        subjectId: place.id,
        facts: { what: name, email, kind, changes },
      },
    ]),
  ])
  return ok(null)
}
