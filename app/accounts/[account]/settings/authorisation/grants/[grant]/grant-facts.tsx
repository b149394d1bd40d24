import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import type { ListedGrant } from '#db/grant/reads.ts'
import { partScopeText, scopeText } from '#lib/access/scope-words.ts'
import type { Scope } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { exactTime, lowerFirst, plainList } from '#lib/format.ts'
import { type GrantState, isLive } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { reachingWords } from '../../reaching-words.ts'
import { reviewWords } from '../../review-words.ts'

/** What was given; beside it what had been asked for, where that was more. */
function extent({ scope, duration, asked, isEndMoved }: ListedGrant, language: Language) {
  const words = reviewWords[language]
  // How long was given first is not how long it lasts, once its end was moved.
  if (isEndMoved)
    return [
      { term: words.grantScope, value: scopeText(scope, language) },
      ...(asked ? [{ term: words.askedFor, value: scopeText(asked.scope, language) }] : []),
    ]
  const told = (what: { scope: Scope; duration: Duration }) =>
    words.scopeAndTime(scopeText(what.scope, language), lowerFirst(durationText(what.duration, language)))
  const given = told({ scope, duration })
  if (!asked || told(asked) === given) return [{ term: words.grantScope, value: scopeText(scope, language) }]
  return [
    { term: words.given, value: given },
    { term: words.askedFor, value: told(asked) },
  ]
}

/** What it opens beside the account itself, and who of those keep the firm out. */
function clients({ reachesClients }: ListedGrant, excluded: readonly string[], language: Language): Fact[] {
  if (!reachesClients) return []
  const words = reachingWords[language]
  const all = excluded.length === 0
  return [
    {
      term: words.clientsTerm,
      value: all ? words.clientsAll : words.clientsBut(plainList(excluded, language)),
    },
  ]
}

/** Whoever is named there can't come in while the access is held, or before it starts. */
function peopleTerm(state: GrantState, words: (typeof reviewWords)['en']): string {
  if (state === 'scheduled') return words.peopleLater
  return state === 'suspended' ? words.peopleAgain : words.people
}

interface GrantFactsProps {
  readonly grant: ListedGrant
  /** The client accounts that keep the firm out. */
  readonly excluded: readonly string[]
  /** Who of those named may do less than the whole, or for less long. */
  readonly narrowed: readonly Narrowed[]
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** An access in its facts: what, from when, until when, who asked, who gave, who can come in, who did last. */
export function GrantFacts({ excluded, narrowed, ...shown }: GrantFactsProps) {
  const { grant, language } = shown
  return <Facts items={[...facts(shown), ...less(narrowed, shown), ...clients(grant, excluded, language)]} />
}

interface Narrowed {
  readonly staffId: string
  readonly name: string
  readonly scope: Scope | null
  readonly endsAt: Date | null
}

/** The firm may hand less on to one of its people than it has itself. */
function less(
  narrowed: readonly Narrowed[],
  { grant, language, zone }: Pick<GrantFactsProps, 'grant' | 'language' | 'zone'>,
): Fact[] {
  if (narrowed.length === 0) return []
  const words = reviewWords[language]
  const told = ({ name, scope, endsAt }: Narrowed) =>
    words.personHas(
      name,
      [
        partScopeText(scope, grant.scope, language),
        ...(endsAt ? [words.personUntil(exactTime(endsAt, zone, language))] : []),
      ].join(', '),
    )
  return [
    {
      term: words.peopleLess,
      value: (
        <ul>
          {narrowed.map(one => (
            <li key={one.staffId}>{told(one)}</li>
          ))}
        </ul>
      ),
    },
  ]
}

function facts({ grant, language, zone, now }: Omit<GrantFactsProps, 'excluded' | 'narrowed'>) {
  const words = reviewWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const live = isLive(grant.state)
  return [
    ...extent(grant, language),
    ...(grant.askedBy
      ? [{ term: words.grantAskedBy, value: `${grant.partnerName} · ${grant.askedBy}` }]
      : []),
    { term: words.approved, value: grant.approvedBy },
    ...(grant.acceptedBy
      ? [{ term: words.accepted, value: `${grant.partnerName} · ${grant.acceptedBy}` }]
      : []),
    { term: words.starts, value: at(grant.startsAt) },
    ...(live
      ? [
          {
            term: words.ends,
            value: grant.endsAt ? (
              <Ends until={grant.endsAt} now={now} zone={zone} language={language} />
            ) : (
              words.noEnd
            ),
          },
          ...(grant.reviewAt
            ? [
                {
                  term: words.review,
                  value: <When at={grant.reviewAt} zone={zone} language={language} day />,
                },
              ]
            : []),
        ]
      : []),
    ...(grant.endedAt
      ? [{ term: words.endedAt, value: <TwoLines first={at(grant.endedAt)} second={grant.endedBy} /> }]
      : []),
    ...(grant.endReason
      ? [{ term: words.reason, value: <span className="plain-text">{grant.endReason}</span> }]
      : []),
    {
      term: words.used,
      value: grant.lastUsedAt ? (
        <TwoLines first={at(grant.lastUsedAt)} second={grant.lastUsedBy} />
      ) : (
        words.never
      ),
    },
    ...(live ? [{ term: peopleTerm(grant.state, words), value: plainList(grant.people, language) }] : []),
  ]
}
