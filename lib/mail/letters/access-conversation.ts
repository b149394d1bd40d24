import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { RequestFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { requestAtAccount, requestAtPartner } from '../places.ts'
import { accountRow, because, doerRows, quoted, requestRows, ticketRows, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    questionSubject: (account: string) => `${account} has a question about your request for access`,
    questionLead: (by: string, account: string) =>
      `${by} of ${account} asks a question before deciding about your request for access.`,
    question: 'Question',
    waits: 'The request stays open and waits for your answer.',
    answerButton: 'Answer the question',
    answeredSubject: (partner: string, account: string) =>
      `${partner} has answered: access to ${account} waits for your decision`,
    answeredLead: (by: string, partner: string, account: string) =>
      `${by} of ${partner} answered the question about access to ${account}.`,
    answer: (by: string) => `Answer from ${by}`,
    reviewButton: 'Review access',
  },
  fr: {
    questionSubject: account => `${account} a une question au sujet de votre demande d’accès`,
    questionLead: (by, account) =>
      `${by} (${account}) vous pose une question avant de décider de votre demande d’accès.`,
    question: 'Question',
    waits: 'La demande reste ouverte et attend votre réponse.',
    answerButton: 'Répondre à la question',
    answeredSubject: (partner, account) =>
      `${partner} a répondu\u202F: l’accès à ${account} attend votre décision`,
    answeredLead: (by, partner, account) =>
      `${by} (${partner}) a répondu à la question au sujet de l’accès à ${account}.`,
    answer: by => `Réponse ${joined('de', by)}`,
    reviewButton: 'Examiner l’accès',
  },
})

/** To the partner: the account asks something before it decides. */
export function accessQuestion(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.account.name
  const rows = [
    accountRow(facts.account, reader),
    ...doerRows(facts.doer, reader),
    ...ticketRows(facts.ticket, reader),
    timeRow(shared[reader.language].openUntil, facts.lapsesAt, reader),
  ]
  return {
    subject: w.questionSubject(facts.account.name),
    preview: w.waits,
    blocks: [
      { kind: 'lead', text: w.questionLead(by, facts.account.name) },
      ...quoted(w.question, facts.said),
      { kind: 'text', text: w.waits },
      { kind: 'facts', rows },
      { kind: 'button', label: w.answerButton, path: requestAtPartner(facts.partner, facts.id) },
      because(facts, reader),
    ],
  }
}

/** To every approver: the partner has answered, and the request waits for a decision again. */
export function accessAnswered(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.requester
  const lead = w.answeredLead(by, facts.partner.name, facts.account.name)
  return {
    subject: w.answeredSubject(facts.partner.name, facts.account.name),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(w.question, facts.question ?? ''),
      ...quoted(w.answer(by), facts.said),
      { kind: 'facts', rows: requestRows(facts, reader) },
      { kind: 'button', label: w.reviewButton, path: requestAtAccount(facts.account, facts.id) },
      because(facts, reader),
    ],
  }
}
