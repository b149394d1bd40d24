import { Address } from '#components/ui/address.tsx'
import { Facts } from '#components/ui/facts.tsx'
import type { Language } from '#lib/language.ts'
import type { MicrosoftAccount } from '#lib/microsoft/identity.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'

interface FactsProps {
  readonly account: Pick<MicrosoftAccount, 'name' | 'address' | 'tenant'>
  readonly language: Language
}

/** Which Microsoft account it is, as its own tenant names it. */
export function MicrosoftFacts({ account: { name, address, tenant }, language }: FactsProps) {
  const words = microsoftWords[language].account
  return (
    <Facts
      items={[
        { term: words.account, value: <Address>{address || name}</Address> },
        ...(address && name !== address ? [{ term: words.name, value: name }] : []),
        { term: words.tenant, value: <span className="break-all">{tenant}</span> },
      ]}
    />
  )
}

/** The same where there is little room beside a term: one line under the other. */
export function MicrosoftLines({ account: { name, address, tenant }, language }: FactsProps) {
  return (
    <div>
      <p>
        <strong>
          <Address>{address || name}</Address>
        </strong>
      </p>
      {address && name !== address && <p>{name}</p>}
      <p className="field-hint">
        {microsoftWords[language].account.tenant}
        <br />
        <span className="break-all">{tenant}</span>
      </p>
    </div>
  )
}
