import { z } from 'zod'
import { chosenId, type FieldRefusal, id, line } from '#lib/form-fields.ts'
import { isPostedFile, type PostedFile } from '#lib/posted-file.ts'

const noFile: FieldRefusal = 'no-file'
const needed: FieldRefusal = 'required'

/** A document to any number. `from` is one of the account's own, by its service; `title` is for the account alone. */
export const sendFaxForm = z.object({
  account: id,
  from: chosenId,
  to: z
    .string(needed)
    .transform(text => text.trim())
    .refine(text => text !== '', needed)
    .refine(text => text.length <= 60, `${'too-long' satisfies FieldRefusal}:60`),
  title: line(120, { required: false }),
  file: z.custom<PostedFile>(isPostedFile, noFile),
})

/** One fax that is there: sent again, removed, or brought back. */
export const oneFaxForm = z.object({ account: id, fax: id })
