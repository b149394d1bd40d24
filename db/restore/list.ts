import { isLiveNow } from '../grant/clock.ts'

// Which grants an account is to look at again, as SQL: live ones from before the restore that nobody has kept since.
// `c` is the account's row in access_recheck, `g` the grant.

export const isToRecheck = (c: string, g: string) =>
  `${g}.account_id = ${c}.account_id and ${c}.done_at is null and ${isLiveNow(g)} and ${g}.created_at <= ${c}.restored_at
    and (${g}.rechecked_at is null or ${g}.rechecked_at < ${c}.restored_at)`
