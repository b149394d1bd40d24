import { NextResponse } from 'next/server'
import { allHosts } from '#db/brand.ts'
import { environment, originOf } from '#lib/env.ts'

/**
 * Demo only: what bare localhost shows, since it is nobody's branding domain. The proxy answers with it itself: a
 * rewrite to a page would be taken for another server's address, as Next calls 127.0.0.1 `localhost` there.
 */
export async function demoBrands(): Promise<NextResponse> {
  const env = environment()
  const items = (await allHosts()).map(
    ({ host, name }) =>
      `<li><a href="${originOf(host, env)}/">${asText(name)}</a> <small>${host}</small></li>`,
  )
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Latchkey demo</title><h1>Latchkey demo</h1><p>Every provider’s portal has its own host name. These are here:</p><ul>${items.join('')}</ul>
<p>Sign in with any of the demo’s addresses; the password is <code>latchkey-demo</code>.</p></html>`
  return new NextResponse(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function asText(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}
