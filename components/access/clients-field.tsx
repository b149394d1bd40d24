import { CheckboxField } from '#components/ui/choices.tsx'
import { cappedText, plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from './words.ts'

interface ClientsFieldProps {
  /** The account's client accounts: how many, and the first few by name. */
  readonly clients: { readonly count: number; readonly names: readonly string[] }
  readonly defaultChecked?: boolean | undefined
  readonly language: Language
}

/** Whether what is given opens the account's client accounts, too; off unless somebody says so. */
export function ClientsField({ clients, defaultChecked, language }: ClientsFieldProps) {
  const words = accessWords[language]
  return (
    <CheckboxField
      name="clients"
      label={words.clients}
      hint={`${namedClients(clients, language)} ${words.clientsText}`}
      defaultChecked={defaultChecked}
    />
  )
}

function namedClients({ count, names }: ClientsFieldProps['clients'], language: Language): string {
  const words = accessWords[language]
  const [only] = names
  if (count === 1 && only) return words.clientNow(only)
  const list = count > names.length ? words.clientsMore(names.join(', ')) : plainList(names, language)
  return words.clientsNow(cappedText(count), list)
}
