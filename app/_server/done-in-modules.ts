import { bilingual } from '#lib/language.ts'

/** What a page of a module says after a change: see done.ts. */
export const moduleDone = bilingual({
  en: {
    'contact-added': 'The contact was added.',
    'contact-removed': 'The contact was removed. For 30 days it can be brought back, under “Removed”.',
    'contacts-removed': 'The contacts were removed. For 30 days they can be brought back, under “Removed”.',
    'contact-restored': 'The contact is back in the phonebook.',
    'contacts-restored': 'The contacts are back in the phonebook.',
    'contacts-grouped': 'The contacts are in the group now.',
    'contacts-imported': 'The file was taken in. What it changed stands in the history.',
    'contact-group-added': 'The group was added.',
    'contact-group-removed': 'The group was removed. Its contacts stay.',
    'contact-group-restored': 'The group is back, with its contacts.',
    'phonebook-address-made': 'The address works from this moment. Enter it in the phones.',
    'phonebook-address-replaced': 'The address was replaced. The old one reads nothing any more.',
    'phonebook-address-ended': 'The address is switched off. Phones read nothing there any more.',
    'call-records-imported': 'The file was taken in. What it added stands in the call log.',
    'pbx-extension-added': 'The extension was added.',
    'pbx-extension-removed':
      'The extension was removed. For 30 days it can be brought back, under “Removed”.',
    'pbx-extensions-removed':
      'The extensions were removed. For 30 days they can be brought back, under “Removed”.',
    'pbx-extension-restored': 'The extension is back, as it was.',
    'pbx-extensions-restored': 'The extensions are back, as they were.',
    'pbx-extensions-profiled': 'The chosen extensions have the key profile that you chose.',
    'pbx-extensions-imported': 'The file was taken in. What it changed stands in the history.',
    'voicemail-pin-set': 'The PIN was set. Tell it to whoever needs it: the portal shows it to nobody.',
    'key-profile-added': 'The key profile was added. Set its keys now.',
    'key-profile-copied': 'The key profile was duplicated. This is the new one.',
    'key-profile-removed': 'The key profile was removed.',
    'key-moved': 'The key was moved, and everything else on the page was saved.',
  },
  fr: {
    'contact-added': 'Le contact a été ajouté.',
    'contact-removed':
      'Le contact a été retiré. Il peut être repris pendant 30 jours, sous «\u00A0Retirés\u00A0».',
    'contacts-removed':
      'Les contacts ont été retirés. Ils peuvent être repris pendant 30 jours, sous «\u00A0Retirés\u00A0».',
    'contact-restored': 'Le contact est de nouveau dans le répertoire.',
    'contacts-restored': 'Les contacts sont de nouveau dans le répertoire.',
    'contacts-grouped': 'Les contacts sont maintenant dans le groupe.',
    'contacts-imported': 'Le fichier a été importé. Ce qu’il a modifié figure dans l’historique.',
    'contact-group-added': 'Le groupe a été ajouté.',
    'contact-group-removed': 'Le groupe a été retiré. Ses contacts restent.',
    'contact-group-restored': 'Le groupe est de retour, avec ses contacts.',
    'phonebook-address-made': 'L’adresse fonctionne dès maintenant. Entrez-la dans les téléphones.',
    'phonebook-address-replaced': 'L’adresse a été remplacée. L’ancienne ne donne plus rien.',
    'phonebook-address-ended': 'L’adresse est désactivée. Les téléphones n’y lisent plus rien.',
    'call-records-imported': 'Le fichier a été importé. Ce qu’il a ajouté figure dans le journal d’appels.',
    'pbx-extension-added': 'Le poste a été ajouté.',
    'pbx-extension-removed':
      'Le poste a été retiré. Il peut être repris pendant 30 jours, sous «\u00A0Retirés\u00A0».',
    'pbx-extensions-removed':
      'Les postes ont été retirés. Ils peuvent être repris pendant 30 jours, sous «\u00A0Retirés\u00A0».',
    'pbx-extension-restored': 'Le poste est de retour, tel qu’il était.',
    'pbx-extensions-restored': 'Les postes sont de retour, tels qu’ils étaient.',
    'pbx-extensions-profiled': 'Les postes choisis ont le profil de touches que vous avez choisi.',
    'pbx-extensions-imported': 'Le fichier a été importé. Ce qu’il a modifié figure dans l’historique.',
    'voicemail-pin-set':
      'Le NIP a été défini. Communiquez-le à qui en a besoin\u202F: le portail ne le montre à personne.',
    'key-profile-added': 'Le profil de touches a été ajouté. Définissez maintenant ses touches.',
    'key-profile-copied': 'Le profil de touches a été dupliqué. Voici le nouveau.',
    'key-profile-removed': 'Le profil de touches a été retiré.',
    'key-moved': 'La touche a été déplacée, et tout le reste de la page a été enregistré.',
  },
})
