import { Card } from '#components/ui/card.tsx'
import { capabilityTexts } from '#lib/access/capability-words.ts'
import { managerLevel } from '#lib/access/product-levels.ts'
import { isEndUserLevel, isProduct, type Product } from '#lib/access/products.ts'
import { ownerCapabilities } from '#lib/access/roles.ts'
import { toldOf } from '#lib/access/told.ts'
import { accountWords } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { memberWords } from '../member-words.ts'
import { ProductActs } from '../product-acts.tsx'
import { words as catalogue } from './words.ts'

/** What an account manager can do, on the account and on each of its products, and what stays with the provider. */
export function CanDo({ products, language }: { products: readonly string[]; language: Language }) {
  const words = catalogue[language]
  return (
    <Card title={memberWords[language].can} description={words.canText}>
      <h3>{words.onAccount}</h3>
      <Texts texts={capabilityTexts(toldOf(ownerCapabilities), language)} />
      {products.filter(isProduct).map(product => (
        <OnProduct key={product} product={product} language={language} />
      ))}
    </Card>
  )
}

function Texts({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <ul className="list-disc ps-5">
      {texts.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function OnProduct({ product, language }: { product: Product; language: Language }) {
  const level = managerLevel(product)
  if (!level) return null
  const name = isEndUserLevel(level) ? accountWords[language].level[level] : catalogue[language].manager
  return <ProductActs product={product} level={level} name={name} language={language} />
}
