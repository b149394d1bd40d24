import { z } from 'zod'

// The few shapes in which a page of ours posts a form, with JavaScript and without. Whatever else could be said to the
// framework's decoder is answered before it is heard: it was made for far more than our forms, and fails loudly.

/** The pages that post a file, each in the one field that is named so. Nothing else of the portal takes any. */
const takesPicture = /^\/(?:provider\/domains\/[0-9a-f-]{36}\/pictures|accounts\/[^/]+\/settings\/branding)$/
const takesFile = /^\/accounts\/[^/]+\/(?:(?:phonebook|call-log|admin\/extensions)\/import|fax\/new)$/

/** The field that may carry a file when a form is posted to this address; null = none. */
export function fileFieldAt(pathname: string): string | null {
  if (takesFile.test(pathname)) return 'file'
  return takesPicture.test(pathname) ? 'picture' : null
}

/** React doubles a leading dollar of what people typed; a single one is a word of its protocol. */
const text = z.string().refine(value => !value.startsWith('$') || value.startsWith('$$'))
const state = z.union([
  z.strictObject({ status: z.literal('idle') }),
  z.strictObject({
    status: z.literal('refused'),
    message: text,
    fields: z.record(text, text),
    values: z.record(text, z.union([text, z.array(text)])),
    further: z.strictObject({ href: text, label: text, newTab: z.boolean().optional() }).optional(),
    tone: z.literal('info').optional(),
    overtaken: z.boolean().optional(),
  }),
  z.strictObject({ status: z.literal('done'), message: z.union([text, z.literal('$undefined')]).optional() }),
])
const called = z.tuple([state, z.literal('$K1')])
const bound = z.tuple([state])
const action = /^[0-9a-f]{42}$/
const reference = z.strictObject({ id: z.string().regex(action), bound: z.literal('$@1') })

/**
 * Whether a posted body is a form of ours; `byScript` is the header by which JavaScript names the action. `file` names
 * the one field that may carry a file, once, where the address takes one at all.
 */
export function isOurForm(data: FormData, byScript: string | null, file: string | null = null): boolean {
  const fields = [...data]
  const files = fields.filter(([, value]) => typeof value !== 'string').map(([name]) => name)
  const mayBe = file === null ? null : byScript === null ? file : `_1_${file}`
  if (files.length > 1 || files.some(name => name !== mayBe)) return false
  if (byScript === null) return isPlainForm(data)
  return (
    action.test(byScript) &&
    fields.every(([name]) => name === '0' || name.startsWith('_1_')) &&
    matches(called, data.getAll('0'))
  )
}

const named = '$ACTION_REF_'

function isPlainForm(data: FormData): boolean {
  const names = [...data.keys()].filter(name => name.startsWith('$ACTION'))
  const form = names.find(name => name.startsWith(named))?.slice(named.length) ?? ''
  const ours = [`${named}${form}`, `$ACTION_${form}:0`, `$ACTION_${form}:1`, '$ACTION_KEY']
  return (
    names.length <= ours.length &&
    names.every(name => ours.includes(name)) &&
    /^\d{1,4}$/.test(form) &&
    matches(reference, data.getAll(`$ACTION_${form}:0`)) &&
    matches(bound, data.getAll(`$ACTION_${form}:1`))
  )
}

function matches(schema: z.ZodType, [value, another]: readonly FormDataEntryValue[]): boolean {
  if (typeof value !== 'string' || another !== undefined) return false
  try {
    return schema.safeParse(JSON.parse(value)).success
  } catch {
    return false
  }
}
