import { scopeText } from '#lib/access/scope-words.ts'
import { scopeFrom } from '#lib/access/scopes.ts'
import { requestWords } from '#lib/access-request/words.ts'
import { letterName } from '#lib/delivery/names.ts'
import { parseDuration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { dateOnly, exactTime, lowerFirst, phraseList } from '#lib/format.ts'
import { assignmentWords } from '#lib/grant/assignment-words.ts'
import { askStateWords } from '#lib/grant/designation-words.ts'
import { termsWords } from '#lib/grant/terms-words.ts'
import { grantWords } from '#lib/grant/words.ts'
import { invitationStateWords } from '#lib/invitation/words.ts'
import type { Language } from '#lib/language.ts'
import { kindText, membershipWords } from '#lib/membership/words.ts'
import { personInvitationWords } from '#lib/person-invitation/words.ts'
import { attemptWords } from './attempt-words.ts'
import { roleText } from './changes.ts'
import type { EventAction, EventFacts } from './event.ts'
import { codesText } from './import-words.ts'
import { isEventAction } from './kinds.ts'
import { timeWords } from './time-words.ts'
import { historyTitles } from './titles.ts'
import { historyWords } from './words.ts'

/** An event as it is read from the history; facts of an older or newer portal may lack what a sentence wants. */
export interface TellableEvent {
  readonly action: string
  readonly from: string | null
  readonly to: string | null
  readonly facts: EventFacts
  /** When it happened. Where it is known, a start at that very time is not told twice. */
  readonly at?: Date
}

/** Who reads: times are told where they are, in their language. */
export interface EventReader {
  readonly zone: string
  readonly language: Language
}

/** The event as a sentence that stands after the name of whoever did it. */
export function eventSentence(event: TellableEvent, zone: string, language: Language): string {
  const words = historyWords[language]
  const { action, facts } = event
  if (!isEventAction(action)) return words.unknown(action)
  const told = {
    partner: facts.partner || words.somePartner,
    given: given(event, zone, language),
    via: facts.via ?? '',
    requester: facts.requester || words.someone,
    moved: moved(facts, zone, language),
    review: moment(facts.reviewAt, at => timeWords[language].review(dateOnly(at, zone, language))),
    what: isSomebody(action) ? withAddress(facts.what ?? '', facts) : whatText(action, facts.what, language),
    whom: withAddress(facts.whom || words.someone, facts),
    kind: kindText(facts.kind, language),
    by: facts.whom || words.someone,
    as: codesText('roles', (facts.roles ?? []).join(', '), language) ?? '',
    source: facts.source ?? '',
    counts: facts.counts ?? {},
  }
  return words.sentence[action](told)
}

/** The nouns of which `what` names a person. */
const people = ['membership', 'staff', 'person-invitation'] as const
const isSomebody = (action: EventAction) => people.some(noun => action.startsWith(`${noun}.`))

function withAddress(name: string, { email }: EventFacts): string {
  if (!email) return name
  return name ? `${name} (${email})` : email
}

function whatText(action: EventAction, what: string | undefined, language: Language): string {
  if (action === 'attempt.refused') return attempt(what, language)
  if (action.startsWith('platform-user.')) return roleText(what ?? '', language)
  return action.startsWith('letter.') ? letterName(what ?? '', language) : (what ?? '')
}

/** The actions whose name in the reader's language holds a text. */
export function actionsNamed(text: string, language: Language): readonly EventAction[] {
  const wanted = text.toLocaleLowerCase(language)
  const titles = Object.entries(historyTitles[language]) as [EventAction, string][]
  return titles.flatMap(([action, title]) =>
    title.toLocaleLowerCase(language).includes(wanted) ? [action] : [],
  )
}

/** "Asked → Approved", where the event moved something from one state to another; else null. */
export function stateChange(
  { action, from, to }: Pick<TellableEvent, 'action' | 'from' | 'to'>,
  language: Language,
): string | null {
  if (!to) return null
  const words = stateWords(language)
  const text = (state: string) => words[stateKey(action, state)] ?? state
  return from ? `${text(from)} → ${text(to)}` : text(to)
}

/** Where a state's word stands: relationships and people have words of their own, for they share codes with grants. */
function stateKey(action: string, state: string): string {
  const noun = ownStates.find(one => action.startsWith(`${one}.`))
  return noun ? `${noun}:${state}` : state
}

/** Nouns whose states have words of their own. */
export const ownStates = [
  'relationship',
  'membership',
  'staff',
  'platform-user',
  'partner-invitation',
  'person-invitation',
  'extension',
  'designation-ask',
  'assignment-ask',
] as const

/** Every state that an event can name, with its word; those of the nouns above under `relationship:…`. */
export function stateWords(language: Language): Readonly<Record<string, string>> {
  const { running, ended } = historyWords[language].relationship
  return {
    ...requestWords[language].state,
    ...grantWords[language].state,
    'relationship:active': running,
    'relationship:ended': ended,
    ...under(['membership', 'staff', 'platform-user'], membershipWords[language].state),
    ...under(['partner-invitation'], invitationStateWords[language]),
    ...under(['person-invitation'], personInvitationWords[language].state),
    ...under(['extension'], termsWords[language].state),
    ...under(['designation-ask'], askStateWords[language]),
    ...under(['assignment-ask'], assignmentWords[language].state),
  }
}

function under(
  nouns: readonly string[],
  words: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    nouns.flatMap(noun => Object.entries(words).map(([state, word]) => [`${noun}:${state}`, word])),
  )
}

