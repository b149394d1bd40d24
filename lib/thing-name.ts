import { type FieldRefusal, line } from './form-fields.ts'

const refusal: FieldRefusal = 'no-letter'

/** What an account or a firm is called, wherever somebody types it or a file holds it: there is something to read and to say. */
export function thingName(longest: number) {
  return line(longest)
    .refine(text => text === '' || /[\p{L}\p{N}]/u.test(text), refusal)
    .meta({ written: true })
}
