import type { ReactNode } from 'react'
import { Address } from '#components/ui/address.tsx'
import { type ContactKind, contactKinds } from '#lib/account/contacts.ts'
import { accountWords } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { Facts } from '../ui/facts.tsx'
import { TwoLines } from '../ui/table.tsx'

interface NamedContact {
  readonly kind: ContactKind
  readonly name: string
  readonly email: string
}

interface ContactFactsProps {
  readonly contacts: readonly NamedContact[]
  /** Whether the reader may know by which address they are reached. */
  readonly addresses: boolean
  readonly language: Language
}

/** Whom to speak with about what; "not set" where nobody is named. */
export function ContactFacts({ contacts, addresses, language }: ContactFactsProps) {
  const { contact, notSet } = accountWords[language]
  const unset = <span className="text-muted">{notSet}</span>
  return (
    <Facts
      items={contactKinds.map(kind => {
        const named = contacts.find(one => one.kind === kind)
        return { term: contact[kind], value: named ? told(named, addresses) : unset }
      })}
    />
  )
}

function told({ name, email }: NamedContact, addresses: boolean): ReactNode {
  return addresses ? <TwoLines first={name} second={<Address>{email}</Address>} /> : name
}
