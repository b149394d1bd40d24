import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { templatesOf } from '#db/access-request/templates.ts'
import { mostTemplates } from '#lib/access-request/template.ts'
import { deskWords } from '../words.ts'
import { TemplateTable } from './template-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** The firm's ready-made requests, for all of its people to use; its administrators keep them. */
export default async function TemplatesPage({ params, searchParams }: Props) {
  const page = await partnerPage((await params).partner, (tx, partner) => templatesOf(tx, partner))
  const { partner, language, data: templates } = page
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const administers = partner.role === 'administrator'
  const full = templates.length >= mostTemplates
  const adding = administers && !full && (
    <LinkButton href={`${root}/templates/new`} variant="primary" icon={<Icon name="plus" />}>
      {words.add}
    </LinkButton>
  )
  return (
    <PartnerFrame page={page} current="requests" query={await searchParams} width="wide">
      <PageHeader
        title={words.title}
        description={administers ? words.description : `${words.description} ${words.onlyAdministrators}`}
        back={{ href: `${root}/requests`, label: deskWords[language].requests }}
        actions={templates.length > 0 && adding}
      />
      {administers && full && <Notice tone="neutral">{words.full}</Notice>}
      <Card flush={templates.length > 0}>
        {templates.length > 0 ? (
          <TemplateTable {...{ templates, root, administers, language }} />
        ) : (
          <EmptyState icon="copy" title={words.none} actions={adding}>
            <p>{administers ? words.noneText : `${words.noneText} ${words.noneTechnician}`}</p>
          </EmptyState>
        )}
      </Card>
    </PartnerFrame>
  )
}
