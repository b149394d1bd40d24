import { titled } from '#app/_server/titled.ts'
import { TextField } from '#components/ui/field.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { largestFax } from '#lib/fax/fax.ts'
import { faxWords } from '#lib/fax/words.ts'
import { SendingPage } from '../../sending-page.tsx'
import { send } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** A document to any number, typed or chosen from the phonebook. */
export default async function NewFaxPage(props: Props) {
  return (
    <SendingPage
      {...props}
      module="fax"
      send={send}
      words={language => catalogue[language]}
      content={language => {
        const words = catalogue[language]
        const { document, title, refusal } = faxWords[language]
        return {
          labels: { title, file: document },
          fields: (
            <>
              <TextField name="title" label={title} hint={words.titleHint} optional={words.optional} />
              <FileField
                name="file"
                label={document}
                hint={words.fileHint}
                accept=".pdf,application/pdf"
                largest={largestFax}
                tooLarge={refusal['too-large']}
              />
            </>
          ),
        }
      }}
    />
  )
}
