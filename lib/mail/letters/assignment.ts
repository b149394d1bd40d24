import { waitAfterDeclineHours } from '#lib/asking-pace.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { AssignmentAskFacts, AssignmentFacts } from '../assignment-facts.ts'
import type { FactRow, LetterText, Reader } from '../letter.ts'
import { grantAtPartner } from '../places.ts'
import { accountRow, because, doerRows, endRow, quoted, scopeRow, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    given: (account: string) => `You are assigned to ${account} now`,
    givenLead: (by: string, account: string) => `${by} assigned you to your firm’s access to ${account}.`,
    givenAfter: 'The account sees your name, who enters, and what is done there.',
    changed: (account: string) => `What you may do on ${account} has changed`,
    changedLead: (by: string, account: string) =>
      `${by} changed what you are assigned of your firm’s access to ${account}. It stands here as it is now.`,
    ended: (account: string) => `You are not assigned to ${account} any more`,
    endedLead: (by: string, account: string) => `${by} took you off your firm’s access to ${account}.`,
    trimmedLead: (by: string, account: string) =>
      `${by} of ${account} trimmed your firm’s access: nothing of what you were assigned is left.`,
    endedAfter: 'You can’t enter under it any more. Other access of yours stays as it is.',
    asked: (who: string, account: string) => `${who} asks to work on ${account}`,
    askedLead: (who: string, account: string) =>
      `${who} asks to be assigned to your firm’s access to ${account}.`,
    askedAfter:
      'You may give the whole access or less of it, or say no. The account is not told of the question.',
    declined: (account: string) => `You are not assigned to ${account}`,
    declinedLead: (by: string, account: string) => `${by} declined to assign you to ${account}.`,
    again: `You can ask again ${waitAfterDeclineHours} hours after this answer.`,
    open: 'Open this access',
  },
  fr: {
    given: account => `L’accès à ${account} vous est attribué`,
    givenLead: (by, account) => `${by} vous a attribué l’accès de votre entreprise à ${account}.`,
    givenAfter: 'Le compte voit votre nom, qui entre et ce qui y est fait.',
    changed: account => `Votre attribution pour ${account} a changé`,
    changedLead: (by, account) =>
      `${by} a modifié ce qui vous est attribué de l’accès de votre entreprise à ${account}. Le voici tel qu’il est maintenant.`,
    ended: account => `L’accès à ${account} ne vous est plus attribué`,
    endedLead: (by, account) => `${by} vous a retiré l’accès de votre entreprise à ${account}.`,
    trimmedLead: (by, account) =>
      `${by} (${account}) a restreint l’accès de votre entreprise\u202F: il ne reste rien de ce qui vous était attribué.`,
    endedAfter: 'Il ne vous permet plus d’entrer. Vos autres accès restent tels quels.',
    asked: (who, account) => `${who} demande à intervenir chez ${account}`,
    askedLead: (who, account) =>
      `${who} demande que l’accès de votre entreprise à ${account} lui soit attribué.`,
    askedAfter:
      'Vous pouvez attribuer tout l’accès ou une partie, ou refuser. Le compte n’est pas informé de la demande.',
    declined: account => `L’accès à ${account} ne vous est pas attribué`,
    declinedLead: (by, account) =>
      `${by} a refusé votre demande d’attribution ${joined('de', `l’accès à ${account}`)}.`,
    again: `Vous pourrez refaire une demande ${waitAfterDeclineHours} heures après cette réponse.`,
    open: 'Ouvrir cet accès',
  },
})

/** To the technician who did not ask for it: where they may work now, how much and until when. */
export function assignmentGiven(facts: AssignmentFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.partner.name
  return letter(
    w.given(facts.account.name),
    w.givenLead(by, facts.account.name),
    [{ kind: 'text', text: w.givenAfter }],
    [...termRows(facts, reader), ...doerRows(facts.doer, reader)],
    facts,
    reader,
  )
}

/** To a technician: what they have of it by now, which is more or less than it was. */
export function assignmentChanged(facts: AssignmentFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.partner.name
  const rows = [...termRows(facts, reader), ...doerRows(facts.doer, reader)]
  return letter(w.changed(facts.account.name), w.changedLead(by, facts.account.name), [], rows, facts, reader)
}

/** To a technician who was taken off. */
export function assignmentEnded(facts: AssignmentFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const isTrimmed = facts.cause === 'trimmed'
  const by = facts.doer?.name ?? facts[isTrimmed ? 'account' : 'partner'].name
  return letter(
    w.ended(facts.account.name),
    w[isTrimmed ? 'trimmedLead' : 'endedLead'](by, facts.account.name),
    [{ kind: 'text', text: w.endedAfter }],
    [accountRow(facts.account, reader), ...doerRows(facts.doer, reader)],
    facts,
    reader,
  )
}

/** To the firm's administrators: who asks, and why. */
export function assignmentAsked(facts: AssignmentAskFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { reasonOf, askedBy } = shared[reader.language]
  return letter(
    w.asked(facts.requester, facts.account.name),
    w.askedLead(facts.requester, facts.account.name),
    [...quoted(reasonOf(facts.requester), facts.reason), { kind: 'text', text: w.askedAfter }],
    [{ label: askedBy, value: facts.requester }, ...termRows(facts, reader)],
    facts,
    reader,
  )
}

/** To whoever asked: what they have, or that they have it not. */
export function assignmentAnswered(facts: AssignmentAskFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.partner.name
  const isGiven = facts.state === 'granted'
  const { account } = facts
  return letter(
    isGiven ? w.given(account.name) : w.declined(account.name),
    isGiven ? w.givenLead(by, account.name) : w.declinedLead(by, account.name),
    [
      ...quoted(shared[reader.language].reason, facts.said),
      { kind: 'text', text: isGiven ? w.givenAfter : w.again },
    ],
    [...(isGiven ? termRows(facts, reader) : [accountRow(account, reader)]), ...doerRows(facts.doer, reader)],
    facts,
    reader,
  )
}

function letter(
  subject: string,
  lead: string,
  more: LetterText['blocks'],
  rows: readonly FactRow[],
  facts: AssignmentFacts,
  reader: Reader,
): LetterText {
  return {
    subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...more,
      { kind: 'facts', rows },
      {
        kind: 'button',
        label: words[reader.language].open,
        path: grantAtPartner(facts.partner, facts.grantId),
      },
      because(facts, reader),
    ],
  }
}

function termRows(facts: AssignmentFacts, reader: Reader): readonly FactRow[] {
  const { starts } = shared[reader.language]
  return [
    accountRow(facts.account, reader),
    scopeRow(facts.scope, reader),
    ...(facts.startsAt > reader.now ? [timeRow(starts, facts.startsAt, reader)] : []),
    endRow(facts.endsAt, reader),
  ]
}
