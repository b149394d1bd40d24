/** How far a sweep has come: the moment, as the database writes it, and the id of the last row of the batch before. */
export interface SweepPosition {
  readonly at: string
  readonly id: string
}

/** The values that a batch begins after. */
export function afterOf(position: SweepPosition | null): readonly [at: string, id: string] {
  return position ? [position.at, position.id] : ['-infinity', '00000000-0000-0000-0000-000000000000']
}
