import { exactTime } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import type { ActivationFacts, PasswordFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { askingForReset, settingPassword } from '../places.ts'
import { leftText } from '../rows.ts'

const words = bilingual({
  en: {
    resetSubject: (brand: string) => `Set a new password for ${brand}`,
    resetPreview: 'A button to press, once, within the hour.',
    asked: (brand: string, address: string) =>
      `Somebody asked for a new password for ${address} on ${brand}.`,
    sentBy: (by: string, firm: string) =>
      `${by} of ${firm} had this letter sent to you, to set a new password.`,
    how: 'Press the button and set a password of your own. Or type user name and temporary password into the sign-in form: that leads to the same page. Until then your present password goes on working.',
    button: 'Set a new password',
    userName: 'User name:',
    temporary: 'Temporary password:',
    validUntil: 'Valid until',
    ifNot:
      'If it was not you, ignore this letter: without it nothing is changed. Give the temporary password to nobody.',
    changedSubject: (brand: string) => `Your password for ${brand} was changed`,
    changed: (address: string, when: string) => `The password for ${address} was changed on ${when}.`,
    changedText: 'All other sessions were signed out.',
    changedButton: 'It was not me: set another password',
    changedNote: 'You receive this letter so that no change of your password goes unnoticed.',
  },
  fr: {
    resetSubject: brand => `Choisissez un nouveau mot de passe pour ${brand}`,
    resetPreview: 'Un bouton à utiliser une seule fois, dans l’heure.',
    asked: (brand, address) => `Quelqu’un a demandé un nouveau mot de passe pour ${address} sur ${brand}.`,
    sentBy: (by, firm) =>
      `${by} (${firm}) vous fait envoyer ce message pour choisir un nouveau mot de passe.`,
    how: 'Utilisez le bouton et choisissez votre propre mot de passe. Ou saisissez le nom d’utilisateur et le mot de passe temporaire dans le formulaire de connexion, qui mène à la même page. D’ici là, votre mot de passe actuel reste valable.',
    button: 'Choisir un nouveau mot de passe',
    userName: 'Nom d’utilisateur\u202F:',
    temporary: 'Mot de passe temporaire\u202F:',
    validUntil: 'Valable jusqu’au',
    ifNot:
      'Si ce n’était pas vous, ignorez ce message\u202F: rien ne change sans lui. Ne donnez le mot de passe temporaire à personne.',
    changedSubject: brand => `Votre mot de passe pour ${brand} a été modifié`,
    changed: (address, when) => `Le mot de passe pour ${address} a été modifié le ${when}.`,
    changedText: 'Toutes les autres sessions ont été fermées.',
    changedButton: 'Ce n’était pas moi\u202F: choisir un autre mot de passe',
    changedNote:
      'Vous recevez ce message afin qu’aucune modification de votre mot de passe ne passe inaperçue.',
  },
})

/** To somebody who forgot their password, or whose password others want replaced. */
export function reset(facts: ActivationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { doer } = facts
  const exact = exactTime(facts.expiresAt, reader.zone, reader.language)
  const left = leftText(facts.expiresAt.getTime() - reader.now.getTime(), reader)
  return {
    subject: w.resetSubject(reader.brand.name),
    preview: w.resetPreview,
    blocks: [
      {
        kind: 'lead',
        text: doer ? w.sentBy(doer.name, doer.firm) : w.asked(reader.brand.name, reader.address),
      },
      { kind: 'text', text: w.how },
      { kind: 'button', label: w.button, path: settingPassword('reset', facts.token, reader.language) },
      {
        kind: 'facts',
        rows: [{ label: w.validUntil, value: exact, more: left }],
      },
      { kind: 'code', label: w.userName, code: reader.address },
      { kind: 'code', label: w.temporary, code: facts.code },
      { kind: 'note', text: w.ifNot },
    ],
  }
}

/** To somebody whose password is another one by now. */
export function passwordChanged(facts: PasswordFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  return {
    subject: w.changedSubject(reader.brand.name),
    preview: w.changedText,
    blocks: [
      {
        kind: 'lead',
        text: w.changed(reader.address, exactTime(facts.changedAt, reader.zone, reader.language)),
      },
      { kind: 'text', text: w.changedText },
      { kind: 'button', label: w.changedButton, path: askingForReset },
      { kind: 'note', text: w.changedNote },
    ],
  }
}
