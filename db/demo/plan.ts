import { type PulledKind, pulledKinds } from '#lib/back-office/items.ts'
import { daysBefore } from '#lib/day-span.ts'
import { firstRenewal, monthsAfter, nextRenewal, type Period } from '#lib/subscription/subscription.ts'

// What the accounts of the demo can buy, have bought and try out, as a back office tells it.

type Offered = readonly [
  key: string,
  name: string,
  product: string,
  unitPrice: number,
  termMonths: number,
  trialDays?: number,
  period?: Period,
]
type Bought = readonly [
  offer: string,
  quantity: number,
  monthsAgo: number,
  day: number,
  whose?: readonly string[],
]
type Tried = readonly [offer: string, beganDaysAgo: number, days: number, state?: 'converted' | 'cancelled']

interface Plan {
  readonly currency: string
  readonly offers: readonly Offered[]
  readonly bought: readonly Bought[]
  readonly tried: readonly Tried[]
}

const seats: readonly Offered[] = [
  ['pbx-seat', 'Cloud PBX seat', 'cloud-pbx', 1995, 12],
  ['pbx-reception', 'Receptionist console', 'cloud-pbx', 3900, 0, 30],
  ['pbx-recording', 'Call recording', 'cloud-pbx', 300, 0, 30],
  ['pbx-softphone', 'Softphone app', 'cloud-pbx', 450, 0, 14],
  ['pbx-care', 'Priority support, a year', 'cloud-pbx', 24900, 12, 0, 'year'],
]

const plans: Readonly<Record<string, Plan>> = {
  'harbour-dental': {
    currency: 'CAD',
    offers: [
      ['bcc-user', 'Business Cloud user', 'business-cloud-communications', 2495, 12],
      ['bcc-recording', 'Call recording', 'business-cloud-communications', 350, 0, 30],
      ['bcc-transcripts', 'Voicemail transcripts', 'business-cloud-communications', 250, 0, 30],
      ['sip-channels', 'SIP trunk, 8 channels', 'sip-trunks', 8900, 24],
    ],
    bought: [
      [
        'bcc-user',
        6,
        14,
        1,
        ['ines@harbour-dental.example', 'jun@harbour-dental.example', 'noor@harbour-dental.example'],
      ],
      ['sip-channels', 1, 14, 1],
    ],
    tried: [['bcc-transcripts', 9, 30]],
  },
  'maple-logistics': {
    currency: 'CAD',
    offers: [...seats, ['branding', 'Branding', 'branding', 4900, 12]],
    bought: [
      [
        'pbx-seat',
        18,
        26,
        1,
        ['owner@maple.example', 'billing@maple.example', 'contributor@maple.example', 'lena@maple.example'],
      ],
      ['pbx-recording', 4, 8, 15, ['lena@maple.example']],
      ['branding', 1, 26, 1],
    ],
    tried: [
      ['pbx-softphone', 10, 14],
      ['pbx-recording', 280, 30, 'converted'],
      ['pbx-reception', 95, 30],
    ],
  },
  'maple-depot-west': {
    currency: 'CAD',
    offers: seats,
    bought: [['pbx-seat', 3, 11, 1, ['ravi@depot.example']]],
    tried: [['pbx-softphone', 2, 14]],
  },
  'erable-sante': {
    currency: 'CAD',
    offers: [
      ['line', 'Business Line', 'business-lines', 3200, 12],
      ['line-fax', 'Fax line', 'business-lines', 2100, 0, 30],
    ],
    bought: [['line', 2, 5, 1]],
    tried: [],
  },
  'southern-bakery': {
    currency: 'AUD',
    offers: [
      ['pbx-seat', 'Cloud PBX seat', 'cloud-pbx', 2200, 12],
      ['pbx-recording', 'Call recording', 'cloud-pbx', 400, 0, 30],
    ],
    bought: [['pbx-seat', 4, 17, 1, ['tom@bakery.example', 'owner@bakery.example']]],
    tried: [['pbx-recording', 40, 30, 'cancelled']],
  },
}

export interface PlanItem {
  readonly kind: PulledKind
  readonly key: string
  readonly item: Readonly<Record<string, unknown>>
}

/** What the provider's systems tell of an account's plan. `today` is a day of the calendar. */
export function planOf(slug: string, today: string): readonly PlanItem[] {
  const plan = plans[slug]
  if (!plan) return []
  const { currency, offers, bought, tried } = plan
  const priced = offers.map(
    ([key, name, product, unit_price, term_months, trial_days = 0, period = 'month']) => ({
      key,
      name,
      product,
      unit_price,
      currency,
      period,
      term_months,
      price_version: '2026-1',
      trial_days,
    }),
  )
  const offerOf = (key: string) => {
    const found = priced.find(one => one.key === key)
    if (!found) throw new Error(`the demo offers no ${key}`)
    return found
  }
  const items = [
    ...priced.map(item => ({ kind: 'offers' as const, item })),
    ...bought.flatMap(one => boughtItems(slug, today, offerOf(one[0]), one)),
    ...tried.map(([offer, ago, days, state = 'running']) => {
      const { name, product } = offerOf(offer)
      const [started_on, ends_on] = [daysBefore(today, ago), daysBefore(today, ago - days)]
      const item = { key: `${slug}:trial:${offer}`, name, product, offer, started_on, ends_on, state }
      return { kind: 'trials' as const, item }
    }),
  ]
  const turn = (kind: PulledKind) => pulledKinds.indexOf(kind)
  return items
    .map(({ kind, item }) => ({ kind, key: item.key, item }))
    .sort((a, b) => turn(a.kind) - turn(b.kind))
}

type Priced = { readonly key: string; readonly name: string; readonly product: string } & {
  readonly unit_price: number
  readonly currency: string
  readonly period: Period
  readonly term_months: number
}

function boughtItems(
  slug: string,
  today: string,
  { key: offer, name, product, unit_price, currency, period, term_months }: Priced,
  [, quantity, ago, day, whose = []]: Bought,
) {
  const starts_on = `${monthsAfter(today, -ago).slice(0, 8)}${String(day).padStart(2, '0')}`
  const key = `${slug}:${offer}`
  const first = firstRenewal(starts_on, { period, termMonths: term_months })
  const renews_on = nextRenewal({ startsOn: starts_on, renewsOn: first, period }, today)
  const item = { key, offer, name, product, quantity, unit_price, currency, period, term_months }
  return [
    {
      kind: 'subscriptions' as const,
      item: { ...item, starts_on, renews_on, ends_on: null, state: 'active' },
    },
    ...whose.map((email, n) => ({
      kind: 'licences' as const,
      item: { key: `${key}:${n + 1}`, subscription: key, email },
    })),
  ]
}
