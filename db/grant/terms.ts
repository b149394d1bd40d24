import { sql } from 'drizzle-orm'
import { isWithin, type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'
import type { ExtensionRefusal } from '#lib/grant/extension.ts'
import { isLive, nextDue, stateAt } from '#lib/grant/grant.ts'
import { answered, endsUnlessAnswered, reviewAfter } from '#lib/grant/review.ts'
import {
  type Extra,
  endIn,
  endWith,
  extendTo,
  shortenTo,
  type TermsRefusal,
  trimTo,
} from '#lib/grant/terms.ts'
import type { EventAction, EventFacts } from '#lib/history/event.ts'
import type { LetterKind } from '#lib/mail/kinds.ts'
import { mustProve } from '#lib/proof.ts'
import { ok, type Result, refuse, type Seen } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { latestAuthor, type NewEvent, recorded } from '../events.ts'
import { extensionMoved, loadExtension, seenExtension } from '../extension/load.ts'
import { momentFrom } from '../json.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'
import { seenOf, startedBefore } from './change.ts'
import { assignmentsCut, type Cut } from './cut.ts'
import { concernedBy, type LoadedGrant, loadGrant } from './load.ts'

/** How the account moves a grant's end or scope. `asked`: as the firm asked in the extension. */
export type Wanted =
  | {
      readonly act: 'extend'
      readonly extra: Extra | { readonly kind: 'asked' }
      readonly extensionId?: string
    }
  | { readonly act: 'shorten'; readonly duration: Duration }
  | { readonly act: 'trim'; readonly scope: Scope }

export type TermsAct = Wanted['act']

/** What the grant's end and scope were when the form was shown: it decides on those, and on no others. */
export interface ShownTerms {
  readonly endsAt: Date | null
  readonly scope: Scope
}

export interface Terms extends ShownTerms {
  readonly reviewAt: Date | null
}

const told: Record<TermsAct, { readonly event: EventAction; readonly letter: LetterKind }> = {
  extend: { event: 'grant.extended', letter: 'grant-extended' },
  shorten: { event: 'grant.shortened', letter: 'grant-shortened' },
  trim: { event: 'grant.trimmed', letter: 'grant-trimmed' },
}

/**
 * Moves a live grant's end or scope on the account's behalf: the row, assignments cut to fit, the answer to whatever its
 * firm asked for, the history and the letters in one write. Whoever comes too late is told what became of it, and by
 * whom. `unconfirmed`: see lib/proof.
 */
export async function changeTerms(
  change: AccountChange,
  grantId: string,
  wanted: Wanted,
  shown: ShownTerms,
): Promise<Result<{ readonly partnerName: string }, TermsRefusal | ExtensionRefusal | 'not-found'>> {
  const grant = await loadGrant(change.tx, grantId, { accountId: change.account.id })
  if (!grant) return refuse('not-found')
  if (!isLive(stateAt(grant, grant.now))) return refuse('already-ended', await seenOf(change.tx, grant))
  const late = await tooLate(change, grant, wanted, shown)
  if (late) return late
  const next = nextTerms(grant, wanted)
  if (!next.ok) return next
  if (wanted.act === 'extend' && mustProve(change.actor, next.value.endsAt, grant.now))
    return refuse('unconfirmed')
  const cut = wanted.act === 'extend' ? nothingCut : await assignmentsCut(change, grant, next.value)
  const events = [...eventsOf(grant, wanted, next.value, change.author.providerId), ...cut.events]
  await together(change.tx, [
    termsWritten(grant, next.value),
    ...cut.writes,
    ...answerOf(change, grant, wanted, next.value),
    recorded(change.tx, change.author, events),
    ...lettersOf(change, grant, wanted, next.value, cut.out),
  ])
  return ok({ partnerName: grant.partnerName })
}

const nothingCut: Cut = { writes: [], events: [], out: [] }

/** Somebody else was faster: the extension is answered, or end or scope are not those of the form. */
async function tooLate(change: AccountChange, grant: LoadedGrant, wanted: Wanted, shown: ShownTerms) {
  const { tx, account } = change
  const asked = wanted.act === 'extend' && wanted.extensionId
  if (asked && asked !== grant.extension?.id) {
    const extension = await loadExtension(tx, asked, { accountId: account.id })
    if (extension?.grantId !== grant.id) return refuse('not-found')
    return refuse('already-decided', seenExtension(extension, grant))
  }
  if (wanted.act === 'extend' && wanted.extra.kind === 'asked' && !asked) return refuse('not-found')
  const isSame =
    grant.endsAt?.getTime() === shown.endsAt?.getTime() &&
    isWithin(scopeOf(grant), shown.scope) &&
    isWithin(shown.scope, scopeOf(grant))
  return isSame ? null : refuse('changed-meanwhile', await moverOf(tx, grant))
}

function scopeOf({ scope, scopePages }: Pick<LoadedGrant, 'scope' | 'scopePages'>): Scope {
  return scopeFrom(scope, scopePages)
}

const moves: readonly EventAction[] = [
  'grant.extended',
  'grant.shortened',
  'grant.trimmed',
  'grant.reviewed',
  'grant.review-due',
]

/** Who moved its end or scope last. */
async function moverOf(tx: Tx, grant: LoadedGrant): Promise<Seen> {
  const by = await latestAuthor(tx, grant.accountId, grant.id, moves)
  return { state: stateAt(grant, grant.now), by }
}

function nextTerms(grant: LoadedGrant, wanted: Wanted): Result<Terms, TermsRefusal> {
  const { now, endsAt, reviewAt, reviewMonths } = grant
  const scope = scopeOf(grant)
  if (wanted.act === 'trim') {
    const less = trimTo(grant, scope, wanted.scope, now)
    return less.ok ? ok({ ...answered({ endsAt, reviewAt }, now, reviewMonths), scope: less.value }) : less
  }
  if (wanted.act === 'shorten') {
    const end = shortenTo(grant, endIn(wanted.duration, grant, now, grant), now)
    return end.ok ? ok({ scope, endsAt: end.value, reviewAt: null }) : end
  }
  const asked = momentFrom(grant.extension?.askedEnd ?? null)
  const to = wanted.extra.kind === 'asked' ? asked : endWith(wanted.extra, grant, now, grant)
  const end = extendTo(grant, to, now, grant)
  if (!end.ok) return end
  return ok({ scope, endsAt: end.value, reviewAt: end.value ? null : reviewAfter(now, reviewMonths) })
}

/**
 * The row, only from the version on which it was decided and only while the grant still lives at this very instant: what
 * is over by the clock stays over, whatever was read before. With another end all reminders are reckoned anew; with the
 * same one, what was due and no sweep has met yet stays due.
 */
export function termsWritten(grant: LoadedGrant, next: Terms): Write {
  const { now, endsAt } = grant
  const state = stateAt(grant, now)
  const due = nextDue({ ...grant, ...next, state }, now)?.toISOString() ?? null
  const sameEnd = endsAt?.getTime() === next.endsAt?.getTime()
  // What only waited for the review's answer was never what the account gave.
  const isAnswer = next.endsAt === null && endsUnlessAnswered(grant)
  const moved = !sameEnd && !isAnswer
  return {
    query: sql`(update access_grant g set state = ${state}, version = g.version + 1, scope = ${next.scope.name},
        scope_pages = ${`{${next.scope.pages.join(',')}}`}::text[], ends_at = ${next.endsAt?.toISOString() ?? null}::timestamptz,
        review_at = ${next.reviewAt?.toISOString() ?? null}::timestamptz, 
        due_at = case when ${sameEnd} then least(g.due_at, ${due}::timestamptz) else ${due}::timestamptz end,
        end_moved_at = case when ${moved} then statement_timestamp() else g.end_moved_at end
      where g.id = ${grant.id}::uuid and g.account_id = ${grant.accountId}::uuid and g.version = ${grant.version}::int
        and (g.ends_at is null or g.ends_at > clock_timestamp()) returning g.id)`,
    rows: 1,
  }
}

/** Whatever the firm asked for in the way of more time is answered by any more time. */
function answerOf(
  { actor }: AccountChange,
  { extension }: LoadedGrant,
  wanted: Wanted,
  next: Terms,
): readonly Write[] {
  if (wanted.act !== 'extend' || !extension) return []
  return [extensionMoved(extension, 'granted', { personId: actor.personId, givenEnd: next.endsAt })]
}

/** What the end and the scope were, and what they are, for the history and the letters. */
export function movedFacts(grant: LoadedGrant, next: ShownTerms): EventFacts {
  return {
    partner: grant.partnerName,
    scope: next.scope.name,
    pages: next.scope.pages,
    endsAt: next.endsAt?.toISOString() ?? null,
    was: {
      scope: grant.scope,
      pages: grant.scopePages,
      endsAt: grant.endsAt?.toISOString() ?? null,
    },
  }
}

function eventsOf(grant: LoadedGrant, wanted: Wanted, next: Terms, providerId: string): readonly NewEvent[] {
  const { accountId, partnerId, extension, partnerName: partner } = grant
  const about = { accountId, partnerId }
  const answers: readonly NewEvent[] =
    wanted.act === 'extend' && extension
      ? [
          {
            ...about,
            action: 'extension.granted',
            subjectId: extension.id,
            from: 'pending',
            to: 'granted',
            facts: { partner, requester: extension.requesterName },
          },
        ]
      : []
  const moved = {
    ...about,
    action: told[wanted.act].event,
    subjectId: grant.id,
    facts: movedFacts(grant, next),
  }
  return [...startedBefore(grant, providerId), ...answers, moved]
}

/** Both sides hear what was and what is; whoever is `out` by it is told that instead. */
function lettersOf(
  change: AccountChange,
  grant: LoadedGrant,
  wanted: Wanted,
  next: Terms,
  out: readonly string[],
): readonly Write[] {
  const { actor, author } = change
  const about = {
    kind: told[wanted.act].letter,
    subjectId: grant.id,
    accountId: grant.accountId,
    occasion: `${wanted.act}-${grant.version}`,
    facts: { by: actor.name, firm: author.firm, ...movedFacts(grant, next) },
    except: actor.personId,
  }
  const more = wanted.act === 'extend' ? grant.extension?.requestedBy : null
  const concerned = concernedBy(grant).filter(person => !out.includes(person))
  return [
    toPartner({
      ...about,
      partnerId: grant.partnerId,
      asked: more ? [more, ...concerned] : concerned,
    }),
    toApprovers({ ...about, occasion: `${about.occasion}-approvers` }),
  ]
}
