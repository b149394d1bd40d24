import { z } from 'zod'
import { chosenId, type FieldRefusal, id, line } from '#lib/form-fields.ts'
import { button, shownValues } from '#lib/hidden-fields.ts'
import { thingName } from '#lib/thing-name.ts'
import { keyKinds, mostKeys, phoneKindNames, profileFields, type TypedKey } from './key.ts'

const code = (refusal: FieldRefusal) => refusal

export const longest = { name: 40, label: 20, value: 40 }

/** In files a profile stands by its name, and a bar parts what the history keeps of a key. */
export const profileName = thingName(longest.name)

const label = line(longest.label, { required: false }).refine(text => !text.includes('|'), code('no-bar'))

const numbers = Array.from({ length: mostKeys }, (_, at) => at + 1)

/** Their names are counted, so the schema alone knows them. */
const keyShape: Record<never, z.ZodType> = Object.fromEntries(
  numbers.flatMap(n => [
    [`kind${n}`, z.enum(keyKinds, code('not-a-choice')).optional()],
    [`value${n}`, line(longest.value, { required: false }).optional()],
    [`label${n}`, label.optional()],
  ]),
)

/** The keys of a posted form, as many as its phone has; one that was not sent does nothing. */
export function keysIn(input: Readonly<Record<string, unknown>>, count: number): readonly TypedKey[] {
  const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '')
  return numbers.slice(0, count).map(n => ({
    kind: keyKinds.find(kind => kind === input[`kind${n}`]) ?? 'none',
    value: text(`value${n}`),
    label: text(`label${n}`),
  }))
}

/** Every way a key can be moved, as the value of its button: from which to which. */
export const moves = numbers.slice(1).flatMap(n => [`${n}-${n - 1}`, `${n - 1}-${n}`])

export function moveIn(act: string): { readonly from: number; readonly to: number } | null {
  const [from, to] = act.split('-').map(Number)
  return from && to ? { from: from - 1, to: to - 1 } : null
}

export const addProfileForm = z.object({
  account: id,
  profileName,
  phone: z.enum(phoneKindNames, code('not-a-choice')),
})

export const copyProfileForm = z.object({ account: id, profile: id, profileName })

export const editProfileForm = z.object({
  account: id,
  profile: id,
  shown: shownValues(profileFields),
  act: button(['save', ...moves]),
  profileName,
  ...keyShape,
})

/** `replacement`: which profile its extensions get; empty where nobody uses it. */
export const removeProfileForm = z.object({
  account: id,
  profile: id,
  replacement: z.union([z.literal(''), chosenId], code('not-a-choice')),
})
