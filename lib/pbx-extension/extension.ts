import { type Country, worldNumber } from '#lib/dialling.ts'
import type { Values } from '#lib/edit.ts'
import { emergencyBeside, refusedAsExtension } from '#lib/extension-number.ts'
import { digitsOf } from '#lib/phone.ts'
import { type Ok, ok } from '#lib/result.ts'

/** What rings: a telephone on a desk, the app on a mobile one, or both at once. */
export const devices = ['desk', 'mobile', 'both'] as const
export type Device = (typeof devices)[number]

/** Where a call goes that can't be taken. */
export const routeKinds = ['voicemail', 'extension', 'outside', 'nothing'] as const
export type RouteKind = (typeof routeKinds)[number]

/** `extensionId` is null where the extension that was meant is not there any more; `outside` is as the world writes it. */
export interface Route {
  readonly kind: RouteKind
  readonly extensionId: string | null
  readonly outside: string
}

export const pbxFields = [
  'number',
  'name',
  'member',
  'device',
  'callerName',
  'busy',
  'busyTo',
  'ring',
  'unanswered',
  'unansweredTo',
  'voicemail',
  'profile',
] as const
export type PbxField = (typeof pbxFields)[number]

/** An extension as forms, files and comparisons of two edits hold it; `member` and `profile` are ids, the rest as read. */
export type PbxValues = Values<PbxField>

/** An extension as it is kept. */
export interface KeptExtension {
  readonly number: string
  readonly name: string
  readonly memberId: string | null
  readonly device: Device
  readonly callerName: string
  readonly busy: Route
  /** Seconds. */
  readonly ring: number
  readonly unanswered: Route
  readonly voicemail: boolean
  readonly profileId: string | null
}

/** What an extension is to others: who else has its number or its person, and where its calls go on. */
export type Standing = Pick<KeptExtension, 'number' | 'name' | 'memberId' | 'busy' | 'unanswered'>

export const mostExtensions = 2_000
export const shortestRing = 5
export const longestRing = 120

/** How somebody's extension starts, and what a file leaves out. */
export const startingValues: PbxValues = {
  number: '',
  name: '',
  member: '',
  device: 'desk',
  callerName: '',
  busy: 'voicemail',
  busyTo: '',
  ring: '20',
  unanswered: 'voicemail',
  unansweredTo: '',
  voicemail: 'on',
  profile: '',
}

export const pbxFaults = [
  'not-an-extension',
  'emergency-extension',
  'taken',
  'no-name',
  'unknown-member',
  'has-extension',
  'not-a-device',
  'not-a-route',
  'not-seconds',
  'no-voicemail',
  'no-such-extension',
  'itself',
  'circle',
  'not-outside',
  'emergency-outside',
  'not-yes-or-no',
  'unknown-profile',
] as const
export type PbxFault = (typeof pbxFaults)[number]

/** What is wrong with one field, and what its sentence tells: a number, a name, the circle. */
export interface Fault {
  readonly field: PbxField
  readonly code: PbxFault
  readonly fact: string
}

export type Checked =
  | Ok<{ readonly kept: KeptExtension; readonly values: PbxValues }>
  | { ok: false; fault: Fault }

/** What an extension of the account may name. */
export interface Around {
  /** The live extensions by their numbers. */
  readonly numbers: ReadonlyMap<string, string>
  readonly memberIds: ReadonlySet<string>
  readonly profileIds: ReadonlySet<string>
  readonly from: Country | null
}

const wrong = (field: PbxField, code: PbxFault, fact = '') =>
  ({ ok: false, fault: { field, code, fact } }) as const

/**
 * Whether an extension can be set so, by itself; `conflictOf` says whether it can beside the others. Gives it as it is kept,
 * and its values as they read from then on. The first fault in the order of the form. A number that it `had` and keeps is
 * not judged: it may be older than its rule.
 */
export function checkExtension(typed: PbxValues, around: Around, had = ''): Checked {
  const { number, name, member, device, callerName, ring, voicemail, profile } = typed
  const refused = number === had && had !== '' ? null : refusedAsExtension(number)
  if (refused) return wrong('number', refused, emergencyBeside(number) ?? '')
  if (member === '' && name === '') return wrong('name', 'no-name')
  if (member !== '' && !around.memberIds.has(member)) return wrong('member', 'unknown-member')
  if (!isDevice(device)) return wrong('device', 'not-a-device')
  if (voicemail !== 'on' && voicemail !== 'off') return wrong('voicemail', 'not-yes-or-no')
  const busy = routeIn('busy', typed, around)
  if (!busy.ok) return busy
  const seconds = /^\d{1,3}$/.test(ring) ? Number(ring) : 0
  if (seconds < shortestRing || seconds > longestRing) return wrong('ring', 'not-seconds')
  const unanswered = routeIn('unanswered', typed, around)
  if (!unanswered.ok) return unanswered
  if (profile !== '' && !around.profileIds.has(profile)) return wrong('profile', 'unknown-profile')
  const values = { ...typed, busyTo: busy.value.to, ring: String(seconds), unansweredTo: unanswered.value.to }
  const kept = {
    number,
    name,
    memberId: member || null,
    device,
    callerName,
    busy: busy.value.route,
    ring: seconds,
    unanswered: unanswered.value.route,
    voicemail: voicemail === 'on',
    profileId: profile || null,
  }
  return ok({ kept, values })
}

export function isDevice(text: string): text is Device {
  return (devices as readonly string[]).includes(text)
}

export function isRouteKind(text: string): text is RouteKind {
  return (routeKinds as readonly string[]).includes(text)
}

type RouteRead = Ok<{ readonly route: Route; readonly to: string }> | { ok: false; fault: Fault }

function routeIn(field: 'busy' | 'unanswered', typed: PbxValues, { numbers, from }: Around): RouteRead {
  const to = `${field}To` as const
  const kind = typed[field]
  const target = typed[to].trim()
  if (!isRouteKind(kind)) return wrong(field, 'not-a-route')
  if (kind === 'voicemail' && typed.voicemail !== 'on') return wrong(field, 'no-voicemail')
  if (kind === 'extension') {
    if (target === typed.number) return wrong(to, 'itself')
    const extensionId = numbers.get(target) ?? null
    if (!extensionId) return wrong(to, 'no-such-extension', target)
    return ok({ route: { kind, extensionId, outside: '' }, to: target })
  }
  if (kind === 'outside') {
    if (emergencyBeside(digitsOf(target)) === digitsOf(target)) return wrong(to, 'emergency-outside', target)
    const reached = worldNumber(target, from)
    if (!reached) return wrong(to, 'not-outside')
    const outside = `+${reached.key}`
    return ok({ route: { kind, extensionId: null, outside }, to: outside })
  }
  return ok({ route: { kind, extensionId: null, outside: '' }, to: '' })
}
