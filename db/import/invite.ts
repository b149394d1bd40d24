import type pg from 'pg'
import type { PersonKind } from '#lib/access/person-kinds.ts'
import { txOn } from '../client.ts'
import { passwordLetter } from '../person/password-letter.ts'
import { together, type Write } from '../write.ts'

interface Invited {
  readonly canonical: string
  readonly personId: string
  readonly toName: string
  readonly hasPassword: boolean
  readonly accountId: string | null
  readonly kind: PersonKind
  readonly place: string
}

/** A letter about the place that wears the home of its person by now, or a home that leads there. */
const isWritten = `exists (select 1 from letter l join branding_domain d on d.id = l.branding_domain_id join person q on q.id = l.person_id
  where l.person_id = h.person_id and l.kind = 'activation' and l.created_at >= i.since
    and q.home_brand_id in (d.id, d.successor_id))`

/**
 * Who is to be written to: whoever got a new place now, and of the others in the folder those for whom a place waits of
 * which no letter was ever sent, or only from a home that is not theirs any more: its link was voided with the move. One
 * letter a person, about the first of their places.
 */
const whom = `select distinct on (i.canonical) i.canonical, h.person_id as "personId", i.name as "toName",
    h.has_password as "hasPassword", i.account_id as "accountId", i.kind, coalesce(a.name, p.name) as place
  from import_people i join import_humans h on h.canonical = i.canonical
  left join account a on a.id = i.account_id left join partner p on p.id = i.partner_id
  where i.fate <> 'left' and i.canonical > $1 and (i.fate = 'new' or i.waits and not ${isWritten})
  order by i.canonical, i.fate <> 'new', i.line limit 500`

const atOnce = 20

/**
 * One activation letter a new person, into the outbox; gives their number. Whoever was sent enough of them lately is left
 * out, and written to by the next one that is told to invite.
 */
export async function invite(
  client: pg.ClientBase,
  secret: string,
  onLetters: (count: number) => void,
): Promise<number> {
  const tx = txOn(client)
  let [count, after] = [0, '']
  for (;;) {
    const answer = await client.query<Invited>(whom, [after])
    const last = answer.rows.at(-1)
    if (!last) return count
    for (let from = 0; from < answer.rows.length; from += atOnce) {
      const some = answer.rows.slice(from, from + atOnce)
      const writes: Write[] = []
      for (const { kind, place, canonical: _, ...person } of some) {
        const letter = { purpose: 'activation', ...person, replaces: true, facts: { kind, place } } as const
        const written = await passwordLetter(tx, letter, secret)
        if (!written.ok) continue
        writes.push(...written.value)
        count += 1
      }
      await together(tx, writes)
    }
    onLetters(count)
    after = last.canonical
  }
}
