import { StateBadge } from '#components/access/state-badge.tsx'
import { Ends, TimeLeft } from '#components/time/time-left.tsx'
import { Ago, When } from '#components/time/when.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Customer, LiveGrant } from '#db/partner/customers.ts'
import { partScopeText } from '#lib/access/scope-words.ts'
import { firstEnd } from '#lib/grant/ends.ts'
import type { Language } from '#lib/language.ts'
import { dealingState } from '#lib/partner/dealing.ts'
import { deskWords } from '../words.ts'
import { CustomerActs, type Staff } from './customer-acts.tsx'
import { PinnedMark, RowPin } from './pin.tsx'
import { StateNotes } from './state-notes.tsx'
import { words as catalogue } from './words.ts'

export interface Shown {
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

interface CustomerTableProps extends Shown {
  readonly customers: readonly Customer[]
  readonly staff: Staff
  /** The address of the firm's desk. */
  readonly root: string
}

/** One row per account: how the firm stands there, and the one thing to do next. */
export function CustomerTable({ customers, staff, root, ...shown }: CustomerTableProps) {
  const words = catalogue[shown.language]
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'customer', label: words.column.customer, rowHeading: true },
        { id: 'state', label: words.column.state },
        { id: 'scope', label: words.column.scope },
        { id: 'ends', label: words.column.ends },
        { id: 'origin', label: words.column.origin },
        { id: 'used', label: words.column.used },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={customers.map(customer => ({
        key: customer.slug,
        highlight: customer.open?.state === 'question' || customer.invitation ? 'waiting' : undefined,
        cells: {
          customer: (
            <TwoLines
              first={<a href={`${root}/customers/${customer.slug}`}>{customer.name}</a>}
              second={customer.pinned && <PinnedMark language={shown.language} />}
            />
          ),
          state: (
            <TwoLines
              first={<StateChip customer={customer} {...shown} />}
              second={<StateNotes customer={customer} {...shown} />}
            />
          ),
          scope: <ScopeCell customer={customer} language={shown.language} />,
          ends: <EndsCell customer={customer} {...shown} />,
          origin: origin(customer, shown.language),
          used: <UsedCell customer={customer} {...shown} />,
          acts: (
            <RowActions>
              <RowPin customer={customer} language={shown.language} />
              <CustomerActs customer={customer} staff={staff} root={root} language={shown.language} />
            </RowActions>
          ),
        },
      }))}
    />
  )
}

/** When it ends for the reader: a technician may have it for less time than the firm does. */
export function ownEnd({ own, endsAt }: LiveGrant): Date | null {
  return firstEnd([own?.endsAt ?? null, endsAt])
}

/** Who of the firm asked for what the row is about, or on whose word it came without asking. */
function origin({ live, invitation, open, ended }: Customer, language: Language): string {
  const { without, askedByPerson } = catalogue[language]
  if (!live[0] && invitation) return without.invitation
  const about = live[0] ?? (open ? { ...open, origin: 'request' as const } : ended)
  if (!about) return '–'
  if (about.origin !== 'request') return without[about.origin]
  return about.askedBy ? askedByPerson(about.askedBy) : '–'
}

/** The state in a word, and while the door is open what is left of it. */
export function StateChip({ customer, now, language }: Shown & { customer: Customer }) {
  const state = dealingState(customer)
  const word = deskWords[language].state[state]
  const [grant] = customer.live
  const until = state === 'active' && grant ? ownEnd(grant) : null
  return (
    <StateBadge state={state}>
      {until ? (
        <>
          {word}, <TimeLeft until={until} now={now} language={language} kind="left" />
        </>
      ) : (
        word
      )}
    </StateBadge>
  )
}

function ScopeCell({ customer, language }: { customer: Customer; language: Language }) {
  const { live, invitation, open, ended } = customer
  const scope = (live[0] ?? invitation ?? open ?? ended)?.scope
  if (!scope) return '–'
  const own = live[0]?.own?.scope ?? null
  const others = customer.live.length - 1
  const notes = [others > 0 && catalogue[language].others(others)].filter(Boolean)
  return <TwoLines first={partScopeText(own, scope, language)} second={notes.join(' ')} />
}

function EndsCell({ customer, zone, now, language }: Shown & { customer: Customer }) {
  const at = { zone, language }
  const grant = customer.live[0]
  if (grant?.state === 'scheduled') return <Ends until={grant.startsAt} now={now} kind="starts" {...at} />
  if (grant) {
    const end = ownEnd(grant)
    const soonest = firstEnd(customer.live.map(ownEnd))
    const other = soonest?.getTime() === end?.getTime() ? null : soonest
    return (
      <TwoLines
        first={end ? <When at={end} {...at} /> : deskWords[language].noEnd}
        second={
          other && (
            <>
              {catalogue[language].anotherEnds} <When at={other} {...at} />
            </>
          )
        }
      />
    )
  }
  const waits = customer.invitation ?? customer.open
  if (waits) return <Ends until={waits.lapsesAt} now={now} kind="lapses" {...at} />
  return customer.ended ? <When at={customer.ended.at} {...at} /> : '–'
}

/** The firm's latest use of whatever access it has or had there. */
function UsedCell({ customer, zone, now, language }: Shown & { customer: Customer }) {
  const { lastUse, live, ended } = customer
  if (lastUse)
    return (
      <TwoLines
        first={<Ago at={lastUse.at} now={now} zone={zone} language={language} />}
        second={lastUse.by}
      />
    )
  return live.length > 0 || ended?.kind === 'grant' ? catalogue[language].never : '–'
}
