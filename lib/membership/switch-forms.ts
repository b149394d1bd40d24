import { z } from 'zod'
import { modulesInOrder } from '#lib/access/offering.ts'
import { type Module, modules } from '#lib/access/roles.ts'
import { email } from '#lib/contact-fields.ts'
import { choice, id } from '#lib/form-fields.ts'
import { button, unseen } from '#lib/hidden-fields.ts'
import { languages } from '#lib/language.ts'
import { personNameIfAny } from '#lib/person/name.ts'

/** How many portal users one page, and so one form, holds. */
export const switchedAtOnce = 15

const wrong = 'not-a-choice'

export const addPortalUserForm = z.object({
  account: id,
  email,
  name: personNameIfAny,
  language: choice(languages),
  modules: z.array(choice(modules), wrong).max(modules.length, wrong).optional(),
})

/** A person of the table with the modules that were on when it was shown. */
export interface ShownRow {
  readonly id: string
  readonly modules: readonly Module[]
}

/** The table as it travels with its form: "id:sms,call-log id:". */
export function packedRows(rows: readonly ShownRow[]): string {
  return rows.map(({ id: of, modules: on }) => `${of}:${on.join(',')}`).join(' ')
}

function unpackedRows(text: string): readonly ShownRow[] | null {
  const rows = text.split(' ').map(one => {
    const [of = '', on = '', ...more] = one.split(':')
    const listed = on === '' ? [] : on.split(',')
    const known = modulesInOrder(listed)
    const isRow = z.uuid().safeParse(of).success && known.length === listed.length && more.length === 0
    return isRow ? { id: of.toLowerCase(), modules: known } : null
  })
  const whole = rows.filter(row => row !== null)
  const each = new Set(whole.map(row => row.id)).size
  return whole.length === rows.length && each === rows.length && each <= switchedAtOnce ? whole : null
}

const shownRows = z
  .string(wrong)
  .transform((text, context) => {
    const rows = unpackedRows(text)
    if (rows) return rows
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
  .meta(unseen)

/** One checkbox of the table: "id.sms". */
export const cellValue = (of: string, module: Module) => `${of}.${module}`

const cells = z
  .array(z.string(wrong).regex(/^[0-9a-f-]{36}\.[a-z-]{1,20}$/, wrong), wrong)
  .max(switchedAtOnce * modules.length, wrong)
  .optional()
  .meta(unseen)

const placeInList = z.string(wrong).max(200, wrong).optional().meta(unseen)

/**
 * The whole table, or one switch of it: each person as they were shown, and every module that is ticked. `way`: without
 * JavaScript the button saves what differs, and leads back to where the list was (`q`, `after`); with it each switch is sent
 * by itself.
 */
export const switchesForm = z
  .object({
    account: id,
    shown: shownRows,
    modules: cells,
    way: button(['save', 'switch']),
    q: placeInList,
    after: placeInList,
  })
  .superRefine(({ shown, modules: ticked = [] }, context) => {
    const known = new Set(shown.flatMap(row => modules.map(one => cellValue(row.id, one))))
    const isOdd = new Set(ticked).size < ticked.length || !ticked.every(one => known.has(one))
    if (isOdd) context.addIssue({ code: 'custom', message: wrong, path: ['modules'] })
  })

/** What each person of the form is to become. */
export function wishesIn({ shown, modules: ticked = [] }: z.infer<typeof switchesForm>) {
  return shown.map(row => ({
    id: row.id,
    shown: row.modules,
    ticked: modules.filter(one => ticked.includes(cellValue(row.id, one))),
  }))
}

/** What is done to several at once: a module on or off, or all of them removed. */
export const bulkActs = [...modules.flatMap(one => [`on.${one}`, `off.${one}`] as const), 'remove'] as const
export type BulkAct = (typeof bulkActs)[number]

export function isBulkAct(text: unknown): text is BulkAct {
  return bulkActs.some(one => one === text)
}

/** The module that it switches, and to what; null where it switches none. */
export function switchOf(act: BulkAct): { readonly module: Module; readonly on: boolean } | null {
  const module = modules.find(one => act.endsWith(`.${one}`))
  return module ? { module, on: act.startsWith('on.') } : null
}

export const severalForm = z.object({
  account: id,
  what: z.enum(bulkActs, wrong).meta(unseen),
  people: z.array(z.uuid(wrong), wrong).min(1, wrong).max(switchedAtOnce, wrong).meta(unseen),
})
