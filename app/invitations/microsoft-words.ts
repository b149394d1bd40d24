import { bilingual, type Language } from '#lib/language.ts'
import type { LinkRefusal } from '#lib/microsoft/link.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'

/** What somebody reads who answers an invitation with a Microsoft account. */
export const microsoftInvitationWords = bilingual({
  en: {
    begin: 'Accept with Microsoft',
    beginText: 'You sign in with your work account, come back to this page, and accept here.',
    proved: (account: string) => `You are signed in at Microsoft with ${account}.`,
    makes: (email: string) =>
      `By accepting you get a sign-in for ${email}, and this Microsoft account opens it from now on. You need no password.`,
    makesOther: (email: string, account: string) =>
      `The invitation was sent to ${email}, and your Microsoft account says ${account}. You may accept with it: you get a sign-in for ${email}, and this Microsoft account opens it from now on.`,
    otherOnly: (email: string, account: string) =>
      `The invitation is for ${email}, but your Microsoft account says ${account}. Use the Microsoft account of ${email}, or make a sign-in with a password.`,
    notLetIn: (account: string) =>
      `Microsoft accounts of the organisation of ${account} are not let in here. Use another one, or make a sign-in with a password.`,
    accept: 'Accept invitation',
    title: 'Accept with this Microsoft account',
    another: 'Use another Microsoft account',
    join: 'This link was handed over, so it does not tell whose mailbox is whose. Prove yours once, below; then you can link the Microsoft account as you accept.',
    link: (account: string) => `Sign in with the Microsoft account ${account} from now on, too`,
    gone: 'Your sign-in at Microsoft was too long ago, or was used already. Begin again.',
    hasSignIn: 'Somebody signs in with this address already. Sign in with it; then you can accept.',
  },
  fr: {
    begin: 'Accepter avec Microsoft',
    beginText: 'Vous vous connectez avec votre compte professionnel, revenez à cette page et acceptez ici.',
    proved: account => `Vous êtes connecté chez Microsoft avec ${account}.`,
    makes: email =>
      `En acceptant, vous obtenez un identifiant, ${email}, et vous vous connectez désormais avec ce compte Microsoft. Il ne vous faut aucun mot de passe.`,
    makesOther: (email, account) =>
      `L’invitation a été envoyée à ${email} et votre compte Microsoft indique ${account}. Vous pouvez l’accepter ainsi\u202F: vous obtenez un identifiant, ${email}, et vous vous connectez désormais avec ce compte Microsoft.`,
    otherOnly: (email, account) =>
      `L’invitation est destinée à ${email}, mais votre compte Microsoft indique ${account}. Utilisez le compte Microsoft de cette adresse ou créez un accès avec un mot de passe.`,
    notLetIn: account =>
      `Le compte ${account} appartient à une organisation dont les comptes Microsoft ne sont pas admis ici. Utilisez-en un autre ou créez un accès avec un mot de passe.`,
    accept: 'Accepter l’invitation',
    title: 'Accepter avec ce compte Microsoft',
    another: 'Utiliser un autre compte Microsoft',
    join: 'Ce lien vous a été remis\u202F: il ne dit pas à qui appartient une boîte courriel. Prouvez la vôtre une fois, ci-dessous\u202F; vous pourrez lier le compte Microsoft en acceptant.',
    link: account => `Se connecter désormais aussi avec le compte Microsoft ${account}`,
    gone: 'Votre connexion chez Microsoft est trop ancienne ou a déjà servi. Recommencez.',
    hasSignIn: 'Quelqu’un se connecte déjà avec cette adresse. Connectez-vous avec elle, puis acceptez.',
  },
})

/** Why a Microsoft account was not linked, and nothing was accepted either. */
export function notLinked(refusal: LinkRefusal | 'nothing-held', language: Language): string {
  if (refusal === 'nothing-held') return microsoftInvitationWords[language].gone
  return microsoftWords[language].link[refusal]
}
