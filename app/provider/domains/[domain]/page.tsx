import { ProviderFrame } from '#app/_server/frames.tsx'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type BrandingDomain, domainsOf } from '#db/branding-domain/reads.ts'
import { detailFields } from '#lib/branding/domain.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { isLanguage, type Language, languageNames } from '#lib/language.ts'
import { domainPage } from '../domain-page.ts'
import { DomainState } from '../domain-table.tsx'
import { Pictures } from '../pictures.tsx'
import { Swatch } from '../swatch.tsx'
import { words as catalogue } from '../words.ts'
import { RetiredCard } from './retired-card.tsx'
import '../domains.css'

interface Props {
  readonly params: Promise<{ domain: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** One branding domain: all that it says about itself, and where each part of it is changed. */
export default async function DomainPage({ params, searchParams }: Props) {
  const page = await domainPage((await params).domain, 'desk.read', domainsOf)
  const { domain, administrates, language, actor } = page
  const words = catalogue[language]
  const own = `/provider/domains/${domain.id}`
  const heirs = page.data.more.filter(one => one.id !== domain.id && !one.retiredAt)
  const part = (to: string, label: string) =>
    administrates && (
      <LinkButton href={`${own}/${to}`} size="small" icon={<Icon name="edit" />}>
        {label}
      </LinkButton>
    )
  return (
    <ProviderFrame page={page} current="domains" query={await searchParams}>
      <PageHeader
        title={domain.name}
        badge={<DomainState domain={domain} language={language} />}
        description={administrates ? domain.host : `${domain.host}. ${words.onlyAdministrators}`}
        back={{ href: '/provider/domains', label: words.title }}
      />
      {domain.retiredAt && (
        <RetiredCard
          domain={domain}
          at={domain.retiredAt}
          zone={actor.timeZone}
          administrates={administrates}
          language={language}
        />
      )}
      <Card title={words.details} actions={part('edit', words.edit)}>
        <Facts items={detailFacts(domain, language)} />
      </Card>
      <Card title={words.colours} actions={part('colours', words.editColours)}>
        <Facts items={colourFacts(domain, language)} />
      </Card>
      <Card title={words.pictures} actions={part('pictures', words.editPictures)}>
        <Pictures domain={domain} language={language} />
      </Card>
      <Card
        title={words.setup}
        actions={
          <LinkButton href={`${own}/setup`} size="small">
            {words.setupOpen}
          </LinkButton>
        }
      >
        <p>{words.setupText}</p>
      </Card>
      {administrates && !domain.retiredAt && (
        <RetireCard own={own} hasHeir={heirs.length > 0} language={language} />
      )}
    </ProviderFrame>
  )
}

/** The way to the page where it is retired; the last one in use has none. */
function RetireCard({ own, hasHeir, language }: { own: string; hasHeir: boolean; language: Language }) {
  const words = catalogue[language]
  return (
    <Card
      title={words.retire}
      actions={
        hasHeir && (
          <LinkButton href={`${own}/retire`} size="small" variant="danger-quiet">
            {words.retireTitle}
          </LinkButton>
        )
      }
    >
      <p>{hasHeir ? words.retireText : words.lastOne}</p>
    </Card>
  )
}

function detailFacts({ details }: BrandingDomain, language: Language): readonly Fact[] {
  const { none } = catalogue[language]
  const { field } = brandingWords[language]
  return detailFields.map(name => {
    const value = details[name]
    if (name === 'defaultLanguage' && isLanguage(value))
      return { term: field[name], value: <span lang={value}>{languageNames[value]}</span> }
    return { term: field[name], value: value || <span className="text-muted">{none}</span> }
  })
}

function colourFacts({ colours }: BrandingDomain, language: Language): readonly Fact[] {
  const { field } = brandingWords[language]
  return [
    { term: field.accent, value: <Swatch colour={colours.accent} /> },
    {
      term: field.accentDark,
      value: colours.accentDark ? <Swatch colour={colours.accentDark} /> : catalogue[language].derived,
    },
  ]
}
