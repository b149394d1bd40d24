import { z } from 'zod'
import { dialable, emailIfAny } from '#lib/contact-fields.ts'
import { chosenId, type FieldRefusal, id, line, refuseField } from '#lib/form-fields.ts'
import { button, shownValues } from '#lib/hidden-fields.ts'
import { thingName } from '#lib/thing-name.ts'
import { contactFields, mostGroups, type NumberKind, numberKinds } from './contact.ts'

const code = (refusal: FieldRefusal) => refusal

export const longest = { name: 120, company: 120, email: 254, note: 500, group: 40 }

/** What a contact may hold, on the screen and in a file alike. */
export const detailShape = {
  name: thingName(longest.name),
  company: line(longest.company, { required: false }),
  work: dialable,
  mobile: dialable,
  home: dialable,
  email: emailIfAny.refine(text => text.length <= longest.email, `${code('too-long')}:${longest.email}`),
  note: line(longest.note, { required: false }),
}

/** Without a number nobody can be called. */
export function needsNumber(
  given: Readonly<Partial<Record<NumberKind, string | undefined>>>,
  context: z.RefinementCtx,
): void {
  if (numberKinds.every(kind => !given[kind])) refuseField(context, 'work', 'no-number')
}

const groups = z.array(chosenId).max(mostGroups, code('not-a-choice')).optional()

/** In files a semicolon stands between the names of groups. */
export const groupName = thingName(longest.group)
  .refine(text => !text.includes(';'), code('no-semicolon'))
  .meta({ written: true })

export const addContactForm = z.object({ account: id, ...detailShape, groups }).superRefine(needsNumber)

export const editContactForm = z
  .object({ account: id, contact: id, shown: shownValues(contactFields), ...detailShape, groups })
  .superRefine(needsNumber)

export const oneContactForm = z.object({ account: id, contact: id })

const bulkActs = ['remove', 'group'] as const

const restorable = ['contact', 'contacts', 'group'] as const

/** What is brought back: by its kind and its id; `contacts` are all that one press removed, by one of them. */
export const restoreForm = z.object({
  account: id,
  thing: z
    .string(code('not-a-choice'))
    .transform((text, context) => {
      const [kind, thing] = text.split(':')
      const known = id.safeParse(thing)
      const which = restorable.find(one => one === kind)
      if (known.success && which) return { kind: which, id: known.data }
      context.addIssue({ code: 'custom', message: code('not-a-choice') })
      return z.NEVER
    })
    .meta({ unseen: true }),
})

/** What is done with several that were chosen in the list. */
export const bulkForm = z
  .object({
    account: id,
    act: button(bulkActs),
    contact: z.array(chosenId).max(100, code('not-a-choice')).optional(),
    group: z.string(code('not-a-choice')),
  })
  .superRefine(({ act, contact, group }, context) => {
    if (!contact || contact.length === 0) refuseField(context, 'contact', 'no-contact')
    if (act === 'group' && !z.uuid().safeParse(group).success) refuseField(context, 'group', 'required')
  })

export const addGroupForm = z.object({ account: id, name: groupName })
export const renameGroupForm = z.object({
  account: id,
  group: id,
  shown: shownValues(['name']),
  name: groupName,
})
export const oneGroupForm = z.object({ account: id, group: id })

/** Somebody makes the phones' address, replaces it or switches it off. */
export const addressForm = z.object({ account: id, shown: z.string(code('not-a-choice')) })
