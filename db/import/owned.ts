import type pg from 'pg'
import { type PulledKind, pulledKinds, readItem } from '#lib/back-office/items.ts'
import type { Problems } from '#lib/import/problem.ts'
import { flatCounts } from '#lib/sync-counts.ts'
import { type PageTaken, takePage } from '../back-office/place.ts'
import { type Tx, txOn } from '../client.ts'
import { intoEvent } from '../into-event.ts'
import { planItems } from './plan-items.ts'

// What the provider's systems own comes in by file as it comes by a pull: read by the same forms, merged by the same rule.

/** One thing of a file: its lines, and how a back office would tell it. */
interface FiledItem {
  readonly lines: readonly number[]
  readonly item: unknown
}

/** What came of an account's files, for its history. */
export interface OwnedEvent {
  readonly accountId: string
  readonly counts: Readonly<Record<string, number>>
}

const itemOf: Readonly<Record<PulledKind, string>> = {
  services: `select array[i.line] as lines, jsonb_strip_nulls(jsonb_build_object('key', i.key, 'kind', i.kind, 'product', i.product,
      'identifier', i.identifier, 'label', coalesce(i.label, s.label), 'forward_to', coalesce(i.forward_to, s.forward_to),
      'enabled', coalesce(nullif(i.enabled, '') = 'yes', s.enabled))) as item
    from import_services i left join service s on s.account_id = i.account_id and s.key = i.key
    where i.account_id = $1 and i.fate <> 'left' order by i.line`,
  invoices: `select array_agg(i.line order by i.line) as lines, jsonb_build_object('key', i.key, 'number', min(i.number),
      'issued_on', min(i.issued), 'due_on', min(i.due), 'currency', min(i.currency), 'state', min(i.state), 'net', sum(i.amount),
      'tax', min(i.tax), 'total', min(i.total), 'paid', coalesce(min(i.paid), case when min(i.state) = 'paid' then min(i.total) else 0 end),
      'lines', jsonb_agg(jsonb_build_object('text', i.text, 'quantity', coalesce(nullif(i.quantity, '')::numeric, 1),
        'unit_price', coalesce(i.unit_price, i.amount), 'amount', i.amount) order by i.line)) as item
    from import_invoices i where i.account_id = $1 and i.fate <> 'left' group by i.key order by min(i.line)`,
  balances: `select array[i.line] as lines, jsonb_build_object('currency', i.currency, 'amount', i.amount,
      'as_of', i.as_of || 'T00:00:00Z') as item
    from import_balances i where i.account_id = $1 and i.fate <> 'left' order by i.line`,
  ...planItems,
}

/** Takes everything in, account by account, behind the provider's wall; tells what can't be, with its line. */
export async function takeOwned(client: pg.ClientBase, problems: Problems): Promise<readonly OwnedEvent[]> {
  const tx = txOn(client)
  const accounts = await client.query<{ id: string; providerId: string; now: Date }>(
    `select a.id, a.provider_id as "providerId", clock_timestamp() as now from account a
      where a.id in (${pulledKinds.map(kind => `select account_id from import_${kind}`).join(' union ')}) order by a.id`,
  )
  const events: OwnedEvent[] = []
  for (const { id, providerId, now } of accounts.rows) {
    const counts: Record<string, PageTaken['counts']> = {}
    for (const kind of pulledKinds) {
      const taken = await takeKind(tx, { providerId, accountId: id }, { kind, now, problems })
      if (taken) counts[kind] = taken.counts
    }
    const told = flatCounts(counts)
    if (Object.keys(told).some(key => /-(?:added|changed)$/.test(key)))
      events.push({ accountId: id, counts: told })
  }
  return events
}

interface Kind {
  readonly kind: PulledKind
  readonly now: Date
  readonly problems: Problems
}

async function takeKind(
  tx: Tx,
  own: { readonly providerId: string; readonly accountId: string },
  { kind, now, problems }: Kind,
): Promise<PageTaken | null> {
  const found = await tx.$client.query<FiledItem>(itemOf[kind], [own.accountId])
  if (found.rows.length === 0) return null
  const items = found.rows.map(({ item }) => readItem(kind, item))
  const taken = await takePage(tx, own, { kind, items, seen: new Set(), askedAt: now })
  for (const { row, field, code, key } of taken.refused) {
    const { column, line } = placeOf(field, found.rows[row - 1]?.lines ?? [])
    problems.add({ file: kind, line, column, code, value: key ?? '' })
  }
  await noteFates(tx, kind, found.rows, items, taken)
  return taken
}

const columnOf: Readonly<Record<string, string>> = {
  issued_on: 'issued',
  due_on: 'due',
  net: 'amount',
  starts_on: 'starts',
  started_on: 'started',
  renews_on: 'renews',
  ends_on: 'ends',
}

/** The column and line of a fault: of an invoice's line, that line's own. */
function placeOf(
  field: string,
  lines: readonly number[],
): { readonly column: string; readonly line: number | null } {
  const [, at, part] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? []
  const line = lines[Number(at ?? 0)] ?? lines[0] ?? null
  return { column: part ?? columnOf[field] ?? field, line }
}

/** What became of each row, for the report. */
async function noteFates(
  tx: Tx,
  kind: PulledKind,
  filed: readonly FiledItem[],
  items: readonly ReturnType<typeof readItem>[],
  taken: PageTaken,
): Promise<void> {
  const added = new Set(taken.add.map(one => one.key))
  const kept = new Set(taken.kept)
  const changed = new Map(taken.change.filter(one => one.fields.length > 0).map(one => [one.key, one]))
  const rows = filed.flatMap(({ lines }, at) => {
    const key = items[at]?.key ?? ''
    const change = changed.get(key)
    const fate = added.has(key) ? 'new' : change ? 'changed' : kept.has(key) ? 'left' : 'same'
    const changes = change ? changesOf(change) : null
    // An invoice's changes are told with its first line.
    return lines.map((line, n) => ({
      line,
      fate: fate === 'changed' && n > 0 ? 'same' : fate,
      why: fate === 'left' ? 'held' : null,
      changes: n === 0 ? changes : null,
    }))
  })
  await tx.$client.query(
    `update import_${kind} i set fate = r.fate, why = r.why, changes = r.changes
      from jsonb_to_recordset($1::jsonb) as r(line int, fate text, why text, changes jsonb) where r.line = i.line`,
    [JSON.stringify(rows)],
  )
}

function changesOf({
  fields,
  was,
  values,
}: PageTaken['change'][number]): Record<string, readonly [string, string]> {
  const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
  return Object.fromEntries(fields.map(field => [field, [text(was[field]), text(values[field])] as const]))
}

/** One event an account, in the provider's name; gives how many. */
export async function recordOwned(client: pg.ClientBase, events: readonly OwnedEvent[]): Promise<number> {
  if (events.length === 0) return 0
  const answer = await client.query(
    `${intoEvent}
      select v.id, e."accountId", null, clock_timestamp(), null, v.name, v.name, 'provider', 'back-office.imported', e."accountId",
        null, null, '', jsonb_build_object('counts', e.counts, 'source', 'import')
      from jsonb_to_recordset($1::jsonb) as e("accountId" uuid, counts jsonb) cross join provider v`,
    [JSON.stringify(events)],
  )
  return answer.rowCount ?? 0
}
