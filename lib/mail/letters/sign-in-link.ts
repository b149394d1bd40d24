import { exactTime } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import type { SignInFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { signInWith } from '../places.ts'
import { leftText } from '../rows.ts'

const words = bilingual({
  en: {
    subject: (brand: string) => `Your sign-in link for ${brand}`,
    preview: 'A button to press or a code to type. Both work once and soon end.',
    lead: (brand: string, address: string) => `Somebody asked to sign in to ${brand} as ${address}.`,
    ifYou: 'If it was you, press the button in the browser where you asked.',
    button: 'Sign in',
    code: 'Reading this on another device? Type this code into the page where you asked:',
    until: (exact: string, left: string) => `Link and code work once, until ${exact} (${left}).`,
    ifNot: (brand: string) =>
      `If it was not you, ignore this letter: nobody gets in without it. Give the code to nobody; ${brand} never asks you for it.`,
  },
  fr: {
    subject: brand => `Votre lien de connexion à ${brand}`,
    preview: 'Un bouton à utiliser ou un code à saisir, une seule fois et sans tarder.',
    lead: (brand, address) => `Quelqu’un a demandé à se connecter à ${brand} avec l’adresse ${address}.`,
    ifYou: 'Si c’était vous, utilisez le bouton dans le navigateur où vous avez fait la demande.',
    button: 'Se connecter',
    code: 'Vous lisez ce message sur un autre appareil\u202F? Saisissez ce code dans la page où vous avez fait la demande\u202F:',
    until: (exact, left) => `Le lien et le code servent une seule fois, jusqu’au ${exact} (${left}).`,
    ifNot: brand =>
      `Si ce n’était pas vous, ignorez ce message\u202F: personne n’entre sans lui. Ne donnez le code à personne\u202F; ${brand} ne vous le demandera jamais.`,
  },
})

/** The one-time link, and the six digits for the browser where it was asked for. The subject holds neither. */
export function signInLink(facts: SignInFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { brand } = reader
  const left = facts.expiresAt.getTime() - reader.now.getTime()
  const exact = exactTime(facts.expiresAt, reader.zone, reader.language)
  return {
    subject: w.subject(brand.name),
    preview: w.preview,
    blocks: [
      { kind: 'lead', text: w.lead(brand.name, reader.address) },
      { kind: 'text', text: w.ifYou },
      { kind: 'button', label: w.button, path: signInWith(facts.token) },
      { kind: 'code', label: w.code, code: facts.code },
      { kind: 'text', text: w.until(exact, leftText(left, reader)) },
      { kind: 'note', text: w.ifNot(brand.name) },
    ],
  }
}