/** What stands, for whoever listens, before the words that somebody wrote: "Reason:", "Question:", "Answer:". */
export function saidLabel(action: string, language: Language): string {
  const { said } = historyWords[language]
  if (action === 'access-request.question-asked') return said.question
  return action === 'access-request.question-answered' ? said.answer : said.reason
}

function attempt(what: string | undefined, language: Language): string {
  const words: Readonly<Record<string, string>> = attemptWords[language].named
  return (what && Object.hasOwn(words, what) && words[what]) || attemptWords[language].some
}

/** "Services support, 24 hours, until Fri 27 Nov 2026, 14:00 PST, ticket HD-0987". */
function given({ facts, at }: TellableEvent, zone: string, language: Language): string {
  const words = historyWords[language].given
  const duration = facts.duration ? parseDuration(facts.duration) : null
  const parts = [
    facts.scope ? scopeText(scopeFrom(facts.scope, facts.pages ?? []), language) : '',
    duration ? lowerFirst(durationText(duration, language)) : '',
    moment(facts.startsAt, start =>
      at && Math.abs(start.getTime() - at.getTime()) < 60_000
        ? ''
        : words.from(exactTime(start, zone, language)),
    ),
    moment(facts.endsAt, end => words.until(exactTime(end, zone, language))),
    facts.clients ? words.clients : '',
    facts.ticket ? words.ticket(facts.ticket) : '',
  ]
  return parts.filter(Boolean).join(', ') || words.nothing
}

/** "until Fri 27 Nov 2026, 14:00 PST (before: until …)", or the same of scopes; both where both were moved. */
function moved({ was, endsAt, scope, pages }: EventFacts, zone: string, language: Language): string {
  const words = timeWords[language].moved
  if (!was) return words.unknown
  const end = (text: string | null | undefined) =>
    moment(text, at => historyWords[language].given.until(exactTime(at, zone, language))) || words.noEnd
  const holds = (name: string, held: readonly string[]) =>
    words.quoted(scopeText(scopeFrom(name, held), language))
  const before = holds(was.scope, was.pages)
  const now = scope ? holds(scope, pages ?? []) : before
  const parts = [
    (endsAt ?? null) === was.endsAt ? '' : words.instead(end(endsAt), end(was.endsAt)),
    now === before ? '' : words.instead(now, before),
  ]
  return phraseList(parts.filter(Boolean), language) || words.unknown
}

function moment(text: string | null | undefined, tell: (at: Date) => string): string {
  const at = new Date(text ?? '')
  return Number.isNaN(at.getTime()) ? '' : tell(at)
}
