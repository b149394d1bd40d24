import { bilingual } from '#lib/language.ts'
import type { GrantFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { authorisation, customers } from '../places.ts'
import { because, doerRows, grantRows, notUs, quoted } from '../rows.ts'
import { de, possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    suspendedSubject: (account: string) => `Your access to ${account} is suspended`,
    suspendedForAccount: (partner: string, account: string) =>
      `${possessive(partner)} access to ${account} is suspended`,
    suspendedLead: (by: string, firm: string, account: string) =>
      `${by} of ${firm} suspended your firm’s access to ${account}.`,
    suspendedLeadForAccount: (by: string, firm: string, partner: string, account: string) =>
      `${by} of ${firm} suspended ${possessive(partner)} access to ${account}.`,
    untilLifted:
      'Nobody of the firm can use it until the same side lifts the suspension. The end does not move.',
    resumedSubject: (account: string) => `Your access to ${account} is back`,
    resumedForAccount: (partner: string, account: string) =>
      `${possessive(partner)} access to ${account} is back`,
    resumedLead: (by: string, firm: string, account: string) =>
      `${by} of ${firm} lifted the suspension of your firm’s access to ${account}.`,
    resumedLeadForAccount: (by: string, firm: string, partner: string, account: string) =>
      `${by} of ${firm} lifted the suspension of ${possessive(partner)} access to ${account}.`,
    asBefore: 'It works as before, with the same scope and the same end.',
    liftedSubject: (account: string) => `Your access to ${account} is no longer suspended`,
    liftedForAccount: (partner: string, account: string) =>
      `${possessive(partner)} access to ${account} is no longer suspended`,
    asAgreed:
      'It begins at the start shown below, with the same scope and the same end. Until then nobody can use it.',
  },
  fr: {
    suspendedSubject: account => `Votre accès à ${account} est suspendu`,
    suspendedForAccount: (partner, account) => `L’accès ${de(partner)} à ${account} est suspendu`,
    suspendedLead: (by, firm, account) =>
      `${by} (${firm}) a suspendu l’accès de votre entreprise à ${account}.`,
    suspendedLeadForAccount: (by, firm, partner, account) =>
      `${by} (${firm}) a suspendu l’accès ${de(partner)} à ${account}.`,
    untilLifted:
      'Personne de l’entreprise ne peut s’en servir tant que la même partie n’a pas levé la suspension. La fin reste la même.',
    resumedSubject: account => `Votre accès à ${account} est rétabli`,
    resumedForAccount: (partner, account) => `L’accès ${de(partner)} à ${account} est rétabli`,
    resumedLead: (by, firm, account) =>
      `${by} (${firm}) a levé la suspension de l’accès de votre entreprise à ${account}.`,
    resumedLeadForAccount: (by, firm, partner, account) =>
      `${by} (${firm}) a levé la suspension de l’accès ${de(partner)} à ${account}.`,
    asBefore: 'Il fonctionne comme avant, avec la même étendue et la même fin.',
    liftedSubject: account => `Votre accès à ${account} n’est plus suspendu`,
    liftedForAccount: (partner, account) => `L’accès ${de(partner)} à ${account} n’est plus suspendu`,
    asAgreed:
      'Il commence au début indiqué ci-dessous, avec la même étendue et la même fin. D’ici là, personne ne peut s’en servir.',
  },
})

/** To both sides: nobody can use the access until the side that suspended it says so. */
export function grantSuspended(facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const { name: by, firm } = facts.doer ?? { name: account.name, firm: account.name }
  return reader.side === 'account'
    ? paused(
        w.suspendedForAccount(partner.name, account.name),
        w.suspendedLeadForAccount(by, firm, partner.name, account.name),
        w.untilLifted,
        facts,
        reader,
      )
    : paused(
        w.suspendedSubject(account.name),
        w.suspendedLead(by, firm, account.name),
        w.untilLifted,
        facts,
        reader,
      )
}

/** To both sides: the access works again; or, where it has not begun yet, that it will. */
export function grantResumed(facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const { name: by, firm } = facts.doer ?? { name: account.name, firm: account.name }
  const hasBegun = facts.startsAt <= reader.now
  const then = hasBegun ? w.asBefore : w.asAgreed
  if (reader.side === 'account') {
    const subject = hasBegun ? w.resumedForAccount : w.liftedForAccount
    const lead = w.resumedLeadForAccount(by, firm, partner.name, account.name)
    return paused(subject(partner.name, account.name), lead, then, facts, reader)
  }
  const subject = hasBegun ? w.resumedSubject : w.liftedSubject
  return paused(subject(account.name), w.resumedLead(by, firm, account.name), then, facts, reader)
}

function paused(subject: string, lead: string, then: string, facts: GrantFacts, reader: Reader): LetterText {
  const shares = shared[reader.language]
  return {
    subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(shares.reason, facts.said),
      { kind: 'text', text: then },
      { kind: 'facts', rows: [...grantRows(facts, reader), ...doerRows(facts.doer, reader)] },
      reader.side === 'account'
        ? { kind: 'button', label: shares.seeAuthorisation, path: authorisation(facts.account) }
        : { kind: 'button', label: shares.seeCustomers, path: customers(facts.partner) },
      ...notUs(facts, reader),
      because(facts, reader),
    ],
  }
}
