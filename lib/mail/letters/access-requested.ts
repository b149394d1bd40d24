import { scopeGives } from '#lib/access/scope-gives.ts'
import { scopeForbids } from '#lib/access/scope-words.ts'
import { bilingual } from '#lib/language.ts'
import type { RequestFacts } from '../facts.ts'
import type { Block, LetterText, Reader } from '../letter.ts'
import { requestAtAccount, requestAtPartner } from '../places.ts'
import { accountRow, because, leftText, quoted, requestRows, ticketRows, timeRow } from '../rows.ts'
import { de, possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (partner: string, account: string) => `${partner} asks for access to ${account}`,
    preview: (requester: string) => `${requester} waits for your decision. You choose how much and how long.`,
    lead: (requester: string, partner: string, account: string) =>
      `${requester} of ${partner} asks for access to ${account}.`,
    could: 'With this scope they could:',
    couldNot: 'They could not:',
    voluntary:
      'Giving access is voluntary. It lets the partner look into things and put them right in the portal for you, without your password. You may give less than was asked, for a shorter time, and take it back at any moment.',
    smaller:
      'A smaller alternative: add the person as a portal user, with only the modules they need. Then you need not approve anything.',
    button: 'Review access',
    subjectAgain: (partner: string, account: string) =>
      `Still waiting: ${partner} asks for access to ${account}`,
    leadAgain: (partner: string, account: string, left: string) =>
      `${possessive(partner)} request for access to ${account} still waits for a decision, and lapses ${left}.`,
    lapses: 'If nobody decides, the request lapses and no access is given.',
    subjectQuestion: (account: string) => `${account} still waits for your answer`,
    leadQuestion: (account: string, left: string) =>
      `${account} asked a question about your request for access; it lapses ${left} if nobody answers.`,
    question: (account: string) => `Question from ${account}`,
    answer: 'Answer the question',
  },
  fr: {
    subject: (partner, account) => `${partner} demande l’accès à ${account}`,
    preview: requester =>
      `${requester} attend votre décision. Vous choisissez l’étendue et la durée de l’accès.`,
    lead: (requester, partner, account) => `${requester} (${partner}) demande l’accès à ${account}.`,
    could: 'Avec cette étendue, ce partenaire pourrait\u202F:',
    couldNot: 'Il ne pourrait pas\u202F:',
    voluntary:
      'Donner accès est facultatif. Cela permet au partenaire de vérifier et de corriger les choses à votre place dans le portail, sans votre mot de passe. Vous pouvez accorder moins que ce qui est demandé, pour moins longtemps, et révoquer l’accès à tout moment.',
    smaller:
      'Une solution plus restreinte\u202F: ajoutez la personne comme utilisateur du portail, avec seulement les modules nécessaires. Vous n’avez alors rien à approuver.',
    button: 'Examiner l’accès',
    subjectAgain: (partner, account) => `Toujours en attente\u202F: ${partner} demande l’accès à ${account}`,
    leadAgain: (partner, account, left) =>
      `La demande d’accès à ${account} présentée par ${partner} attend toujours une décision et deviendra caduque ${left}.`,
    lapses: 'Si personne ne décide, la demande devient caduque et aucun accès n’est donné.',
    subjectQuestion: account => `${account} attend toujours votre réponse`,
    leadQuestion: (account, left) =>
      `${account} vous a posé une question au sujet de votre demande d’accès, qui deviendra caduque ${left} sans réponse.`,
    question: account => `Question ${de(account)}`,
    answer: 'Répondre à la question',
  },
})

/** To every approver: who asks, why, for what and how long, until when, and that giving access is voluntary. */
export function accessRequested(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  return {
    subject: w.subject(facts.partner.name, facts.account.name),
    preview: w.preview(facts.requester),
    blocks: [
      { kind: 'lead', text: w.lead(facts.requester, facts.partner.name, facts.account.name) },
      ...requestItself(facts, reader),
    ],
  }
}

/** On days 2 and 6: to the approvers, or to the partner where the account's question waits for an answer. */
export function accessRequestReminder(facts: RequestFacts, reader: Reader): LetterText {
  if (reader.side === 'partner') return questionReminder(facts, reader)
  const w = words[reader.language]
  const left = leftText(facts.lapsesAt.getTime() - reader.now.getTime(), reader)
  return {
    subject: w.subjectAgain(facts.partner.name, facts.account.name),
    preview: w.lapses,
    blocks: [
      { kind: 'lead', text: w.leadAgain(facts.partner.name, facts.account.name, left) },
      { kind: 'text', text: w.lapses },
      ...requestItself(facts, reader),
    ],
  }
}

function requestItself(facts: RequestFacts, reader: Reader): readonly Block[] {
  const w = words[reader.language]
  const { reasonOf } = shared[reader.language]
  return [
    ...quoted(reasonOf(facts.requester), facts.reason),
    { kind: 'facts', rows: requestRows(facts, reader) },
    { kind: 'button', label: w.button, path: requestAtAccount(facts.account, facts.id) },
    { kind: 'list', label: w.could, items: scopeGives(facts.scope, reader.language) },
    { kind: 'list', label: w.couldNot, items: scopeForbids(facts.scope, reader.language) },
    { kind: 'text', text: w.voluntary },
    { kind: 'text', text: w.smaller },
    because(facts, reader),
  ]
}

function questionReminder(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { openUntil } = shared[reader.language]
  const left = leftText(facts.lapsesAt.getTime() - reader.now.getTime(), reader)
  const rows = [
    accountRow(facts.account, reader),
    ...ticketRows(facts.ticket, reader),
    timeRow(openUntil, facts.lapsesAt, reader),
  ]
  return {
    subject: w.subjectQuestion(facts.account.name),
    preview: w.leadQuestion(facts.account.name, left),
    blocks: [
      { kind: 'lead', text: w.leadQuestion(facts.account.name, left) },
      ...quoted(w.question(facts.account.name), facts.question ?? ''),
      { kind: 'facts', rows },
      { kind: 'button', label: w.answer, path: requestAtPartner(facts.partner, facts.id) },
      because(facts, reader),
    ],
  }
}
