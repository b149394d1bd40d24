import type { BackOffice, ReadAnswer, SendAnswer } from '#lib/back-office/adapter.ts'
import type { PulledKind } from '#lib/back-office/items.ts'

/** A back office of the tests: what it holds can be set, and what it does at each question. */
export interface FakeOffice extends BackOffice {
  held: Partial<Record<PulledKind, readonly unknown[]>>
  /** Things on a page. */
  size: number
  /** How long each page might take, in milliseconds. */
  readonly within: (number | undefined)[]
  /** Before a page is answered. */
  onRead: (kind: PulledKind, cursor: string | null) => Promise<ReadAnswer | undefined> | undefined
  answer: (id: string) => SendAnswer | Promise<SendAnswer>
  readonly sent: { readonly id: string; readonly key: string; readonly set: unknown }[]
}

export function fakeOffice(): FakeOffice {
  return {
    held: {},
    size: 100,
    within: [],
    onRead: () => undefined,
    answer: () => ({ kind: 'confirmed' }),
    sent: [],
    async read(_, kind, cursor, within) {
      this.within.push(within)
      const other = await this.onRead(kind, cursor)
      if (other) return other
      const all = this.held[kind] ?? []
      const from = Number(cursor ?? 0)
      const next = from + this.size < all.length ? String(from + this.size) : null
      return { kind: 'page', items: all.slice(from, from + this.size), next }
    },
    async send(_, { id, key, set }) {
      this.sent.push({ id, key, set })
      return this.answer(id)
    },
  }
}

/** Things as a back office tells them. */
export const number = (key: string, identifier: string, more: Record<string, unknown> = {}) => ({
  key,
  kind: 'number',
  product: 'cloud-pbx',
  identifier,
  label: key,
  ...more,
})

export const bill = (key: string, more: Record<string, unknown> = {}) => ({
  key,
  number: key,
  issued_on: '2026-11-01',
  due_on: '2026-11-22',
  currency: 'CAD',
  lines: [{ text: 'Cloud PBX', quantity: 1, unit_price: 1000, amount: 1000 }],
  net: 1000,
  tax: 50,
  total: 1050,
  paid: 0,
  state: 'open',
  ...more,
})
