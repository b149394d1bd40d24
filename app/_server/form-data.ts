import type { z } from 'zod'
import type { FormState } from '#components/ui/form-state.ts'
import { isSecretField } from '#components/ui/form-values.ts'
import type { Overtaken } from '#components/ui/overtaken-store.ts'
import { type CheckWord, fieldSentence, fieldWords, isWritten } from '#lib/form-fields.ts'
import { isUnseen } from '#lib/hidden-fields.ts'
import type { Language } from '#lib/language.ts'
import { PostedFile } from '#lib/posted-file.ts'

export type Refused = Extract<FormState, { status: 'refused' }>

type Fields = Record<string, string | string[]>
/** The fields of a form that may carry a file: as it came, and as an action reads it. */
type SentFields = Record<string, string | string[] | File>
type FilledFields = Record<string, string | string[] | PostedFile>

const mostFields = 100

/** Bytes, which the door of the server holds to its address; whoever takes a file says in its own words what is too large. */
const largestFile = 10_100_000

/**
 * What a form posted, as plain values; how much it may be in all is decided at the door of the server. Fields of the
 * framework (`$ACTION…`) are left out; hundreds of fields make it unusable (null), and so do files but for one in each
 * field that `files` names.
 */
export function fieldsOf(data: FormData): Fields | null
export function fieldsOf(data: FormData, files: readonly string[] | undefined): SentFields | null
export function fieldsOf(data: FormData, files: readonly string[] = []): SentFields | null {
  const fields: SentFields = Object.create(null)
  let count = 0
  for (const [name, value] of data) {
    if (name.startsWith('$ACTION')) continue
    const before = fields[name]
    if (++count > mostFields || name.length > 100 || before instanceof File) return null
    if (typeof value !== 'string') {
      if (!files.includes(name) || before !== undefined || value.size > largestFile) return null
      fields[name] = value
    } else if (before === undefined) fields[name] = value
    else fields[name] = [...(typeof before === 'string' ? [before] : before), value]
  }
  return fields
}

/** The same with what is inside the files. */
export async function withFiles(fields: SentFields): Promise<FilledFields> {
  const filled: FilledFields = Object.create(null)
  for (const [name, value] of Object.entries(fields))
    filled[name] = value instanceof File ? new PostedFile(new Uint8Array(await value.arrayBuffer())) : value
  return filled
}

/** What can be given back to whoever typed it: all but the files, which no page may fill in. */
export function typedIn(fields: SentFields | FilledFields): Fields {
  const typed: Fields = Object.create(null)
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string' || Array.isArray(value)) typed[name] = value
  return typed
}

/**
 * Far more than any field takes, also where four typed characters become one. To bring a text to its normal form takes a
 * time that grows with its square, so of a longer one only the beginning is judged, and refused.
 */
const longestJudged = 10_000

function judged(value: string): string {
  return value.length > longestJudged ? value.trim().slice(0, longestJudged) : value
}

/**
 * The form's own values, or a refusal that names each field. Unknown and doubled fields make it unusable, and so does what is
 * wrong in a field that nobody sees: whoever loads the page anew gets one that fits.
 */
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
    Object.entries(fields).map(([name, value]) => {
      if (value instanceof PostedFile) return [name, value]
      if (typeof value !== 'string') return [name, value.map(judged)]
      return [name, lists.has(name) ? [judged(value)] : judged(value)]
    }),
  )
  const typed = typedIn(fields)
  const doubled = Object.entries(typed).some(([name, value]) => typeof value !== 'string' && !lists.has(name))
  if (doubled) return { ok: false, refused: refusedState(fieldWords[language].unusable, {}, {}) }
  const parsed = schema.strict().safeParse(given)
  const cut = Object.values(typed)
    .flat()
    .some(value => value.trim().length > longestJudged)
  // Never does a part stand for the whole, should a schema have forgotten its limit.
  if (parsed.success && cut)
    return { ok: false, refused: refusedState(fieldWords[language].unusable, {}, typed) }
  if (parsed.success) return { ok: true, input: parsed.data as z.infer<Schema> }
  const words = fieldWords[language]
  const faults: Record<string, string> = {}
  let unusable = false
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? '')
    const field = schema.shape[name]
    if (issue.code === 'unrecognized_keys' || !field || isUnseen(field)) unusable = true
    else faults[name] ??= fieldSentence(issue.message, language)
  }
  if (unusable) return { ok: false, refused: refusedState(words.unusable, {}, typed) }
  // Told in the order of the form, which is the schema's.
  const told = Object.keys(schema.shape).flatMap(name =>
    faults[name] ? [[name, faults[name]] as const] : [],
  )
  return { ok: false, refused: refusedState(words.check[check], Object.fromEntries(told), typed) }
}

export function refusedState(
  message: string,
  faults: Record<string, string>,
  fields: Fields,
  more: Pick<Refused, 'further' | 'overtaken' | 'tone'> = {},
): Refused {
  const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !isSecretField(name)))
  return { status: 'refused', message, fields: faults, values, ...more }
}

/** What somebody wrote in words of their own, to be shown where the form itself can't be. */
export function writtenIn(fields: Fields, schema: z.ZodObject, language: Language): Overtaken['typed'] {
  const label = fieldWords[language].written
  return Object.entries(fields).flatMap(([name, text]) => {
    const field = schema.shape[name]
    const shown = field && isWritten(field) && typeof text === 'string' && text.trim() !== ''
    return shown ? [{ label, text }] : []
  })
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
