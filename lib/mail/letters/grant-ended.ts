import { plainList } from '#lib/format.ts'
import { bilingual, plural } from '#lib/language.ts'
import type { GrantFacts } from '../facts.ts'
import type { Block, LetterText, Reader } from '../letter.ts'
import { authorisation, customers } from '../places.ts'
import { because, doerRows, grantRows, notUs, quoted } from '../rows.ts'
import { de, possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string) => `Your access to ${account} has ended`,
    subjectForAccount: (partner: string, account: string) =>
      `${possessive(partner)} access to ${account} has ended`,
    oneSubject: (account: string) => `One of your accesses to ${account} has ended`,
    oneSubjectForAccount: (partner: string, account: string) =>
      `One of ${possessive(partner)} accesses to ${account} has ended`,
    how: {
      expire: (access: string) => `${access} has come to its agreed end.`,
      unreviewed: (access: string) => `${access} has ended: nobody answered its review in time.`,
      revoke: (access: string, by: string, firm: string) => `${access} was revoked by ${by} of ${firm}.`,
      relinquish: (access: string, by: string, firm: string) => `${access} was given up by ${by} of ${firm}.`,
      terminate: (access: string, by: string, firm: string) => `${access} was ended by ${by} of ${firm}.`,
    },
    yourAccess: (account: string) => `Your firm’s access to ${account}`,
    partnersAccess: (partner: string, account: string) => `${possessive(partner)} access to ${account}`,
    oneOfYours: (account: string) => `One of your firm’s accesses to ${account}`,
    oneOfPartners: (partner: string, account: string) =>
      `One of ${possessive(partner)} accesses to ${account}`,
    nobody: 'Nobody of your firm can enter the account now.',
    nobodyForAccount: 'Nobody of this firm can enter the account now.',
    comeBack: 'To come back you need a new request or invitation.',
    comeBackForAccount: 'To come back they must ask again.',
    shut: 'Another access to it stands, suspended or not yet begun, with its own scope and end.',
    other: 'Another access to this account goes on, with its own scope and end.',
    severalSubject: (firms: number, account: string) =>
      `The access of ${firms} partners to ${account} has ended`,
    otherFirms: (firms: string) => `The access of ${firms} ended by the same act.`,
    also: (n: number) =>
      `${n} more ${plural('en', n, 'access', 'accesses')} of the same firm to this account ended with it.`,
  },
  fr: {
    subject: account => `Votre accès à ${account} a pris fin`,
    subjectForAccount: (partner, account) => `L’accès ${de(partner)} à ${account} a pris fin`,
    oneSubject: account => `L’un de vos accès à ${account} a pris fin`,
    oneSubjectForAccount: (partner, account) => `L’un des accès ${de(partner)} à ${account} a pris fin`,
    how: {
      expire: access => `${access} est arrivé à la fin convenue.`,
      unreviewed: access => `${access} a pris fin\u202F: personne n’a répondu à temps à sa revue.`,
      revoke: (access, by, firm) => `${access} a été révoqué par ${by} (${firm}).`,
      relinquish: (access, by, firm) =>
        `${by} (${firm}) a renoncé à l’accès\u202F: ${lowered(access)} est terminé.`,
      terminate: (access, by, firm) =>
        `${by} (${firm}) a mis fin à l’accès\u202F: ${lowered(access)} est terminé.`,
    },
    yourAccess: account => `L’accès de votre entreprise à ${account}`,
    partnersAccess: (partner, account) => `L’accès ${de(partner)} à ${account}`,
    oneOfYours: account => `L’un des accès de votre entreprise à ${account}`,
    oneOfPartners: (partner, account) => `L’un des accès ${de(partner)} à ${account}`,
    nobody: 'Plus personne de votre entreprise ne peut entrer dans le compte.',
    nobodyForAccount: 'Plus personne de cette entreprise ne peut entrer dans le compte.',
    comeBack: 'Pour y revenir, il faut une nouvelle demande ou une nouvelle invitation.',
    comeBackForAccount: 'Pour y revenir, elle doit faire une nouvelle demande.',
    shut: 'Un autre accès à ce compte existe, suspendu ou pas encore commencé, avec sa propre étendue et sa propre fin.',
    other: 'Un autre accès à ce compte se poursuit, avec sa propre étendue et sa propre fin.',
    severalSubject: (count, account) => `L’accès de ${count} partenaires à ${account} a pris fin`,
    otherFirms: firms => `L’accès des partenaires suivants a pris fin par le même acte\u202F: ${firms}.`,
    also: n =>
      `${n} ${plural('fr', n, 'autre accès', 'autres accès')} de la même entreprise à ce compte ${plural('fr', n, 'a pris fin', 'ont pris fin')} en même temps.`,
  },
})

/** Where several firms lost their access by one act, all of them are meant. */
function whose({ account, partner, otherFirms }: GrantFacts) {
  return { account, partner: otherFirms.length > 0 ? null : partner }
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** To both sides: the access is over, how it ended, by whom and why; and whether another one goes on or waits. */
export function grantEnded(facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const shares = shared[reader.language]
  const { doer } = facts
  const told = reader.side === 'account' ? toldToAccount(facts, reader) : toldToPartner(facts, reader)
  const act = facts.act === 'suspend' || facts.act === 'resume' || !doer ? 'expire' : facts.act
  const how = act === 'expire' && facts.unreviewed ? 'unreviewed' : act
  const lead = w.how[how](told.access, doer?.name ?? '', doer?.firm ?? '')
  const remarks = [
    ...(facts.also > 0 ? [w.also(facts.also)] : []),
    ...(facts.otherFirms.length > 0 ? [w.otherFirms(plainList(facts.otherFirms, reader.language))] : []),
    ...(facts.hasOther ? [w.other] : [told.nobody, facts.hasLive ? w.shut : told.comeBack]),
  ]
  return {
    subject: told.subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(shares.reason, facts.said),
      { kind: 'text', text: remarks.join(' ') },
      { kind: 'facts', rows: [...grantRows(facts, reader), ...doerRows(doer, reader)] },
      told.button,
      // That it came to its agreed end is nobody's doing.
      ...(act === 'expire' ? [] : notUs(whose(facts), reader)),
      because(facts, reader),
    ],
  }
}

function toldToAccount({ account, partner, hasLive, otherFirms }: GrantFacts, { language }: Reader) {
  const w = words[language]
  const [subject, access] = hasLive
    ? [w.oneSubjectForAccount, w.oneOfPartners]
    : [w.subjectForAccount, w.partnersAccess]
  const button: Block = {
    kind: 'button',
    label: shared[language].seeAuthorisation,
    path: authorisation(account),
  }
  return {
    subject:
      otherFirms.length > 0
        ? w.severalSubject(otherFirms.length + 1, account.name)
        : subject(partner.name, account.name),
    access: access(partner.name, account.name),
    nobody: w.nobodyForAccount,
    comeBack: w.comeBackForAccount,
    button,
  }
}

function toldToPartner({ account, partner, hasLive }: GrantFacts, { language }: Reader) {
  const w = words[language]
  const [subject, access] = hasLive ? [w.oneSubject, w.oneOfYours] : [w.subject, w.yourAccess]
  const button: Block = { kind: 'button', label: shared[language].seeCustomers, path: customers(partner) }
  const { nobody, comeBack } = w
  return { subject: subject(account.name), access: access(account.name), nobody, comeBack, button }
}
