import { exactTime } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import { membershipWords } from '#lib/membership/words.ts'
import type { ActivationFacts, InvitedKind } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { settingPassword } from '../places.ts'
import { leftText } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    kind: {
      ...membershipWords.en.kind,
      'partner-staff': 'member of the firm',
      'platform-user': 'platform user',
    } satisfies Record<InvitedKind, string>,
    subject: (brand: string, place: string) =>
      brand === place ? `Activate your access to ${place}` : `Activate your access to ${place} on ${brand}`,
    subjectKnown: (brand: string, place: string) =>
      brand === place ? `Accept your access to ${place}` : `Accept your access to ${place} on ${brand}`,
    preview: 'Set your own password with the button. It works once.',
    previewKnown: 'Sign in as you always do, and accept. The button works once.',
    lead: (by: string, firm: string, kind: string, place: string) =>
      firm === place
        ? `${by} added you as ${kind} of ${place}.`
        : `${by} of ${firm} added you as ${kind} of ${place}.`,
    leadNobody: (kind: string, place: string) => `You were added as ${kind} of ${place}.`,
    leadNowhere: (brand: string) => `Set your first password for ${brand}.`,
    subjectNowhere: (brand: string) => `Set your password for ${brand}`,
    how: 'Press the button and set a password of your own. Or type user name and temporary password into the sign-in form: that leads to the same page.',
    howKnown:
      'You have a sign-in here already. Press the button, sign in as you always do, and accept: your password stays as it is.',
    button: 'Set your password',
    buttonKnown: 'See and accept',
    userName: 'User name:',
    temporary: 'Temporary password:',
    validUntil: 'Valid until',
    once: 'Link and temporary password work once, and for nothing but setting your own password. A newer letter replaces this one.',
    onceKnown: 'The link works once. A newer letter replaces this one.',
    because: (brand: string) =>
      `You receive this letter because somebody who may do so added your address to ${brand}. If you don’t know why, ignore it: without you nothing is activated.`,
    becauseKnown: (brand: string) =>
      `You receive this letter because somebody who may do so added your address on ${brand}. If you don’t know why, ignore it: unless you accept, nothing changes.`,
  },
  fr: {
    kind: {
      ...membershipWords.fr.kind,
      'partner-staff': 'membre de l’entreprise',
      'platform-user': 'utilisateur de la plateforme',
    },
    subject: (brand, place) =>
      brand === place ? `Activez votre accès à ${place}` : `Activez votre accès à ${place} sur ${brand}`,
    subjectKnown: (brand, place) =>
      brand === place ? `Acceptez votre accès à ${place}` : `Acceptez votre accès à ${place} sur ${brand}`,
    preview: 'Choisissez votre mot de passe à l’aide du bouton, qui sert une seule fois.',
    previewKnown: 'Connectez-vous comme d’habitude et acceptez. Le bouton sert une seule fois.',
    lead: (by, firm, kind, place) =>
      firm === place
        ? `${by} vous a ajouté comme ${kind}\u202F: ${place}.`
        : `${by} (${firm}) vous a ajouté comme ${kind}\u202F: ${place}.`,
    leadNobody: (kind, place) => `Vous avez été ajouté comme ${kind}\u202F: ${place}.`,
    leadNowhere: brand => `Choisissez votre premier mot de passe pour ${brand}.`,
    subjectNowhere: brand => `Choisissez votre mot de passe pour ${brand}`,
    how: 'Utilisez le bouton et choisissez votre propre mot de passe. Ou saisissez le nom d’utilisateur et le mot de passe temporaire dans le formulaire de connexion, qui mène à la même page.',
    howKnown:
      'Vous avez déjà un accès ici. Utilisez le bouton, connectez-vous comme d’habitude et acceptez\u202F: votre mot de passe ne change pas.',
    button: 'Choisir votre mot de passe',
    buttonKnown: 'Voir et accepter',
    userName: 'Nom d’utilisateur\u202F:',
    temporary: 'Mot de passe temporaire\u202F:',
    validUntil: 'Valable jusqu’au',
    once: 'Le lien et le mot de passe temporaire servent une seule fois, et seulement à choisir votre mot de passe. Un courriel plus récent remplace celui-ci.',
    onceKnown: 'Le lien sert une seule fois. Un courriel plus récent remplace celui-ci.',
    because: brand =>
      `Vous recevez ce message parce qu’une personne autorisée a ajouté votre adresse à ${brand}. Si vous ne savez pas pourquoi, ignorez-le\u202F: rien n’est activé sans vous.`,
    becauseKnown: brand =>
      `Vous recevez ce message parce qu’une personne autorisée a ajouté votre adresse dans ${brand}. Si vous ne savez pas pourquoi, ignorez-le\u202F: rien ne change tant que vous n’acceptez pas.`,
  },
})

/**
 * To somebody who is to come in: user name, one-time temporary password, and the link that does the same in one click.
 * Whoever has a password already gets the link alone. Subject and preview hold neither.
 */
export function activation(facts: ActivationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { brand } = reader
  const { doer, place, code } = facts
  const exact = exactTime(facts.expiresAt, reader.zone, reader.language)
  const left = leftText(facts.expiresAt.getTime() - reader.now.getTime(), reader)
  return {
    subject: place ? w[code ? 'subject' : 'subjectKnown'](brand.name, place) : w.subjectNowhere(brand.name),
    preview: code ? w.preview : w.previewKnown,
    blocks: [
      { kind: 'lead', text: leadOf(facts, reader) },
      { kind: 'text', text: code ? w.how : w.howKnown },
      {
        kind: 'button',
        label: code ? w.button : w.buttonKnown,
        path: settingPassword('activation', facts.token, reader.language),
      },
      {
        kind: 'facts',
        rows: [
          { label: w.validUntil, value: exact, more: left },
          ...(doer ? [{ label: shared[reader.language].by, value: doer.name, more: doer.firm }] : []),
        ],
      },
      ...(code
        ? [
            { kind: 'code' as const, label: w.userName, code: reader.address },
            { kind: 'code' as const, label: w.temporary, code },
          ]
        : []),
      { kind: 'text', text: code ? w.once : w.onceKnown },
      { kind: 'note', text: w[code ? 'because' : 'becauseKnown'](brand.name) },
    ],
  }
}

function leadOf({ kind, place, doer }: ActivationFacts, { language, brand }: Reader): string {
  const w = words[language]
  if (!kind) return w.leadNowhere(brand.name)
  return doer ? w.lead(doer.name, doer.firm, w.kind[kind], place) : w.leadNobody(w.kind[kind], place)
}
