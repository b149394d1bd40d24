import { parsePhone } from '#lib/phone.ts'
import { type Ok, ok } from '#lib/result.ts'

/** Telephones by how many programmable keys they have; the keys are counted from 1. */
export const phoneKinds = { 'desk-4': 4, 'desk-6': 6, 'desk-12': 12 } as const
export type PhoneKind = keyof typeof phoneKinds

export const phoneKindNames = Object.keys(phoneKinds) as [PhoneKind, ...PhoneKind[]]
export const mostKeys = 12
export const mostProfiles = 100

/** What a key does. `code`: dials a feature code; `tones`: sends tones into the call that is on. */
export const keyKinds = ['none', 'line', 'speed-dial', 'blf', 'park', 'code', 'tones'] as const
export type KeyKind = (typeof keyKinds)[number]

/** A key as it is typed and shown; the value of a busy lamp is the number of the extension. */
export interface TypedKey {
  readonly kind: KeyKind
  readonly value: string
  readonly label: string
}

/** A key as it is kept: a busy lamp follows its extension through changes of its number. */
export interface KeptKey extends TypedKey {
  readonly extensionId: string | null
}

export const emptyKey: KeptKey = { kind: 'none', value: '', label: '', extensionId: null }

export const keyFaults = [
  'not-a-line',
  'not-dialable',
  'no-such-extension',
  'not-a-place',
  'not-a-code',
  'not-tones',
] as const
export type KeyFault = (typeof keyFaults)[number]

export const mostLines = 6

const shapes: Readonly<Record<'line' | 'park' | 'code' | 'tones', readonly [RegExp, KeyFault]>> = {
  line: [/^[1-6]$/, 'not-a-line'],
  park: [/^[*#]{0,2}[0-9]{1,6}$/, 'not-a-place'],
  code: [/^[*#][0-9*#]{1,9}$/, 'not-a-code'],
  tones: [/^[0-9A-D*#,]{1,32}$/, 'not-tones'],
}

/**
 * A key as it is kept. Refuses, by its kind: a line that no phone has, a number that can't be dialled, an extension that is
 * not on the account (`extensions`: ids by number), a place to park, a feature code or tones that are none. A key without a
 * kind keeps nothing.
 */
export function checkKey(
  { kind, value, label }: TypedKey,
  extensions: ReadonlyMap<string, string>,
): Ok<KeptKey> | { readonly ok: false; readonly fault: KeyFault } {
  const text = value.trim()
  if (kind === 'none') return ok(emptyKey)
  if (kind === 'blf') {
    const extensionId = extensions.get(text)
    return extensionId
      ? ok({ kind, label, value: '', extensionId })
      : { ok: false, fault: 'no-such-extension' }
  }
  if (kind === 'speed-dial') {
    const dialled = parsePhone(text, 2)
    return dialled
      ? ok({ kind, label, value: dialled, extensionId: null })
      : { ok: false, fault: 'not-dialable' }
  }
  const [shape, fault] = shapes[kind]
  const plain = kind === 'line' && text === '' ? '1' : text.toUpperCase()
  return shape.test(plain) ? ok({ kind, label, value: plain, extensionId: null }) : { ok: false, fault }
}

/** The keys with one of them a place up or down; as they are where there is no such place. */
export function movedKey<Key>(keys: readonly Key[], from: number, to: number): readonly Key[] {
  const [one, other] = [keys[from], keys[to]]
  if (one === undefined || other === undefined) return keys
  return keys.map((key, at) => (at === from ? other : at === to ? one : key))
}

/** A key as one text, by which two edits are compared and which the history keeps; empty where it does nothing. */
export function keyText({ kind, value, label }: TypedKey): string {
  return kind === 'none' ? '' : [kind, value, label].join('|')
}

export function keyFrom(text: string): TypedKey {
  const [kind = '', value = '', ...label] = text.split('|')
  return isKeyKind(kind) ? { kind, value, label: label.join('|') } : emptyKey
}

export function isKeyKind(text: string): text is KeyKind {
  return (keyKinds as readonly string[]).includes(text)
}

/** The fields by which an edit of a profile is told. */
export const profileFields = [
  'profileName',
  ...Array.from({ length: mostKeys }, (_, at) => `key${at + 1}` as const),
] as const
export type ProfileField = 'profileName' | `key${number}`

export function profileValues(
  name: string,
  keys: readonly TypedKey[],
): Readonly<Record<ProfileField, string>> {
  return Object.fromEntries(
    profileFields.map((field, at) => [field, at === 0 ? name : keyText(keys[at - 1] ?? emptyKey)]),
  ) as Record<ProfileField, string>
}
