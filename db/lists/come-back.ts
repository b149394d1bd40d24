import { daysKept } from '#lib/days-kept.ts'

/** Of a row that was removed: whether it can still be brought back. */
export const canComeBack = (of: string) => `${of}.ended_at > clock_timestamp() - interval '${daysKept} days'`
