import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { Search } from '#components/ui/search.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Candidate } from '#db/subscription/holders.ts'
import type { WholeSubscription } from '#db/subscription/reads.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { assign } from '../actions.ts'
import { changeWords } from '../change-words.ts'

interface Props {
  readonly subscription: WholeSubscription
  readonly accountId: string
  /** The account’s people who have none of it. */
  readonly people: readonly Candidate[]
  readonly limit: number
  readonly search: string
  readonly place: string
  readonly language: Language
}

/** Gives a licence to one of the account’s people, who are found by name. */
export function AssignCard({ subscription, accountId, people, limit, search, place, language }: Props) {
  const words = changeWords[language]
  const { id, free } = subscription
  if (free === 0)
    return (
      <Card id="assign" title={words.assign}>
        <p>{words.noneFree}</p>
      </Card>
    )
  return (
    <Card
      id="assign"
      title={words.assign}
      description={words.assignText(wholeNumber(free, language), free)}
      footer={people.length > limit && words.onlyFirst}
    >
      <Search
        name="person"
        label={words.searchPerson}
        value={search}
        button={words.find}
        action={`${place}#assign`}
      />
      {people.length === 0 ? (
        <p>{words.nobodyFound}</p>
      ) : (
        <Form action={assign} label={words.assign}>
          <Once />
          <input type="hidden" name="account" value={accountId} />
          <input type="hidden" name="subscription" value={id} />
          <Table
            caption={words.assign}
            hideCaption
            columns={[
              { id: 'person', label: words.person, rowHeading: true },
              { id: 'act', label: words.act, hideLabel: true, align: 'end' },
            ]}
            rows={people.slice(0, limit).map(({ member, name, email }) => ({
              key: member,
              cells: {
                person: <TwoLines first={name} second={email} />,
                act: (
                  <RowActions>
                    <SubmitButton variant="secondary" size="small" name="member" value={member}>
                      {words.give}
                      <span className="sr-only"> {words.giveNamed(name)}</span>
                    </SubmitButton>
                  </RowActions>
                ),
              },
            }))}
          />
        </Form>
      )}
    </Card>
  )
}
