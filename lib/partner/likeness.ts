import { namedIn, skeleton } from '#lib/alike.ts'
import { oddLetter } from '#lib/scripts.ts'

// A firm that is called almost like the provider, or like another firm, may be taken for it. Nobody's name is forbidden
// at the desk: whoever creates the firm is told, and says that they have looked. A file can't say so: see 0028.

export type Likeness =
  /** Letters of several scripts that resemble each other, in one name. */
  | { readonly kind: 'mixed-scripts' }
  /** It could be taken for the provider: its name, or that of one of its branding domains. */
  | { readonly kind: 'provider'; readonly of: string }
  | { readonly kind: 'partner'; readonly of: string }

/** Whom a firm of this name could be taken for; null where for nobody. The provider's name counts anywhere in it. */
export function likenessOf(
  name: string,
  others: { readonly provider: readonly string[]; readonly partners: readonly string[] },
): Likeness | null {
  if (oddLetter(name)) return { kind: 'mixed-scripts' }
  const provider = namedIn(name, others.provider)
  if (provider) return { kind: 'provider', of: provider }
  const bare = skeleton(name)
  const partner = others.partners.find(one => skeleton(one) === bare)
  return partner ? { kind: 'partner', of: partner } : null
}
