import { statePiece } from '#components/sending/state-badge.tsx'
import { whenPiece } from '#components/time/piece.ts'
import { LongTable } from '#components/ui/long-table.tsx'
import type { ListedFax } from '#db/fax/reads.ts'
import { faxWords } from '#lib/fax/words.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface FaxTableProps {
  readonly faxes: readonly ListedFax[]
  readonly list: string
  /** The reader's own. */
  readonly zone: string
  readonly language: Language
}

/** Who the other party is: by name, by number, or withheld. */
export function partyText(
  { name, otherNumber }: Pick<ListedFax, 'name' | 'otherNumber'>,
  language: Language,
): string {
  return name || otherNumber || faxWords[language].withheld
}

/** How many pages; of a fax that broke off, how many went through. */
export function faxPages(
  { pages, pagesSent, state }: Pick<ListedFax, 'pages' | 'pagesSent' | 'state'>,
  language: Language,
): string {
  const all = wholeNumber(pages, language)
  if (pagesSent === null || pagesSent === pages || state === 'queued') return all
  return catalogue[language].pagesOf(wholeNumber(pagesSent, language), all)
}

/** One row for each fax: with whom, which way, how it stands, how long it is, and who of ours sent it. */
export function FaxTable({ faxes, list, zone, language }: FaxTableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.title}
      columns={[
        { id: 'party', label: column.party, rowHeading: true },
        { id: 'direction', label: column.direction },
        { id: 'state', label: column.state },
        { id: 'pages', label: column.pages, align: 'end' },
        { id: 'by', label: column.by },
        { id: 'when', label: column.when },
      ]}
      rows={faxes.map(fax => ({
        cells: {
          party: [
            { href: `${list}/${fax.id}`, text: partyText(fax, language) },
            [fax.name ? fax.otherNumber : '', fax.title].filter(Boolean).join(' · ') || null,
          ],
          direction: [faxWords[language].direction[fax.direction], fax.ownNumber],
          state: statePiece(fax.state, language),
          pages: faxPages(fax, language),
          by: fax.by ? [fax.by, fax.firm || null] : null,
          when: whenPiece(fax.at, zone, language),
        },
      }))}
    />
  )
}
