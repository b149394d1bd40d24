import { foldedText } from '../fold.ts'

// A firm that is called almost like the provider, or like another firm, may be taken for it. Nobody's name is forbidden
// at the desk: whoever creates the firm is told, and says that they have looked. A file can't say so: see 0028.

/** Letters of other scripts that look like Latin ones. */
const twins: Readonly<Record<string, string>> = {
  ...pairs('авекмнорстухіјѕԁԛԝһӏѵꙅ', 'abekmhopctyxijsdqwhlvs'),
  ...pairs('αβεικνορτυχωγηѡ', 'abeikvoptuxwynw'),
}

function pairs(theirs: string, latin: string): Record<string, string> {
  const letters = [...latin]
  return Object.fromEntries([...theirs].map((letter, i) => [letter, letters[i] ?? letter]))
}

/** What is left of a name when everything is taken away that a hasty reader does not see. */
export function skeleton(name: string): string {
  const folded = foldedText(name.normalize('NFKC'))
  return [...folded]
    .map(letter => twins[letter] ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll(/[1i|]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u] as const

/** Letters of several scripts that resemble each other, in one name. */
export function mixesScripts(name: string): boolean {
  return scripts.filter(script => script.test(name)).length > 1
}

export type Likeness =
  | { readonly kind: 'mixed-scripts' }
  /** It could be taken for the provider: its name, or that of one of its branding domains. */
  | { readonly kind: 'provider'; readonly of: string }
  | { readonly kind: 'partner'; readonly of: string }

/** Whom a firm of this name could be taken for; null where for nobody. The provider's name counts anywhere in it. */
export function likenessOf(
  name: string,
  others: { readonly provider: readonly string[]; readonly partners: readonly string[] },
): Likeness | null {
  if (mixesScripts(name)) return { kind: 'mixed-scripts' }
  const bare = skeleton(name)
  const provider = others.provider.find(one => skeleton(one).length > 3 && bare.includes(skeleton(one)))
  if (provider) return { kind: 'provider', of: provider }
  const partner = others.partners.find(one => skeleton(one) === bare)
  return partner ? { kind: 'partner', of: partner } : null
}
