import { chosenForm } from '#app/_server/chosen-bar.tsx'
import { LongTable, type Piece } from '#components/ui/long-table.tsx'
import type { ListedExtension, SeenRoute } from '#db/pbx-extension/reads.ts'
import { emergencyBeside } from '#lib/extension-number.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { words as catalogue } from './words.ts'

interface ExtensionTableProps {
  readonly extensions: readonly ListedExtension[]
  /** The address of the list. */
  readonly list: string
  readonly language: Language
}

/** One row for each extension: chosen by its box, opened by its number. */
export function ExtensionTable({ extensions, list, language }: ExtensionTableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.title}
      columns={[
        { id: 'number', label: column.number, rowHeading: true },
        { id: 'name', label: column.name },
        { id: 'device', label: column.device },
        { id: 'busy', label: column.busy },
        { id: 'unanswered', label: column.unanswered },
        { id: 'profile', label: column.profile },
      ]}
      rows={extensions.map(one => ({
        cells: {
          number: {
            href: `${list}/${one.id}`,
            text: one.number,
            choose: {
              form: chosenForm,
              name: 'extension',
              value: one.id,
              label: words.choose(one.number),
            },
          },
          name: [
            one.name,
            inTheWay(one.number, language) ??
              (one.person && one.person !== one.name ? words.of(one.person) : null),
          ],
          device: pbxWords[language].device[one.device],
          busy: way(one.busy, language),
          unanswered: [way(one.unanswered, language), words.after(wholeNumber(one.ring, language))],
          profile: one.profile,
        },
      }))}
    />
  )
}

function inTheWay(number: string, language: Language): Piece | null {
  const emergency = emergencyBeside(number)
  return emergency && { tone: 'warning', text: catalogue[language].besideEmergency(emergency) }
}

function way({ kind, to }: SeenRoute, language: Language): Piece {
  const words = catalogue[language]
  if (kind === 'outside') return words.toExtension(to)
  if (kind !== 'extension') return pbxWords[language].route[kind]
  return to ? words.toExtension(to) : { tone: 'warning', text: words.astray }
}
