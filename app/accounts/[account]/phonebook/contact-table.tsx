import { chosenForm } from '#app/_server/chosen-bar.tsx'
import { LongTable, type Piece } from '#components/ui/long-table.tsx'
import type { ListedContact } from '#db/phonebook/reads.ts'
import type { Language } from '#lib/language.ts'
import { digitsOf } from '#lib/phone.ts'
import { words as catalogue } from './words.ts'

interface ContactTableProps {
  readonly contacts: readonly ListedContact[]
  /** The address of the phonebook. */
  readonly list: string
  readonly language: Language
}

/** One row for each contact: chosen by its box, opened by its name, called by its numbers. */
export function ContactTable({ contacts, list, language }: ContactTableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.title}
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'work', label: column.work },
        { id: 'mobile', label: column.mobile },
        { id: 'home', label: column.home },
        { id: 'groups', label: column.groups },
      ]}
      rows={contacts.map(one => ({
        cells: {
          name: [
            {
              href: `${list}/${one.id}`,
              text: one.name,
              choose: { form: chosenForm, name: 'contact', value: one.id, label: words.choose(one.name) },
            },
            one.company || null,
          ],
          work: called(one.work),
          mobile: called(one.mobile),
          home: called(one.home),
          groups: one.groups.join(', ') || null,
        },
      }))}
    />
  )
}

/** A number as a link that a telephone program dials. */
function called(number: string): Piece | null {
  if (!number) return null
  return { href: `tel:${number.startsWith('+') ? '+' : ''}${digitsOf(number)}`, text: number }
}
