import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { GrantFacts } from '../facts.ts'
import type { Block, LetterText, Reader } from '../letter.ts'
import { authorisation, customers } from '../places.ts'
import { because, doerRows, grantRows, notUs, quoted } from '../rows.ts'
import { possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string) => `Your firm is a support partner of ${account} now`,
    subjectForAccount: (partner: string, account: string) =>
      `${partner} is a support partner of ${account} now`,
    lead: (by: string, firm: string, account: string) =>
      `${by} of ${firm} set your firm as a support partner of ${account}.`,
    leadForAccount: (by: string, firm: string, partner: string, account: string) =>
      `${by} of ${firm} set ${partner} as a support partner of ${account}.`,
    after:
      'The administrators of your firm can enter the account at once, without asking it. The account sees who enters, and what is done there.',
    afterForAccount: (firm: string) =>
      `The firm can enter your account without asking you. You see it on Account authorisation and in your history. Only ${firm} can end this access; on that page you can ask for it.`,
    keptSubject: (firm: string, partner: string, account: string) =>
      `${firm} keeps ${possessive(partner)} access to ${account}`,
    keptLead: (by: string, firm: string, partner: string, account: string) =>
      `${by} of ${firm} answered what you asked: ${possessive(partner)} access to ${account} stays.`,
    keptAfter: 'You can ask again 24 hours after this answer.',
    because: (provider: string) => `What ${provider} says`,
  },
  fr: {
    subject: account => `Votre entreprise est maintenant partenaire de soutien ${joined('de', account)}`,
    subjectForAccount: (partner, account) =>
      `${partner} est maintenant partenaire de soutien ${joined('de', account)}`,
    lead: (by, firm, account) =>
      `${by} (${firm}) a désigné votre entreprise comme partenaire de soutien ${joined('de', account)}.`,
    leadForAccount: (by, firm, partner, account) =>
      `${by} (${firm}) a désigné ${partner} comme partenaire de soutien ${joined('de', account)}.`,
    after:
      'Les administrateurs de votre entreprise peuvent entrer dans le compte dès maintenant, sans le lui demander. Le compte voit qui entre et ce qui y est fait.',
    afterForAccount: firm =>
      `L’entreprise peut entrer dans votre compte sans vous le demander. Elle figure sur la page Autorisation du compte et dans votre historique. Seul ${firm} peut mettre fin à cet accès\u202F; cette page vous permet de le lui demander.`,
    keptSubject: (firm, partner, account) =>
      `${firm} maintient l’accès ${joined('de', partner)} à ${account}`,
    keptLead: (by, firm, partner, account) =>
      `${by} (${firm}) a répondu à votre demande\u202F: l’accès ${joined('de', partner)} à ${account} est maintenu.`,
    keptAfter: 'Vous pourrez le redemander 24 heures après cette réponse.',
    because: provider => `Ce que répond ${provider}`,
  },
})

/** To both sides: the provider lets the firm in, why, to what, and until when. */
export function partnerDesignated(facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const shares = shared[reader.language]
  const { account, partner } = facts
  const { name: by, firm } = doerOf(facts, reader)
  const ofAccount = reader.side === 'account'
  const lead = ofAccount
    ? w.leadForAccount(by, firm, partner.name, account.name)
    : w.lead(by, firm, account.name)
  return {
    subject: ofAccount ? w.subjectForAccount(partner.name, account.name) : w.subject(account.name),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(shares.reasonOf(by), facts.said),
      { kind: 'text', text: ofAccount ? w.afterForAccount(firm) : w.after },
      ...factsAndWay(facts, reader, notUs(facts, reader)),
    ],
  }
}

/** To the approvers: the provider does not end what they had asked it to end, and why. */
export function designationKept(facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const { name: by, firm } = doerOf(facts, reader)
  const lead = w.keptLead(by, firm, partner.name, account.name)
  return {
    subject: w.keptSubject(firm, partner.name, account.name),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(w.because(firm), facts.said),
      { kind: 'text', text: w.keptAfter },
      ...factsAndWay(facts, reader),
    ],
  }
}

function doerOf({ doer }: GrantFacts, { brand }: Reader) {
  return doer ?? { name: brand.name, firm: brand.name }
}

function factsAndWay(facts: GrantFacts, reader: Reader, more: readonly Block[] = []): readonly Block[] {
  const { seeAuthorisation, seeCustomers } = shared[reader.language]
  return [
    { kind: 'facts', rows: [...grantRows(facts, reader), ...doerRows(facts.doer, reader)] },
    reader.side === 'account'
      ? { kind: 'button', label: seeAuthorisation, path: authorisation(facts.account) }
      : { kind: 'button', label: seeCustomers, path: customers(facts.partner) },
    ...more,
    because(facts, reader),
  ]
}
