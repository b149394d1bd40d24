import { timeLeft } from '../format.ts'
import { bilingual, type Language } from '../language.ts'
import { type TokenState, tokenStateWords } from '../one-time-token.ts'

/** Why somebody was not let in. Known and unknown addresses read the same. */
export const signInRefusalWords = bilingual({
  en: {
    'not-right':
      'The e-mail address or the password is not right. Try again, or ask for a sign-in link by e-mail.',
    'password-not-right': 'This is not your password.',
    'wrong-code':
      'This code is not right or no longer works. Use the one from the newest e-mail, or ask for another.',
    'too-many': (wait: string) => `There were too many tries. Try again in ${wait}.`,
    'too-many-passwords': (wait: string) =>
      `There were too many tries. Try again in ${wait}, or ask for a sign-in link by e-mail.`,
    'too-many-letters': (wait: string) =>
      `Several e-mails were asked for already. Look for the newest one, or try again in ${wait}.`,
    'too-many-codes':
      'There were too many wrong codes. Use the link in the newest e-mail instead, or ask for another.',
  },
  fr: {
    'not-right':
      'L’adresse courriel ou le mot de passe n’est pas correct. Réessayez ou demandez un lien de connexion par courriel.',
    'password-not-right': 'Ce n’est pas votre mot de passe.',
    'wrong-code':
      'Ce code n’est pas le bon ou ne peut plus être utilisé. Prenez celui du dernier courriel ou demandez-en un autre.',
    'too-many': wait => `Il y a eu trop de tentatives. Réessayez dans ${wait}.`,
    'too-many-passwords': wait =>
      `Il y a eu trop de tentatives. Réessayez dans ${wait} ou demandez un lien de connexion par courriel.`,
    'too-many-letters': wait =>
      `Plusieurs courriels ont déjà été demandés. Cherchez le plus récent ou réessayez dans ${wait}.`,
    'too-many-codes':
      'Il y a eu trop de codes erronés. Utilisez plutôt le lien du dernier courriel ou demandez-en un autre.',
  },
})

/** What became of a link or ticket that can't be used. */
export const tokenWords = bilingual({
  en: {
    ...tokenStateWords.en,
    used: 'This link was used already. Each one works once.',
    replaced: 'You have asked for another e-mail since. Only the newest link works.',
    elsewhere:
      'This link works only in the browser where you asked for it. Go back to that browser and type the code from the e-mail there.',
  },
  fr: {
    ...tokenStateWords.fr,
    used: 'Ce lien a déjà servi. Chaque lien ne fonctionne qu’une fois.',
    replaced: 'Vous avez demandé un autre courriel depuis. Seul le lien le plus récent fonctionne.',
    elsewhere:
      'Ce lien ne fonctionne que dans le navigateur où vous l’avez demandé. Retournez dans ce navigateur et saisissez-y le code du courriel.',
  },
} satisfies Record<Language, Record<Exclude<TokenState, 'ready'>, string>>)

/** How long to wait, never less than it is: "4 min". */
export function waitText(seconds: number, language: Language): string {
  return timeLeft(Math.ceil(seconds / 60) * 60_000, language)
}
