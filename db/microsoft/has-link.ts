/** Whether a Microsoft account is linked to the person `p`, as SQL. */
export const hasMicrosoftLink = (p: string) =>
  `exists (select 1 from microsoft_link l where l.person_id = ${p}.id and l.ended_at is null)`
