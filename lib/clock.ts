/** Milliseconds that two clocks may differ before neither is believed alone. */
export const mostApart = 5_000

export interface ClockReading {
  /** The server's clock when the question was sent, and when the answer came. */
  readonly asked: number
  readonly answered: number
  /** What the database's clock said in between. */
  readonly database: number
  /** The last moment of the database's clock that was believed; null = none yet. */
  readonly seen: number | null
}

export interface ClockState {
  /** Milliseconds by which the database's clock is ahead of the server's; negative = behind. */
  readonly apart: number
  /** Milliseconds by which it stands earlier than it did before; 0 where it does not. */
  readonly back: number
  readonly alarm: boolean
  /**
   * Whether what the clock says is over may not be written down yet: a clock that is far ahead would end everything for
   * good. One that is behind ends nothing too early, and so does not keep the portal from tidying up.
   */
  readonly held: boolean
}

/** What to make of one look at the database's clock. */
export function clockState({ asked, answered, database, seen }: ClockReading): ClockState {
  // The answer was made somewhere on the way; half of it is the best guess.
  const apart = database - (asked + answered) / 2
  const back = seen === null ? 0 : Math.max(0, seen - database)
  // A slow answer says little: the clock was read at some moment between the two.
  const unsure = (answered - asked) / 2
  const isApart = Math.abs(apart) > mostApart + unsure
  const isBack = back > mostApart
  return {
    apart: Math.round(apart),
    back: isBack ? back : 0,
    alarm: isApart || isBack,
    held: isApart && apart > 0,
  }
}
