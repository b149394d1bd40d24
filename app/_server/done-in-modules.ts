import { bilingual } from '#lib/language.ts'

/** What a page of a module says after a change: see done.ts. */
export const moduleDone = bilingual({
  en: {
    'contact-added': 'The contact was added.',
    'contact-removed': 'The contact was removed. For 30 days it can be brought back, under “Removed”.',
    'contacts-removed': 'The contacts were removed. For 30 days they can be brought back, under “Removed”.',
    'contact-restored': 'The contact is back in the phonebook.',
    'contacts-grouped': 'The contacts are in the group now.',
    'contacts-imported': 'The file was taken in. What it changed stands in the history.',
    'contact-group-added': 'The group was added.',
    'contact-group-removed': 'The group was removed. Its contacts stay.',
    'contact-group-restored': 'The group is back, with its contacts.',
    'phonebook-address-made': 'The address works from this moment. Enter it in the phones.',
    'phonebook-address-replaced': 'The address was replaced. The old one reads nothing any more.',
    'phonebook-address-ended': 'The address is switched off. Phones read nothing there any more.',
    'message-sent': 'The message is on its way. What becomes of it is shown beside it.',
    'fax-sent': 'The fax is on its way. What becomes of it is shown here.',
    'fax-removed': 'The fax was removed. For 30 days it can be brought back, under “Removed”.',
    'fax-restored': 'The fax is back in the list.',
    'call-records-imported': 'The file was taken in. What it added stands in the call log.',
  },
  fr: {
    'contact-added': 'Le contact a été ajouté.',
    'contact-removed':
      'Le contact a été retiré. Il peut être repris pendant 30 jours, sous «\u00A0Retirés\u00A0».',
    'contacts-removed':
      'Les contacts ont été retirés. Ils peuvent être repris pendant 30 jours, sous «\u00A0Retirés\u00A0».',
    'contact-restored': 'Le contact est de nouveau dans le répertoire.',
    'contacts-grouped': 'Les contacts sont maintenant dans le groupe.',
    'contacts-imported': 'Le fichier a été importé. Ce qu’il a modifié figure dans l’historique.',
    'contact-group-added': 'Le groupe a été ajouté.',
    'contact-group-removed': 'Le groupe a été retiré. Ses contacts restent.',
    'contact-group-restored': 'Le groupe est de retour, avec ses contacts.',
    'phonebook-address-made': 'L’adresse fonctionne dès maintenant. Entrez-la dans les téléphones.',
    'phonebook-address-replaced': 'L’adresse a été remplacée. L’ancienne ne donne plus rien.',
    'phonebook-address-ended': 'L’adresse est désactivée. Les téléphones n’y lisent plus rien.',
    'message-sent': 'Le message est en route. Ce qu’il devient s’affiche à côté.',
    'fax-sent': 'Le fax est en route. Ce qu’il devient s’affiche ici.',
    'fax-removed': 'Le fax a été retiré. Il peut être repris pendant 30 jours, sous «\u00A0Retirés\u00A0».',
    'fax-restored': 'Le fax est de nouveau dans la liste.',
    'call-records-imported': 'Le fichier a été importé. Ce qu’il a ajouté figure dans le journal d’appels.',
  },
})
