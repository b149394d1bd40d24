import { dayFault, isCalendarDay } from './duration.ts'
import { wallClock } from './format.ts'

const form = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/

/** Whether a text is what a `datetime-local` field sends: "2026-11-24T14:00", with or without seconds. */
export function isWallClock(text: string): boolean {
  const day = form.exec(text)?.[1]
  return day !== undefined && /^2\d{3}/.test(day) && isCalendarDay(day)
}

/** Why a text can't be taken as a day and time. */
export function wallClockFault(text: string): 'not-a-time' | 'too-far' | null {
  if (isWallClock(text)) return null
  const [day = '', time] = text.split('T')
  return time !== undefined && dayFault(day) === 'too-far' ? 'too-far' : 'not-a-time'
}

/**
 * The instant at which clocks in `zone` show `text`; the way back from `wallClock`. Of an hour that happens twice it is
 * one of the two; of one that a clock change leaves out, an instant next to it. Null where the text is not a wall clock.
 */
export function instantAt(text: string, zone: string): Date | null {
  if (!isWallClock(text)) return null
  const wanted = Date.parse(`${text.slice(0, 16)}Z`)
  // The offset may differ on both sides of a clock change, so the guess is corrected twice.
  let guess = wanted
  for (let round = 0; round < 2; round++) guess += wanted - Date.parse(`${wallClock(new Date(guess), zone)}Z`)
  return new Date(guess)
}
