import { bilingual } from '#lib/language.ts'
import { letterMinutes } from '#lib/sign-in/letter.ts'

export const words = bilingual({
  en: {
    title: 'Look in your mailbox',
    sent: (email: string) =>
      `If ${email} is known here, a letter is on its way with a link and a code of six digits.`,
    life: `Both work once, for ${letterMinutes} minutes. Press the link in this browser, or type the code here.`,
    code: 'Code',
    signIn: 'Sign in',
    again: 'Send another letter',
    none: 'No letter? Look among the unwanted mail, check the address above, or:',
    otherWay: 'Sign in another way',
  },
  fr: {
    title: 'Consultez votre boîte de réception',
    sent: email =>
      `Si ${email} est connue ici, un courriel contenant un lien et un code à six chiffres est en route.`,
    life: `Les deux ne fonctionnent qu’une fois, pendant ${letterMinutes} minutes. Ouvrez le lien dans ce navigateur ou saisissez le code ici.`,
    code: 'Code',
    signIn: 'Se connecter',
    again: 'Envoyer un autre courriel',
    none: 'Rien reçu\u202F? Regardez parmi les courriels indésirables, vérifiez l’adresse ci-dessus, ou\u202F:',
    otherWay: 'Se connecter autrement',
  },
})
