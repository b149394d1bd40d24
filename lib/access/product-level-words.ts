import { bilingual } from '#lib/language.ts'
import type { ProductAct, ProviderAct } from './product-levels.ts'

/** What the levels of a product may do, and what only the provider can. */
export const productLevelWords = bilingual({
  en: {
    level: (product: string, level: string) => `${product}: ${level}`,
    act: {
      answering: 'set how calls are answered and forwarded',
      numbers: 'see numbers, name and forward them',
      devices: 'see and name devices',
      trunks: 'see and name trunks',
      lines: 'see and name lines',
      users: 'add users, change them and reset their passwords',
      'own-extension': 'change their own extension',
    } satisfies Record<ProductAct, string>,
    onlyProvider: 'Only the provider can:',
    providerAct: {
      order: 'add or cancel services',
      port: 'bring in a number from elsewhere',
      plan: 'change the plan',
      capacity: 'change the number of channels',
      'emergency-address': 'change the emergency address',
      'alarm-test': 'test alarm and lift lines',
      domain: 'connect a domain',
    } satisfies Record<ProviderAct, string>,
  },
  fr: {
    level: (product, level) => `${product}\u202F: ${level}`,
    act: {
      answering: 'régler la réponse et le renvoi des appels',
      numbers: 'voir, nommer et renvoyer les numéros',
      devices: 'voir et nommer les appareils',
      trunks: 'voir et nommer les liaisons',
      lines: 'voir et nommer les lignes',
      users: 'ajouter et modifier des utilisateurs et réinitialiser leur mot de passe',
      'own-extension': 'modifier son propre poste',
    },
    onlyProvider: 'Seul le fournisseur peut\u202F:',
    providerAct: {
      order: 'ajouter ou résilier des services',
      port: 'transférer un numéro d’ailleurs',
      plan: 'changer de forfait',
      capacity: 'changer le nombre de canaux',
      'emergency-address': 'changer l’adresse d’urgence',
      'alarm-test': 'vérifier les lignes d’alarme et d’ascenseur',
      domain: 'relier un domaine',
    },
  },
})
