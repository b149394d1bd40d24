import type { Module, Role } from '#lib/access/roles.ts'
import type { ContactKind } from '#lib/account/contacts.ts'
import type { Language } from '#lib/language.ts'
import { marks } from './picture.ts'

/** The demo's people and firms. Others rely on these names and addresses; the password of all of them is one. */
export const demoPassword = 'latchkey-demo'

export const providers = [
  { slug: 'northwind', name: 'Northwind Telecom' },
  { slug: 'southern', name: 'Southern Cross Voice' },
] as const
export type ProviderSlug = (typeof providers)[number]['slug']

interface CastBrand {
  readonly key: 'northwind' | 'boreal' | 'southern'
  readonly provider: ProviderSlug
  readonly name: string
  readonly accent: string
  readonly language: Language
  readonly support: { readonly name: string; readonly email: string; readonly phone: string }
  readonly mark: (typeof marks)[keyof typeof marks]
}

export const brands: readonly CastBrand[] = [
  {
    key: 'northwind',
    provider: 'northwind',
    name: 'Northwind Telecom',
    accent: '#0b5cab',
    language: 'en',
    support: { name: 'Northwind Care', email: 'care@northwind.example', phone: '+1 604 555 0100' },
    mark: marks.compass,
  },
  {
    key: 'boreal',
    provider: 'northwind',
    name: 'Boréal Voix',
    accent: '#0f6b5f',
    language: 'fr',
    support: {
      name: 'Service à la clientèle Boréal',
      email: 'aide@boreal.example',
      phone: '+1 514 555 0140',
    },
    mark: marks.aurora,
  },
  {
    key: 'southern',
    provider: 'southern',
    name: 'Southern Cross Voice',
    accent: '#9a3412',
    language: 'en',
    support: { name: 'Southern Cross Support', email: 'support@southern.example', phone: '+61 2 5550 0188' },
    mark: marks.cross,
  },
]

interface CastPerson {
  readonly email: string
  readonly name: string
  readonly brand: CastBrand['key']
  readonly zone: string
}

const vancouver = 'America/Vancouver'
const montreal = 'America/Toronto'
const sydney = 'Australia/Sydney'

export const people: readonly CastPerson[] = [
  { email: 'owner@harbour-dental.example', name: 'Harriet Osei', brand: 'northwind', zone: vancouver },
  { email: 'manager@harbour-dental.example', name: 'Marcus Lindqvist', brand: 'northwind', zone: vancouver },
  { email: 'desk@harbour-dental.example', name: 'Dana Petrov', brand: 'northwind', zone: vancouver },
  { email: 'owner@maple.example', name: 'Owen Maplewood', brand: 'northwind', zone: montreal },
  { email: 'billing@maple.example', name: 'Bianca Reyes', brand: 'northwind', zone: montreal },
  { email: 'contributor@maple.example', name: 'Connor Blake', brand: 'northwind', zone: montreal },
  { email: 'owner@depot.example', name: 'Delphine Ward', brand: 'northwind', zone: 'America/Edmonton' },
  { email: 'proprio@erable.example', name: 'Élise Tremblay', brand: 'boreal', zone: montreal },
  { email: 'owner@bakery.example', name: 'Beth Calloway', brand: 'southern', zone: sydney },
  { email: 'admin@brightline.example', name: 'Amara Singh', brand: 'northwind', zone: vancouver },
  { email: 'tech@brightline.example', name: 'Theo Nakamura', brand: 'northwind', zone: vancouver },
  { email: 'admin@cedar.example', name: 'Cecilia Park', brand: 'northwind', zone: vancouver },
  { email: 'admin@outback.example', name: 'Ollie Brennan', brand: 'southern', zone: sydney },
  { email: 'platform@northwind.example', name: 'Nora Whitfield', brand: 'northwind', zone: vancouver },
  { email: 'platform@southern.example', name: 'Sam Aldridge', brand: 'southern', zone: sydney },
  { email: 'ines@harbour-dental.example', name: 'Ines Carvalho', brand: 'northwind', zone: vancouver },
  { email: 'jun@harbour-dental.example', name: 'Jun Watanabe', brand: 'northwind', zone: vancouver },
  { email: 'noor@harbour-dental.example', name: 'Noor Haddad', brand: 'northwind', zone: vancouver },
  { email: 'piotr@harbour-dental.example', name: 'Piotr Zielinski', brand: 'northwind', zone: vancouver },
  { email: 'asha@harbour-dental.example', name: 'Asha Rao', brand: 'northwind', zone: vancouver },
  { email: 'lena@maple.example', name: 'Lena Fischer', brand: 'northwind', zone: montreal },
  { email: 'ravi@depot.example', name: 'Ravi Menon', brand: 'northwind', zone: 'America/Edmonton' },
  { email: 'tom@bakery.example', name: 'Tom Ashby', brand: 'southern', zone: sydney },
]

