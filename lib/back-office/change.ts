/**
 * A change on its way to the provider's systems: `waiting → taken | confirmed | refused | set-aside`, and a taken one is
 * confirmed, refused or set aside later. Settled ones never move again.
 */
export const changeStates = ['waiting', 'taken', 'confirmed', 'refused', 'set-aside'] as const
export type ChangeState = (typeof changeStates)[number]

/** Field by field: what it was, and what it is to be. */
export type FieldChanges = Readonly<Record<string, readonly [was: unknown, is: unknown]>>

/** What a new thing says of itself, told whole since nobody knows anything of it: it was never anything else. */
export function asItIs(values: Readonly<Record<string, unknown>>): FieldChanges {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, value]]))
}

/** Any later change of the same thing that is still on its way. */
export interface LaterChange {
  readonly id: string
  readonly changes: FieldChanges
}

export interface Undone {
  /** What the thing's fields become again. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Later changes whose past is another one now, since what they were made on never was. */
  readonly later: readonly LaterChange[]
}

/**
 * What a refused change leaves behind: each of its fields goes back to what it was, unless a later change has set it, which
 * then stands on that older value. So whichever of several changes are refused, in whatever order, the thing holds what
 * the others make of it.
 */
export function undone(refused: FieldChanges, later: readonly LaterChange[]): Undone {
  const fields: Record<string, unknown> = {}
  const moved = new Map<string, LaterChange>()
  for (const [field, [was]] of Object.entries(refused)) {
    const next = later.find(one => field in one.changes)
    if (!next) {
      fields[field] = was
      continue
    }
    const known = moved.get(next.id) ?? next
    const is = known.changes[field]?.[1]
    moved.set(next.id, { ...known, changes: { ...known.changes, [field]: [was, is] } })
  }
  return { fields, later: [...moved.values()] }
}

const minute = 60_000
/** The first tries follow each other quickly, later ones each hour. */
const waits = [10_000, 30_000, minute, 5 * minute, 15 * minute, 60 * minute]

/** After so many tries, or so long, somebody has to look: about five days. */
export const mostAttempts = 120

/** How long to wait after a try that brought no answer; `asked`: what the provider's systems asked for. Milliseconds. */
export function waitAfter(attempt: number, random: number, asked = 0): number {
  const wait = waits[Math.min(attempt, waits.length) - 1] ?? minute
  return Math.max(Math.round(wait * (0.75 + random / 2)), Math.min(asked, 24 * 60 * minute))
}
