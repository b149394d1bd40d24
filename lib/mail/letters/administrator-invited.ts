import { givenTogether } from '#lib/access/authority.ts'
import { capabilityTexts } from '#lib/access/capability-words.ts'
import { placeWords } from '#lib/access/place-words.ts'
import { toldOf } from '#lib/access/told.ts'
import { exactTime, phraseList } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import type { LetterText, Reader } from '../letter.ts'
import type { PersonInvitationFacts } from '../person-invitation-facts.ts'
import { answeringInvitation } from '../places.ts'
import { accountRow, leftText } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string) => `${account} invites you to be an administrator`,
    preview: 'Nothing is yours until you accept.',
    lead: (by: string, account: string) => `${by} invites you to be an administrator of ${account}.`,
    how: 'The button shows what you would be able to do. Sign in there, or make a sign-in, and accept or decline.',
    button: 'See the invitation',
    roles: 'Roles',
    together: 'Together you could:',
    validUntil: 'Valid until',
    once: 'The link is meant for you, and works once. A newer letter replaces this one.',
    because: (brand: string) =>
      `You receive this letter because somebody who may do so typed your address on ${brand}. If you don’t know why, ignore it: unless you accept, nothing changes.`,
  },
  fr: {
    subject: account => `${account} vous invite à devenir administrateur`,
    preview: 'Rien ne vous est accordé tant que vous n’acceptez pas.',
    lead: (by, account) => `${by} vous invite à devenir administrateur du compte ${account}.`,
    how: 'Le bouton montre ce que vous pourriez faire. Connectez-vous-y ou créez votre accès, puis acceptez ou déclinez.',
    button: 'Voir l’invitation',
    roles: 'Rôles',
    together: 'Ensemble, ils vous permettraient de\u202F:',
    validUntil: 'Valable jusqu’au',
    once: 'Le lien vous est destiné et sert une seule fois. Un courriel plus récent remplace celui-ci.',
    because: brand =>
      `Vous recevez ce message parce qu’une personne autorisée a saisi votre adresse dans ${brand}. Si vous ne savez pas pourquoi, ignorez-le\u202F: rien ne change tant que vous n’acceptez pas.`,
  },
})

/** To whoever is invited: by whom, to what, as what, and until when. */
export function administratorInvited(facts: PersonInvitationFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { language, zone, now, brand } = reader
  const { account, doer, roles, isClientAccount, lapsesAt, token } = facts
  const names = placeWords[language].role
  return {
    subject: w.subject(account.name),
    preview: w.preview,
    blocks: [
      { kind: 'lead', text: w.lead(doer?.name ?? account.name, account.name) },
      { kind: 'text', text: w.how },
      { kind: 'button', label: w.button, path: answeringInvitation(token, language) },
      {
        kind: 'facts',
        rows: [
          accountRow(account, reader),
          {
            label: w.roles,
            value: phraseList(
              roles.map(role => names[role]),
              language,
            ),
          },
          ...(doer ? [{ label: shared[language].invitedBy, value: doer.name, more: doer.firm }] : []),
          {
            label: w.validUntil,
            value: exactTime(lapsesAt, zone, language),
            more: leftText(lapsesAt.getTime() - now.getTime(), reader),
          },
        ],
      },
      {
        kind: 'list',
        label: w.together,
        items: capabilityTexts(toldOf([...givenTogether(roles, isClientAccount)]), language),
      },
      { kind: 'text', text: w.once },
      { kind: 'note', text: w.because(brand.name) },
    ],
  }
}
