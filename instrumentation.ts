/** Runs once when the server starts: settings are checked, and the socket's peer is made known to the proxy. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { environment } = await import('#lib/env.ts')
  environment()
  const { markPeers } = await import('#app/_server/peer.ts')
  markPeers()
}
