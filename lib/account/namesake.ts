import { namedIn } from '#lib/alike.ts'
import { foldedText } from '#lib/fold.ts'
import { oddLetter } from '#lib/scripts.ts'

// An account that is called like another one, or like the provider, may be taken for it by whoever works at the desk or is
// asked for access. Nobody's name is forbidden: whoever gives it is told, and says that they have looked. See 0033, 0042.

/** Another account, as whoever is asked can tell it from the one that they name. */
export interface NamedAccount {
  readonly name: string
  readonly slug: string
}

export type Namesake =
  /** Letters of several scripts that resemble each other, in one name. */
  | { readonly kind: 'mixed-scripts' }
  /** It could be taken for the provider: its name, or that of one of its branding domains. */
  | { readonly kind: 'provider'; readonly of: string }
  | { readonly kind: 'account'; readonly of: NamedAccount }

/** Whom an account of this name could be taken for; `account` is the open one that reads alike. Null where for nobody. */
export function namesakeAmong(
  name: string,
  others: { readonly provider: readonly string[]; readonly account: NamedAccount | null },
): Namesake | null {
  if (oddLetter(name)) return { kind: 'mixed-scripts' }
  const provider = namedIn(name, others.provider)
  if (provider) return { kind: 'provider', of: provider }
  return others.account && { kind: 'account', of: others.account }
}

/** Whether another name is given: in other letters of case or with other accents it is the one that was there. */
export function isRenamed(stored: string, typed: string): boolean {
  return foldedText(stored) !== foldedText(typed)
}
