import { randomUUID } from 'node:crypto'
import { countryOf, worldNumber } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import { foundBy } from '#lib/phonebook/contact.ts'
import { segmentsOf } from '#lib/sms/segments.ts'
import type { Tx } from '../client.ts'
import { contact } from '../schema/phonebook.ts'
import { smsConversation, smsMessage, smsSeen } from '../schema/sms.ts'
import type { CastIds } from './cast-ids.ts'

// What a dental practice and its patients write to each other, and who they are in its phonebook.

const [frontDesk, appointments] = ['+1 604 555 0123', '+1 604 555 0124'] as const

/** Some of whom the practice knows by name; the others write under their numbers. */
const patients = [
  { name: 'Amara Osei', company: '', mobile: '+1 778 555 0130' },
  { name: 'Beatriz Fonseca', company: '', mobile: '+1 604 555 0131' },
  { name: 'Pacific Dental Supply', company: 'Pacific Dental Supply', work: '+1 604 555 0186' },
  { name: 'Dr. Rahul Mehta', company: 'North Shore Orthodontics', work: '+1 604 555 0187' },
] as const

type Line = readonly [
  hours: number,
  by: 'them' | 'Dana Petrov' | 'Noor Haddad',
  text: string,
  state?: 'delivered' | 'failed' | 'sent',
]

interface Told {
  readonly own: string
  readonly other: string
  readonly lines: readonly Line[]
}

/** Hours before now, the oldest first. */
const conversations: readonly Told[] = [
  {
    own: appointments,
    other: '+1 778 555 0130',
    lines: [
      [
        52,
        'Dana Petrov',
        'Hello Amara, your check-up is on Thursday at 10:30. Please answer YES to confirm.',
      ],
      [51.5, 'them', 'YES, thank you! Can my son come at the same time?'],
      [51, 'Dana Petrov', 'Of course. Dr. Singh sees him at 10:45.'],
      [2, 'them', 'We may be five minutes late, the bridge is closed.'],
    ],
  },
  {
    own: frontDesk,
    other: '+1 604 555 0131',
    lines: [
      [30, 'Noor Haddad', 'Your crown has come in. When would suit you?'],
      [29, 'them', 'Monday or Tuesday, after four.'],
      [28.8, 'Noor Haddad', 'Tuesday at 16:20 then. See you!'],
    ],
  },
  {
    own: appointments,
    other: '+1 604 555 0163',
    lines: [[75, 'Dana Petrov', 'Reminder: your appointment is tomorrow at 9:00.', 'failed']],
  },
  {
    own: frontDesk,
    other: '+1 416 555 0188',
    lines: [
      [100, 'them', 'Your order 4471 has shipped: gloves, masks, two trays.'],
      [99, 'Dana Petrov', 'Thanks, the last parcel lacked the trays.', 'sent'],
    ],
  },
]

interface Own {
  readonly providerId: string
  readonly accountId: string
}

/** Harbour Dental writes with its patients, and knows some of them by name. */
export async function loadMessages(tx: Tx, ids: CastIds, now: Date): Promise<void> {
  const own = { providerId: ids.provider('northwind'), accountId: ids.account('harbour-dental') }
  const country = countryOf('Canada', [])
  await tx.insert(contact).values(
    patients.map(patient => {
      const details = { work: '', mobile: '', home: '', email: '', note: '', ...patient }
      const { reach, ...found } = foundBy(details, country)
      return { ...own, id: randomUUID(), ...details, ...found, reach: [...reach] }
    }),
  )
  const number = (typed: string) => worldNumber(typed, country) ?? { shown: typed, key: typed }
  const talks = conversations.map(talk => {
    const [mine, theirs] = [number(talk.own), number(talk.other)]
    const numbers = {
      ownNumber: mine.shown,
      ownKey: mine.key,
      otherNumber: theirs.shown,
      otherKey: theirs.key,
    }
    return { id: randomUUID(), numbers, lines: talk.lines, lastAt: before(now, talk.lines.at(-1)?.[0] ?? 0) }
  })
  await tx
    .insert(smsConversation)
    .values(talks.map(({ id, numbers, lastAt }) => ({ ...own, id, ...numbers, lastAt, changedAt: lastAt })))
  await loadLines(tx, ids, own, talks, now)
}

const before = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000)

interface Talk {
  readonly id: string
  readonly numbers: Record<'ownNumber' | 'ownKey' | 'otherNumber' | 'otherKey', string>
  readonly lines: readonly Line[]
}

/** What was written, all of which both of ours have read but for what came in last. */
async function loadLines(tx: Tx, ids: CastIds, own: Own, talks: readonly Talk[], now: Date): Promise<void> {
  const senders = {
    'Dana Petrov': ids.person('desk@harbour-dental.example').id,
    'Noor Haddad': ids.person('noor@harbour-dental.example').id,
  }
  await tx.insert(smsSeen).values(
    talks.flatMap(({ id: conversationId }) =>
      Object.values(senders).map(personId => ({
        ...own,
        conversationId,
        personId,
        seenAt: before(now, 3),
      })),
    ),
  )
  await tx.insert(smsMessage).values(
    talks.flatMap(({ id: conversationId, numbers, lines }, talk) =>
      lines.map(([hours, by, body, state = 'delivered'], line) => ({
        ...own,
        ...numbers,
        id: randomUUID(),
        conversationId,
        body,
        findable: foldedText(body),
        segments: segmentsOf(body).count,
        at: before(now, hours),
        createdAt: before(now, hours),
        carrierId: `hd-${talk}-${line}`,
        ...(by === 'them'
          ? { direction: 'incoming' as const, state: 'received' as const }
          : {
              direction: 'outgoing' as const,
              state,
              reason: state === 'failed' ? 'unreachable' : '',
              sentBy: senders[by],
              sentName: by,
            }),
      })),
    ),
  )
}
