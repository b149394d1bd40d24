import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { foldedText } from '#lib/fold.ts'
import type { KeyKind, PhoneKind } from '#lib/key-profile/key.ts'
import type { Device } from '#lib/pbx-extension/extension.ts'
import type { Tx } from '../client.ts'
import { keyProfile, pbxExtension, profileKey } from '../schema/pbx.ts'
import type { CastIds } from './cast-ids.ts'

interface CastProfile {
  readonly name: string
  readonly phone: PhoneKind
  readonly keys: readonly (readonly [kind: KeyKind, value: string, label: string])[]
}

const profiles: readonly CastProfile[] = [
  {
    name: 'Reception',
    phone: 'desk-12',
    keys: [
      ['line', '1', 'Front desk'],
      ['line', '2', 'Appointments'],
      ['blf', '201', 'Ines'],
      ['blf', '202', 'Jun'],
      ['blf', '211', 'Surgery 1'],
      ['blf', '212', 'Surgery 2'],
      ['park', '701', 'Park 1'],
      ['park', '702', 'Park 2'],
      ['speed-dial', '+1 604 555 0170', 'Dental lab'],
      ['code', '*97', 'Messages'],
    ],
  },
  {
    name: 'Surgery',
    phone: 'desk-4',
    keys: [
      ['line', '1', 'Line'],
      ['blf', '200', 'Reception'],
      ['tones', '*9#', 'Open the door'],
    ],
  },
]

/** Beside those of the cast's end users. */
const extensions: readonly (readonly [
  number: string,
  name: string,
  device: Device,
  profile: string | null,
  to: string | null,
])[] = [
  ['200', 'Reception', 'desk', 'Reception', '201'],
  ['205', 'Waiting room', 'desk', null, null],
  ['204', 'Doctor on call', 'mobile', null, null],
  ['211', 'Surgery 1', 'desk', 'Surgery', '200'],
  ['212', 'Surgery 2', 'desk', 'Surgery', '200'],
  ['220', 'Staff kitchen', 'both', null, null],
]

/** Harbour Dental's virtual PBX: eight extensions with those of its end users, and two key profiles. */
export async function loadPbx(tx: Tx, ids: CastIds): Promise<void> {
  const own = {
    providerId: ids.person('owner@harbour-dental.example').providerId,
    accountId: ids.account('harbour-dental'),
  }
  const made = profiles.map(one => ({ ...one, id: randomUUID() }))
  await tx
    .insert(keyProfile)
    .values(made.map(({ id, name, phone }) => ({ ...own, id, name, folded: foldedText(name), phone })))
  const rows = extensions.map(([number, name, device, profile]) => ({
    ...own,
    id: randomUUID(),
    number,
    name,
    device,
    profileId: made.find(one => one.name === profile)?.id ?? null,
    ...(device === 'mobile' && {
      unanswered: 'outside' as const,
      unansweredNumber: '+16045550188',
      ringSeconds: 30,
    }),
  }))
  await tx.insert(pbxExtension).values(rows)
  for (const [number, , , , to] of extensions)
    if (to)
      await tx.execute(sql`update pbx_extension x set unanswered = 'extension', unanswered_extension_id = t.id from pbx_extension t
        where x.account_id = ${own.accountId}::uuid and t.account_id = x.account_id and x.number = ${number} and t.number = ${to}`)
  for (const { id, keys } of made)
    for (const [at, [kind, value, label]] of keys.entries())
      await tx.insert(profileKey).values({
        ...own,
        profileId: id,
        position: at + 1,
        kind,
        value: kind === 'blf' ? '' : value,
        label,
        extensionId:
          kind === 'blf'
            ? sql`(select x.id from pbx_extension x where x.account_id = ${own.accountId}::uuid and x.number = ${value})`
            : null,
      })
}
