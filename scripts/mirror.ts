import { connect, createServer } from 'node:net'

/**
 * Answers on the other loopback address too: `localhost` means 127.0.0.1 to some programs and ::1 to others, and a
 * server listens on one. Where the machine has no IPv6 there is nobody to miss it.
 *
 * @returns closes it
 */
export function mirrorOnIPv6(port: number): () => void {
  const server = createServer({ allowHalfOpen: true }, from => {
    const to = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
    from.pipe(to).pipe(from)
    from.on('error', () => to.destroy())
    to.on('error', () => from.destroy())
  })
  server.on('error', () => server.close())
  server.listen(port, '::1')
  server.unref()
  return () => server.close()
}
