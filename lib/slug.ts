import { foldedText } from './fold.ts'

const longest = 60

/** Addresses that stand where a slug would. */
const reserved: ReadonlySet<string> = new Set(['new'])

/** The part of an address that names something for good: "Érable Santé" gives "erable-sante". `otherwise` where no letter is left. */
export function slugOf(name: string, otherwise: string): string {
  const slug = foldedText(name.normalize('NFKC'))
    .replace(/[æ]/g, 'ae')
    .replace(/[œ]/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '')
  return slug || otherwise
}

/** Whether a text could stand where a slug does, just as it is. */
export function isSlug(text: string): boolean {
  return text !== '' && slugOf(text, '') === text && !reserved.has(text)
}

/** The slugs to be tried one after the other, until one is free: the name's own, then numbered ones. */
export function slugCandidates(name: string, otherwise: string): readonly string[] {
  const base = slugOf(name, otherwise)
  const numbered = Array.from({ length: 98 }, (_, i) => `${base}-${i + 2}`)
  return [base, ...numbered].filter(slug => !reserved.has(slug))
}
