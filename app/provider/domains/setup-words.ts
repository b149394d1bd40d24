import type { DnsRecord } from '#lib/branding/records.ts'
import { bilingual } from '#lib/language.ts'

/** What is said of the records that a domain needs. */
export const setupWords = bilingual({
  en: {
    host: 'The host name',
    hostText: 'Create this record where the domain is administered.',
    hostDemo:
      'This is the demo: names that end in .localhost lead to this machine by themselves. A real host name would need this record.',
    hostUnknown: 'the address of your portal’s servers',
    sender: 'The sender',
    senderOf: (domain: string) => `Letters come from ${domain}.`,
    noKey:
      'No mail service is connected here, so nobody can say what is set up. In general a sender’s domain needs these records; the mail service tells the exact values once the domain is added there.',
    unknown: (domain: string) =>
      `The mail service does not know ${domain} yet. Add the domain there; then its exact records stand here. In general they are:`,
    unreachable:
      'The mail service gave no answer just now, so nobody can say what is set up. Load this page again in a moment. In general a sender’s domain needs these records:',
    verified: 'The mail service has verified this domain. Letters go out.',
    notVerified:
      'The mail service has not verified this domain yet. Create these records; it can take a day until they are seen.',
    fromService: 'given by the mail service',
    column: { purpose: 'What for', type: 'Type', name: 'Name', value: 'Value', state: 'State' },
    purpose: {
      host: 'Leads to the portal',
      spf: 'SPF: who may send',
      dkim: 'DKIM: signature',
      'return-path': 'Return path: bounces',
      dmarc: 'DMARC: advised',
    } satisfies Record<DnsRecord['purpose'], string>,
    state: { verified: 'Found', pending: 'Not seen yet', failed: 'Wrong or missing' },
    unlooked: 'not looked at',
    priority: (n: number) => `priority ${n}`,
    copy: 'Copy value',
    copied: 'Copied',
    nothing: 'No name that was typed here is ever looked up: states are what the mail service says.',
  },
  fr: {
    host: 'Le nom d’hôte',
    hostText: 'Créez cet enregistrement là où le domaine est administré.',
    hostDemo:
      'Ceci est la démonstration\u202F: les noms qui se terminent par .localhost mènent d’eux-mêmes à cette machine. Un vrai nom d’hôte demanderait cet enregistrement.',
    hostUnknown: 'l’adresse des serveurs de votre portail',
    sender: 'L’expéditeur',
    senderOf: (domain: string) => `Domaine de l’expéditeur\u202F: ${domain}.`,
    noKey:
      'Aucun service de courriel n’est relié ici\u202F: on ne sait donc pas ce qui est en place. En général, le domaine d’un expéditeur demande ces enregistrements\u202F; le service de courriel donne les valeurs exactes une fois le domaine ajouté chez lui.',
    unknown: (domain: string) =>
      `Le service de courriel ne connaît pas encore ${domain}. Ajoutez-y le domaine\u202F; ses enregistrements exacts figureront alors ici. En général, ce sont\u202F:`,
    unreachable:
      'Le service de courriel n’a pas répondu\u202F: on ne sait donc pas ce qui est en place. Rechargez cette page dans un instant. En général, le domaine d’un expéditeur demande ces enregistrements\u202F:',
    verified: 'Le service de courriel a validé ce domaine. Les courriels partent.',
    notVerified:
      'Le service de courriel n’a pas encore validé ce domaine. Créez ces enregistrements\u202F; il peut falloir un jour avant qu’ils soient vus.',
    fromService: 'donnée par le service de courriel',
    column: { purpose: 'À quoi il sert', type: 'Type', name: 'Nom', value: 'Valeur', state: 'État' },
    purpose: {
      host: 'Mène au portail',
      spf: 'SPF\u202F: qui peut envoyer',
      dkim: 'DKIM\u202F: signature',
      'return-path': 'Adresse de retour',
      dmarc: 'DMARC\u202F: conseillé',
    },
    state: { verified: 'Trouvé', pending: 'Pas encore vu', failed: 'Erroné ou absent' },
    unlooked: 'non vérifié',
    priority: (n: number) => `priorité ${n}`,
    copy: 'Copier la valeur',
    copied: 'Copié',
    nothing:
      'Aucun nom saisi ici n’est jamais recherché\u202F: les états sont ceux que donne le service de courriel.',
  },
})
