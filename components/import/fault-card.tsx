import { Card } from '#components/ui/card.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import type { PlacedFault } from '#lib/csv-reader.ts'
import { codeAndFact, csvFaultSentence } from '#lib/csv-words.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { shownCell, shownText } from '#lib/shown-cell.ts'
import { importWords as catalogue } from './words.ts'

interface FaultCardProps {
  /** The first of what is wrong. */
  readonly faults: readonly PlacedFault[]
  /** How much is wrong in all. */
  readonly count: number
  /** What the columns are called. */
  readonly columns: Readonly<Record<string, string>>
  /** Sentences for what only this sort of file can have wrong, by their codes. */
  readonly own?: Readonly<Record<string, (fact: string) => string>>
  readonly language: Language
}

/** Everything that must be put right in a file, with its line, its column and the cure. */
export function FaultCard({ faults, count, columns, own = {}, language }: FaultCardProps) {
  const words = catalogue[language]
  const told = words.wrongText(wholeNumber(count, language), count)
  const more = count > faults.length ? ` ${words.firstOnes(wholeNumber(faults.length, language))}` : ''
  const nameOf = (column: string) =>
    Object.hasOwn(columns, column) ? (columns[column] ?? '') : shownText(column)
  const sentenceOf = ({ code, value }: PlacedFault) => {
    const [name, fact] = codeAndFact(code)
    return Object.hasOwn(own, name) ? (own[name]?.(fact) ?? '') : csvFaultSentence(code, value, language)
  }
  return (
    <Card tone="danger" title={words.wrong} description={`${told}${more}`} flush>
      <LongTable
        caption={words.wrong}
        columns={[
          { id: 'line', label: words.line, rowHeading: true },
          { id: 'column', label: words.column },
          { id: 'what', label: words.what },
        ]}
        rows={faults.map(fault => ({
          cells: {
            line: fault.line === null ? words.whole : `${words.line} ${wholeNumber(fault.line, language)}`,
            column: nameOf(fault.column) || null,
            what: [sentenceOf(fault), cellText(fault, language)],
          },
        }))}
      />
    </Card>
  )
}

/** What tells of the whole line shows no cell. */
const ofTheLine = /^(?:too-few|too-many|utf16|empty|column-|unknown-column|line-too-long|other-separator)/

function cellText({ code, value }: PlacedFault, language: Language): string | null {
  if (!value || ofTheLine.test(code)) return null
  return catalogue[language].cell(shownCell(value, language))
}
