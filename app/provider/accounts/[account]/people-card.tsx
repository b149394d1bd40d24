import type { ReactNode } from 'react'
import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { DeskPerson } from '#db/provider/account-page.ts'
import { placeWords } from '#lib/access/place-words.ts'
import { isRole } from '#lib/access/roles.ts'
import { letterText } from '#lib/delivery/letter-text.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { resend } from '../actions.ts'
import { pageWords } from '../page-words.ts'
import type { CardProps } from './cards.tsx'

const tones = { invited: 'info', active: 'success', disabled: 'neutral' } as const

/** Who looks after it, with another letter for who has not come in yet; how many others have a place on it. */
export function PeopleCard({ account, changes, ...shown }: CardProps & { readonly now: Date }) {
  const words = pageWords[shown.language]
  const { managers, people } = account
  const others = (['portal-user', 'end-user'] as const).map(kind => words.kind[kind](people[kind]))
  const waits = changes && managers.some(one => one.state === 'invited')
  const table = <PeopleTable managers={managers} waits={waits} {...shown} />
  return (
    <Card
      title={words.people}
      description={words.peopleText}
      flush={managers.length > 0}
      footer={plainList(others, shown.language)}
    >
      {managers.length === 0 && <EmptyState icon="users" title={words.noPeople} />}
      {managers.length > 0 && !waits && table}
      {waits && (
        <Form action={resend} label={words.people}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          {table}
        </Form>
      )}
    </Card>
  )
}

interface Shown extends Pick<CardProps, 'language' | 'zone'> {
  readonly now: Date
}

interface TableProps extends Shown {
  readonly managers: readonly DeskPerson[]
  /** Whether the reader may send somebody another letter. */
  readonly waits: boolean
}

function PeopleTable({ managers, waits, ...shown }: TableProps) {
  const words = pageWords[shown.language]
  const { column } = words
  const acts = { id: 'acts', label: column.acts, hideLabel: true, align: 'end', narrow: true } as const
  return (
    <Table
      caption={words.people}
      hideCaption
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'kind', label: column.kind },
        { id: 'state', label: column.state },
        { id: 'signIn', label: column.signIn },
        { id: 'letter', label: column.letter },
        ...(waits ? [acts] : []),
      ]}
      rows={managers.map(one => ({ key: one.id, cells: cellsOf(one, shown) }))}
    />
  )
}

function cellsOf(
  one: DeskPerson,
  { language, zone, now }: Shown,
): Readonly<Record<'name' | 'kind' | 'state' | 'signIn' | 'letter' | 'acts', ReactNode>> {
  const words = pageWords[language]
  return {
    name: <TwoLines first={one.name} second={<Address>{one.email}</Address>} />,
    kind: placeText(one, language),
    state: <Badge tone={tones[one.state]}>{words.state[one.state]}</Badge>,
    signIn: one.lastSignInAt ? <When at={one.lastSignInAt} zone={zone} language={language} /> : words.never,
    letter: one.letter ? (
      <a href={`/provider/delivery/${one.letter.id}`}>{letterText(one.letter, now, language)?.text}</a>
    ) : (
      words.noLetter
    ),
    acts: one.state === 'invited' && (
      <RowActions>
        <Button
          type="submit"
          name="membership"
          value={one.id}
          size="small"
          variant="secondary"
          aria-label={words.resendTo(one.name)}
        >
          {words.resend}
        </Button>
      </RowActions>
    ),
  }
}

function placeText({ kind, roles }: DeskPerson, language: Language): string {
  if (kind === 'account-manager') return pageWords[language].manager
  return plainList(
    roles.filter(isRole).map(role => placeWords[language].role[role]),
    language,
  )
}
