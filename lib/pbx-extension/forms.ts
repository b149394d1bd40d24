import { z } from 'zod'
import { chosenId, type FieldRefusal, id, line, refuseField } from '#lib/form-fields.ts'
import { button, shownValues } from '#lib/hidden-fields.ts'
import { devices, pbxFields, routeKinds } from './extension.ts'

const code = (refusal: FieldRefusal) => refusal

export const longest = { name: 60, callerName: 15, number: 20 }

/** What networks carry of a caller's name: plain letters and a few signs. */
const carried = /^[A-Za-z0-9 .,&'()/-]*$/
export const callerName = line(longest.callerName, { required: false }).refine(
  text => carried.test(text),
  code('not-caller-name'),
)

/** A name with something to read in it, or none: then it is called as its person is. */
export const extensionName = line(longest.name, { required: false }).refine(
  text => text === '' || /[\p{L}\p{N}]/u.test(text),
  code('no-letter'),
)

const chosen = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, code('not-a-choice'))
const idIfAny = z.union([z.literal(''), chosenId], code('not-a-choice'))

const shape = {
  number: line(longest.number),
  name: extensionName,
  member: idIfAny,
  device: chosen(devices),
  callerName,
  busy: chosen(routeKinds),
  busyTo: line(40, { required: false }),
  ring: line(3),
  unanswered: chosen(routeKinds),
  unansweredTo: line(40, { required: false }),
  voicemail: chosen(['on', 'off']),
  profile: idIfAny,
}

export const addExtensionForm = z.object({ account: id, ...shape })
export const editExtensionForm = z.object({
  account: id,
  extension: id,
  shown: shownValues(pbxFields),
  ...shape,
})
export const oneExtensionForm = z.object({ account: id, extension: id })

/** The digits are held to more by lib/pbx-extension/pin.ts; nobody is shown them again. */
export const pinForm = z.object({
  account: id,
  extension: id,
  pin: z
    .string(code('required'))
    .min(1, code('required'))
    .max(20, `${code('too-long')}:20`),
})

/** What is brought back; `together` with all that the same press removed. */
export const restoreExtensionForm = z.object({
  account: id,
  extension: id,
  how: button(['one', 'together']),
})

/** What is done with several that were chosen in the list. */
export const chosenExtensionsForm = z
  .object({
    account: id,
    act: button(['remove', 'profile']),
    extension: z.array(chosenId).max(100, code('not-a-choice')).optional(),
    profile: idIfAny,
  })
  .superRefine(({ extension }, context) => {
    if (!extension || extension.length === 0) refuseField(context, 'extension', 'no-extension')
  })
