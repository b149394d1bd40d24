import { TimeLeft } from '#components/time/time-left.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { SeenRequest } from '#db/access-request/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { durationText } from '#lib/duration-words.ts'
import type { Language } from '#lib/language.ts'
import { RequestFacts } from './request-facts.tsx'
import { ReviewForms } from './review-forms.tsx'
import { reviewWords } from './review-words.ts'
import { words as catalogue } from './words.ts'

interface RequestTableProps {
  readonly requests: readonly SeenRequest[]
  readonly account: { readonly id: string; readonly slug: string; readonly timeZone: string }
  readonly decides: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** The open requests, lifted out in green, each with the dialog behind its button. */
export function RequestTable({ requests, account, decides, language, zone, now }: RequestTableProps) {
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  return (
    <>
      <Table
        caption={words.requests}
        hideCaption
        columns={[
          { id: 'who', label: words.column.who, rowHeading: true },
          { id: 'state', label: words.column.state },
          { id: 'wants', label: words.column.wants },
          { id: 'until', label: words.column.until },
          { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
        ]}
        rows={requests.map(request => ({
          key: request.id,
          highlight: 'waiting',
          cells: {
            who: (
              <span id={`request-${request.id}`}>
                <TwoLines
                  first={<a href={`${list}/requests/${request.id}`}>{request.partnerName}</a>}
                  second={words.askedBy(request.requesterName)}
                />
              </span>
            ),
            state: (
              <Badge tone="warning">
                {request.state === 'question' ? words.question : decides ? words.pending : words.undecided}
              </Badge>
            ),
            wants: (
              <TwoLines
                first={scopeText(request.scope, language)}
                second={durationText(request.duration, language)}
              />
            ),
            until: <TimeLeft until={request.lapsesAt} now={now} language={language} kind="lapses" />,
            acts: decides && (
              <OpenButton
                href={`${list}/requests/${request.id}`}
                opens={`review-${request.id}`}
                describedBy={`request-${request.id}`}
                variant="primary"
              >
                {words.review}
              </OpenButton>
            ),
          },
        }))}
      />
      {decides &&
        requests.map(request => (
          <ReviewDialog key={request.id} {...{ request, account, language, zone, now, cancelHref: list }} />
        ))}
    </>
  )
}

interface ReviewDialogProps extends Pick<RequestTableProps, 'account' | 'language' | 'zone' | 'now'> {
  readonly request: SeenRequest
  readonly cancelHref: string
}

function ReviewDialog({ request, account, language, zone, now, cancelHref }: ReviewDialogProps) {
  const words = reviewWords[language]
  return (
    <Dialog
      id={`review-${request.id}`}
      title={words.title(request.partnerName)}
      closeLabel={words.cancel}
      size="wide"
    >
      <RequestFacts request={request} language={language} zone={zone} now={now} />
      <Notice tone="info">{words.voluntary}</Notice>
      <ReviewForms request={request} account={account} language={language} cancelHref={cancelHref} />
    </Dialog>
  )
}
