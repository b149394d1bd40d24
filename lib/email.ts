import { domainToUnicode } from 'node:url'
import { ok, type Result, refuse } from './result.ts'
import { type OddLetter, oddLetter } from './scripts.ts'
import { unseenAt } from './unseen.ts'

export interface EmailAddress {
  /** As it is shown and written to. */
  readonly address: string
  /** The one form that decides whether two addresses are the same. */
  readonly canonical: string
}

// The unquoted local part of RFC 5321 (dot-atom), with letters of any script as RFC 6531 allows.
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const asciiDomain = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/**
 * Reads exactly one e-mail address. Unicode is brought to NFKC first, the domain to its ASCII form; the canonical form
 * is lower case throughout and keeps dots, since only the domain's own host could say that they mean nothing.
 * Refuses quoted local parts, lists, display names, control and invisible characters and anything over 254 characters.
 */
export function parseEmail(text: string): Result<EmailAddress, 'not-an-address'> {
  // An at sign of another width becomes one by the line below, and would have been typed by nobody who meant one address.
  if (/[\uFF20\uFE6B]/.test(text)) return refuse('not-an-address')
  const clean = text.normalize('NFKC').trim()
  // Reading a domain drops what nobody sees, at its end and within it: another address than the one that was typed.
  if (unseenAt(clean) !== null) return refuse('not-an-address')
  const at = clean.lastIndexOf('@')
  if (clean.length > 254 || at < 1 || at > 64) return refuse('not-an-address')
  const local = clean.slice(0, at)
  const domain = asciiDomainOf(clean.slice(at + 1))
  // The ASCII form of a domain may be much longer than what was typed.
  if (!localPart.test(local) || !domain || local.length + 1 + domain.length > 254)
    return refuse('not-an-address')
  return ok({
    address: `${local}@${domain}`,
    canonical: `${local.toLowerCase().normalize('NFKC')}@${domain}`,
  })
}

/** An address that a form has let through already. */
export function addressOf(email: string): EmailAddress {
  const parsed = parseEmail(email)
  if (!parsed.ok) throw new Error('an address that the form let through')
  return parsed.value
}

/** What decides whether two addresses that were typed are the same; a text that is no address is only like itself. */
export function canonicalOf(text: string): string {
  const parsed = parseEmail(text)
  return parsed.ok ? parsed.value.canonical : text
}

/**
 * The first letter that is of another script than those around it, before the @ or within one label of the domain:
 * such an address looks like somebody else's. `part` is where it stands. Null for a text that is no address.
 */
export function oddLetterIn(text: string): (OddLetter & { readonly part: string }) | null {
  const parsed = parseEmail(text)
  const [local = '', domain = ''] = (parsed.ok ? parsed.value.address : '').split('@')
  for (const part of [local, ...domainToUnicode(domain).split('.')]) {
    const odd = oddLetter(part)
    if (odd) return { ...odd, part }
  }
  return null
}

function asciiDomainOf(domain: string): string | null {
  if (/[\s\p{DI}/\\?#%:@[\]]/u.test(domain) || !URL.canParse(`http://${domain}`)) return null
  const host = new URL(`http://${domain}`).hostname
  return asciiDomain.test(host) ? host : null
}
