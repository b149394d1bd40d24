import { When } from '#components/time/when.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedPartner } from '#db/provider/partners.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { listWords } from './list-words.ts'

interface PartnerTableProps {
  readonly partners: readonly ListedPartner[]
  readonly language: Language
  readonly zone: string
}

/** One row per firm of the provider. */
export function PartnerTable({ partners, language, zone }: PartnerTableProps) {
  const words = listWords[language]
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'name', label: words.column.name, rowHeading: true },
        { id: 'code', label: words.column.code },
        { id: 'serves', label: words.column.serves },
        { id: 'enters', label: words.column.enters },
        { id: 'staff', label: words.column.staff },
      ]}
      rows={partners.map(one => ({
        key: one.id,
        faded: one.closedAt !== null,
        cells: {
          name: (
            <TwoLines
              first={<a href={`/provider/partners/${one.slug}`}>{one.name}</a>}
              second={
                one.closedAt && (
                  <>
                    {words.closedOn} <When at={one.closedAt} zone={zone} language={language} day />
                  </>
                )
              }
            />
          ),
          code: one.partnerCode,
          serves: cappedText(one.serves),
          enters: cappedText(one.enters),
          staff: words.staff(one.administrators, one.technicians, one.invited),
        },
      }))}
    />
  )
}
