import { listAddress } from '#app/_server/list-address.ts'
import { Once } from '#app/_server/once.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Candidate, SeenLicence } from '#db/subscription/holders.ts'
import type { WholeSubscription } from '#db/subscription/reads.ts'
import type { Language } from '#lib/language.ts'
import { heldValue } from '#lib/subscription/forms.ts'
import { WaitingBadge } from '../../outcome-notice.tsx'
import { assign, takeBack } from '../actions.ts'
import { changeWords } from '../change-words.ts'

interface Props {
  readonly subscription: WholeSubscription
  readonly accountId: string
  readonly licences: readonly SeenLicence[]
  readonly limit: number
  readonly after: string | null
  /** Whose licence was taken back a moment ago, where they could have one again. */
  readonly again: Candidate | null
  readonly place: string
  readonly changes: boolean
  readonly language: Language
}

/** Who has a licence, each with the way to take it back. */
export function LicenceCard(props: Props) {
  const { subscription, accountId, licences, limit, after, again, place, changes, language } = props
  const words = changeWords[language]
  const rows = licences.slice(0, limit)
  const last = licences.length > limit ? rows.at(-1) : undefined
  const hidden = (
    <>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="subscription" value={subscription.id} />
    </>
  )
  const table = <Rows rows={rows} changes={changes} language={language} />
  return (
    <Card title={words.people} flush={rows.length > 0}>
      {again && (
        <Form action={assign} label={words.giveBack(again.name)} className="p-4">
          {hidden}
          <div>
            <SubmitButton
              variant="secondary"
              name="member"
              value={again.member}
              icon={<Icon name="history" />}
            >
              {words.giveBack(again.name)}
            </SubmitButton>
          </div>
        </Form>
      )}
      {rows.length === 0 ? (
        <EmptyState icon="users" title={words.none}>
          {changes ? words.noneText : words.noneTextReads}
        </EmptyState>
      ) : changes ? (
        <Form action={takeBack} label={words.people}>
          {hidden}
          {table}
        </Form>
      ) : (
        table
      )}
      <Pagination
        label={words.pages}
        previous={after ? { href: place, label: words.first } : null}
        next={last ? { href: listAddress(place, { after: last.id }), label: words.next } : null}
      />
    </Card>
  )
}

interface RowsProps {
  readonly rows: readonly SeenLicence[]
  readonly changes: boolean
  readonly language: Language
}

function Rows({ rows, changes, language }: RowsProps) {
  const words = changeWords[language]
  return (
    <Table
      caption={words.people}
      hideCaption
      columns={[
        { id: 'person', label: words.person, rowHeading: true },
        { id: 'state', label: words.state },
        ...(changes
          ? [{ id: 'act' as const, label: words.act, hideLabel: true, align: 'end' as const }]
          : []),
      ]}
      rows={rows.map(({ id, name, email, waiting }) => ({
        key: id,
        cells: {
          person: <TwoLines first={name ?? email} second={name === null ? words.gone : email} />,
          state: waiting ? (
            <WaitingBadge language={language} />
          ) : (
            <Badge tone={name === null ? 'warning' : 'success'}>{words.has}</Badge>
          ),
          act: (
            <RowActions>
              <SubmitButton variant="secondary" size="small" name="held" value={heldValue(id, email)}>
                {words.takeBack}
                <span className="sr-only"> {words.takeBackNamed(name ?? email)}</span>
              </SubmitButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
