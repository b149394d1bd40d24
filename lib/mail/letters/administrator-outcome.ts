import { placeWords } from '#lib/access/place-words.ts'
import { phraseList } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import type { Block, LetterText, Reader } from '../letter.ts'
import type { PersonInvitationFacts } from '../person-invitation-facts.ts'
import { administrators } from '../places.ts'
import { accountRow, notUsOfPerson } from '../rows.ts'

const words = bilingual({
  en: {
    acceptedSubject: (who: string, account: string) => `${who} is now an administrator of ${account}`,
    accepted: (who: string, account: string) =>
      `${who} accepted an invitation and is now an administrator of ${account}.`,
    declinedSubject: (who: string, account: string) => `${who} declined to be an administrator of ${account}`,
    declined: (who: string, account: string) =>
      `${who} declined your invitation to be an administrator of ${account}. Nothing was given.`,
    lapsedSubject: (account: string) => `An invitation to administer ${account} has lapsed`,
    lapsed: (who: string, account: string) =>
      `Your invitation to ${who} to be an administrator of ${account} was not answered in time, and has lapsed. Nothing was given.`,
    somebody: 'somebody',
    holder: 'whoever holds its link',
    who: 'Person',
    invited: 'Invited address',
    roles: 'Roles',
    open: 'Open Administrators',
    because: (account: string) => `You receive this letter because you may manage who works on ${account}.`,
  },
  fr: {
    acceptedSubject: (who, account) => `${who} administre maintenant le compte ${account}`,
    accepted: (who, account) =>
      `${who} a accepté une invitation et administre maintenant le compte ${account}.`,
    declinedSubject: (who, account) => `${who} a décliné l’invitation à administrer le compte ${account}`,
    declined: (who, account) =>
      `${who} a décliné votre invitation à administrer le compte ${account}. Rien n’a été accordé.`,
    lapsedSubject: account => `Une invitation à administrer le compte ${account} est caduque`,
    lapsed: (who, account) =>
      `Votre invitation à administrer le compte ${account}, destinée à ${who}, est restée sans réponse et est caduque. Rien n’a été accordé.`,
    somebody: 'quelqu’un',
    holder: 'quiconque détient son lien',
    who: 'Personne',
    invited: 'Adresse invitée',
    roles: 'Rôles',
    open: 'Ouvrir Administrateurs',
    because: account =>
      `Vous recevez ce message parce que vous gérez qui travaille sur le compte ${account}.`,
  },
})

/** To everybody who decides about access to the account: who came in, as what. */
export function administratorAccepted(facts: PersonInvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const who = facts.doer?.name || w.somebody
  const lead = w.accepted(who, facts.account.name)
  return {
    subject: w.acceptedSubject(who, facts.account.name),
    preview: lead,
    blocks: [...told(lead, facts, reader), ...notUsOfPerson(facts.account, reader), because(facts, reader)],
  }
}

/** To whoever invited. */
export function administratorDeclined(facts: PersonInvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const who = facts.doer?.name || facts.email || w.somebody
  const lead = w.declined(who, facts.account.name)
  return {
    subject: w.declinedSubject(who, facts.account.name),
    preview: lead,
    blocks: [...told(lead, facts, reader), because(facts, reader)],
  }
}

/** To whoever invited: nobody answered. */
export function administratorLapsed(facts: PersonInvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const lead = w.lapsed(facts.email ?? w.holder, facts.account.name)
  return {
    subject: w.lapsedSubject(facts.account.name),
    preview: lead,
    blocks: [...told(lead, facts, reader), because(facts, reader)],
  }
}

function told(lead: string, facts: PersonInvitationFacts, reader: Reader): readonly Block[] {
  const w = words[reader.language]
  const { account, doer, email, roles } = facts
  const names = placeWords[reader.language].role
  const as = phraseList(
    roles.map(role => names[role]),
    reader.language,
  )
  return [
    { kind: 'lead', text: lead },
    {
      kind: 'facts',
      rows: [
        ...(doer?.name ? [{ label: w.who, value: doer.name }] : []),
        ...(email ? [{ label: w.invited, value: email }] : []),
        accountRow(account, reader),
        { label: w.roles, value: as },
      ],
    },
    { kind: 'button', label: w.open, path: administrators(account) },
  ]
}

function because({ account }: PersonInvitationFacts, reader: Reader): Block {
  return { kind: 'note', text: words[reader.language].because(account.name) }
}
