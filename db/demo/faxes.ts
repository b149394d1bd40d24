import { randomUUID } from 'node:crypto'
import { countryOf, worldNumber } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import type { Tx } from '../client.ts'
import { fax, faxDocument } from '../schema/fax.ts'
import type { CastIds } from './cast-ids.ts'
import { drawnPdf } from './fax-document.ts'

interface Drawn {
  readonly hours: number
  readonly other: string
  readonly title: string
  readonly pages: number
  /** What stands on its pages. */
  readonly lines: readonly string[]
  /** Missing = it came in. */
  readonly sent?: {
    readonly state: 'delivered' | 'failed'
    readonly reason?: string
    readonly pagesSent: number
  }
}

const faxes: readonly Drawn[] = [
  {
    hours: 5,
    other: '+1 604 555 0187',
    title: '',
    pages: 2,
    lines: ['North Shore Orthodontics', 'Referral: A. Osei', 'Please see attached findings.'],
  },
  {
    hours: 27,
    other: '+1 604 555 0186',
    title: 'Order for December',
    pages: 1,
    lines: ['Harbour Dental', 'Order: 12 boxes of gloves, 4 trays', 'Deliver to 1208 Marine Drive.'],
    sent: { state: 'delivered', pagesSent: 1 },
  },
  {
    hours: 49,
    other: '+1 604 555 0177',
    title: 'Insurance claim 8812',
    pages: 3,
    lines: ['Harbour Dental', 'Claim 8812, three pages'],
    sent: { state: 'failed', reason: 'busy', pagesSent: 0 },
  },
  { hours: 120, other: '', title: '', pages: 1, lines: ['To whom it may concern'] },
]

/** Harbour Dental sends and receives faxes. */
export async function loadFaxes(tx: Tx, ids: CastIds, now: Date): Promise<void> {
  const own = { providerId: ids.provider('northwind'), accountId: ids.account('harbour-dental') }
  const noor = ids.person('noor@harbour-dental.example').id
  const country = countryOf('Canada', [])
  const drawn = faxes.map(({ hours, other, title, pages, lines, sent }, n) => {
    const content = drawnPdf(lines, pages)
    const theirs = worldNumber(other, country)
    const row = {
      ...own,
      id: randomUUID(),
      title,
      findable: foldedText(title),
      pages,
      size: content.length,
      at: new Date(now.getTime() - hours * 3_600_000),
      ownNumber: '+1 604 555 0123',
      ownKey: '16045550123',
      otherNumber: theirs?.shown ?? other,
      otherKey: theirs?.key ?? '',
      carrierId: `hd-fax-${n}`,
      ...(sent
        ? {
            direction: 'outgoing' as const,
            state: sent.state,
            reason: sent.reason ?? '',
            pagesSent: sent.pagesSent,
            sentBy: noor,
            sentName: 'Noor Haddad',
          }
        : { direction: 'incoming' as const, state: 'received' as const }),
    }
    return { row: { ...row, createdAt: row.at }, content }
  })
  await tx.insert(fax).values(drawn.map(({ row }) => row))
  await tx.insert(faxDocument).values(drawn.map(({ row, content }) => ({ ...own, faxId: row.id, content })))
}
