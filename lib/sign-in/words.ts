import { timeLeft } from '../format.ts'
import { bilingual, type Language } from '../language.ts'
import { type TokenState, tokenStateWords } from '../one-time-token.ts'

/** Why somebody was not let in. Known and unknown addresses read the same. */
export const signInRefusalWords = bilingual({
  en: {
    'not-right':
      'E-mail address or password is not right. Try again, or have a sign-in link sent to your e-mail address.',
    'password-not-right': 'This is not your password.',
    'wrong-code':
      'This code is not right, or can’t be used any more. Take the one from the newest letter, or ask for another letter.',
    'too-many': (wait: string) => `There were too many tries. Try again in ${wait}.`,
    'too-many-letters': (wait: string) =>
      `Several letters were asked for already. Look for the newest one, or try again in ${wait}.`,
    'too-many-codes':
      'There were too many wrong codes. Use the link in the newest letter instead, or ask for another letter.',
  },
  fr: {
    'not-right':
      'L’adresse courriel ou le mot de passe n’est pas correct. Réessayez ou demandez un lien de connexion par courriel.',
    'password-not-right': 'Ce n’est pas votre mot de passe.',
    'wrong-code':
      'Ce code n’est pas le bon ou ne peut plus être utilisé. Prenez celui du dernier courriel ou demandez-en un autre.',
    'too-many': wait => `Il y a eu trop de tentatives. Réessayez dans ${wait}.`,
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
    replaced: 'You have asked for another letter since. Only the newest link works.',
    elsewhere:
      'This link works only in the browser where you asked for it. Go back to that browser and type the code from the letter there.',
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
