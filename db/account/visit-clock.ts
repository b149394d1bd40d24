import { isActiveStaff } from '../person/has-place.ts'

/**
 * Whether the visit `w` is one of the platform user `u` and runs by the database's clock, as SQL. Support is let in by a
 * reason alone: what was noted of an administrator lets nobody in who is one no more, nor does a former place's visit.
 */
export const isRunningVisit = (w: string, u: string) =>
  `(${w}.person_id = ${u}.person_id and ${w}.ends_at > clock_timestamp() and ${isActiveStaff(u)}
    and ${w}.started_at >= ${u}.created_at and (${u}.role = 'administrator' or ${w}.reason <> ''))`
