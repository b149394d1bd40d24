import { When } from '#components/time/when.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import { Unseen } from '#components/ui/text.tsx'
import type { DeskEvent } from '#db/partner/history.ts'
import { eventSentence, saidLabel } from '#lib/history/tell.ts'
import { historyWords } from '#lib/history/words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface EventTableProps {
  readonly events: readonly DeskEvent[]
  readonly root: string
  readonly language: Language
  readonly zone: string
}

/** Who did what, for which customer, and why. What people wrote is plain text. */
export function EventTable({ events, root, language, zone }: EventTableProps) {
  const words = catalogue[language]
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'who', label: words.column.who, rowHeading: true },
        { id: 'what', label: words.column.what },
        { id: 'account', label: words.column.account },
        { id: 'when', label: words.column.when },
      ]}
      rows={events.map(event => ({
        key: event.id,
        cells: {
          who: <Who event={event} language={language} />,
          what: <What event={event} language={language} zone={zone} />,
          account: event.accountSlug ? (
            <a href={`${root}/customers/${event.accountSlug}`}>{event.accountName}</a>
          ) : (
            '–'
          ),
          when: <When at={event.at} zone={zone} language={language} />,
        },
      }))}
    />
  )
}

function Who({ event, language }: { event: DeskEvent; language: Language }) {
  if (event.side === 'portal') return historyWords[language].mark.portal
  return <TwoLines first={event.by} second={event.firm} />
}

function What({ event, language, zone }: { event: DeskEvent; language: Language; zone: string }) {
  return (
    <div>
      {eventSentence(event, zone, language)}
      {event.reason && (
        <span className="said plain-text">
          <Unseen>{saidLabel(event.action, language)} </Unseen>
          {event.reason}
        </span>
      )}
    </div>
  )
}
