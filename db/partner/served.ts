/** Whether the firm of parameter $1 serves the account `a` now, as SQL: it may be asked by name. */
export const isServed = (
  a: string,
) => `(${a}.closed_at is null and exists (select 1 from channel_relationship c
    where c.partner_id = $1 and c.account_id = ${a}.id and c.ended_at is null))`
