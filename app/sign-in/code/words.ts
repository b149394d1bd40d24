import { bilingual } from '#lib/language.ts'
import { letterMinutes } from '#lib/sign-in/letter.ts'

export const words = bilingual({
  en: {
    title: 'Check your e-mail',
    sent: (email: string) =>
      `If ${email} is known here, an e-mail with a link and a six-digit code is on its way.`,
    life: `Link and code work once, for ${letterMinutes} minutes. Open the link in this browser, or type the code here.`,
    code: 'Code',
    signIn: 'Sign in',
    again: 'Send another e-mail',
    none: 'Nothing there? Look in your spam folder, check the address above, or:',
    otherWay: 'Sign in another way',
  },
  fr: {
    title: 'Consultez votre boîte de réception',
    sent: email =>
      `Si ${email} est connue ici, un courriel contenant un lien et un code à six chiffres est en route.`,
    life: `Le lien et le code fonctionnent une seule fois, pendant ${letterMinutes} minutes. Ouvrez le lien dans ce navigateur ou saisissez le code ici.`,
    code: 'Code',
    signIn: 'Se connecter',
    again: 'Envoyer un autre courriel',
    none: 'Rien reçu\u202F? Regardez dans le dossier des courriels indésirables, vérifiez l’adresse ci-dessus, ou\u202F:',
    otherWay: 'Se connecter autrement',
  },
})
