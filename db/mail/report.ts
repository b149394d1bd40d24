import type { SignInFacts } from '#lib/mail/facts.ts'
import { holdsSecret, type LetterKind } from '#lib/mail/kinds.ts'
import type { ReaderSide } from '#lib/mail/letter.ts'
import type { Reported } from '#lib/mail/reported.ts'
import { nounOf } from '#lib/mail/reported.ts'
import { recipientOf, senderOf } from '#lib/mail/safe-text.ts'
import { unseal } from '#lib/mail/seal.ts'
import { type DropReason, sideOf, untrue } from '#lib/mail/still-true.ts'
import type { Tx } from '../client.ts'
import { findAssignmentAsks, findAssignments, findEntries, findManyAssignments } from './assignment-facts.ts'
import { findClosings } from './closing-facts.ts'
import { findExclusions } from './exclusion-facts.ts'
import { findExtensions } from './extension-facts.ts'
import { type Found, findGrants, findRequests } from './facts.ts'
import { findInvitations } from './invitation-facts.ts'
import { findMicrosoftLinks, findMicrosoftProofs } from './microsoft-facts.ts'
import type { Envelope } from './outbox.ts'
import { findActivations, findPasswords } from './person-facts.ts'
import { findPersonInvitations } from './person-invitation-facts.ts'
import { findRelationships } from './relationship-facts.ts'
import { findRestores } from './restore-facts.ts'
import { findReviews } from './review-facts.ts'
import { findTokens } from './token-facts.ts'

/** What becomes of a letter at the moment of sending: it is told, or dropped because there is nothing to tell. */
export type Verdict = { readonly drop: DropReason } | ToTell

export interface ToTell {
  readonly reported: Reported
  readonly side: ReaderSide
  readonly from: string
  readonly to: string
  /** Answers reach the brand's support. */
  readonly replyTo: string
}

type Noun = ReturnType<typeof nounOf>
type FoundByNoun = Readonly<Record<Noun, ReadonlyMap<string, Found<unknown>>>>

/** Looks up what a batch of letters reports on: one query for each noun that occurs in it. */
export async function lookUp(tx: Tx, envelopes: readonly Envelope[]): Promise<FoundByNoun> {
  const idsOf = (noun: Noun) =>
    envelopes.filter(one => one.kind && nounOf(one.kind) === noun).map(one => one.id)
  const finders = {
    token: findTokens,
    activation: findActivations,
    password: findPasswords,
    'microsoft-proof': findMicrosoftProofs,
    'microsoft-link': findMicrosoftLinks,
    request: findRequests,
    invitation: findInvitations,
    grant: findGrants,
    extension: findExtensions,
    relationship: findRelationships,
    closing: findClosings,
    restore: findRestores,
    review: findReviews,
    exclusion: findExclusions,
    assignment: findAssignments,
    assignments: findManyAssignments,
    'assignment-ask': findAssignmentAsks,
    entry: findEntries,
    'person-invitation': findPersonInvitations,
  } satisfies Record<Noun, unknown>
  const find = async (noun: Noun): Promise<ReadonlyMap<string, Found<unknown>>> => {
    const ids = idsOf(noun)
    return ids.length > 0 ? finders[noun](tx, ids) : new Map()
  }
  const nouns = Object.keys(finders) as Noun[]
  const found = await Promise.all(nouns.map(async noun => [noun, await find(noun)] as const))
  // As many as there are finders, and there is one for every noun.
  return Object.fromEntries(found) as FoundByNoun
}

/**
 * Decides about one letter. Throws where the row itself is broken (an unreadable secret): then it is tried again like
 * any letter that fails, and given up in the end.
 */
export function judge(envelope: Envelope, facts: FoundByNoun, secret: string): Verdict {
  const { kind } = envelope
  if (!kind) return { drop: 'unknown-kind' }
  if (envelope.address === null) return { drop: 'person-gone' }
  const found = facts[nounOf(kind)].get(envelope.id)
  if (!found) return { drop: 'subject-gone' }
  if (found.isAccountClosed) return { drop: 'account-closed' }
  const side = sideOf(kind, found.standing)
  if (!side) return { drop: 'not-entitled' }
  // A link that lets somebody in goes to the address that is the person's now, or to none.
  if (holdsSecret(kind) && envelope.address !== envelope.toAddress) return { drop: 'address-changed' }
  const reported = reportedOf(kind, envelope, found, secret)
  const reason = untrue(reported, side, envelope.now)
  if (reason) return { drop: reason }
  const { senderName, senderAddress, supportEmail } = envelope.brand
  const to = oneAddress(envelope.toAddress)
  if (!to) return { drop: 'not-an-address' }
  const replyTo = oneAddress(supportEmail) ?? senderAddress
  return { reported, side, to, replyTo, from: senderOf(senderName, senderAddress) }
}

function reportedOf(kind: LetterKind, envelope: Envelope, found: Found<unknown>, secret: string): Reported {
  const facts = found.factsFor(envelope.written)
  // The noun was found by the kind, so the facts are the kind's own; the pair is put together nowhere else.
  if (!holdsSecret(kind)) return { kind, facts } as Reported
  return { kind, facts: { ...(facts as SignInFacts), ...secretIn(envelope, secret) } } as Reported
}

/** The one-time secret; nothing where the letter was frozen with it before, since it is not written a second time. */
function secretIn(envelope: Envelope, secret: string): Pick<SignInFacts, 'token' | 'code'> {
  if (!envelope.secret) {
    if (envelope.frozen) return { token: '', code: '' }
    throw new Error('the letter has lost its secret')
  }
  const opened: unknown = JSON.parse(unseal(envelope.secret, secret))
  if (typeof opened !== 'object' || opened === null) throw new Error('the letter’s secret is not readable')
  const { token, code } = opened as Record<string, unknown>
  if (typeof token !== 'string' || typeof code !== 'string')
    throw new Error('the letter’s secret is not complete')
  return { token, code }
}

function oneAddress(text: string): string | null {
  try {
    return recipientOf(text)
  } catch {
    return null
  }
}
