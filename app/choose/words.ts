import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Where do you want to work?',
    kind: { account: 'Accounts', partner: 'Partners', provider: 'Provider' },
  },
  fr: {
    title: 'Où voulez-vous travailler?',
    kind: { account: 'Comptes', partner: 'Partenaires', provider: 'Fournisseur' },
  },
})
