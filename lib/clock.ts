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
  const apart = apartAsGuessed({ asked, answered, database })
  const back = seen === null ? 0 : Math.max(0, seen - database)
  const isApart = apartForSure({ asked, answered, database }) !== 0
  const isBack = back > mostApart
  return {
    apart: Math.round(apart),
    back: isBack ? back : 0,
    alarm: isApart || isBack,
    held: isApart && apart > 0,
  }
}

type Look = Pick<ClockReading, 'asked' | 'answered' | 'database'>

/** The answer was made somewhere on the way; half of it is the best guess. */
function apartAsGuessed({ asked, answered, database }: Look): number {
  return database - (asked + answered) / 2
}

/** By how much the two clocks differ where they surely do, else 0: a slow answer was read at any moment on its way. */
export function apartForSure(look: Look): number {
  const apart = apartAsGuessed(look)
  const unsure = (look.answered - look.asked) / 2
  return Math.abs(apart) > mostApart + unsure ? Math.round(apart) : 0
}
