import { foldedText } from '#lib/fold.ts'
import type { Tx } from '../client.ts'
import { accountBrand, accountLogo, serviceTemplate } from '../schema/own-brand.ts'
import type { CastIds } from './cast-ids.ts'
import { drawMark, marks } from './picture.ts'

const logos = [
  ['logo', '#9a3412'],
  ['logo-dark', '#c2410c'],
] as const

const templates = [
  {
    name: 'Dispatch desk',
    product: 'cloud-pbx',
    label: 'Dispatch desk',
    level: 'user',
    supportText: 'Dispatch answers from 5:00. Ask the depot’s lead before a number is forwarded.',
  },
  { name: 'Warehouse lead', product: 'cloud-pbx', label: '', level: 'admin', supportText: '' },
]

/** What Maple Logistics shows of its own: logos, two links, and the templates that its services begin with. */
export async function loadOwnBrand(tx: Tx, ids: CastIds): Promise<void> {
  const own = {
    providerId: ids.person('owner@maple.example').providerId,
    accountId: ids.account('maple-logistics'),
  }
  const side = 128
  await tx.insert(accountBrand).values({
    ...own,
    shopLink: 'https://shop.maple.example/',
    supportLink: 'https://help.maple.example/phones',
  })
  await tx.insert(accountLogo).values(
    logos.map(([kind, colour]) => ({
      ...own,
      kind,
      contentType: 'image/png',
      content: drawMark(colour, marks.parcel, side),
      width: side,
      height: side,
    })),
  )
  await tx
    .insert(serviceTemplate)
    .values(templates.map(one => ({ ...own, ...one, folded: foldedText(one.name) })))
}
