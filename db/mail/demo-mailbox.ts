import type { Tx } from '../client.ts'

/** A letter as it lies in the demo's mailbox. */
export interface MailboxLetter {
  readonly id: string
  readonly language: 'en' | 'fr'
  readonly at: Date
  readonly from: string
  readonly to: string
  readonly replyTo: string
  readonly subject: string
  readonly html: string
  readonly text: string
}

const columns = `id, language, created_at as at, frozen->>'from' as "from", frozen->>'to' as "to",
  coalesce(frozen->>'replyTo', '') as "replyTo", frozen->>'subject' as subject, frozen->>'html' as html, frozen->>'text' as text`

/** Letters of the provider behind whose wall the transaction stands, newest first; `before` is the last one seen. */
export async function mailboxLetters(
  tx: Tx,
  { to, before, most }: { readonly to: string; readonly before: string | null; readonly most: number },
): Promise<readonly MailboxLetter[]> {
  const answer = await tx.$client.query<MailboxLetter>(
    `select ${columns} from demo_mailbox
      where ($1 = '' or frozen->>'to' = $1)
        and ($2::uuid is null or (created_at, id) < (select created_at, id from demo_mailbox where id = $2::uuid))
      order by created_at desc, id desc limit $3`,
    [to, before, most],
  )
  return answer.rows
}

/** Everybody whom a letter has reached, in order of address. */
export async function mailboxRecipients(tx: Tx): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ to: string }>(
    `select distinct frozen->>'to' as "to" from demo_mailbox order by 1`,
  )
  return answer.rows.map(row => row.to)
}

export async function mailboxLetter(tx: Tx, id: string): Promise<MailboxLetter | null> {
  const answer = await tx.$client.query<MailboxLetter>(
    `select ${columns} from demo_mailbox where id = $1::uuid`,
    [id],
  )
  return answer.rows[0] ?? null
}

/** Host names of the provider's brands, whose logos the letters wear. */
export async function brandHosts(tx: Tx): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ host: string }>('select host from branding_domain')
  return answer.rows.map(row => row.host)
}
