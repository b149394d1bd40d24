import { titled } from '#app/_server/titled.ts'
import { TextArea } from '#components/ui/field.tsx'
import { textWords } from '#lib/sms/words.ts'
import { SendingPage } from '../../sending-page.tsx'
import { send } from '../actions.ts'
import { words as catalogue } from '../words.ts'
import '../sms.css'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** A message to any number, typed or chosen from the phonebook. */
export default async function NewMessagePage(props: Props) {
  return (
    <SendingPage
      {...props}
      module="sms"
      send={send}
      words={language => catalogue[language]}
      content={language => {
        const { text, textHint } = textWords[language]
        return {
          labels: { text },
          fields: <TextArea name="text" label={text} hint={textHint} rows={4} required />,
        }
      }}
    />
  )
}
