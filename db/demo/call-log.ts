import { randomUUID } from 'node:crypto'
import { type CallResult, otherNumber, ownNumber } from '#lib/call-log/record.ts'
import { daysBefore } from '#lib/day-span.ts'
import { wallClock } from '#lib/format.ts'
import { digitsOf } from '#lib/phone.ts'
import { instantAt } from '#lib/wall-clock.ts'
import type { Tx } from '../client.ts'
import { callRecord } from '../schema/call-record.ts'
import type { CastIds } from './cast-ids.ts'

// A fortnight on the telephone of a dental practice: patients in the mornings, hardly anybody on Sundays, voicemail when it
// is closed. Drawn by a small generator with a fixed start, so that every demo has the same calls.

const zone = 'America/Vancouver'
const [frontDesk, appointments] = ['+1 604 555 0123', '+1 604 555 0124']
const patients = Array.from({ length: 34 }, (_, n) => `+1 ${n % 3 === 0 ? 778 : 604} 555 01${String(30 + n)}`)
const suppliers = ['+1 416 555 0188', '+1 888 555 0142', '+49 30 901820']
const staff = ['Ines Carvalho', 'Jun Watanabe', 'Dana Petrov']

/** Calls of an hour on a working day, from 8 to 17. */
const busy = [5, 6, 4, 3, 1, 3, 4, 3, 2, 1]
const opens = 8

/** Numbers from 0 up to but without 1, the same at every start. */
function generator(): () => number {
  let state = 20_261_124
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

interface Drawn {
  readonly at: Date
  readonly open: boolean
}

/** When the calls came: working days by the hour, some on Saturday morning and outside the hours. */
function moments(now: Date, random: () => number): readonly Drawn[] {
  const today = wallClock(now, zone).slice(0, 10)
  const drawn: Drawn[] = []
  const add = (day: string, hour: number, open: boolean) => {
    const clock = `${day}T${String(hour).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}`
    const minute = instantAt(clock, zone)
    if (minute) drawn.push({ at: new Date(minute.getTime() + Math.floor(random() * 60) * 1000), open })
  }
  for (let back = 14; back >= 1; back--) {
    const day = daysBefore(today, back)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday > 0 && weekday < 6)
      busy.forEach((calls, at) => {
        for (let n = 0; n < Math.max(0, calls - Math.floor(random() * 3)); n++) add(day, opens + at, true)
      })
    if (weekday === 6) for (let n = 0; n < 4; n++) add(day, 9 + n, true)
    if (random() < 0.7) add(day, 19, false)
  }
  return drawn
}

function resultOf(incoming: boolean, open: boolean, chance: number): CallResult {
  if (!open) return 'voicemail'
  if (incoming)
    return chance < 0.76 ? 'answered' : chance < 0.88 ? 'missed' : chance < 0.97 ? 'voicemail' : 'busy'
  return chance < 0.8 ? 'answered' : chance < 0.9 ? 'missed' : chance < 0.97 ? 'busy' : 'failed'
}

/** Harbour Dental has had a fortnight of calls. */
export async function loadCallLog(tx: Tx, ids: CastIds, now: Date): Promise<void> {
  const random = generator()
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const rows = moments(now, random).map(({ at, open }, n) => {
    const incoming = !open || random() < 0.72
    const own = random() < 0.6 ? frontDesk : appointments
    const withheld = incoming && random() < 0.04
    const other = withheld ? '' : random() < 0.9 ? one(patients) : one(suppliers)
    const result = resultOf(incoming, open, random())
    const answered = result === 'answered'
    const call = {
      direction: incoming ? ('incoming' as const) : ('outgoing' as const),
      from: incoming ? other : own,
      to: incoming ? own : other,
    }
    const by = one(staff)
    const ring = 3 + Math.floor(random() * (answered ? 14 : 32))
    return {
      id: randomUUID(),
      providerId: ids.provider('northwind'),
      accountId: ids.account('harbour-dental'),
      recordId: `hd-${String(n + 1).padStart(4, '0')}`,
      kind: 'call' as const,
      direction: call.direction,
      fromNumber: call.from,
      toNumber: call.to,
      ownKey: digitsOf(ownNumber(call)),
      otherKey: digitsOf(otherNumber(call)),
      answeredBy: answered && incoming ? by : '',
      startedAt: at,
      ringSeconds: result === 'busy' || result === 'failed' ? 0 : ring,
      talkSeconds: answered ? 20 + Math.floor(random() * random() * 900) : result === 'voicemail' ? 18 : 0,
      result,
    }
  })
  const switched = rows.slice(0, 12).map(row => ({
    ...row,
    id: randomUUID(),
    recordId: `sw-${row.recordId}`,
    kind: 'switch' as const,
    answeredBy: '',
  }))
  await tx.insert(callRecord).values([...rows, ...switched])
}
