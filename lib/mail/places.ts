import type { AccountNamed, PartnerNamed } from './facts.ts'

// Where the buttons of letters lead. None of these addresses carries a right: sign-in comes first.

const part = encodeURIComponent

export function signInWith(token: string): string {
  return `/sign-in/link/${part(token)}`
}

/** The account's list of everyone who is authorised on it. */
export function authorisation(account: AccountNamed): string {
  return `/accounts/${part(account.slug)}/settings/authorisation`
}

export function requestAtAccount(account: AccountNamed, requestId: string): string {
  return `${authorisation(account)}/requests/${part(requestId)}`
}

export function customers(partner: PartnerNamed): string {
  return `/partner/${part(partner.slug)}/customers`
}

export function requestAtPartner(partner: PartnerNamed, requestId: string): string {
  return `/partner/${part(partner.slug)}/requests/${part(requestId)}`
}
