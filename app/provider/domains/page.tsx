import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { domainsOf } from '#db/branding-domain/reads.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { DomainTable } from './domain-table.tsx'
import { words as catalogue } from './words.ts'
import './domains.css'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** The host names of the provider's portal, each with its own look. */
export default async function DomainsPage({ searchParams }: Props) {
  const page = await providerPage('desk.read', (tx, _, actor) => domainsOf(tx, actor.providerId))
  const { language, platform, data } = page
  const words = catalogue[language]
  const administrates = mayAtDesk(platform.role, 'domains.manage')
  return (
    <ProviderFrame page={page} current="domains" query={await searchParams} width="wide">
      <PageHeader
        title={words.title}
        description={administrates ? words.description : `${words.description} ${words.onlyAdministrators}`}
        actions={
          administrates && (
            <LinkButton href="/provider/domains/new" variant="primary">
              {words.add}
            </LinkButton>
          )
        }
      />
      <Card flush>
        <DomainTable domains={data} language={language} />
      </Card>
    </ProviderFrame>
  )
}
