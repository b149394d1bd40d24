import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import type { Country } from '#lib/dialling.ts'
import type { Language } from '#lib/language.ts'
import { fileColumns } from '#lib/phonebook/contact.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { dialsFrom } from '../account/dials-from.ts'
import { sightOf } from '../authority.ts'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import { harmless } from '../csv/cell.ts'
import { type CsvBatch, csvInBatches, headingOf } from '../csv/file.ts'
import { Lines } from '../csv/lines.ts'
import { inlined } from '../sql-text.ts'
import { type ContactQuestion, narrowedTo } from './reads.ts'

type Narrowed = Pick<ContactQuestion, 'search' | 'group'>

interface Export extends Narrowed {
  readonly actor: Actor
  readonly accountId: string
  readonly language: Language
  /** What its last line says to whoever lost their access meanwhile. */
  readonly ended: string
  /** Rows a batch. */
  readonly size?: number
  readonly pool?: pg.Pool
}

/** The phonebook, or what of it is looked for, as a file that can be taken in again. */
export function phonebookCsv({
  size = 10_000,
  pool,
  ...asked
}: Export): AsyncGenerator<Uint8Array, void, void> {
  const { actor, accountId, language, ended } = asked
  const { field } = phonebookWords[language]
  const heading = headingOf(fileColumns.map(column => field[column]))
  return csvInBatches({
    actor,
    zone: 'UTC',
    ended,
    pool,
    batch: async (tx, behind) => {
      const sight = await sightOf(tx, actor, { id: accountId })
      if (!sight || !may(sight.authority, 'module.phonebook')) return null
      const from = await dialsFrom(tx, accountId)
      return { ...(await batchOf(tx, { ...asked, from }, behind, size)), heading }
    },
  })
}

const cells = fileColumns.map(column => (column === 'id' ? 'r.id' : harmless(`r.${column}`)))

async function batchOf(
  tx: Tx,
  { accountId, from, ...narrowed }: Narrowed & { accountId: string; from: Country | null },
  behind: string | null,
  size: number,
): Promise<CsvBatch> {
  const values: (string | readonly string[])[] = [accountId]
  const { condition } = narrowedTo(narrowed, from, values)
  const beyond = behind
    ? `and (c.likeness, c.id) > (select b.likeness, b.id from contact b where b.id = $${values.push(behind)}::uuid)`
    : ''
  const text = `copy (select r.id, ${cells.join(', ')} from (
      select c.*, array_to_string(array(select g.name from contact_in_group i join contact_group g on g.id = i.group_id
          and g.ended_at is null where i.contact_id = c.id order by g.folded), '; ') as groups
      from contact c where c.account_id = $1 and c.ended_at is null ${condition} ${beyond}
      order by c.likeness, c.id limit ${size}) r) to stdout (format csv)`
  const file = new Lines()
  await copyOut(tx, inlined(text, values), line => file.add(line))
  return { lines: file.bytes(), last: file.count === size ? file.last : null }
}
