import { Once } from '#app/_server/once.tsx'
import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedLetter } from '#db/delivery/list.ts'
import { conditionOf, isTrouble } from '#lib/delivery/condition.ts'
import { isAccountsOwn, isOwnLetter } from '#lib/delivery/cure.ts'
import { letterName } from '#lib/delivery/names.ts'
import { reasonText } from '#lib/delivery/words.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { resend } from './actions.ts'
import { words as catalogue } from './words.ts'

interface LetterTableProps {
  readonly letters: readonly ListedLetter[]
  readonly mayResend: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** One row per letter in trouble, and one form for the whole table. */
export function LetterTable(props: LetterTableProps) {
  const { letters, mayResend, language, zone, now } = props
  const words = catalogue[language]
  const { column } = words
  const table = (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'to', label: column.to, rowHeading: true },
        { id: 'kind', label: column.kind },
        { id: 'account', label: column.account },
        { id: 'state', label: column.state },
        { id: 'reason', label: column.reason },
        { id: 'tries', label: column.tries, align: 'end', narrow: true },
        { id: 'acts', label: column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={letters.map(letter => ({
        key: letter.id,
        cells: {
          to: (
            <TwoLines
              first={<a href={`/provider/delivery/${letter.id}`}>{letter.toName}</a>}
              second={<Address>{letter.toAddress}</Address>}
            />
          ),
          kind: letterName(letter.kind, language),
          account: letter.accountName ?? words.nothingThere,
          state: (
            <TwoLines
              first={<ConditionBadge condition={conditionOf(letter, now)} language={language} />}
              second={<When at={letter.at} zone={zone} language={language} />}
            />
          ),
          reason: <span className="break-words">{reasonText(letter, language) || words.nothingThere}</span>,
          tries: wholeNumber(letter.attempts, language),
          acts: <LetterActs letter={letter} {...{ mayResend, language, now }} />,
        },
      }))}
    />
  )
  if (!mayResend) return table
  return (
    <Form action={resend} label={words.title}>
      <Once />
      {table}
    </Form>
  )
}

function LetterActs({
  letter,
  mayResend,
  language,
  now,
}: Omit<LetterTableProps, 'letters' | 'zone'> & { letter: ListedLetter }) {
  const words = catalogue[language]
  const name = (act: string) => words.of(act, letterName(letter.kind, language), letter.toName)
  const condition = conditionOf(letter, now)
  const act = condition === 'stuck' ? words.tryNow : words.resend
  const offered =
    mayResend && isTrouble(condition) && !isOwnLetter(letter.kind) && !isAccountsOwn(letter.kind)
  return (
    <RowActions>
      {offered && (
        <Button
          type="submit"
          name="letter"
          value={letter.id}
          size="small"
          variant="secondary"
          aria-label={name(act)}
        >
          {act}
        </Button>
      )}
      <LinkButton
        href={`/provider/delivery/${letter.id}`}
        size="small"
        variant="quiet"
        label={name(words.details)}
      >
        {words.details}
      </LinkButton>
    </RowActions>
  )
}
