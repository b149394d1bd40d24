import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ContactFacts } from '#components/account/contact-facts.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { generalOf } from '#db/account/details.ts'
import { may } from '#lib/access/authority.ts'
import { type AccountDetails, addressLines, type DetailField } from '#lib/account/details.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { ProviderCard } from './provider-card.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** What the account says about itself, what it bought, and what has to be asked of the provider. */
export default async function GeneralPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'general.read', (tx, { account }) =>
    generalOf(tx, account.id),
  )
  const { account, authority, brand, language, data } = page
  const words = catalogue[language]
  const root = `/accounts/${account.slug}/settings`
  return (
    <AccountFrame page={page} current="general" query={await searchParams}>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          may(authority, 'general.update') && (
            <LinkButton href={`${root}/general/edit`} variant="primary" icon={<Icon name="edit" />}>
              {words.edit}
            </LinkButton>
          )
        }
      />
      <Card
        footer={
          may(authority, 'activity.read') && <a href={`${root}/activity?kind=changes`}>{words.changes}</a>
        }
      >
        <Facts items={factsOf(data.details, language)} />
      </Card>
      <Card title={words.contacts} description={words.contactsText}>
        {/* The addresses are those with which they sign in: a partner is told the names alone. */}
        <ContactFacts
          contacts={data.contacts}
          addresses={may(authority, 'managers.read')}
          language={language}
        />
      </Card>
      <Card title={words.products} description={words.productsText}>
        {data.products.length > 0 ? (
          <ul className="list-disc ps-5">
            {data.products.map(product => (
              <li key={product}>{productName(product, language)}</li>
            ))}
          </ul>
        ) : (
          <p>{words.noProducts}</p>
        )}
      </Card>
      <ProviderCard brand={brand} products={data.products} language={language} />
    </AccountFrame>
  )
}

function factsOf(details: AccountDetails, language: Language): readonly Fact[] {
  const words = catalogue[language]
  const { field } = accountWords[language]
  const none = <span className="text-muted">{words.none}</span>
  const fact = (name: DetailField): Fact => ({ term: field[name], value: details[name] || none })
  const address = addressLines(details)
  return [
    fact('name'),
    fact('legalName'),
    { term: words.address, value: address.length > 0 ? <Lines lines={address} /> : none },
    fact('phone'),
    fact('emergencyContact'),
    {
      term: field.timeZone,
      value: zoneText(details.timeZone, language),
    },
  ]
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map(line => (
    <span key={line} className="block">
      {line}
    </span>
  ))
}
