import type { ReactNode } from 'react'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Code } from '#components/ui/text.tsx'
import type { PhoneAddress } from '#db/phonebook/address.ts'
import type { Language } from '#lib/language.ts'
import { phoneWords as catalogue } from './words.ts'

interface AddressCardProps {
  readonly address: PhoneAddress
  /** Null where it can't be shown any more. */
  readonly url: string | null
  readonly zone: string
  readonly language: Language
  /** What can be done with it. */
  readonly acts: ReactNode
}

/** The address to be copied, and when a phone read it last. */
export function AddressCard({ address, url, zone, language, acts }: AddressCardProps) {
  const words = catalogue[language]
  const { madeAt, fetchedAt, fetchedBy } = address
  return (
    <Card
      title={words.address}
      footer={acts}
      actions={
        url && (
          <CopyButton text={url} copied={words.copied}>
            {words.copy}
          </CopyButton>
        )
      }
    >
      {url ? (
        <p>
          <Code>{url}</Code>
        </p>
      ) : (
        <Notice tone="warning">{words.lost}</Notice>
      )}
      <p className="field-hint">{words.secret}</p>
      <Facts
        items={[
          { term: words.madeOn, value: <When at={madeAt} zone={zone} language={language} /> },
          {
            term: words.fetched,
            value: fetchedAt ? (
              <>
                <When at={fetchedAt} zone={zone} language={language} />{' '}
                {fetchedBy ? words.by(fetchedBy) : words.unnamed}
              </>
            ) : (
              words.never
            ),
          },
        ]}
      />
    </Card>
  )
}
