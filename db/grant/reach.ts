// Which grants come to an account, as SQL: its own, and its parent's as far as they reach client accounts. The access
// check (db/authority.ts) and whatever shows who may enter ask the same; `g` is the grant, `a` the account.

/** The account lets the firm in by nothing that its parent holds. */
export const isExcluded = (a: string, partnerId: string) => `exists (select 1 from client_exclusion kept_out
    where kept_out.account_id = ${a}.id and kept_out.partner_id = ${partnerId} and kept_out.included_at is null)`

/** By one index whatever the account is: an account of its own has no parent, so nothing but its own is found. */
export const comesTo = (g: string, a: string) => `(${g}.account_id = any (array[${a}.id, ${a}.parent_id])
    and (${g}.account_id = ${a}.id or (${g}.reaches_clients and not ${isExcluded(a, `${g}.partner_id`)})))`

/**
 * The client accounts that grants of a firm reach from their parents: those of `from` (the view, or the table) for which
 * `where` holds of `g`. `also` names what else of `g` is read.
 */
export const reachedClients = (
  from: 'access_grant' | 'effective_grant',
  partnerId: string,
  where: string,
  also = '',
) => `select client.id as account_id${also}
  from ${from} g join account client on client.parent_id = g.account_id and client.closed_at is null
  where g.partner_id = ${partnerId} and g.reaches_clients and ${where} and not ${isExcluded('client', 'g.partner_id')}`
