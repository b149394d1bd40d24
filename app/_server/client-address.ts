/** Set before the framework: from the socket itself, at the edge from what the platform tells; whatever a client sends under this name is overwritten. */
export const peerHeader = 'x-latchkey-peer'

/**
 * The client's address: counted from our end of X-Forwarded-For, past as many proxies as the settings trust.
 * With none trusted it is the socket's peer, whatever the header says. Empty = unknown: the strictest bucket.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const peer = headers.get(peerHeader) ?? ''
  if (trustedProxies === 0) return plain(peer)
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  return plain(forwarded.at(-trustedProxies) ?? '')
}

function plain(address: string): string {
  const bare = address.replace(/^::ffff:/, '')
  return /^[0-9a-fA-F.:]{2,45}$/.test(bare) ? bare : ''
}
