import type pg from 'pg'
import type { Outgoing, Sender } from '#lib/mail/sender.ts'
import { writing } from '../client.ts'

/** The demo's postman: puts every letter into the mailbox page's table, each once. */
export function demoSender(from?: pg.Pool): Sender {
  return {
    async send({ id, ...frozen }: Outgoing) {
      await writing(
        { role: 'worker' },
        tx =>
          tx.$client.query(
            `insert into demo_mailbox (provider_id, letter_id, language, kind, frozen)
              select provider_id, id, language, kind, $2::jsonb from letter where id = $1
              on conflict (letter_id) do nothing`,
            [id, JSON.stringify(frozen)],
          ),
        from,
      )
      return { kind: 'accepted', mailServiceId: `demo-${id}` }
    },
  }
}
