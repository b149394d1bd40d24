import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { isProduct } from '#lib/access/products.ts'
import type { Brand } from '#lib/branding/brand.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** What nobody can change in the portal, and whom to ask for it. */
export function ProviderCard({
  brand,
  products,
  language,
}: {
  brand: Brand
  products: readonly string[]
  language: Language
}) {
  const words = catalogue[language]
  const ofProducts = products.filter(isProduct).map(product => words.ofProduct[product])
  return (
    <Card title={words.provider} description={words.providerText(brand.name)}>
      <ul className="list-disc ps-5">
        {[...new Set([...ofProducts, ...words.always])].map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Facts items={contactOf(brand, language)} />
    </Card>
  )
}

function contactOf(brand: Brand, language: Language): readonly Fact[] {
  const words = catalogue[language]
  const { supportName, supportEmail, supportPhone, supportUrl } = brand
  const ways = [
    [words.support, supportName || brand.name, null],
    [words.email, supportEmail, `mailto:${supportEmail}`],
    [words.phone, supportPhone, `tel:${supportPhone.replace(/[^+\d]/g, '')}`],
    [words.website, supportUrl, webAddress(supportUrl)],
  ] as const
  return ways.flatMap(([term, text, href]) =>
    text ? [{ term, value: href ? <a href={href}>{text}</a> : text }] : [],
  )
}

/** Only an address of the web becomes a link, whatever was typed. */
function webAddress(text: string): string | null {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
}
