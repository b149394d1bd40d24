/** Whether the account takes no requests from the firm now, as SQL over their ids. */
export const isBlocked = (account: string, partner: string) => `exists (select 1 from partner_block k
    where k.account_id = ${account} and k.partner_id = ${partner} and k.ended_at is null)`
