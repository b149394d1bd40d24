import { Once } from '#app/_server/once.tsx'
import { Ago, When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedLink } from '#db/microsoft/link.ts'
import type { Language } from '#lib/language.ts'
import { mostLinks } from '#lib/microsoft/link.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { beginLink, unlinkAccount } from './microsoft-actions.ts'
import { microsoftProfileWords } from './microsoft-words.ts'

interface CardProps {
  readonly links: readonly ListedLink[]
  readonly isOn: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** The Microsoft accounts that the person signs in with, with one form for the whole list. */
export function MicrosoftCard({ links, isOn, language, zone, now }: CardProps) {
  const text = microsoftProfileWords[language]
  const why = links.length > 0 ? text.why : text.none
  return (
    <Card
      title={text.title}
      description={isOn ? why : text.off}
      flush={links.length > 0}
      footer={isOn && links.length < mostLinks && <Begin language={language} first={links.length === 0} />}
    >
      {links.length > 0 && (
        <Form action={unlinkAccount} label={text.title}>
          <Once />
          <Table
            caption={text.title}
            hideCaption
            columns={[
              { id: 'account', label: text.account, rowHeading: true },
              { id: 'tenant', label: text.tenant },
              { id: 'since', label: text.since },
              { id: 'used', label: text.used },
              { id: 'act', label: text.act, hideLabel: true, narrow: true },
            ]}
            rows={links.map(({ id, name, address, tenant, createdAt, lastUsedAt }) => ({
              key: id,
              cells: {
                account: (
                  <TwoLines
                    first={<Address>{address || name}</Address>}
                    second={address && address !== name ? name : undefined}
                  />
                ),
                tenant: <span className="break-all">{tenant}</span>,
                since: <When at={createdAt} zone={zone} language={language} />,
                used: lastUsedAt && <Ago at={lastUsedAt} now={now} zone={zone} language={language} />,
                act: (
                  <Button
                    type="submit"
                    name="link"
                    value={id}
                    variant="danger-quiet"
                    size="small"
                    aria-label={text.unlinkThat(address || name)}
                  >
                    {text.unlink}
                  </Button>
                ),
              },
            }))}
          />
        </Form>
      )}
    </Card>
  )
}

function Begin({ language, first }: { readonly language: Language; readonly first: boolean }) {
  const text = microsoftProfileWords[language]
  const label = first ? text.link : text.linkAnother
  return (
    <Form action={beginLink} label={label}>
      <Once />
      <SubmitButton variant="secondary" size="small" pendingLabel={microsoftWords[language].button.leaving}>
        {label}
      </SubmitButton>
    </Form>
  )
}
