import { currentBrand } from '#app/_server/brand.ts'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { CancelLink, Dialog } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Code } from '#components/ui/text.tsx'
import { calendarOf } from '#db/partner/calendar.ts'
import { type Handles, handlesOf } from '#db/partner/replace-share.ts'
import { originOf } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import { sharePath } from '#lib/partner/share.ts'
import { replaceShare } from './actions.ts'
import { CalendarCard, EndCalendarForm } from './calendar-card.tsx'
import { calendarWords } from './calendar-words.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** What the firm hands out so that accounts invite it; `?act=replace` asks whether the share URL is to be replaced. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const page = await partnerPage((await params).partner, async (tx, partner) => ({
    handles: await handlesOf(tx, partner),
    calendar: await calendarOf(tx, partner),
  }))
  const { partner, language, actor } = page
  const { handles, calendar } = page.data
  const query = await searchParams
  const words = catalogue[language]
  const own = `/partner/${partner.slug}/profile`
  const url = `${originOf((await currentBrand()).host)}${sharePath(handles.shareCode)}`
  const administers = partner.role === 'administrator'
  const replacing = administers && query.act === 'replace'
  const endingCalendar = calendar !== null && query.act === 'calendar-off'
  const form = { partnerId: partner.id, handles, own, language }
  return (
    <PartnerFrame page={page} current="profile" query={query}>
      <PageHeader title={words.title} description={words.description} />
      {replacing && (
        <Card title={words.replaceTitle} tone="danger">
          <ReplaceForm {...form} />
        </Card>
      )}
      {endingCalendar && (
        <Card title={calendarWords[language].endTitle} tone="danger">
          <EndCalendarForm {...form} />
        </Card>
      )}
      <Card title={words.name} description={words.nameText}>
        {partner.name}
      </Card>
      <Card
        title={words.partnerId}
        description={words.partnerIdText}
        actions={<Copy text={handles.partnerCode} label={words.copyId} copied={words.copied} />}
      >
        <p>
          <Code>{handles.partnerCode}</Code>
        </p>
      </Card>
      <ShareCard
        url={url}
        replaceable={administers && !replacing}
        {...{ administers, handles, own, language }}
        zone={actor.timeZone}
      />
      <CalendarCard {...form} calendar={calendar} ending={endingCalendar} zone={actor.timeZone} />
      {calendar && !endingCalendar && (
        <Dialog id="calendar-off" title={calendarWords[language].endTitle}>
          <EndCalendarForm {...form} />
        </Dialog>
      )}
      {administers && !replacing && (
        <Dialog id="replace" title={words.replaceTitle}>
          <ReplaceForm {...form} />
        </Dialog>
      )}
    </PartnerFrame>
  )
}

interface ShareCardProps {
  readonly url: string
  readonly handles: Handles
  readonly own: string
  readonly administers: boolean
  readonly replaceable: boolean
  readonly language: Language
  readonly zone: string
}

function ShareCard({ url, handles, own, administers, replaceable, language, zone }: ShareCardProps) {
  const words = catalogue[language]
  return (
    <Card
      title={words.shareUrl}
      description={words.shareUrlText}
      actions={<Copy text={url} label={words.copyUrl} copied={words.copied} />}
      footer={
        administers ? (
          replaceable && (
            <OpenButton href={`${own}?act=replace`} opens="replace" variant="danger-quiet" size="small">
              {words.replace}
            </OpenButton>
          )
        ) : (
          <p className="field-hint">{words.onlyAdministrators}</p>
        )
      }
    >
      <p>
        <Code>{url}</Code>
      </p>
      {handles.replaced && (
        <p className="field-hint">
          {words.replaced(handles.replaced.by)}{' '}
          <When at={handles.replaced.at} zone={zone} language={language} />
        </p>
      )}
    </Card>
  )
}

function Copy({ text, label, copied }: { text: string; label: string; copied: string }) {
  return (
    <CopyButton text={text} copied={copied} icon={<Icon name="copy" />}>
      {label}
    </CopyButton>
  )
}

interface ReplaceFormProps {
  readonly partnerId: string
  readonly handles: Handles
  readonly own: string
  readonly language: Language
}

function ReplaceForm({ partnerId, handles, own, language }: ReplaceFormProps) {
  const words = catalogue[language]
  return (
    <Form action={replaceShare} label={words.replaceTitle}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="shown" value={handles.shareCode} />
      <ConfirmPanel
        statement={words.replaceStatement}
        consequences={[words.replaceText]}
        actions={
          <>
            <CancelLink href={own} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.replace}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}
