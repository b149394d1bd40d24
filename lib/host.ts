import { domainToASCII, domainToUnicode } from 'node:url'

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
// The last label begins with a letter: no address of numbers ever does.
const hostName = new RegExp(`^(?=.{1,253}$)(?:${label}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$`)

/**
 * A host name exactly as browsers send it: small letters, at least two labels, international ones as punycode. No
 * scheme, port, path, trailing dot or address of numbers. Null where a text is anything else: nothing is put right
 * silently, since it decides where letters lead.
 */
export function parseHost(text: unknown): string | null {
  if (typeof text !== 'string' || !hostName.test(text) || !URL.canParse(`http://${text}`)) return null
  // What a browser would write in another way (wrong punycode, mapped letters) it would never ask for.
  if (new URL(`http://${text}`).hostname !== text) return null
  return isReadable(text) ? text : null
}

/** Whether every label that says it is punycode is: what can't be decoded is left standing, or takes all with it. */
function isReadable(host: string): boolean {
  const unicode = domainToUnicode(host)
  return !/(?:^|\.)xn--/.test(unicode) && domainToASCII(unicode) === host
}

/** A host as people read it, international labels in their own letters. Only to be shown: links and records keep the other form. */
export function hostShown(host: string): string {
  const [name = '', port] = host.split(':')
  return (domainToUnicode(name) || name) + (port ? `:${port}` : '')
}

/** The host that a Host header names, without its port; whatever it says, it names nothing until it is looked up. */
export function hostNamed(header: string): string {
  return header.toLowerCase().replace(/:\d{1,5}$/, '')
}

/** Names of this very machine, which no other can reach: good for the demo and for nothing else. */
export function isLoopbackHost(host: string): boolean {
  return host.endsWith('.localhost')
}
