import { randomUUID } from 'node:crypto'
import { countryOf } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import { type ContactDetails, foundBy } from '#lib/phonebook/contact.ts'
import type { Tx } from '../client.ts'
import { contact, contactGroup, contactInGroup, phonebook } from '../schema/phonebook.ts'
import type { CastIds } from './cast-ids.ts'
import { pick } from './pick.ts'

const groups = ['Customers', 'Carriers', 'Suppliers', 'After hours'] as const
type GroupName = (typeof groups)[number]

type CastContact = readonly [
  name: string,
  company: string,
  numbers: Partial<Pick<ContactDetails, 'work' | 'mobile' | 'home'>>,
  groups: readonly GroupName[],
  more?: Partial<Pick<ContactDetails, 'email' | 'note'>>,
]

/** Whom a haulier's dispatch calls. Some names sort only without regard to accents, and some numbers are of other countries. */
const contacts: readonly CastContact[] = [
  [
    'Adèle Rochefort',
    'Rochefort Meubles',
    { work: '+1 514 555 0101', mobile: '+1 514 555 0151' },
    ['Customers'],
  ],
  [
    'Ahmed Benali',
    'Benali & Frères',
    { work: '514-555-0102' },
    ['Customers'],
    { email: 'a.benali@benali.example' },
  ],
  ['Ana Sørensen', 'Nordhavn Freight', { work: '+45 32 12 34 56' }, ['Carriers']],
  [
    'Benoît Larose',
    'Transport Larose',
    { work: '+1 418 555 0103', mobile: '+1 418 555 0153' },
    ['Carriers', 'After hours'],
  ],
  ['Carmen Ortiz', 'Frutas del Sur', { work: '+34 912 34 56 78' }, ['Suppliers']],
  ['Chantal Émond', 'Imprimerie Émond', { work: '514-555-0104' }, ['Suppliers']],
  [
    'Cold store',
    'Maple Logistics',
    { work: '330' },
    ['After hours'],
    { note: 'Inside extension; rings at the gate at night' },
  ],
  ['Daniel Wójcik', 'Wójcik Pallets', { work: '+1 450 555 0105', mobile: '+1 450 555 0155' }, ['Suppliers']],
  [
    'Élodie Gagnon',
    'Épicerie Gagnon',
    { work: '+1 514 555 0106' },
    ['Customers'],
    { email: 'elodie@gagnon.example' },
  ],
  ['Farah Haddad', 'Haddad Textiles', { work: '+1 514 555 0107', mobile: '+1 514 555 0157' }, ['Customers']],
  ['Gate phone', 'Maple Depot West', { work: '+1 403 555 0165' }, ['After hours']],
  [
    'Hugo Tremblay',
    'Tremblay Remorquage',
    { work: '+1 514 555 0108', mobile: '+1 514 555 0158' },
    ['Carriers', 'After hours'],
    { note: 'Towing, day and night' },
  ],
  ['Ingrid Holm', 'Holm Lifts', { work: '+1 514 555 0109' }, ['Suppliers']],
  ['Jean-Marc Lévesque', 'Lévesque Bois', { work: '+1 819 555 0110' }, ['Customers']],
  ['Kenji Mori', 'Mori Machine', { work: '+81 3-1234-5678' }, ['Customers']],
  ['Lena Fischer', 'Maple Logistics', { work: '310', mobile: '+1 514 555 0160' }, ['After hours']],
  ['Lucie Pelletier', 'Fromagerie Pelletier', { work: '+1 450 555 0111' }, ['Customers']],
  [
    'Marta Kowalska',
    'Kowalska Express',
    { work: '+48 22 123 45 67', mobile: '+48 601 234 567' },
    ['Carriers'],
  ],
  ['Noah Whitehead', 'Whitehead Grain', { work: '+1 306 555 0112' }, ['Customers']],
  ['Olivier Roy', 'Pneus Roy', { work: '514 555 0113' }, ['Suppliers'], { email: 'garage@pneusroy.example' }],
  ['Port of Montréal, night desk', '', { work: '+1 514 555 0114' }, ['After hours']],
  [
    'Priya Raman',
    'Raman Pharma',
    { work: '+1 514 555 0115', mobile: '+1 514 555 0165' },
    ['Customers'],
    { note: 'Cold chain: call before every delivery' },
  ],
  ['Stéphane Côté', 'Côté & Fils', { work: '+1 581 555 0116', home: '+1 581 555 0166' }, ['Carriers']],
  ['Tomás Silva', 'Silva Cork', { work: '+351 21 123 4567' }, ['Suppliers', 'Customers']],
  ['Zoë Armstrong', 'Armstrong Cranes', { work: '+1 514 555 0117', mobile: '+1 514 555 0167' }, ['Carriers']],
]

/** Maple Logistics has a phonebook that looks used. */
export async function loadPhonebook(tx: Tx, ids: CastIds): Promise<void> {
  const accountId = ids.account('maple-logistics')
  const { providerId } = ids.person('owner@maple.example')
  const own = { providerId, accountId }
  const from = countryOf('Canada', [])
  const groupIds = new Map<string, string>(groups.map(name => [name, randomUUID()]))
  await tx
    .insert(contactGroup)
    .values(groups.map(name => ({ ...own, id: pick(groupIds)(name), name, folded: foldedText(name) })))
  const rows = contacts.map(([name, company, numbers, , more = {}]) => {
    const details = {
      name,
      company,
      work: '',
      mobile: '',
      home: '',
      email: '',
      note: '',
      ...numbers,
      ...more,
    }
    const { reach, ...found } = foundBy(details, from)
    return { ...own, id: randomUUID(), ...details, ...found, reach: [...reach] }
  })
  await tx.insert(contact).values(rows)
  await tx
    .insert(contactInGroup)
    .values(
      rows.flatMap(({ id }, at) =>
        (contacts[at]?.[3] ?? []).map(name => ({ ...own, contactId: id, groupId: pick(groupIds)(name) })),
      ),
    )
  await tx.insert(phonebook).values({ ...own, version: 1 })
}
