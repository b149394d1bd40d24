import { expect, test } from 'vitest'
import { z } from 'zod'
import { isPostedFile, PostedFile } from '#lib/posted-file.ts'
import { fieldsOf, parseFields, typedIn, withFiles } from './form-data.ts'

const file = (size: number) => new File([new Uint8Array(size).fill(7)], 'x.png')

function form(...fields: readonly (readonly [string, string | File])[]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('a file is read where the action takes one, and is told by its content', async () => {
  const fields = await filled(form(['kind', 'logo'], ['picture', file(3)]))
  expect(fields?.picture).toEqual(new PostedFile(new Uint8Array([7, 7, 7])))
  expect(JSON.stringify(fields?.picture)).toBe(JSON.stringify(new PostedFile(new Uint8Array([7, 7, 7]))))
  expect(JSON.stringify(fields?.picture)).not.toBe(JSON.stringify(new PostedFile(new Uint8Array([7, 7]))))
  expect(fields && typedIn(fields)).toEqual({ kind: 'logo' })
})

async function filled(data: FormData) {
  const fields = fieldsOf(data, ['picture'])
  return fields && withFiles(fields)
}

test.each<[string, FormData, readonly string[]]>([
  ['where none is taken', form(['picture', file(3)]), []],
  ['in another field', form(['kind', file(3)]), ['picture']],
  ['twice', form(['picture', file(3)], ['picture', file(3)]), ['picture']],
  ['after a text', form(['picture', 'x'], ['picture', file(3)]), ['picture']],
  ['before a text', form(['picture', file(3)], ['picture', 'x']), ['picture']],
  ['of more than is ever read', form(['picture', file(10_100_001)]), ['picture']],
])('a file %s makes the form unusable', (_, data, files) => {
  expect(fieldsOf(data, files)).toBeNull()
})

test('a refusal gives back what was typed, and no file', async () => {
  const schema = z.object({ kind: z.literal('icon'), picture: z.custom<PostedFile>(isPostedFile) })
  const fields = await filled(form(['kind', 'logo'], ['picture', file(3)]))
  const parsed = parseFields(schema, fields ?? {}, 'en')
  expect(parsed).toMatchObject({ ok: false, refused: { values: { kind: 'logo' } } })
  expect(!parsed.ok && 'picture' in parsed.refused.values).toBe(false)
})
