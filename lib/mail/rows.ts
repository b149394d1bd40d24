import { scopeText } from '#lib/access/scope-words.ts'
import type { Scope } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { exactTime, timeLeft } from '#lib/format.ts'
import type {
  AccountNamed,
  Doer,
  GrantFacts,
  InvitationFacts,
  LastUse,
  PartnerNamed,
  RequestFacts,
} from './facts.ts'
import type { Block, FactRow, Reader } from './letter.ts'
import { history } from './places.ts'
import { words } from './words.ts'

// The rows of the small table of facts, in the order they stand there.

/** A moment in the reader's zone; one that is still to come says how far off it is. */
export function timeRow(label: string, at: Date, reader: Reader): FactRow {
  const value = exactTime(at, reader.zone, reader.language)
  const left = at.getTime() - reader.now.getTime()
  return left > 0 ? { label, value, more: leftText(left, reader) } : { label, value }
}

/** "in 5 h 12 min", "dans 5 h 12 min". */
export function leftText(milliseconds: number, reader: Reader): string {
  return words[reader.language].left(timeLeft(milliseconds, reader.language))
}

export function endRow(endsAt: Date | null, reader: Reader): FactRow {
  const { ends, noEnd } = words[reader.language]
  return endsAt ? timeRow(ends, endsAt, reader) : { label: ends, value: noEnd }
}

export function accountRow(account: AccountNamed, reader: Reader): FactRow {
  return { label: words[reader.language].account, value: account.name }
}

export function partnerRow(partner: PartnerNamed, reader: Reader): FactRow {
  const { partner: label, partnerId } = words[reader.language]
  return { label, value: partner.name, more: partnerId(partner.code) }
}

export function scopeRow(scope: Scope, reader: Reader): FactRow {
  return { label: words[reader.language].scope, value: scopeText(scope, reader.language) }
}

export function doerRows(doer: Doer | null, reader: Reader): readonly FactRow[] {
  if (!doer) return []
  return [{ label: words[reader.language].by, value: doer.name, ...(doer.firm ? { more: doer.firm } : {}) }]
}

export function ticketRows(ticket: string, reader: Reader): readonly FactRow[] {
  return ticket ? [{ label: words[reader.language].ticket, value: ticket }] : []
}

export function durationRow(duration: Duration, reader: Reader): FactRow {
  return { label: words[reader.language].duration, value: durationText(duration, reader.language) }
}

/** When the firm was last inside, and who. */
export function lastUseRow(lastUse: LastUse | null, reader: Reader): FactRow {
  const { lastUsed, notYet } = words[reader.language]
  if (!lastUse) return { label: lastUsed, value: notYet }
  return { label: lastUsed, value: exactTime(lastUse.at, reader.zone, reader.language), more: lastUse.by }
}

/** An end as it stands in a row: the moment with its zone, or that there is none. */
export function endText(endsAt: Date | null, reader: Reader): string {
  return endsAt ? exactTime(endsAt, reader.zone, reader.language) : words[reader.language].noEnd
}

/** Everything that was asked for, for those who decide about it. */
export function requestRows(facts: RequestFacts, reader: Reader): readonly FactRow[] {
  const w = words[reader.language]
  const starts: FactRow = facts.startsAt
    ? timeRow(w.starts, facts.startsAt, reader)
    : { label: w.starts, value: w.atApproval }
  return [
    {
      label: w.partner,
      value: facts.partner.name,
      more: w.verifiedBy(facts.partner.code, facts.providerName),
    },
    { label: w.askedBy, value: facts.requester },
    accountRow(facts.account, reader),
    scopeRow(facts.scope, reader),
    durationRow(facts.duration, reader),
    starts,
    ...ticketRows(facts.ticket, reader),
    timeRow(w.openUntil, facts.lapsesAt, reader),
  ]
}

/** Account, firm, who invited, and what the account chose. */
export function invitationRows(facts: InvitationFacts, reader: Reader): readonly FactRow[] {
  return [
    accountRow(facts.account, reader),
    partnerRow(facts.partner, reader),
    { label: words[reader.language].invitedBy, value: facts.inviter },
    scopeRow(facts.scope, reader),
    durationRow(facts.duration, reader),
  ]
}

/** Said only where it is so: most grants open one account. */
export function clientRows(reachesClients: boolean, reader: Reader): readonly FactRow[] {
  const { clients, clientsToo } = words[reader.language]
  return reachesClients ? [{ label: clients, value: clientsToo }] : []
}

/** Account, firm, scope, start and end of a grant. */
export function grantRows(facts: GrantFacts, reader: Reader): readonly FactRow[] {
  const w = words[reader.language]
  return [
    accountRow(facts.account, reader),
    partnerRow(facts.partner, reader),
    scopeRow(facts.scope, reader),
    ...clientRows(facts.reachesClients, reader),
    ...(facts.duration ? [durationRow(facts.duration, reader)] : []),
    timeRow(facts.startsAt > reader.now ? w.starts : w.started, facts.startsAt, reader),
    facts.endedAt ? timeRow(w.ended, facts.endedAt, reader) : endRow(facts.endsAt, reader),
  ]
}

/** Said only where there were any: what ended is mostly access and requests. */
export function invitationsEndedRows(count: number, reader: Reader): readonly FactRow[] {
  const { invitationsEnded, invitationCount } = words[reader.language]
  return count > 0 ? [{ label: invitationsEnded, value: invitationCount(count) }] : []
}

/** A list with a line above it; nothing where it is empty. */
export function listOf(label: string, items: readonly string[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', label, items }] : []
}

/** What somebody typed, if they typed anything. */
export function quoted(label: string, text: string): readonly Block[] {
  return text.trim() ? [{ kind: 'quote', label, text }] : []
}

/**
 * To the account, of a change: where whoever had no part in it sees what was done, and ends it. The address carries no
 * right, sign-in comes first.
 */
export function notUs(
  { account, partner }: { account: AccountNamed; partner: PartnerNamed | null },
  { side, language }: Reader,
): readonly Block[] {
  if (side !== 'account') return []
  const { notUs: label, notUsText: text } = words[language]
  return [{ kind: 'link', text, label, path: history(account, partner) }]
}

/** The same of somebody who came in by name: they are removed from the account, not revoked. */
export function notUsOfPerson(account: AccountNamed, { language }: Reader): readonly Block[] {
  const { notUs: label, notUsOfPerson: text } = words[language]
  return [{ kind: 'link', text, label, path: history(account, null) }]
}

/** Why the letter came to this reader. */
export function because(facts: { account: AccountNamed; partner: PartnerNamed }, reader: Reader): Block {
  const w = words[reader.language]
  const text =
    reader.side === 'account' ? w.becauseApprover(facts.account.name) : w.becauseStaff(facts.partner.name)
  return { kind: 'note', text }
}