export interface CastMembership {
  readonly email: string
  readonly kind: 'account-manager' | 'end-user' | 'administrator' | 'portal-user'
  readonly roles?: readonly Role[]
  readonly modules?: readonly Module[]
  readonly product?: string
  readonly level?: string
  readonly extension?: string
  /** Active where it says nothing. */
  readonly state?: 'invited' | 'disabled'
}

interface CastAccount {
  readonly slug: string
  readonly name: string
  readonly provider: ProviderSlug
  readonly brand: CastBrand['key']
  readonly parent?: string
  readonly zone: string
  readonly requestCode: string
  readonly address: readonly [line: string, city: string, postalCode: string, country: string]
  readonly phone: string
  readonly products: readonly string[]
  readonly services: readonly (readonly [
    kind: 'number' | 'trunk' | 'device',
    product: string,
    identifier: string,
    label: string,
  ])[]
  readonly members: readonly CastMembership[]
  /** Whom the provider speaks with, by address. */
  readonly contacts: Partial<Readonly<Record<ContactKind, string>>>
}

const owner = (email: string, ...more: Role[]): CastMembership => ({
  email,
  kind: 'administrator',
  roles: ['account-owner', ...more],
})

const endUser = (email: string, product: string, level: string, extension: string): CastMembership => ({
  email,
  kind: 'end-user',
  product,
  level,
  extension,
})

