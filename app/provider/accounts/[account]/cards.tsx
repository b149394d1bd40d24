import { Once } from '#app/_server/once.tsx'
import { ContactFacts } from '#components/account/contact-facts.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import { Code } from '#components/ui/text.tsx'
import type { AccountAtDesk } from '#db/provider/account-page.ts'
import { addressLines } from '#lib/account/details.ts'
import { accountWords, productNames } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { replaceCode } from '../actions.ts'
import { pageWords } from '../page-words.ts'

export interface CardProps {
  readonly account: AccountAtDesk
  /** Whether the reader may change anything of it. */
  readonly changes: boolean
  readonly language: Language
  readonly zone: string
}

/** Who the customer is, where it belongs, and when and why it was closed. */
export function AccountFacts({ account, changes, language, zone }: CardProps) {
  const words = pageWords[language]
  return (
    <Card
      title={words.facts}
      actions={
        changes && (
          <LinkButton href={`/provider/accounts/new?parent=${account.slug}`} size="small">
            {words.addClient}
          </LinkButton>
        )
      }
    >
      <Facts items={[...ownFacts(account, language), ...standingFacts(account, language, zone)]} />
    </Card>
  )
}

function ownFacts({ slug, details }: AccountAtDesk, language: Language): Fact[] {
  const words = pageWords[language]
  const { field } = accountWords[language]
  const text = (value: string) => value || '–'
  return [
    { term: words.shortName, value: <Code>{slug}</Code> },
    { term: field.legalName, value: text(details.legalName) },
    { term: words.address, value: text(addressLines(details).join(', ')) },
    { term: field.phone, value: text(details.phone) },
    { term: field.emergencyContact, value: text(details.emergencyContact) },
    { term: field.timeZone, value: zoneText(details.timeZone, language) },
  ]
}

function standingFacts(account: AccountAtDesk, language: Language, zone: string): Fact[] {
  const words = pageWords[language]
  const { brandName, parent, clients, createdAt, closedAt, closedBy, closeReason } = account
  const to = (slug: string, name: string) => <a href={`/provider/accounts/${slug}`}>{name}</a>
  const list = (
    <ul>
      {clients.map(({ slug, name }) => (
        <li key={slug}>{to(slug, name)}</li>
      ))}
    </ul>
  )
  const closing = closedAt && (
    <>
      <When at={closedAt} zone={zone} language={language} /> {closedBy && words.closedBy(closedBy)}
    </>
  )
  return [
    { term: words.brand, value: brandName },
    { term: words.parent, value: parent ? to(parent.slug, parent.name) : words.noParent },
    ...(clients.length > 0 ? [{ term: words.clients, value: list }] : []),
    { term: words.created, value: <When at={createdAt} zone={zone} language={language} /> },
    ...(closing ? [{ term: words.closed, value: closing }] : []),
    ...(closing && closeReason
      ? [{ term: words.reason, value: <span className="plain-text">{closeReason}</span> }]
      : []),
  ]
}

/** Whom the provider speaks with; changed with the details. */
export function ContactsCard({ account, changes, language }: CardProps) {
  const words = pageWords[language]
  return (
    <Card
      title={words.contacts}
      description={words.contactsText}
      actions={
        changes && (
          <LinkButton href={`/provider/accounts/${account.slug}/edit#contacts`} size="small">
            {words.changeContacts}
          </LinkButton>
        )
      }
    >
      <ContactFacts contacts={account.contacts} addresses language={language} />
    </Card>
  )
}

export function ProductsCard({ account, changes, language }: CardProps) {
  const words = pageWords[language]
  return (
    <Card
      title={words.products}
      actions={
        changes && (
          <LinkButton href={`/provider/accounts/${account.slug}/products`} size="small">
            {words.changeProducts}
          </LinkButton>
        )
      }
    >
      <p>{account.products.length > 0 ? productNames(account.products, language) : words.noProducts}</p>
    </Card>
  )
}

/** Which partners serve it. */
export function RelationshipsCard({ account, changes, language, zone }: CardProps) {
  const words = pageWords[language]
  const { relationships } = account
  return (
    <Card
      title={words.relationships}
      flush={relationships.length > 0}
      actions={
        changes && (
          <LinkButton href={`/provider/relationships/new?account=${account.slug}`} size="small">
            {words.start}
          </LinkButton>
        )
      }
    >
      {relationships.length > 0 ? (
        <Table
          caption={words.relationships}
          hideCaption
          columns={[
            { id: 'partner', label: words.partner, rowHeading: true },
            { id: 'since', label: words.since },
          ]}
          rows={relationships.map(one => ({
            key: one.id,
            cells: {
              partner: (
                <TwoLines
                  first={<a href={`/provider/relationships/${one.id}`}>{one.partnerName}</a>}
                  second={one.partnerCode}
                />
              ),
              since: <When at={one.startedAt} zone={zone} language={language} day />,
            },
          }))}
        />
      ) : (
        <EmptyState icon="link" title={words.noRelationships} />
      )}
    </Card>
  )
}

/** What a partner without a relationship needs to ask, and how it is made void. */
export function CodeCard({ account, changes, language }: CardProps) {
  const words = pageWords[language]
  return (
    <Card title={words.code} description={words.codeText}>
      <p>
        <Code>{account.requestCode}</Code>{' '}
        <CopyButton text={account.requestCode} copied={words.copied}>
          {words.copy}
        </CopyButton>
      </p>
      {changes && (
        <Form action={replaceCode} label={words.replace}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <p className="field-hint">{words.replaceText}</p>
          <FormActions>
            <SubmitButton variant="secondary">{words.replace}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}
