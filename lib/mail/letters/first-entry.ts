import { joined } from '#lib/french.ts'
import { isLive } from '#lib/grant/grant.ts'
import { bilingual } from '#lib/language.ts'
import type { EntryFacts } from '../assignment-facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { authorisation } from '../places.ts'
import { accountRow, because, endRow, notUs, partnerRow, scopeRow, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (who: string, partner: string, account: string) =>
      `${who} of ${partner} entered ${account} for the first time`,
    lead: (who: string, partner: string, account: string) =>
      `${who} of ${partner} came into ${account} for the first time, under the access that the firm has.`,
    after: 'This letter comes once for each person and access. Every later entry stands in your history.',
    over: 'The access has ended since.',
    via: (parent: string) =>
      `The firm’s access is one to ${parent}, which opens its client accounts, too. Yours can exclude itself.`,
    given: 'Given by',
    who: 'Who',
    entered: 'Came in',
  },
  fr: {
    subject: (who, partner, account) =>
      `Première entrée ${joined('de', who)} (${partner}) dans le compte ${account}`,
    lead: (who, partner, account) =>
      `${who} (${partner}) a utilisé pour la première fois l’accès que l’entreprise détient au compte ${account}.`,
    after:
      'Ce courriel est envoyé une fois par personne et par accès. Les entrées suivantes figurent dans votre historique.',
    over: 'L’accès a pris fin depuis.',
    via: parent =>
      `L’accès de l’entreprise est celui du compte ${parent}, qui ouvre aussi ses comptes clients. Le vôtre peut s’en exclure.`,
    given: 'Accordé par',
    who: 'Qui',
    entered: 'Entrée',
  },
})

/** To every approver of the account: who of the firm was inside for the first time, when and under what. */
export function firstEntry(facts: EntryFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner, who } = facts
  const lead = w.lead(who, partner.name, account.name)
  const live = isLive(facts.grantState)
  return {
    subject: w.subject(who, partner.name, account.name),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...(live && facts.via ? [{ kind: 'text', text: w.via(facts.via) } as const] : []),
      { kind: 'text', text: live ? w.after : `${w.over} ${w.after}` },
      {
        kind: 'facts',
        rows: [
          { label: w.who, value: who },
          partnerRow(partner, reader),
          accountRow(account, reader),
          ...(facts.via ? [{ label: w.given, value: facts.via }] : []),
          timeRow(w.entered, facts.enteredAt, reader),
          scopeRow(facts.scope, reader),
          ...(live ? [endRow(facts.endsAt, reader)] : []),
        ],
      },
      { kind: 'button', label: shared[reader.language].seeAuthorisation, path: authorisation(account) },
      ...notUs(facts, reader),
      because(facts, reader),
    ],
  }
}
