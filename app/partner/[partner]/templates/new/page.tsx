import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { longestHoursOf, templateOf } from '#db/access-request/templates.ts'
import { TemplateForm } from '../template-form.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** A request more that is kept ready-made; `?like=` begins with what another one holds or held. */
export default async function NewTemplatePage({ params, searchParams }: Props) {
  const like = z.uuid().safeParse((await searchParams).like).data
  const page = await partnerPage((await params).partner, async (tx, partner) => ({
    longestHours: await longestHoursOf(tx, partner),
    like: like ? await templateOf(tx, partner, like) : null,
  }))
  const { partner, language, data } = page
  if (partner.role !== 'administrator') notFound()
  const words = catalogue[language]
  const list = `/partner/${partner.slug}/templates`
  return (
    <PartnerFrame page={page} current="requests">
      <PageHeader
        title={words.newTitle}
        description={words.newText}
        back={{ href: list, label: words.title }}
      />
      <Card>
        <TemplateForm
          partnerId={partner.id}
          template={null}
          like={data.like ?? undefined}
          longestHours={data.longestHours}
          back={list}
          language={language}
        />
      </Card>
    </PartnerFrame>
  )
}
