import type { ReactNode } from 'react'
import { Once } from '#app/_server/once.tsx'
import { PlaceState } from '#components/person/place-state.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedStaff } from '#db/partner/staff-list.ts'
import type { PartnerAtDesk } from '#db/provider/partners.ts'
import { letterText } from '#lib/delivery/letter-text.ts'
import type { Language } from '#lib/language.ts'
import { staffWords } from '#lib/partner/words.ts'
import { resend } from '../actions.ts'
import { pageWords } from '../page-words.ts'

interface Props {
  readonly partner: PartnerAtDesk
  readonly changes: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** Who works for the firm: whether they have taken their place, what became of their letter, and another one for who has not. */
export function StaffCard(props: Props) {
  const { partner, changes, language } = props
  const words = pageWords[language]
  if (partner.staff.length === 0)
    return (
      <Card title={words.staff}>
        <EmptyState icon="users" title={words.noStaff} />
      </Card>
    )
  const waits = changes && partner.staff.some(one => one.state === 'invited')
  return (
    <Card title={words.staff} flush>
      {waits ? (
        <Form action={resend} label={words.staff}>
          <Once />
          <input type="hidden" name="partner" value={partner.id} />
          <StaffTable {...props} />
        </Form>
      ) : (
        <StaffTable {...props} />
      )}
    </Card>
  )
}

function StaffTable({ partner, changes, ...shown }: Props) {
  const words = pageWords[shown.language]
  const { column } = words
  const own = `/provider/partners/${partner.slug}`
  return (
    <Table
      caption={words.staff}
      hideCaption
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'role', label: column.role },
        { id: 'state', label: column.state },
        { id: 'signIn', label: column.signIn },
        { id: 'letter', label: column.letter },
        ...(changes
          ? [
              {
                id: 'acts' as const,
                label: column.acts,
                hideLabel: true,
                align: 'end' as const,
                narrow: true,
              },
            ]
          : []),
      ]}
      rows={partner.staff.map(one => ({
        key: one.id,
        cells: { ...cellsOf(one, shown), acts: changes && <Acts one={one} own={own} {...shown} /> },
      }))}
    />
  )
}

type Shown = Pick<Props, 'language' | 'zone' | 'now'>

function cellsOf(
  one: ListedStaff,
  { language, zone, now }: Shown,
): Readonly<Record<'name' | 'role' | 'state' | 'signIn' | 'letter', ReactNode>> {
  const words = pageWords[language]
  return {
    name: <TwoLines first={one.name} second={<Address>{one.email}</Address>} />,
    role: staffWords[language].role[one.role],
    state: <PlaceState state={one.state} label={staffWords[language].state[one.state]} />,
    signIn: one.lastSignInAt ? <When at={one.lastSignInAt} zone={zone} language={language} /> : words.never,
    letter: one.letter ? (
      <a href={`/provider/delivery/${one.letter.id}`}>{letterText(one.letter, now, language)?.text}</a>
    ) : (
      words.noLetter
    ),
  }
}

function Acts({ one, own, language }: Pick<Props, 'language'> & { one: ListedStaff; own: string }) {
  const words = pageWords[language]
  return (
    <RowActions>
      {one.state === 'invited' && (
        <Button
          type="submit"
          name="staff"
          value={one.id}
          size="small"
          variant="secondary"
          aria-label={words.resendTo(one.name)}
        >
          {words.resend}
        </Button>
      )}
      <LinkButton
        href={`${own}?remove=${one.id}`}
        size="small"
        variant="danger-quiet"
        label={words.removeNamed(one.name)}
      >
        {words.remove}
      </LinkButton>
    </RowActions>
  )
}