export const accounts: readonly CastAccount[] = [
  {
    slug: 'harbour-dental',
    name: 'Harbour Dental',
    provider: 'northwind',
    brand: 'northwind',
    zone: vancouver,
    requestCode: 'HARB-2K7Q-9D',
    address: ['1208 Marine Drive', 'West Vancouver', 'V7T 1B5', 'Canada'],
    phone: '+1 604 555 0123',
    products: ['business-cloud-communications', 'sip-trunks'],
    services: [
      ['number', 'business-cloud-communications', '+1 604 555 0123', 'Front desk'],
      ['number', 'business-cloud-communications', '+1 604 555 0124', 'Appointments'],
      ['trunk', 'sip-trunks', 'trunk-hd-01', 'Main trunk, 8 channels'],
      ['device', 'business-cloud-communications', '00:15:65:AB:10:01', 'Reception phone'],
      ['device', 'business-cloud-communications', '00:15:65:AB:10:02', 'Surgery 2 phone'],
    ],
    members: [
      owner('owner@harbour-dental.example'),
      { email: 'manager@harbour-dental.example', kind: 'account-manager' },
      { email: 'desk@harbour-dental.example', kind: 'portal-user', modules: ['sms', 'call-log'] },
      {
        email: 'noor@harbour-dental.example',
        kind: 'portal-user',
        modules: ['fax', 'sms', 'phonebook', 'admin'],
      },
      { email: 'piotr@harbour-dental.example', kind: 'portal-user', modules: ['fax'], state: 'invited' },
      { email: 'asha@harbour-dental.example', kind: 'portal-user', modules: ['call-log'], state: 'disabled' },
      endUser('ines@harbour-dental.example', 'business-cloud-communications', 'user', '201'),
      endUser('jun@harbour-dental.example', 'business-cloud-communications', 'admin', '202'),
    ],
    contacts: {
      owner: 'owner@harbour-dental.example',
      service: 'manager@harbour-dental.example',
      support: 'manager@harbour-dental.example',
    },
  },
  {
    slug: 'maple-logistics',
    name: 'Maple Logistics',
    provider: 'northwind',
    brand: 'northwind',
    zone: montreal,
    requestCode: 'MAPL-8X3W-4F',
    address: ['450 Rue du Port', 'Montréal', 'H3C 1J7', 'Canada'],
    phone: '+1 514 555 0177',
    products: ['cloud-pbx', 'branding'],
    services: [
      ['number', 'cloud-pbx', '+1 514 555 0177', 'Dispatch'],
      ['number', 'cloud-pbx', '+1 514 555 0178', 'Accounts'],
      ['device', 'cloud-pbx', '00:15:65:CD:20:01', 'Dispatch console'],
    ],
    members: [
      owner('owner@maple.example'),
      { email: 'billing@maple.example', kind: 'administrator', roles: ['subscription-owner'] },
      {
        email: 'contributor@maple.example',
        kind: 'administrator',
        roles: ['subscription-contributor', 'service-contributor'],
      },
      { email: 'desk@harbour-dental.example', kind: 'portal-user', modules: ['phonebook'] },
      endUser('lena@maple.example', 'cloud-pbx', 'user', '310'),
    ],
    contacts: {
      owner: 'owner@maple.example',
      service: 'billing@maple.example',
      support: 'contributor@maple.example',
      provisioning: 'contributor@maple.example',
    },
  },
  {
    slug: 'maple-depot-west',
    name: 'Maple Depot West',
    provider: 'northwind',
    brand: 'northwind',
    parent: 'maple-logistics',
    zone: 'America/Edmonton',
    requestCode: 'DEPO-5R6T-1B',
    address: ['77 Railway Avenue', 'Calgary', 'T2G 0R4', 'Canada'],
    phone: '+1 403 555 0165',
    products: ['cloud-pbx'],
    services: [
      ['number', 'cloud-pbx', '+1 403 555 0165', 'Depot office'],
      ['device', 'cloud-pbx', '00:15:65:EF:30:01', 'Gate phone'],
    ],
    members: [
      owner('owner@depot.example', 'subscription-contributor'),
      endUser('ravi@depot.example', 'cloud-pbx', 'user', '410'),
    ],
    contacts: { owner: 'owner@depot.example', support: 'owner@depot.example' },
  },
  {
    slug: 'erable-sante',
    name: 'Érable Santé',
    provider: 'northwind',
    brand: 'boreal',
    zone: montreal,
    requestCode: 'ERAB-7M2K-6H',
    address: ['2150 rue Sherbrooke Est', 'Montréal', 'H2K 1C3', 'Canada'],
    phone: '+1 514 555 0190',
    products: ['business-lines'],
    services: [
      ['number', 'business-lines', '+1 514 555 0190', 'Accueil'],
      ['number', 'business-lines', '+1 514 555 0191', 'Télécopieur'],
    ],
    members: [owner('proprio@erable.example')],
    contacts: { owner: 'proprio@erable.example' },
  },
  {
    slug: 'southern-bakery',
    name: 'Southern Bakery',
    provider: 'southern',
    brand: 'southern',
    zone: sydney,
    requestCode: 'BAKE-3N9P-2C',
    address: ['14 Enmore Road', 'Newtown NSW', '2042', 'Australia'],
    phone: '+61 2 5550 0142',
    products: ['cloud-pbx'],
    services: [
      ['number', 'cloud-pbx', '+61 2 5550 0142', 'Shop'],
      ['device', 'cloud-pbx', '00:15:65:99:40:01', 'Counter phone'],
    ],
    members: [owner('owner@bakery.example'), endUser('tom@bakery.example', 'cloud-pbx', 'user', '510')],
    contacts: { owner: 'owner@bakery.example' },
  },
]

interface CastPartner {
  readonly slug: string
  readonly name: string
  readonly provider: ProviderSlug
  readonly partnerCode: string
  readonly shareCode: string
  readonly serves: readonly string[]
  readonly staff: readonly (readonly [email: string, role: 'administrator' | 'technician'])[]
}

export const partners: readonly CastPartner[] = [
  {
    slug: 'brightline-it',
    name: 'Brightline IT',
    provider: 'northwind',
    partnerCode: 'BRT-4821',
    shareCode: 'share-brightline',
    serves: ['harbour-dental', 'maple-logistics'],
    staff: [
      ['admin@brightline.example', 'administrator'],
      ['tech@brightline.example', 'technician'],
    ],
  },
  {
    slug: 'cedar-consulting',
    name: 'Cedar Consulting',
    provider: 'northwind',
    partnerCode: 'CDR-7310',
    shareCode: 'share-cedar',
    serves: [],
    staff: [['admin@cedar.example', 'administrator']],
  },
  {
    slug: 'outback-networks',
    name: 'Outback Networks',
    provider: 'southern',
    partnerCode: 'OBN-1177',
    shareCode: 'share-outback',
    serves: ['southern-bakery'],
    staff: [['admin@outback.example', 'administrator']],
  },
]

export const platformUsers = [
  { email: 'platform@northwind.example', role: 'administrator' },
  { email: 'platform@southern.example', role: 'administrator' },
] as const
