import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import { ShownOnce } from '#components/ui/shown-once.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Language } from '#lib/language.ts'
import { endOwnCalendar, makeOwnCalendar } from './actions.ts'
import { calendarWords as catalogue } from './calendar-words.ts'

interface CalendarCardProps {
  readonly partnerId: string
  readonly calendar: { readonly madeAt: Date } | null
  /** The page's own address. */
  readonly own: string
  /** Whether the page asks already if it is to be switched off. */
  readonly ending: boolean
  readonly language: Language
  readonly zone: string
}

/** The reader's own calendar of ends: its address is shown once, when it is made. */
export function CalendarCard({ partnerId, calendar, own, ending, language, zone }: CalendarCardProps) {
  const words = catalogue[language]
  return (
    <Card
      id="calendar"
      title={words.title}
      description={words.text}
      footer={
        calendar &&
        !ending && (
          <OpenButton
            href={`${own}?act=calendar-off`}
            opens="calendar-off"
            variant="danger-quiet"
            size="small"
          >
            {words.end}
          </OpenButton>
        )
      }
    >
      <Form action={makeOwnCalendar} label={words.title}>
        <Once />
        <input type="hidden" name="partner" value={partnerId} />
        <ShownOnce label={words.address} copy={words.copy} copied={words.copied} />
        {calendar ? (
          <p>
            {words.madeOn} <When at={calendar.madeAt} zone={zone} language={language} />. {words.notAgain}
          </p>
        ) : (
          <p>{words.none}</p>
        )}
        <p className="field-hint">{words.secret}</p>
        <div>
          <SubmitButton variant="secondary">{calendar ? words.replace : words.make}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

/** Whether the calendar's address is to be switched off, in a dialog or on the page. */
export function EndCalendarForm({
  partnerId,
  own,
  language,
}: Pick<CalendarCardProps, 'partnerId' | 'own' | 'language'>) {
  const words = catalogue[language]
  return (
    <Form action={endOwnCalendar} label={words.endTitle}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <ConfirmPanel
        statement={words.endStatement}
        consequences={[words.endText]}
        actions={
          <>
            <CancelLink href={own} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.end}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}
