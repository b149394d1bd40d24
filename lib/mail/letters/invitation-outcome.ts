import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { InvitationFacts } from '../facts.ts'
import type { Block, FactRow, LetterText, Reader } from '../letter.ts'
import { customers, invitationAtAccount, invitationAtPartner } from '../places.ts'
import { because, doerRows, endRow, invitationRows, notUs, quoted, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    acceptedSubject: (account: string) => `Access to ${account}: the invitation was accepted`,
    acceptedLead: (by: string, account: string) =>
      `${by} accepted the invitation of ${account}. Your firm has access.`,
    begins: 'The clock is running. You work under a bar that names the time left.',
    acceptedForAccount: (partner: string, account: string) => `${partner} now has access to ${account}`,
    acceptedLeadForAccount: (by: string, partner: string, account: string) =>
      `${by} of ${partner} accepted the invitation to ${account}.`,
    revocable: 'You see who can get in, and can revoke this access, at any moment.',
    declinedSubject: (account: string) => `Your firm declined the invitation of ${account}`,
    declinedLead: (by: string, account: string) =>
      `${by} declined the invitation of ${account}. No access was given.`,
    declinedForAccount: (partner: string, account: string) =>
      `${partner} declined the invitation to ${account}`,
    declinedLeadForAccount: (by: string, partner: string, account: string) =>
      `${by} of ${partner} declined the invitation to ${account}. No access was given.`,
    cancelledSubject: (account: string) => `${account} cancelled its invitation`,
    cancelledLead: (by: string, account: string) =>
      `${by} of ${account} cancelled the invitation before it was answered. No access was given.`,
    cancelledForAccount: (partner: string) => `The invitation to ${partner} was cancelled`,
    cancelledLeadForAccount: (by: string, partner: string, account: string) =>
      `${by} cancelled the invitation of ${partner} to ${account}. No access was given.`,
    lapsedSubject: (account: string) => `The invitation of ${account} has lapsed`,
    lapsedLead: (account: string) =>
      `Nobody of your firm answered the invitation of ${account} in time, so it has lapsed. No access was given.`,
    lapsedForAccount: (partner: string) => `The invitation to ${partner} has lapsed`,
    lapsedLeadForAccount: (partner: string, account: string) =>
      `Nobody of ${partner} answered the invitation to ${account} in time, so it has lapsed. No access was given.`,
    again: 'You can invite the firm again.',
  },
  fr: {
    acceptedSubject: account => `Accès à ${account}\u202F: l’invitation a été acceptée`,
    acceptedLead: (by, account) =>
      `${by} a accepté l’invitation ${joined('de', account)}. Votre entreprise a maintenant accès.`,
    begins: 'Le délai court. Vous travaillez sous une barre qui affiche le temps restant.',
    acceptedForAccount: (partner, account) => `${partner} a maintenant accès à ${account}`,
    acceptedLeadForAccount: (by, partner, account) =>
      `${by} (${partner}) a accepté l’invitation à ${account}.`,
    revocable: 'Vous pouvez à tout moment voir qui peut entrer et révoquer cet accès.',
    declinedSubject: account => `Votre entreprise a décliné l’invitation ${joined('de', account)}`,
    declinedLead: (by, account) =>
      `${by} a décliné l’invitation ${joined('de', account)}. Aucun accès n’a été donné.`,
    declinedForAccount: (partner, account) => `${partner} a décliné l’invitation à ${account}`,
    declinedLeadForAccount: (by, partner, account) =>
      `${by} (${partner}) a décliné l’invitation à ${account}. Aucun accès n’a été donné.`,
    cancelledSubject: account => `${account} a annulé son invitation`,
    cancelledLead: (by, account) =>
      `${by} (${account}) a annulé l’invitation avant qu’une réponse n’arrive. Aucun accès n’a été donné.`,
    cancelledForAccount: partner => `L’invitation adressée ${joined('à', partner)} a été annulée`,
    cancelledLeadForAccount: (by, partner, account) =>
      `${by} a annulé l’invitation à ${account} adressée ${joined('à', partner)}. Aucun accès n’a été donné.`,
    lapsedSubject: account => `L’invitation ${joined('de', account)} est caduque`,
    lapsedLead: account =>
      `Personne de votre entreprise n’a répondu à temps à l’invitation ${joined('de', account)}\u202F: elle est caduque. Aucun accès n’a été donné.`,
    lapsedForAccount: partner => `L’invitation adressée ${joined('à', partner)} est caduque`,
    lapsedLeadForAccount: (partner, account) =>
      `Personne chez ${partner} n’a répondu à temps à l’invitation à ${account}\u202F: elle est caduque. Aucun accès n’a été donné.`,
    again: 'Vous pouvez inviter de nouveau cette entreprise.',
  },
})

