import { brandHosts, mailboxLetter } from '#db/mail/demo-mailbox.ts'
import { originOf } from '#lib/env.ts'
import { idIn, readingMailbox } from '../../demo-only.ts'
import { heightTeller, heightTellerHash, letterSandbox } from '../../sandbox.ts'

/** Demo only: a letter's HTML as a document of its own, in which nothing of the letter runs and which belongs to no origin. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = idIn((await params).id)
  const found = await readingMailbox(async tx => ({
    letter: id ? await mailboxLetter(tx, id) : null,
    hosts: await brandHosts(tx),
  }))
  if (!found.letter)
    return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
  // Links lead out of the frame that the letter is shown in.
  const head = `<head><base target="_top"/><script>${heightTeller}</script>`
  const html = found.letter.html.replace('<head>', () => head)
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(found.hosts.map(host => originOf(host))),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    },
  })
}

function policy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${heightTellerHash}`,
    "style-src 'unsafe-inline'",
    `img-src ${origins.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    `sandbox ${letterSandbox}`,
  ].join('; ')
}
