import { randomUUID } from 'node:crypto'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import { isPlatformKind, isStaffKind, type PersonKind } from '#lib/access/person-kinds.ts'
import { addressOf } from '#lib/email.ts'
import { unseal } from '#lib/mail/seal.ts'
import { type Tx, writing } from '../client.ts'
import { addMember } from '../membership/add.ts'
import { inviteStaff } from '../partner/staff-add.ts'
import type { World } from '../proof/world.ts'
import { addPlatformUser } from '../provider/people-change.ts'
import { together } from '../write.ts'
import type { Newcomer } from './add.ts'
import { type PasswordLetter, passwordLetter } from './password-letter.ts'
import { acceptPlaces, setPassword } from './set-password.ts'

// What tests of people's places share: adding anybody to anything as the screens do, and how they take it.

export const secret = 'a secret of the tests, which guards nothing'
export const platform = 'platform@northwind.example'

/** Writes a letter that leads to a password, as whoever may have it sent. */
export async function sendPasswordLetter(tx: Tx, letter: PasswordLetter): Promise<void> {
  const written = await passwordLetter(tx, letter, secret)
  if (!written.ok) throw new Error(written.refusal)
  await together(tx, written.value)
}

/** Where somebody can be added: two accounts of Northwind's and two firms. */
export const places = {
  a: {
    account: 'harbour-dental',
    owner: 'owner@harbour-dental.example',
    product: 'business-cloud-communications',
    firm: 'cedar-consulting',
  },
  b: {
    account: 'maple-logistics',
    owner: 'owner@maple.example',
    product: 'cloud-pbx',
    firm: 'brightline-it',
  },
} as const
export type At = keyof typeof places

/** Answers with the id of the place, or with the refusal. */
export type Add = (email: string, kind: PersonKind, at?: At, name?: string) => Promise<string>

export async function peopleOf(world: World) {
  const providerId = world.provider('northwind')
  const [home] = await world.rows<{ id: string }>(
    `select id from branding_domain where host = 'northwind.localhost'`,
  )
  const place = { providerId, brandingDomainId: home?.id ?? '' }
  const wall = { role: 'app', providerId } as const

  const add: Add = async (email, kind, at = 'a', name = 'New Comer') => {
    const newcomer = {
      email: addressOf(email),
      name,
      language: 'en',
      timeZone: 'UTC',
      homeBrandId: place.brandingDomainId,
    } as const
    const done = await adding(world, newcomer, kind, at)
    if (done === 'not-found') throw new Error('nobody adds them')
    if (!done.ok) return done.refusal
    return Object.values(done.value)[0] ?? ''
  }

  /** The secret of the newest letter to somebody that leads to a password. */
  const letterTo = async (email: string) => {
    const [row] = await world.rows<{ secret: string; toName: string; facts: Record<string, unknown> }>(
      `select secret, to_name as "toName", facts from letter where lower(to_address) = lower($1)
        and kind in ('activation', 'reset') order by created_at desc, id limit 1`,
      [email],
    )
    if (!row) throw new Error(`no letter to ${email}`)
    return { ...row, ...(JSON.parse(unseal(row.secret, secret)) as { token: string; code: string }) }
  }

  const personId = async (email: string) => {
    const [row] = await world.rows<{ id: string }>('select id from person where email = $1', [email])
    return row?.id ?? ''
  }

  /** By the letter's link, as somebody without a password; null where it opens nothing. */
  const activate = (token: string) =>
    writing(
      wall,
      tx =>
        setPassword(tx, place, {
          purpose: 'activation',
          key: { token },
          once: randomUUID(),
          address: '',
          hash: 'set',
        }),
      world.pool,
    )

  /** By a click, as somebody who is signed in. */
  const accept = async (email: string, token: string) => {
    const id = await personId(email)
    return writing(
      wall,
      tx => acceptPlaces(tx, place, id, { token, once: randomUUID(), address: '192.0.2.9' }),
      world.pool,
    )
  }

  return { providerId, place, wall, add, letterTo, personId, activate, accept }
}

function adding(world: World, newcomer: Newcomer, kind: PersonKind, at: At) {
  const { account, owner, product, firm } = places[at]
  if (isPlatformKind(kind)) {
    const role = kind === 'platform-support' ? 'support' : 'administrator'
    const user = { ...newcomer, brandId: newcomer.homeBrandId, role } as const
    return world.asProvider(platform, change => addPlatformUser(change, user, secret))
  }
  if (isStaffKind(kind)) {
    const role = kind === 'partner-technician' ? 'technician' : 'administrator'
    const to = { partnerId: world.partner(firm), role } as const
    return world.asProvider(platform, change => inviteStaff(change, newcomer, to, secret))
  }
  return world.onAccount(owner, world.account(account), 'managers.manage', change =>
    addMember(change, newcomer, placeOf(kind, product), secret),
  )
}

function placeOf(kind: MembershipKind, product: string) {
  if (kind === 'end-user') return { kind, product, level: 'user' }
  return kind === 'administrator' ? { kind, roles: ['service-viewer'] } : { kind }
}
