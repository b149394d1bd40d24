/**
 * Runs once when the server starts: settings are checked, the socket's peer is made known to the proxy, and the database
 * is looked at: whether it was restored, and its clock.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkAtStart } = await import('#app/_server/check-settings.ts')
  checkAtStart()
  const { markPeers } = await import('#app/_server/peer.ts')
  markPeers()
  const { watchAtStart } = await import('#app/_server/watch.ts')
  await watchAtStart()
}
