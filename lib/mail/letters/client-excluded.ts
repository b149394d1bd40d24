import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { ExclusionFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { authorisation, customers } from '../places.ts'
import { accountRow, because, doerRows, notUs, partnerRow, quoted, timeRow } from '../rows.ts'
import { possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    excludedSubject: (client: string, partner: string) =>
      `${client} is excluded from ${possessive(partner)} access`,
    excludedLead: (by: string, firm: string, client: string, partner: string, parent: string) =>
      `${by} of ${firm} excluded ${client} from the access that ${partner} has through ${parent}.`,
    excludedAfter: (partner: string, client: string, parent: string) =>
      `${partner} can’t enter ${client} through ${parent} any more, from this moment and also by later access. Its access to ${parent} itself, and what ${client} gives it, stay as they are.`,
    includedSubject: (client: string, partner: string) =>
      `${client} is included again in ${possessive(partner)} access`,
    includedLead: (by: string, firm: string, client: string, partner: string, parent: string) =>
      `${by} of ${firm} included ${client} again in the access that ${partner} has through ${parent}.`,
    includedAfter: (partner: string, client: string, parent: string) =>
      `${partner} can enter ${client} as far as ${parent} gives it access to its client accounts.`,
    parent: 'Parent account',
    since: 'Since',
  },
  fr: {
    excludedSubject: (client, partner) => `${client} est exclu de l’accès ${joined('de', partner)}`,
    excludedLead: (by, firm, client, partner, parent) =>
      `${by} (${firm}) a exclu ${client} de l’accès ${joined('que', partner)} détient par ${parent}.`,
    excludedAfter: (partner, client, parent) =>
      `${partner} ne peut plus entrer dans ${client} par ${parent}, dès maintenant et aussi par un accès ultérieur. Son accès à ${parent} lui-même et ce ${joined('que', client)} lui accorde restent tels quels.`,
    includedSubject: (client, partner) =>
      `${client} est inclus de nouveau dans l’accès ${joined('de', partner)}`,
    includedLead: (by, firm, client, partner, parent) =>
      `${by} (${firm}) a inclus de nouveau ${client} dans l’accès ${joined('que', partner)} détient par ${parent}.`,
    includedAfter: (partner, client, parent) =>
      `${partner} peut entrer dans ${client} dans la mesure où ${parent} lui accorde un accès à ses comptes clients.`,
    parent: 'Compte parent',
    since: 'Depuis',
  },
})

/** To the approvers of both accounts and to the firm: a client account keeps it out. */
export function clientExcluded(facts: ExclusionFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  return told(facts, reader, w.excludedSubject, w.excludedLead, w.excludedAfter, facts.excludedAt)
}

/** To the same: it lets the firm come again. */
export function clientIncluded(facts: ExclusionFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  return told(facts, reader, w.includedSubject, w.includedLead, w.includedAfter, facts.includedAt)
}

type Words = (typeof words)['en']

function told(
  facts: ExclusionFacts,
  reader: Reader,
  subject: Words['excludedSubject'],
  lead: Words['excludedLead'],
  after: Words['excludedAfter'],
  since: Date | null,
): LetterText {
  const w = words[reader.language]
  const shares = shared[reader.language]
  const { account, client, parent, partner } = facts
  const { name: by, firm } = facts.doer ?? { name: client.name, firm: client.name }
  const text = lead(by, firm, client.name, partner.name, parent.name)
  return {
    subject: subject(client.name, partner.name),
    preview: text,
    blocks: [
      { kind: 'lead', text },
      ...quoted(shares.reasonOf(by), facts.said),
      { kind: 'text', text: after(partner.name, client.name, parent.name) },
      {
        kind: 'facts',
        rows: [
          accountRow(client, reader),
          { label: w.parent, value: parent.name },
          partnerRow(partner, reader),
          ...(since ? [timeRow(w.since, since, reader)] : []),
          ...doerRows(facts.doer, reader),
        ],
      },
      reader.side === 'account'
        ? { kind: 'button', label: shares.seeAuthorisation, path: authorisation(account) }
        : { kind: 'button', label: shares.seeCustomers, path: customers(partner) },
      ...notUs(facts, reader),
      because(facts, reader),
    ],
  }
}
