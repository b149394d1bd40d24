/** The value that as many lie below as above. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value below which this share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured')
  const sorted = Float64Array.from(values).sort()
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low + (high - low) * (place - Math.floor(place))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

export interface Round<Ours, Theirs> {
  readonly ours: Ours
  readonly theirs: Theirs
}

/** Measures both sides in each round, in alternating order, so that neither profits from being second. */
export async function inRounds<Ours, Theirs>(
  rounds: number,
  ours: (round: number) => Promise<Ours>,
  theirs: (round: number) => Promise<Theirs>,
): Promise<Round<Ours, Theirs>[]> {
  const measured: Round<Ours, Theirs>[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await ours(round)
      measured.push({ ours: first, theirs: await theirs(round) })
    } else {
      const first = await theirs(round)
      measured.push({ theirs: first, ours: await ours(round) })
    }
  }
  return measured
}

/** Runs something and gives its milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
