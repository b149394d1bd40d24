import type { PartnerFilter } from '#db/provider/partners.ts'
import { bilingual, plural } from '#lib/language.ts'

/** What the list says. */
export const listWords = bilingual({
  en: {
    title: 'Partners',
    description: 'Outside firms that have been verified. Their names stand in every request and letter.',
    add: 'New partner',
    filters: 'Show',
    tile: {
      open: 'Open',
      unstaffed: 'Without an administrator',
      closed: 'Closed',
    } satisfies Record<PartnerFilter, string>,
    search: 'Search name or Partner ID',
    searchButton: 'Search',
    column: {
      name: 'Partner',
      code: 'Partner ID',
      serves: 'Accounts served',
      enters: 'Accounts it can enter now',
      staff: 'Staff',
    },
    staff: (administrators: number, technicians: number, invited: number) =>
      [
        `${administrators} ${plural('en', administrators, 'administrator', 'administrators')}`,
        `${technicians} ${plural('en', technicians, 'technician', 'technicians')}`,
        ...(invited > 0 ? [`${invited} invited`] : []),
      ].join(', '),
    closedOn: 'closed',
    none: 'No partners yet',
    noneText:
      'A partner is an outside firm that your customers may let in: an IT consultant, a channel partner.',
    nothingFound: (search: string) => `Nothing is found for “${search}”`,
    nothing: 'None of this sort',
    nothingText: 'Try another word, or look at all that are open.',
    showAll: 'Show open ones',
    pages: 'Pages of partners',
    next: 'Next',
    first: 'From the beginning',
  },
  fr: {
    title: 'Partenaires',
    description:
      'Entreprises externes dont l’identité a été vérifiée. Leur nom figure dans chaque demande et chaque courriel.',
    add: 'Nouveau partenaire',
    filters: 'Afficher',
    tile: { open: 'Ouverts', unstaffed: 'Sans administrateur', closed: 'Fermés' },
    search: 'Rechercher un nom ou un identifiant',
    searchButton: 'Rechercher',
    column: {
      name: 'Partenaire',
      code: 'Identifiant de partenaire',
      serves: 'Comptes desservis',
      enters: 'Comptes où il peut entrer',
      staff: 'Personnel',
    },
    staff: (administrators: number, technicians: number, invited: number) =>
      [
        `${administrators} ${plural('fr', administrators, 'administrateur', 'administrateurs')}`,
        `${technicians} ${plural('fr', technicians, 'technicien', 'techniciens')}`,
        ...(invited > 0
          ? [`${invited} ${plural('fr', invited, 'personne invitée', 'personnes invitées')}`]
          : []),
      ].join(', '),
    closedOn: 'fermé',
    none: 'Aucun partenaire pour l’instant',
    noneText:
      'Un partenaire est une entreprise externe que vos clients peuvent laisser entrer\u202F: un conseiller informatique, un revendeur.',
    nothingFound: (search: string) => `Aucun résultat pour «\u00a0${search}\u00a0»`,
    nothing: 'Aucun de ce type',
    nothingText: 'Essayez un autre mot ou consultez tous les partenaires ouverts.',
    showAll: 'Afficher les partenaires ouverts',
    pages: 'Pages de partenaires',
    next: 'Suivants',
    first: 'Depuis le début',
  },
})
