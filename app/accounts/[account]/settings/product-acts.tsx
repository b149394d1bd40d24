import { productLevelWords } from '#lib/access/product-level-words.ts'
import { actsOfLevel, onlyProvider, type ProductLevel } from '#lib/access/product-levels.ts'
import type { Product } from '#lib/access/products.ts'
import { productName } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'

interface Props {
  readonly product: Product
  readonly level: ProductLevel
  /** What the level is called. */
  readonly name: string
  readonly language: Language
}

/** What somebody of this level may do on the product, and what stays with the provider. */
export function ProductActs({ product, level, name, language }: Props) {
  const words = productLevelWords[language]
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
