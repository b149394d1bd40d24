import { scopeGives } from '#lib/access/scope-gives.ts'
import { scopeForbids } from '#lib/access/scope-words.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { InvitationFacts } from '../facts.ts'
import type { Block, LetterText, Reader } from '../letter.ts'
import { invitationAtPartner } from '../places.ts'
import { because, invitationRows, leftText, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string) => `${account} invites you: access to its account`,
    preview: 'Nothing is open until an administrator of your firm accepts.',
    lead: (inviter: string, account: string, partner: string) =>
      `${inviter} of ${account} invites ${partner} to work on the account.`,
    clock: 'The access begins, and its clock starts, when an administrator of your firm accepts.',
    could: 'With this access your firm can:',
    couldNot: 'It can’t:',
    openUntil: 'Open until',
    again: (account: string) => `Still waiting: ${account} invites you`,
    leadAgain: (account: string, left: string) =>
      `The invitation of ${account} still waits for an answer, and lapses ${left}.`,
    lapses: 'If nobody answers, the invitation lapses and no access is given.',
  },
  fr: {
    subject: account => `${account} vous invite\u202F: accès à son compte`,
    preview: 'Rien n’est ouvert avant qu’un administrateur de votre entreprise n’accepte.',
    lead: (inviter, account, partner) =>
      `${inviter} (${account}) invite ${partner} à travailler sur le compte.`,
    clock: 'L’accès commence, et son délai court, quand un administrateur de votre entreprise accepte.',
    could: 'Avec cet accès, votre entreprise peut\u202F:',
    couldNot: 'Elle ne peut pas\u202F:',
    openUntil: 'Invitation ouverte jusqu’au',
    again: account => `Toujours en attente\u202F: ${account} vous invite`,
    leadAgain: (account, left) =>
      `L’invitation ${joined('de', account)} attend toujours une réponse et deviendra caduque ${left}.`,
    lapses: 'Si personne ne répond, l’invitation devient caduque et aucun accès n’est donné.',
  },
})

/** To the firm's administrators: who invites, to what, for how long, and until when they may accept. */
export function partnerInvited(facts: InvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner, inviter } = facts
  return {
    subject: w.subject(account.name),
    preview: w.preview,
    blocks: [
      { kind: 'lead', text: w.lead(inviter, account.name, partner.name) },
      { kind: 'text', text: w.clock },
      ...invitationItself(facts, reader),
    ],
  }
}

/** On day 5, while nobody has answered. */
export function partnerInvitationReminder(facts: InvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const left = leftText(facts.lapsesAt.getTime() - reader.now.getTime(), reader)
  return {
    subject: w.again(facts.account.name),
    preview: w.lapses,
    blocks: [
      { kind: 'lead', text: w.leadAgain(facts.account.name, left) },
      { kind: 'text', text: w.lapses },
      ...invitationItself(facts, reader),
    ],
  }
}

function invitationItself(facts: InvitationFacts, reader: Reader): readonly Block[] {
  const w = words[reader.language]
  const { seeInvitation } = shared[reader.language]
  const rows = [...invitationRows(facts, reader), timeRow(w.openUntil, facts.lapsesAt, reader)]
  return [
    { kind: 'facts', rows },
    { kind: 'button', label: seeInvitation, path: invitationAtPartner(facts.partner, facts.id) },
    { kind: 'list', label: w.could, items: scopeGives(facts.scope, reader.language) },
    { kind: 'list', label: w.couldNot, items: scopeForbids(facts.scope, reader.language) },
    because(facts, reader),
  ]
}
