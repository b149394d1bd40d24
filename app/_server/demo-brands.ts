import { NextResponse } from 'next/server'
import { allHosts } from '#db/brand.ts'
import { environment, originOf } from '#lib/env.ts'
import { asText, bareHeaders, bareStyle } from './bare-look.ts'

/**
 * Demo only: what bare localhost shows, since it is nobody's branding domain. Belongs to no brand and knows no reader,
 * so it says everything in both languages. The proxy answers with it itself: a rewrite to a page would be taken for
 * another server's address, as Next calls 127.0.0.1 `localhost` there.
 */
export async function demoBrands(): Promise<NextResponse> {
  const env = environment()
  const items = (await allHosts()).map(
    ({ host, name }) =>
      `<li><a href="${originOf(host, env)}/">${asText(name)} <small>${asText(host)}</small></a></li>`,
  )
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Latchkey demo</title><style>${bareStyle}</style><main><h1>Latchkey demo</h1><section>
<p>Every provider’s portal has its own host name. These are here.</p>
<p lang="fr">Le portail de chaque fournisseur a son propre nom d’hôte. Voici ceux de la démonstration.</p>
<ul>${items.join('')}</ul></section><section>
<p>Sign in with any of the demo’s addresses; the password is <code>latchkey-demo</code>.</p>
<p lang="fr">Connectez-vous avec l’une des adresses de la démonstration ; le mot de passe est <code>latchkey-demo</code>.</p>
</section></main></html>`
  return new NextResponse(html, { headers: bareHeaders })
}
