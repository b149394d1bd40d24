import { exactTime } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import type { LetterText, Reader } from '../letter.ts'
import type { MicrosoftLinkFacts, MicrosoftNamed, MicrosoftProofFacts } from '../microsoft-facts.ts'
import { linkingMicrosoft, ownProfile } from '../places.ts'
import { leftText } from '../rows.ts'

const words = bilingual({
  en: {
    proofSubject: (brand: string) => `Link a Microsoft account to your sign-in at ${brand}`,
    proofPreview: 'A button to press, once, within the hour.',
    proofLead: (address: string, brand: string) =>
      `Somebody who signed in at Microsoft wants to use that account for the sign-in of ${address} at ${brand}.`,
    proofIfYou:
      'If it was you, press the button in the browser where you asked. You see the account once more before anything is linked.',
    proofButton: 'Look at the account and link it',
    validUntil: 'Valid until',
    proofIfNot: 'If it was not you, ignore this letter: without it nothing is linked. Pass it on to nobody.',
    account: 'Microsoft account',
    name: 'Name at Microsoft',
    tenant: 'Organisation (tenant ID)',
    when: 'When',
    linkedSubject: (brand: string) => `A Microsoft account was linked to your sign-in at ${brand}`,
    linkedLead: (address: string, brand: string) =>
      `From now on this Microsoft account signs in as ${address} at ${brand}.`,
    unlinkedSubject: (brand: string) => `A Microsoft account was unlinked from your sign-in at ${brand}`,
    unlinkedLead: (address: string, brand: string) =>
      `This Microsoft account does not sign in as ${address} at ${brand} any more.`,
    button: 'See what you sign in with',
    notMe:
      'If it was not you: unlink what you don’t know under My profile, end all other sessions there and change your password.',
    note: 'You receive this letter so that no change of your ways in goes unnoticed.',
  },
  fr: {
    proofSubject: brand => `Lier un compte Microsoft à votre identifiant chez ${brand}`,
    proofPreview: 'Un bouton à utiliser une seule fois, dans l’heure.',
    proofLead: (address, brand) =>
      `Une personne connectée chez Microsoft veut se connecter avec ce compte sous l’identifiant ${address} chez ${brand}.`,
    proofIfYou:
      'Si c’était vous, utilisez le bouton dans le navigateur où vous avez fait la demande. Vous verrez le compte encore une fois avant que quoi que ce soit ne soit lié.',
    proofButton: 'Voir le compte et le lier',
    validUntil: 'Valable jusqu’au',
    proofIfNot:
      'Si ce n’était pas vous, ignorez ce message\u202F: rien n’est lié sans lui. Ne le transmettez à personne.',
    account: 'Compte Microsoft',
    name: 'Nom chez Microsoft',
    tenant: 'Organisation (identifiant de locataire)',
    when: 'Quand',
    linkedSubject: brand => `Un compte Microsoft a été lié à votre identifiant chez ${brand}`,
    linkedLead: (address, brand) =>
      `Désormais, ce compte Microsoft permet de se connecter sous l’identifiant ${address} chez ${brand}.`,
    unlinkedSubject: brand => `Un compte Microsoft a été délié de votre identifiant chez ${brand}`,
    unlinkedLead: (address, brand) =>
      `Ce compte Microsoft ne permet plus de se connecter sous l’identifiant ${address} chez ${brand}.`,
    button: 'Voir vos moyens de connexion',
    notMe:
      'Si ce n’était pas vous\u202F: déliez ce que vous ne connaissez pas sous Mon profil, fermez-y toutes les autres sessions et modifiez votre mot de passe.',
    note: 'Vous recevez ce message afin qu’aucun changement de vos moyens de connexion ne passe inaperçu.',
  },
})

function rowsOf({ name, address, tenant }: MicrosoftNamed, reader: Reader) {
  const w = words[reader.language]
  return [
    { label: w.account, value: address || name },
    ...(address && name !== address ? [{ label: w.name, value: name }] : []),
    { label: w.tenant, value: tenant },
  ]
}

/** To the mailbox of somebody who is to prove it, so that a Microsoft account can be linked to their sign-in. */
export function microsoftProof(facts: MicrosoftProofFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const exact = exactTime(facts.expiresAt, reader.zone, reader.language)
  const left = leftText(facts.expiresAt.getTime() - reader.now.getTime(), reader)
  return {
    subject: w.proofSubject(reader.brand.name),
    preview: w.proofPreview,
    blocks: [
      { kind: 'lead', text: w.proofLead(reader.address, reader.brand.name) },
      {
        kind: 'facts',
        rows: [...rowsOf(facts.account, reader), { label: w.validUntil, value: exact, more: left }],
      },
      { kind: 'text', text: w.proofIfYou },
      { kind: 'button', label: w.proofButton, path: linkingMicrosoft(facts.token, reader.language) },
      { kind: 'note', text: w.proofIfNot },
    ],
  }
}

/** To somebody whose sign-in a Microsoft account opens by now. */
export function microsoftLinked(facts: MicrosoftLinkFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  return changed(
    facts,
    reader,
    w.linkedSubject(reader.brand.name),
    w.linkedLead(reader.address, reader.brand.name),
  )
}

/** To somebody whose sign-in a Microsoft account opens no longer. */
export function microsoftUnlinked(facts: MicrosoftLinkFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  return changed(
    facts,
    reader,
    w.unlinkedSubject(reader.brand.name),
    w.unlinkedLead(reader.address, reader.brand.name),
  )
}

function changed(facts: MicrosoftLinkFacts, reader: Reader, subject: string, lead: string): LetterText {
  const w = words[reader.language]
  const at = exactTime(facts.at, reader.zone, reader.language)
  return {
    subject,
    preview: w.note,
    blocks: [
      { kind: 'lead', text: lead },
      { kind: 'facts', rows: [...rowsOf(facts.account, reader), { label: w.when, value: at }] },
      { kind: 'button', label: w.button, path: ownProfile },
      { kind: 'text', text: w.notMe },
      { kind: 'note', text: w.note },
    ],
  }
}