/** To the approvers and the others of the firm: the access has begun, how much and until when. */
export function invitationAccepted(facts: InvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const by = facts.doer?.name ?? partner.name
  if (reader.side === 'account')
    return outcome(
      w.acceptedForAccount(partner.name, account.name),
      w.acceptedLeadForAccount(by, partner.name, account.name),
      [{ kind: 'text', text: w.revocable }],
      facts,
      reader,
    )
  const more = [{ kind: 'text', text: w.begins }] as const
  return outcome(w.acceptedSubject(account.name), w.acceptedLead(by, account.name), more, facts, reader)
}

/** To the approvers and the others of the firm: no access was given, and why if a reason was given. */
export function invitationDeclined(facts: InvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const by = facts.doer?.name ?? partner.name
  const reason = quoted(shared[reader.language].reason, facts.said)
  if (reader.side === 'account')
    return outcome(
      w.declinedForAccount(partner.name, account.name),
      w.declinedLeadForAccount(by, partner.name, account.name),
      reason,
      facts,
      reader,
    )
  return outcome(w.declinedSubject(account.name), w.declinedLead(by, account.name), reason, facts, reader)
}

/** To the firm and the other approvers: the account took it back. */
export function invitationCancelled(facts: InvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const by = facts.doer?.name ?? account.name
  if (reader.side === 'account')
    return outcome(
      w.cancelledForAccount(partner.name),
      w.cancelledLeadForAccount(by, partner.name, account.name),
      [],
      facts,
      reader,
    )
  return outcome(w.cancelledSubject(account.name), w.cancelledLead(by, account.name), [], facts, reader)
}

/** To both sides: nobody answered in time. */
export function invitationLapsed(facts: InvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  if (reader.side === 'account')
    return outcome(
      w.lapsedForAccount(partner.name),
      w.lapsedLeadForAccount(partner.name, account.name),
      [{ kind: 'text', text: w.again }],
      facts,
      reader,
    )
  return outcome(w.lapsedSubject(account.name), w.lapsedLead(account.name), [], facts, reader)
}

function outcome(
  subject: string,
  lead: string,
  more: readonly Block[],
  facts: InvitationFacts,
  reader: Reader,
): LetterText {
  const rows = [
    ...invitationRows(facts, reader),
    ...grantedRows(facts, reader),
    ...doerRows(facts.doer, reader),
  ]
  return {
    subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...more,
      { kind: 'facts', rows },
      buttonOf(facts, reader),
      // That nobody answered is nobody's doing.
      ...(facts.state === 'lapsed' ? [] : notUs(facts, reader)),
      because(facts, reader),
    ],
  }
}

function buttonOf(facts: InvitationFacts, reader: Reader): Block {
  const { seeCustomers, seeInvitation } = shared[reader.language]
  const { account, partner, id, state } = facts
  if (reader.side === 'partner' && state === 'accepted')
    return { kind: 'button', label: seeCustomers, path: customers(partner) }
  const path = reader.side === 'account' ? invitationAtAccount(account, id) : invitationAtPartner(partner, id)
  return { kind: 'button', label: seeInvitation, path }
}

function grantedRows({ grant }: InvitationFacts, reader: Reader): readonly FactRow[] {
  if (!grant) return []
  return [timeRow(shared[reader.language].started, grant.startsAt, reader), endRow(grant.endsAt, reader)]
}
