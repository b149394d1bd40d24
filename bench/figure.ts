import { median, type Round } from './numbers.ts'

/** One line of the report. */
export interface Figure {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly value: number
  /** What stands behind the value: times, milliseconds, queries. */
  readonly unit: '×' | 'ms' | 'MB' | 'kB' | 'queries' | 'round trips' | 'scans' | 'tables'
  /** None: told for information. */
  readonly target: { readonly most: number } | { readonly least: number } | null
  /** How often both sides were tried. */
  readonly tries: string
  /** The ratio of every round, where there were rounds. */
  readonly rounds: readonly number[]
}

/** What one measure found out. */
export interface Finding {
  readonly figures: readonly Figure[]
  /** What exactly was compared, a sentence each. */
  readonly notes: readonly string[]
}

export function isMet({ target, value }: Figure): boolean {
  if (!target) return true
  return 'most' in target ? value <= target.most : value >= target.least
}

interface RatioOf<Ours, Theirs> {
  readonly what: string
  readonly target: Figure['target']
  readonly tries: string
  readonly rounds: readonly Round<Ours, Theirs>[]
  /** The number that is compared. */
  readonly of: { ours(measured: Ours): number; theirs(measured: Theirs): number }
  readonly show: (value: number) => string
  /** Told as how many times as fast ours is. */
  readonly faster?: boolean
}

/** The median over the rounds of ours divided by theirs. */
export function ratio<Ours, Theirs>({
  what,
  target,
  tries,
  rounds,
  of,
  show,
  faster = false,
}: RatioOf<Ours, Theirs>): Figure {
  const ours = rounds.map(round => of.ours(round.ours))
  const theirs = rounds.map(round => of.theirs(round.theirs))
  const ratios = ours
    .map((value, i) => value / (theirs[i] ?? Number.NaN))
    .map(value => (faster ? 1 / value : value))
  return {
    what,
    ours: show(median(ours)),
    against: show(median(theirs)),
    value: median(ratios),
    unit: '×',
    target,
    tries,
    rounds: ratios,
  }
}

/** A plain count or size that must not be passed. */
export function count(
  what: string,
  value: number,
  unit: Figure['unit'],
  most: number | null,
  tries: string,
): Figure {
  const target = most === null ? null : { most }
  return { what, ours: rounded(value), against: '–', value, unit, target, tries, rounds: [] }
}

export const ms = (value: number) => `${rounded(value)} ms`
export const micro = (value: number) => `${Math.round(value * 1000)} µs`
export const perSecond = (value: number) => `${rounded(value)}/s`

export function rounded(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)
}
