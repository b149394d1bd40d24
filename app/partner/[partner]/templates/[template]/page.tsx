import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { longestHoursOf, type OwnTemplate, templateOf } from '#db/access-request/templates.ts'
import { give } from '#lib/access/giving.ts'
import type { Language } from '#lib/language.ts'
import { remove } from '../actions.ts'
import { TemplateForm } from '../template-form.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string; template: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** One ready-made request, for the firm's administrators; `?act=remove` asks before it is removed. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const { partner: slug, template: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const query = await searchParams
  const page = await partnerPage(slug, async (tx, partner) => ({
    longestHours: await longestHoursOf(tx, partner),
    template: await templateOf(tx, partner, id),
  }))
  const { partner, language, actor, now, data } = page
  const { template, longestHours } = data
  if (!template || partner.role !== 'administrator') notFound()
  const words = catalogue[language]
  const list = `/partner/${partner.slug}/templates`
  const removing = !template.removed && query.act === 'remove'
  const fits = give(template, null, now, { longestHours, zone: actor.timeZone }).ok
  return (
    <PartnerFrame page={page} current="requests" query={query}>
      <PageHeader
        title={template.name}
        description={template.removed ? undefined : words.pageText}
        back={{ href: list, label: words.title }}
        actions={
          !template.removed &&
          !removing && (
            <LinkButton href={`${list}/${template.id}?act=remove`} variant="danger-quiet">
              {words.remove}
            </LinkButton>
          )
        }
      />
      <RemovedNotice template={template} list={list} language={language} />
      {removing && (
        <Card tone="danger" title={words.removeTitle(template.name)}>
          <RemoveForm template={template} partnerId={partner.id} own={`${list}/${id}`} language={language} />
        </Card>
      )}
      {!template.removed && !fits && <Notice tone="warning">{words.overNow}</Notice>}
      {!template.removed && !removing && (
        <Card>
          <TemplateForm
            partnerId={partner.id}
            template={template}
            longestHours={longestHours}
            back={list}
            language={language}
          />
        </Card>
      )}
    </PartnerFrame>
  )
}

interface RemovedNoticeProps {
  readonly template: OwnTemplate
  readonly list: string
  readonly language: Language
}

/** For whoever had it open while somebody else removed it. */
function RemovedNotice({ template, list, language }: RemovedNoticeProps) {
  const words = catalogue[language]
  if (!template.removed) return null
  return (
    <Notice
      tone="neutral"
      title={words.removed(template.removed.by)}
      actions={
        <LinkButton href={`${list}/new?like=${template.id}`} size="small">
          {words.add}
        </LinkButton>
      }
    >
      <p>{words.removedText}</p>
      <p className="plain-text">{template.reason}</p>
    </Notice>
  )
}

interface RemoveFormProps {
  readonly template: OwnTemplate
  readonly partnerId: string
  readonly own: string
  readonly language: Language
}

function RemoveForm({ template, partnerId, own, language }: RemoveFormProps) {
  const words = catalogue[language]
  return (
    <Form action={remove} label={words.removeSubmit}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="template" value={template.id} />
      <ConfirmPanel
        statement={words.removeStatement(template.name)}
        consequences={words.removeConsequences}
        actions={
          <>
            <CancelLink href={own} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.removeSubmit}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}
