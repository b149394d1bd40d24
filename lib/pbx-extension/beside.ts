import type { Fault, KeptExtension, Standing } from './extension.ts'

/** All live extensions of an account as they are to be, by their ids. */
export type Everybody = ReadonlyMap<string, Standing>

/**
 * What keeps an extension from being beside the others: its number is another's, its person has another one, or a call
 * would be sent around for ever. `everybody` holds it, too, as it is to be. Null where nothing does.
 */
export function conflictOf(id: string, everybody: Everybody): Fault | null {
  const own = everybody.get(id)
  if (!own) return null
  for (const [otherId, other] of everybody) {
    if (otherId === id) continue
    if (other.number === own.number) return { field: 'number', code: 'taken', fact: other.name }
    if (own.memberId && other.memberId === own.memberId)
      return { field: 'member', code: 'has-extension', fact: other.number }
  }
  const circle = circleThrough(id, everybody)
  if (!circle) return null
  const numbers = circle.map(one => everybody.get(one)?.number ?? '').join(' → ')
  const field = own.busy.extensionId === circle[1] ? 'busyTo' : 'unansweredTo'
  return { field, code: 'circle', fact: numbers }
}

/** Where an extension's calls go on inside the account. */
export function nextOf({ busy, unanswered }: Pick<Standing, 'busy' | 'unanswered'>): readonly string[] {
  return [...new Set([busy.extensionId, unanswered.extensionId])].filter(id => id !== null)
}

/** A way on which a call comes back to where it was, from there to there: the shortest. Null where there is none. */
export function circleThrough(id: string, everybody: Everybody): readonly string[] | null {
  const cameFrom = new Map<string, string>()
  let edge = [id]
  while (edge.length > 0) {
    const beyond: string[] = []
    for (const at of edge) {
      const standing = everybody.get(at)
      for (const next of standing ? nextOf(standing) : []) {
        if (next === id) return [...wayTo(at, cameFrom), id]
        if (cameFrom.has(next)) continue
        cameFrom.set(next, at)
        beyond.push(next)
      }
    }
    edge = beyond
  }
  return null
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end]
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  return way
}

/** What an extension is called: by its own name, else as its person is, else by its number. */
export function calledIn(
  members: readonly { readonly id: string; readonly name: string }[],
  { name, memberId, number }: Pick<KeptExtension, 'name' | 'memberId' | 'number'>,
): string {
  return name || members.find(one => one.id === memberId)?.name || number
}

/** Those of the others that send calls to one of these: they would be sent nowhere without it. */
export function sendersTo(ids: ReadonlySet<string>, everybody: Everybody): readonly Standing[] {
  return [...everybody].flatMap(([id, standing]) =>
    !ids.has(id) && nextOf(standing).some(next => ids.has(next)) ? [standing] : [],
  )
}
