import { Card } from '#components/ui/card.tsx'
import { capabilityTexts } from '#lib/access/capability-words.ts'
import { actsOfLevel, managerLevel, onlyProvider } from '#lib/access/product-levels.ts'
import { isLevel, isProduct, type Product } from '#lib/access/products.ts'
import { ownerCapabilities } from '#lib/access/roles.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** What an account manager can do, on the account and on each of its products, and what stays with the provider. */
export function CanDo({ products, language }: { products: readonly string[]; language: Language }) {
  const words = catalogue[language]
  return (
    <Card title={words.can} description={words.canText}>
      <h3>{words.onAccount}</h3>
      <ul className="list-disc ps-5">
        {capabilityTexts(ownerCapabilities, language).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {products.filter(isProduct).map(product => (
        <OnProduct key={product} product={product} language={language} />
      ))}
    </Card>
  )
}

function OnProduct({ product, language }: { product: Product; language: Language }) {
  const words = catalogue[language]
  const level = managerLevel(product)
  if (!level) return null
  const name = isLevel(level) ? accountWords[language].level[level] : words.manager
  return (
    <>
      <h3>{words.level(productName(product, language), name)}</h3>
      <ul className="list-disc ps-5">
        {actsOfLevel(product, level).map(act => (
          <li key={act}>{words.act[act]}</li>
        ))}
      </ul>
      <p className="field-hint">
        {words.onlyProvider}{' '}
        {onlyProvider(product)
          .map(act => words.providerAct[act])
          .join(' · ')}
      </p>
    </>
  )
}
