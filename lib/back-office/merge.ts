import { isDeepStrictEqual } from 'node:util'
import type { ItemFault, ReadItem } from './items.ts'

/** What the portal holds of a thing. */
export interface There {
  readonly key: string
  /** Whose it is: a thing of another account is nobody's to change here. */
  readonly mine: boolean
  readonly values: Readonly<Record<string, unknown>>
}

/** What is known when a page is merged. */
export interface Known {
  readonly there: readonly There[]
  /** Keys that came on pages before, of the same kind and run. */
  readonly seen: ReadonlySet<string>
  /** Keys of things with a change of the portal that the provider's systems had not confirmed when the page was asked for. */
  readonly held: ReadonlySet<string>
  /** Fields whose change is written down and not told: when a balance was struck. */
  readonly quiet: readonly string[]
}

export interface Counted {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly gone: number
  readonly held: number
  readonly refused: number
}

export const nothingCounted: Counted = { read: 0, added: 0, changed: 0, gone: 0, held: 0, refused: 0 }

/** A thing that was refused, and its place on its page, from 1. */
export interface RefusedItem extends ItemFault {
  readonly row: number
  readonly key: string | null
}

interface Pulled {
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
}

export interface Merge {
  readonly add: readonly Pulled[]
  readonly change: readonly (Pulled & {
    /** What the reader is told of; none where only what is quiet changed. */
    readonly fields: readonly string[]
    readonly was: Readonly<Record<string, unknown>>
  })[]
  /** Keys of things that a change on its way keeps as they are. */
  readonly kept: readonly string[]
  readonly refused: readonly RefusedItem[]
  /** The keys that came: they are not gone, whatever became of them. */
  readonly came: readonly string[]
  /** Something came whose key could not be read. */
  readonly unread: number
  readonly counts: Counted
}

/**
 * What a page of things makes of what is there. A bad row is refused with its place and holds up no other; a thing of
 * another account, and one that came before, are refused as well; a thing with a change on its way keeps what the portal
 * says, since the page may be older than that.
 */
export function merge(page: readonly ReadItem[], known: Known): Merge {
  const there = new Map(known.there.map(one => [one.key, one]))
  const came = new Set<string>()
  const add: Pulled[] = []
  const change: Merge['change'][number][] = []
  const refused: RefusedItem[] = []
  const kept: string[] = []
  let unread = 0
  for (const [at, one] of page.entries()) {
    const fault = one.ok ? faultOf(one.key, came, known, there) : one.fault
    if (fault) refused.push({ row: at + 1, key: one.key, ...fault })
    if (one.key === null) unread += 1
    else if (fault?.code !== 'other-account') came.add(one.key)
    if (fault || !one.ok) continue
    const { key, values } = one
    const mine = there.get(key)
    if (known.held.has(key)) kept.push(key)
    else if (!mine) add.push({ key, values })
    else {
      const fields = differing(mine.values, values)
      const told = fields.filter(field => !known.quiet.includes(field))
      if (fields.length > 0) change.push({ key, values, fields: told, was: mine.values })
    }
  }
  const changed = change.filter(one => one.fields.length > 0).length
  const counts = {
    read: page.length,
    added: add.length,
    changed,
    gone: 0,
    held: kept.length,
    refused: refused.length,
  }
  return { add, change, kept, refused, came: [...came], unread, counts }
}

/** Why a row that reads well can't be taken all the same. */
function faultOf(
  key: string,
  came: ReadonlySet<string>,
  { seen }: Known,
  there: ReadonlyMap<string, There>,
): ItemFault | null {
  if (came.has(key) || seen.has(key)) return { field: 'key', code: 'twice' }
  return there.get(key)?.mine === false ? { field: 'key', code: 'other-account' } : null
}

function differing(was: Readonly<Record<string, unknown>>, is: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(is).filter(field => !isDeepStrictEqual(was[field], is[field]))
}

export interface Ended {
  /** Keys of things that the provider's systems have no more. */
  readonly gone: readonly string[]
  /** Why nothing is taken away although things did not come. */
  readonly stopped: 'unread' | 'too-many' | null
}

/** Of fewer things it is believed that all of them are gone. */
const few = 10

/**
 * What did not come any more, once all pages were read. Nothing goes where a row's key could not be read, for that may have
 * been it; nor where more than half of many would go at once, which is a fault of theirs far more often than the truth.
 */
export function goneOf(
  there: readonly string[],
  {
    seen,
    held,
    unread,
  }: { readonly seen: ReadonlySet<string>; readonly held: ReadonlySet<string>; readonly unread: number },
): Ended {
  const gone = there.filter(key => !seen.has(key) && !held.has(key))
  if (gone.length === 0) return { gone, stopped: null }
  if (unread > 0) return { gone: [], stopped: 'unread' }
  if (there.length >= few && gone.length * 2 > there.length) return { gone: [], stopped: 'too-many' }
  return { gone, stopped: null }
}
