import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import type { Owed } from '#db/invoice/reads.ts'
import { calendarDay, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import { stateBadge } from './invoice-state.ts'
import { words as catalogue } from './words.ts'

interface OwedCardsProps {
  readonly owed: readonly Owed[]
  readonly zone: string
  readonly language: Language
}

/** One card a currency: the balance, what is overdue, what is due. */
export function OwedCards({ owed, zone, language }: OwedCardsProps) {
  const words = catalogue[language]
  if (owed.length === 0) return null
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {owed.map(one => (
        <Card key={one.currency} title={words.owed(one.currency)}>
          <Facts items={factsOf(one, zone, language)} />
        </Card>
      ))}
    </div>
  )
}

function factsOf(
  { currency, balance, asOf, overdue, open }: Owed,
  zone: string,
  language: Language,
): readonly Fact[] {
  const words = catalogue[language]
  const money = (amount: number) => moneyText({ amount, currency }, language)
  const late = stateBadge('overdue', language)
  return [
    {
      term: balance !== null && balance < 0 ? words.credit : words.balance,
      value: (
        <>
          <strong>
            {balance === null ? words.notTold : balance === 0 ? words.settled : money(Math.abs(balance))}
          </strong>
          {asOf && (
            <span className="second-line">
              <When at={asOf} zone={zone} language={language} day />
            </span>
          )}
        </>
      ),
    },
    ...(overdue
      ? [
          {
            term: words.overdue,
            value: (
              <>
                <Badge tone={late.tone} icon={late.icon}>
                  {late.text}
                </Badge>{' '}
                {words.overdueText(
                  money(overdue.amount),
                  wholeNumber(overdue.count, language),
                  overdue.count,
                  calendarDay(overdue.since, language),
                )}
              </>
            ),
          },
        ]
      : []),
    {
      term: words.due,
      value: open
        ? words.dueText(
            money(open.amount),
            wholeNumber(open.count, language),
            open.count,
            calendarDay(open.by, language),
          )
        : words.nothingDue,
    },
  ]
}
