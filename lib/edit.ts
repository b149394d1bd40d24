/** The fields of an edit form as texts; what is stored, what was shown and what was typed all have this shape. */
export type Values<Field extends string> = Readonly<Record<Field, string>>

/** What an edit changes, field by field: old and new. */
export type Changes<Field extends string> = Partial<Record<Field, readonly [string, string]>>

export type Edit<Field extends string> =
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'change'; readonly changes: Changes<Field> }
  /** Somebody changed `theirs` after the form was shown. `merged` is what the form should hold now. */
  | { readonly outcome: 'meanwhile'; readonly theirs: readonly Field[]; readonly merged: Values<Field> }

/**
 * Compares what the form showed, what is stored by now and what was typed, so that nobody's change is lost unseen.
 * Where somebody else was faster, the typed text stays in the fields that this person changed and the newer text comes
 * into the others; saving that again is a decision made in sight of both.
 */
export function weigh<Field extends string>(
  fields: readonly Field[],
  shown: Values<Field>,
  stored: Values<Field>,
  typed: Values<Field>,
): Edit<Field> {
  const differing = fields.filter(field => stored[field] !== typed[field])
  if (differing.length === 0) return { outcome: 'nothing' }
  const theirs = fields.filter(field => shown[field] !== stored[field])
  if (theirs.length > 0) {
    const merged = record(fields, field => (typed[field] === shown[field] ? stored[field] : typed[field]))
    return { outcome: 'meanwhile', theirs, merged }
  }
  const changes: Changes<Field> = {}
  for (const field of differing) changes[field] = [stored[field], typed[field]]
  return { outcome: 'change', changes }
}

/** The values of a form for its hidden field, which travels with it and comes back as it was shown. */
export function packed<Field extends string>(fields: readonly Field[], values: Values<Field>): string {
  return JSON.stringify(fields.map(field => values[field]))
}

/** Reads them back; null where they are not what `packed` made for these fields. */
export function unpacked<Field extends string>(fields: readonly Field[], text: string): Values<Field> | null {
  const list = listIn(text)
  if (list?.length !== fields.length || !list.every(one => typeof one === 'string')) return null
  return record(fields, (_, i) => String(list[i]))
}

function listIn(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function record<Field extends string>(
  fields: readonly Field[],
  value: (field: Field, i: number) => string,
): Values<Field> {
  return Object.fromEntries(fields.map((field, i) => [field, value(field, i)])) as Record<Field, string>
}
