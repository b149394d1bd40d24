/** Whether the membership `m` has this extension of the account: there, nobody else can have it. Nobody has the empty one. */
export const hasExtension = (m: string, account: string, extension: string) =>
  `(${m}.account_id = ${account} and ${m}.kind = 'end-user' and ${m}.state <> 'removed' and ${m}.extension = nullif(${extension}, ''))`
