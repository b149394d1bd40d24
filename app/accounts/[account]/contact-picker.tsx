import { listAddress } from '#app/_server/list-address.ts'
import { Card } from '#components/ui/card.tsx'
import { Search } from '#components/ui/search.tsx'
import { dialsFrom } from '#db/account/dials-from.ts'
import type { Sight } from '#db/authority.ts'
import type { Tx } from '#db/client.ts'
import { contactsOf, type ListedContact } from '#db/phonebook/reads.ts'
import { may } from '#lib/access/authority.ts'
import type { Language } from '#lib/language.ts'
import { numberKinds } from '#lib/phonebook/contact.ts'
import { sendingWords } from '#lib/sending-words.ts'

const most = 12

/** Whom a search finds in the phonebook; null for whoever may not read that. */
export async function pickable(
  tx: Tx,
  { account, authority }: Pick<Sight, 'account' | 'authority'>,
  search: string,
): Promise<readonly ListedContact[] | null> {
  if (!may(authority, 'module.phonebook')) return null
  if (search === '') return []
  const from = await dialsFrom(tx, account.id)
  const question = { search, group: null, after: undefined, limit: most }
  return (await contactsOf(tx, account.id, from, question)).contacts
}

interface ContactPickerProps {
  readonly contacts: readonly ListedContact[]
  readonly search: string
  /** The page that is reached with the number that was chosen. */
  readonly page: string
  readonly language: Language
}

/** Contacts are searched, and each number of theirs leads to the form with that number in it; without JavaScript, too. */
export function ContactPicker({ contacts, search, page, language }: ContactPickerProps) {
  const words = sendingWords[language].picker
  const found = contacts.flatMap(({ id, name, ...contact }) =>
    numberKinds.flatMap(kind =>
      contact[kind] ? [{ key: `${id} ${kind}`, name, kind: words.kind[kind], number: contact[kind] }] : [],
    ),
  )
  return (
    <Card title={words.title} description={words.text}>
      <Search label={words.search} name="contact" value={search} button={words.find} action={page} />
      {search !== '' && found.length === 0 && <p className="field-hint mt-3">{words.none}</p>}
      {found.length > 0 && (
        <ul className="picker">
          {found.map(({ key, name, kind, number }) => (
            <li key={key}>
              <a href={listAddress(page, { to: number, contact: search })}>{words.use(name, kind, number)}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
