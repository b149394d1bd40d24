import { isSameMark, keyedMark } from '#lib/keyed-mark.ts'

// The links of an invitation are made of its id and of how often it got new ones, under the deployment's secret. Nothing of
// them is stored: whoever reads the database alone has none, and the newest can be shown again.

/** How a link came to whoever holds it. Only the letter's own proves that its reader has the mailbox. */
export const linkWays = ['letter', 'copied'] as const
export type LinkWay = (typeof linkWays)[number]

interface Which {
  readonly id: string
  /** The how-many-eth link it is; a new one ends those before. */
  readonly round: number
}

const markOf = ({ id, round }: Which, way: LinkWay, secret: string) =>
  keyedMark('person-invitation', `${id}.${round}.${way}`, secret)

/** The token that stands at the end of the link. */
export function invitationToken(which: Which, way: LinkWay, secret: string): string {
  return Buffer.from(which.id.replaceAll('-', ''), 'hex').toString('base64url') + markOf(which, way, secret)
}

const idLength = 22
const form = /^[\w-]{22}[\w-]{43}$/

/** Which invitation a token speaks of; whether it is one of its own is another question. */
export function idInToken(token: string): string | null {
  if (!form.test(token)) return null
  const hex = Buffer.from(token.slice(0, idLength), 'base64url').toString('hex')
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
}

export type TokenReading =
  | { readonly is: 'current'; readonly way: LinkWay }
  | { readonly is: 'replaced' | 'unknown' }

/** What a token is to its invitation: its newest link, an earlier one, or none of it. */
export function readToken(token: string, which: Which, secret: string): TokenReading {
  const mark = token.slice(idLength)
  for (let round = which.round; round >= 1; round--)
    for (const way of linkWays)
      if (isSameMark(mark, markOf({ id: which.id, round }, way, secret)))
        return round === which.round ? { is: 'current', way } : { is: 'replaced' }
  return { is: 'unknown' }
}
