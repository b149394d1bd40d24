import type { LetterStanding } from '#lib/delivery/condition.ts'

/** What the rules must know of a letter `l`, column by column: see lib/delivery/condition.ts. */
export const standingColumns = (
  l: string,
) => `${l}.kind, ${l}.state, ${l}.delivery, ${l}.drop_reason as "dropReason",
  ${l}.last_error as "lastError", ${l}.created_at as "createdAt", ${l}.replaced_by is not null as "isReplaced",
  coalesce(${l}.replaced_by = ${l}.id, false) as "isHandedOver"`

/** The same of the newest of some letters as one value: `which` says which of them, as conditions on `w`. */
export const newestStanding = (which: string) =>
  `(select to_json(n) from (select w.id, ${standingColumns('w')} from letter w where ${which} order by w.created_at desc limit 1) n)`

/** As the database gives it in one value. */
export type StandingValue = Omit<LetterStanding, 'createdAt'> & {
  readonly id: string
  readonly createdAt: string
}

export function standingIn(value: StandingValue | null): (LetterStanding & { readonly id: string }) | null {
  return value && { ...value, createdAt: new Date(value.createdAt) }
}
