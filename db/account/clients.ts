/** The open client accounts of an account, as a form names them: how many (100 means "more than 99"), and the first few. */
export interface NamedClients {
  readonly count: number
  readonly names: readonly string[]
}

/** As SQL, of the account whose id is given; null where it has none. */
export const clientsNamed = (accountId: string) => `(select json_build_object(
    'count', (select count(*) from (select 1 from account c where c.parent_id = ${accountId} and c.closed_at is null limit 100) n),
    'names', array(select c.name from account c where c.parent_id = ${accountId} and c.closed_at is null order by c.name_folded, c.id limit 6))
  where exists (select 1 from account c where c.parent_id = ${accountId} and c.closed_at is null))`
