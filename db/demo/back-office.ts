import { randomUUID } from 'node:crypto'
import { type PulledKind, pulledKinds, readItem } from '#lib/back-office/items.ts'
import { nothingCounted } from '#lib/back-office/merge.ts'
import { dayIn } from '#lib/day-span.ts'
import { takePage } from '../back-office/place.ts'
import type { Tx } from '../client.ts'
import { demoBackOffice, syncRun } from '../schema/back-office.ts'
import { accounts } from './cast.ts'
import type { CastIds } from './cast-ids.ts'
import { billsUntil } from './invoices.ts'
import { planOf } from './plan.ts'

interface Held {
  readonly kind: PulledKind
  readonly key: string
  readonly item: Readonly<Record<string, unknown>>
}

const hour = 3_600_000

/** What the provider's systems hold of every account, what the portal had of it last night, and what has changed there since. */
export async function loadBackOffice(tx: Tx, ids: CastIds, now: Date): Promise<void> {
  for (const { slug, provider, services, zone } of accounts) {
    const today = dayIn(now, zone)
    const own = { providerId: ids.provider(provider), accountId: ids.account(slug) }
    const held: Held[] = [
      ...services.map(([kind, product, identifier, label]) => {
        const key = keyOf(kind, identifier)
        return { kind: 'services' as const, key, item: { key, kind, product, identifier, label } }
      }),
      ...billsUntil(today)
        .filter(bill => bill.account === slug)
        .map(({ kind, item }) => ({ kind, key: item.key ?? item.currency, item })),
      ...planOf(slug, today),
    ]
    for (const kind of pulledKinds) {
      const items = held.filter(one => one.kind === kind).map(({ item }) => readItem(kind, item))
      if (items.length > 0) await takePage(tx, own, { kind, items, seen: new Set(), askedAt: now })
    }
    const since = new Map([...held, ...changedSince(slug)].map(one => [`${one.kind} ${one.key}`, one]))
    await tx.insert(demoBackOffice).values([...since.values()].map(one => ({ ...own, ...one })))
    await tx.insert(syncRun).values(lastNight(own, held, now))
  }
}

const keyOf = (kind: string, identifier: string) =>
  `${kind}:${identifier.replace(/[^\w]/g, '').toLowerCase()}`

/** What a first pull finds: a number that was added, a label, and a bill that nobody could print. */
function changedSince(slug: string): readonly Held[] {
  const service = (kind: string, product: string, identifier: string, label: string): Held => {
    const key = keyOf(kind, identifier)
    return { kind: 'services', key, item: { key, kind, product, identifier, label } }
  }
  if (slug === 'harbour-dental')
    return [
      service('number', 'business-cloud-communications', '+1 604 555 0125', 'Hygienist'),
      service('device', 'business-cloud-communications', '00:15:65:AB:10:02', 'Surgery 2 phone, wall'),
    ]
  if (slug !== 'maple-logistics') return []
  const draft = { key: 'NW-2210-draft', number: 'NW-2210-D1', currency: 'CAD', total: '49.00' }
  return [
    service('number', 'cloud-pbx', '+1 514 555 0178', 'Accounts, second floor'),
    { kind: 'invoices', key: draft.key, item: draft },
  ]
}

function lastNight(own: { providerId: string; accountId: string }, held: readonly Held[], now: Date) {
  const began = new Date(now.getTime() - 9 * hour)
  const counts = Object.fromEntries(
    pulledKinds.map(kind => [
      kind,
      { ...nothingCounted, read: held.filter(one => one.kind === kind).length },
    ]),
  )
  const endedAt = new Date(began.getTime() + 4_000)
  const times = { createdAt: began, leaseUntil: began, endedAt }
  return { id: randomUUID(), ...own, state: 'done' as const, attempt: 1, counts, ...times }
}
