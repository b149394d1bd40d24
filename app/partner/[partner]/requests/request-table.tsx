import { StateBadge } from '#components/access/state-badge.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { Ago, When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { DeskAsk } from '#db/access-request/partner-list.ts'
import type { StaffRole } from '#lib/access/person-kinds.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { requestWords } from '#lib/access-request/words.ts'
import { durationText } from '#lib/duration-words.ts'
import { exactTime } from '#lib/format.ts'
import { termsWords } from '#lib/grant/terms-words.ts'
import type { Language } from '#lib/language.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { deskWords } from '../words.ts'
import { listWords } from './list-words.ts'

interface Shown {
  readonly root: string
  /** Who reads: what they may take back depends on it. */
  readonly staff: { readonly role: StaffRole; readonly personId: string }
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

interface RequestTableProps extends Shown {
  readonly asks: readonly DeskAsk[]
  /** They are over. */
  readonly over: boolean
}

/** One row for each thing asked: of whom, what, by whom, until when, and the act that comes next. */
export function RequestTable({ asks, over, ...shown }: RequestTableProps) {
  const { language } = shown
  const { title, column } = listWords[language]
  return (
    <Table
      caption={title}
      hideCaption
      columns={[
        { id: 'customer', label: column.customer, rowHeading: true },
        { id: 'state', label: column.state },
        { id: 'what', label: column.what },
        { id: 'by', label: column.by },
        { id: 'until', label: over ? column.ended : column.lapses },
        { id: 'acts', label: column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={asks.map(ask => ({
        key: ask.id,
        highlight: ask.state === 'question' ? 'waiting' : undefined,
        cells: {
          customer: (
            <TwoLines
              first={<a href={addressOf(ask, shown.root)}>{ask.accountName}</a>}
              second={ask.ticket && listWords[language].ticket(ask.ticket)}
            />
          ),
          state: <State ask={ask} language={language} />,
          what: <What ask={ask} {...shown} />,
          by: <TwoLines first={ask.askedBy} second={<Ago at={ask.createdAt} {...shown} />} />,
          until: <Until ask={ask} {...shown} />,
          acts: <Acts ask={ask} {...shown} />,
        },
      }))}
    />
  )
}

/** A request has a page of its own; more time is asked on the page of its access. */
function addressOf(ask: DeskAsk, root: string): string {
  return ask.kind === 'request' ? `${root}/requests/${ask.id}` : `${root}/grants/${ask.grantId}`
}

function State({ ask, language }: { ask: DeskAsk; language: Language }) {
  if (ask.kind === 'request') {
    const word =
      ask.state === 'question' ? deskWords[language].state.question : requestWords[language].state[ask.state]
    return <StateBadge state={ask.state}>{word}</StateBadge>
  }
  const tone = ask.state === 'granted' ? 'success' : ask.state === 'pending' ? 'info' : 'neutral'
  return (
    <Badge tone={tone} icon="clock">
      {termsWords[language].state[ask.state]}
    </Badge>
  )
}

function What({ ask, language, zone }: Shown & { ask: DeskAsk }) {
  const words = listWords[language]
  if (ask.kind === 'request')
    return <TwoLines first={scopeText(ask.scope, language)} second={durationText(ask.duration, language)} />
  const { askedEnd } = ask
  return (
    <TwoLines
      first={askedEnd ? words.moreUntil(exactTime(askedEnd, zone, language)) : words.moreForGood}
      second={scopeText(ask.scope, language)}
    />
  )
}

function Until({ ask, language, zone, now }: Shown & { ask: DeskAsk }) {
  const { closedAt, closedBy, lapsesAt } = ask
  if (closedAt)
    return <TwoLines first={<When at={closedAt} zone={zone} language={language} />} second={closedBy} />
  return lapsesAt ? <Ends until={lapsesAt} now={now} zone={zone} language={language} kind="lapses" /> : '–'
}

function Acts({ ask, root, staff, language }: Shown & { ask: DeskAsk }) {
  const words = deskWords[language]
  const named = (act: string) => listWords[language].named(act, ask.accountName)
  const own = addressOf(ask, root)
  const answering = ask.state === 'question'
  const act = answering ? words.answer : ask.kind === 'request' ? words.seeRequest : words.see
  // More time is taken back on the page of its access, where the button is.
  const withdrawal = ask.kind === 'request' ? `${own}?act=withdraw` : own
  return (
    <RowActions>
      <LinkButton
        href={answering ? `${own}#answer` : own}
        label={named(act)}
        variant={answering ? 'primary' : 'secondary'}
        size="small"
      >
        {act}
      </LinkButton>
      {!ask.closedAt && maySpeakFor(staff, ask.requestedBy) && (
        <Menu id={`more-${ask.id}`} label={words.more(ask.accountName)}>
          <MenuLink href={withdrawal} icon="arrow-left" danger>
            {words.withdraw}
          </MenuLink>
        </Menu>
      )}
    </RowActions>
  )
}
