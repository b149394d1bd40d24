import { notFound } from 'next/navigation'
import { z } from 'zod'
import { accountPage } from '#app/_server/page.ts'
import { profileOf } from '#db/key-profile/reads.ts'
import { grandstreamXml } from '#lib/key-profile/grandstream.ts'
import { slugOf } from '#lib/slug.ts'
import { words as catalogue } from '../../words.ts'

/** A profile as phones of Grandstream take it in. It holds the keys alone. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ account: string; profile: string }> },
): Promise<Response> {
  const { account: slug, profile: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.admin', (tx, { account }) => profileOf(tx, account.id, id))
  const { account, language, data: profile } = page
  if (!profile) notFound()
  const name = `${account.slug}-${catalogue[language].file}-${slugOf(profile.name, 'profile')}`.replace(
    /[^\w-]/g,
    '',
  )
  return new Response(grandstreamXml(profile.keys), {
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.xml"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
}
