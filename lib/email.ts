import { ok, type Result, refuse } from './result.ts'

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
 * Refuses quoted local parts, lists, display names, control characters and anything over 254 characters.
 */
export function parseEmail(text: string): Result<EmailAddress, 'not-an-address'> {
  // An at sign of another width becomes one by the line below, and would have been typed by nobody who meant one address.
  if (/[\uFF20\uFE6B]/.test(text)) return refuse('not-an-address')
  const clean = text.normalize('NFKC').trim()
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

function asciiDomainOf(domain: string): string | null {
  if (/[\s/\\?#%:@[\]]/u.test(domain) || !URL.canParse(`http://${domain}`)) return null
  const host = new URL(`http://${domain}`).hostname
  return asciiDomain.test(host) ? host : null
}
