import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { serviceTemplateOf, serviceTemplatesOf } from '#db/account/service-templates.ts'
import { logosOf } from '#db/own-brand/reads.ts'
import { may } from '#lib/access/authority.ts'
import { logoKinds } from '#lib/branding/own.ts'
import { LinksCard } from './links-card.tsx'
import { LogoCard } from './logo-card.tsx'
import { TemplatesCard } from './templates-card.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** What an account shows of its own: logos, links, and the templates that its services begin with. */
export default async function BrandingPage({ params, searchParams }: Props) {
  const query = await searchParams
  const undo = z.uuid().safeParse(query.undo).data
  const page = await accountPage((await params).account, 'branding.read', async (tx, { account }) => ({
    logos: await logosOf(tx, account.id),
    templates: await serviceTemplatesOf(tx, account.id),
    gone: undo ? await serviceTemplateOf(tx, account.id, undo) : null,
  }))
  const { account, authority, language, data, worn } = page
  const words = catalogue[language]
  const part = { account, edits: may(authority, 'branding.update'), language }
  return (
    <AccountFrame page={page} current="branding" query={query}>
      <PageHeader
        title={words.title}
        description={part.edits ? words.description : `${words.description} ${words.readOnly}`}
      />
      {logoKinds.map(kind => (
        <LogoCard key={kind} {...part} kind={kind} logos={data.logos} />
      ))}
      <LinksCard {...part} links={{ shopLink: worn?.shopLink ?? '', supportLink: worn?.supportLink ?? '' }} />
      <TemplatesCard {...part} templates={data.templates} gone={data.gone} />
    </AccountFrame>
  )
}
