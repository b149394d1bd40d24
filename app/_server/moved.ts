import { createHmac, timingSafeEqual } from 'node:crypto'
import { NextResponse } from 'next/server'
import { environment } from '#lib/env.ts'
import { asText, bareHeaders, bareStyle } from './bare-look.ts'

// Whoever takes away the host that they work on can't be led to another one by the answer to their form: browsers let no
// form lead from one origin to another (form-action 'self'). So the answer leads to a page at the old host, which no
// longer is anybody's, and from there a link leads on.

const path = '/moved'

/** Where the browser goes after its own host was taken away: a page of this host that leads on to that address. */
export function movedTo(address: string): string {
  return `${path}?${new URLSearchParams({ to: address, seal: seal(address) })}`
}

/** That page, made by the proxy for any host; null where something else is asked for, or somebody else made the address. */
export function movedPage({ pathname, searchParams }: URL): NextResponse | null {
  const [to, given] = [searchParams.get('to'), Buffer.from(searchParams.get('seal') ?? '')]
  if (pathname !== path || !to) return null
  const expected = Buffer.from(seal(to))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const link = `<ul><li><a href="${asText(to)}">${asText(new URL(to).host)}</a></li></ul>`
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Latchkey</title><style>${bareStyle}</style><main><h1>Done</h1><section>
<p>Your changes were saved. The portal that you worked on is found here from now on; sign in there.</p>
<p lang="fr">Vos modifications ont été enregistrées. Le portail où vous travailliez se trouve désormais ici; connectez-vous-y.</p>
${link}</section></main></html>`
  return new NextResponse(html, { headers: bareHeaders })
}

function seal(address: string): string {
  return createHmac('sha256', `moved:${environment().AUTH_SECRET}`).update(address).digest('base64url')
}
