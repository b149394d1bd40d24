import type { Language } from '#lib/language.ts'
import type { AccountNamed, PartnerNamed } from './facts.ts'

// Where the buttons of letters lead. None of these addresses carries a right: sign-in comes first.

const part = encodeURIComponent

export function signInWith(token: string): string {
  return `/sign-in/link/${part(token)}`
}

/** Where somebody finds what is left to them. */
export const home = '/choose'

/** Where a letter's link leads to the page on which a password is set, in the language of the letter. */
export function settingPassword(purpose: 'activation' | 'reset', token: string, language: Language): string {
  return `/${purpose === 'activation' ? 'activate' : 'reset'}/${part(token)}?language=${language}`
}

/** Where whoever is invited sees the invitation, in the language of the letter. */
export function answeringInvitation(token: string, language: Language): string {
  return `/invitations/${part(token)}?language=${language}`
}

/** The account's list of administrators, with its open invitations. */
export function administrators(account: AccountNamed): string {
  return `/accounts/${part(account.slug)}/settings/administrators`
}

/** Where whoever proved a Microsoft account in this browser links it, in the language of the letter. */
export function linkingMicrosoft(token: string, language: Language): string {
  return `/sign-in/microsoft/link/${part(token)}?language=${language}`
}

/** Where somebody sees what they sign in with. */
export const ownProfile = '/profile'

/** Where whoever has no password any more asks for a letter. */
export const askingForReset = '/reset'

/** The account's list of everyone who is authorised on it. */
export function authorisation(account: AccountNamed): string {
  return `/accounts/${part(account.slug)}/settings/authorisation`
}

export function requestAtAccount(account: AccountNamed, requestId: string): string {
  return `${authorisation(account)}/requests/${part(requestId)}`
}

/** What has been done with a firm, or with all of them, the newest first; what it has can be revoked from there. */
export function history(account: AccountNamed, partner: PartnerNamed | null): string {
  const about = partner ? `?firm=partner:${part(partner.slug)}` : ''
  return `/accounts/${part(account.slug)}/settings/activity${about}`
}

/** Where the account sees what it is to look at again. */
export function reviews(account: AccountNamed): string {
  return `/accounts/${part(account.slug)}#reviews`
}

/** The one page on which an approver gives more time. */
export function extendAtAccount(account: AccountNamed, grantId: string): string {
  return `${authorisation(account)}/grants/${part(grantId)}/extend`
}

/** Where whoever works under a grant asks for more time. */
export function extendAtPartner(partner: PartnerNamed, grantId: string): string {
  return `/partner/${part(partner.slug)}/grants/${part(grantId)}/extend`
}

export function grantAtPartner(partner: PartnerNamed, grantId: string): string {
  return `/partner/${part(partner.slug)}/grants/${part(grantId)}`
}

export function customers(partner: PartnerNamed): string {
  return `/partner/${part(partner.slug)}/customers`
}

export function requestAtPartner(partner: PartnerNamed, requestId: string): string {
  return `/partner/${part(partner.slug)}/requests/${part(requestId)}`
}

export function invitationAtAccount(account: AccountNamed, invitationId: string): string {
  return `${authorisation(account)}/invitations/${part(invitationId)}`
}

export function invitationAtPartner(partner: PartnerNamed, invitationId: string): string {
  return `/partner/${part(partner.slug)}/invitations/${part(invitationId)}`
}
