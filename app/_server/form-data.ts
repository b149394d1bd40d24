import type { z } from 'zod'
import type { FormState } from '#components/ui/form-state.ts'
import { isSecretField } from '#components/ui/form-values.ts'
import { type CheckWord, fieldSentence, fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { PostedFile } from '#lib/posted-file.ts'

export type Refused = Extract<FormState, { status: 'refused' }>

type Fields = Record<string, string | string[]>
/** The fields of a form that may carry a file. */
type FilledFields = Record<string, string | string[] | PostedFile>

const mostFields = 100
const longestValue = 20_000
/** Bytes; whoever takes a file says in its own words from what size on it is too large. */
const largestFile = 950_000

/**
 * What a form posted, as plain values. Fields of the framework (`$ACTION…`) are left out; hundreds of fields, oversized
 * values and files make it unusable (null), but for one file in each field that `files` names.
 */
export async function fieldsOf(data: FormData, files: readonly string[] = []): Promise<FilledFields | null> {
  const fields: FilledFields = Object.create(null)
  let count = 0
  for (const [name, value] of data) {
    if (name.startsWith('$ACTION')) continue
    const before = fields[name]
    if (++count > mostFields || name.length > 100) return null
    if (typeof value !== 'string') {
      if (!files.includes(name) || before !== undefined || value.size > largestFile) return null
      fields[name] = new PostedFile(new Uint8Array(await value.arrayBuffer()))
    } else if (value.length > longestValue || before instanceof PostedFile) return null
    else if (before === undefined) fields[name] = value
    else fields[name] = [...(typeof before === 'string' ? [before] : before), value]
  }
  return fields
}

/** What can be given back to whoever typed it: all but the files, which no page may fill in. */
export function typedIn(fields: FilledFields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value instanceof PostedFile ? [] : [[name, value]])),
  )
}

/** The form's own values, or a refusal that names each field; unknown and doubled fields make it unusable. */
export function parseFields<Schema extends z.ZodObject>(
  schema: Schema,
  fields: FilledFields,
  language: Language,
  check: CheckWord = 'unchanged',
):
  | { readonly ok: true; readonly input: z.infer<Schema> }
  | { readonly ok: false; readonly refused: Refused } {
  const lists = listFields(schema)
  const given = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      lists.has(name) && typeof value === 'string' ? [value] : value,
    ]),
  )
  const doubled = Object.entries(fields).some(([name, value]) => Array.isArray(value) && !lists.has(name))
  if (doubled) return { ok: false, refused: refusedState(fieldWords[language].unusable, {}, {}) }
  const parsed = schema.strict().safeParse(given)
  if (parsed.success) return { ok: true, input: parsed.data as z.infer<Schema> }
  const words = fieldWords[language]
  const faults: Record<string, string> = {}
  let unusable = false
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? '')
    if (issue.code === 'unrecognized_keys' || !(name in schema.shape)) unusable = true
    else faults[name] ??= fieldSentence(issue.message, language)
  }
  if (unusable) return { ok: false, refused: refusedState(words.unusable, {}, typedIn(fields)) }
  // Told in the order of the form, which is the schema's.
  const told = Object.keys(schema.shape).flatMap(name =>
    faults[name] ? [[name, faults[name]] as const] : [],
  )
  return { ok: false, refused: refusedState(words.check[check], Object.fromEntries(told), typedIn(fields)) }
}

export function refusedState(
  message: string,
  faults: Record<string, string>,
  fields: Fields,
  { further, tone }: Pick<Refused, 'further' | 'tone'> = {},
): Refused {
  const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !isSecretField(name)))
  return {
    status: 'refused',
    message,
    fields: faults,
    values,
    ...(further && { further }),
    ...(tone && { tone }),
  }
}

/** Which of the form's fields may be posted several times: those that the schema reads as lists. */
function listFields(schema: z.ZodObject): ReadonlySet<string> {
  const names = Object.entries(schema.shape).flatMap(([name, field]) => {
    const inner = field as { def?: { type?: string; innerType?: { def?: { type?: string } } } }
    const isList = inner.def?.type === 'array' || inner.def?.innerType?.def?.type === 'array'
    return isList ? [name] : []
  })
  return new Set(names)
}
