import { bilingual } from '#lib/language.ts'
import type { FaultyField } from '#lib/limits/forms.ts'

export const words = bilingual({
  en: {
    title: 'Limits',
    description: 'What every account of yours must keep to when it lets a partner in.',
    onlyAdministrators: 'Only platform administrators can change limits.',
    changed: (who: string) => `Changed by ${who},`,
    longest: 'Longest access',
    longestText:
      'The longest time that an account may give a partner at once. With a limit nobody can give access for good.',
    longestKeeps:
      'Access that runs keeps its end, and what was given for good stays so until somebody ends it. Requests that wait can be approved only within the new limit; their form offers nothing longer.',
    any: 'Any length, ongoing too',
    limited: 'At most',
    longestAmount: 'At most',
    longestUnit: 'Counted in',
    life: 'Life of a request',
    lifeText: 'How long a request of a partner waits for an answer before it lapses. 7 days is usual.',
    lifeKeeps: 'Requests that wait keep the life that they were sent with.',
    lifeAmount: 'Lapses after',
    lifeUnit: 'Counted in',
    review: 'Review of ongoing access',
    reviewText:
      'After how many months an account is asked to look again at access that has no end. 6 months is usual.',
    reviewKeeps: 'Access that runs keeps the day of its review.',
    reviewAmount: 'Months',
    reviewHint: 'From 1 to 24.',
    unanswered: 'Unanswered reviews',
    unansweredText:
      'What becomes of access without an end when nobody of the account has answered its review after 30 days. Either way you see the accounts concerned in the list of accounts.',
    unansweredKeeps:
      'Once you switch this on, every account with an unanswered review is told of the end, 30 days before it. What was told of an end keeps it when you switch this off, until the account answers.',
    goesOn: 'It goes on',
    ends: 'It ends, 30 days after the account was told so',
    unit: { hours: 'Hours', days: 'Days' },
    now: 'Now',
    save: 'Save limits',
    saving: 'Saving…',
    fault: {
      'not-a-number': 'Write a whole number from 1 on.',
      'too-large': {
        longestAmount: 'This is too long: 3,650 days at most.',
        lifeAmount: 'This is too long: 90 days at most.',
        review: 'This is too long: 24 months at most.',
      } satisfies Record<FaultyField, string>,
    },
    meanwhile: (who: string, when: string) =>
      `While you had this form open, ${who} changed the limits${when && ` on ${when}`}. Nothing of yours was saved yet: what you typed still stands here, and the fields that you left alone show the newer values. Look at what is marked, then save again.`,
  },
  fr: {
    title: 'Limites',
    description: 'Ce que tous vos comptes doivent respecter lorsqu’ils ouvrent leur accès à un partenaire.',
    onlyAdministrators: 'Seuls les administrateurs de la plateforme peuvent modifier les limites.',
    changed: (who: string) => `Modifié par ${who},`,
    longest: 'Accès le plus long',
    longestText:
      'La plus longue durée qu’un compte peut accorder à un partenaire en une fois. Avec une limite, personne ne peut accorder un accès sans fin.',
    longestKeeps:
      'Les accès en cours gardent leur fin, et ceux accordés sans fin restent ainsi jusqu’à ce que quelqu’un y mette fin. Les demandes en attente ne peuvent être approuvées que dans la nouvelle limite\u202F: leur formulaire n’offre rien de plus long.',
    any: 'Toute durée, sans fin aussi',
    limited: 'Au plus',
    longestAmount: 'Au plus',
    longestUnit: 'Compté en',
    life: 'Durée de vie d’une demande',
    lifeText:
      'Combien de temps une demande d’un partenaire attend une réponse avant de devenir caduque. D’habitude, 7\u00A0jours.',
    lifeKeeps: 'Les demandes en attente gardent la durée de vie avec laquelle elles ont été envoyées.',
    lifeAmount: 'Caduque après',
    lifeUnit: 'Compté en',
    review: 'Revue des accès sans fin',
    reviewText:
      'Après combien de mois un compte est invité à revoir un accès sans fin. D’habitude, 6\u00A0mois.',
    reviewKeeps: 'Les accès en cours gardent le jour de leur revue.',
    reviewAmount: 'Mois',
    reviewHint: 'De 1 à 24.',
    unanswered: 'Revues sans réponse',
    unansweredText:
      'Ce que devient un accès sans fin lorsque personne du compte n’a répondu à sa revue après 30\u00A0jours. Dans les deux cas, la liste des comptes vous montre ceux qui sont concernés.',
    unansweredKeeps:
      'Dès que vous l’activez, chaque compte dont une revue est sans réponse est informé de la fin, 30\u00A0jours à l’avance. Si vous le désactivez, une fin déjà annoncée demeure jusqu’à la réponse du compte.',
    goesOn: 'Il se poursuit',
    ends: 'Il prend fin, 30\u00A0jours après que le compte en a été informé',
    unit: { hours: 'Heures', days: 'Jours' },
    now: 'Actuellement',
    save: 'Enregistrer les limites',
    saving: 'Enregistrement…',
    fault: {
      'not-a-number': 'Écrivez un nombre entier à partir de 1.',
      'too-large': {
        longestAmount: 'C’est trop long\u202F: 3\u00A0650 jours au plus.',
        lifeAmount: 'C’est trop long\u202F: 90 jours au plus.',
        review: 'C’est trop long\u202F: 24 mois au plus.',
      },
    },
    meanwhile: (who: string, when: string) =>
      `Pendant que ce formulaire était ouvert, ${who} a modifié les limites${when && ` (${when})`}. Rien n’a encore été enregistré de votre part\u202F: votre saisie est conservée, et les champs que vous n’aviez pas touchés montrent les nouvelles valeurs. Vérifiez ce qui est indiqué, puis enregistrez de nouveau.`,
  },
})
