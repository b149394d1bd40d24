import { z } from 'zod'
import { type FieldRefusal, id } from './form-fields.ts'
import { isPostedFile, type PostedFile } from './posted-file.ts'

const noFile: FieldRefusal = 'no-file'

/** Bytes. */
export const largestUpload = 4_000_000

/** A file is sent to be looked at. */
export const uploadForm = z.object({ account: id, file: z.custom<PostedFile>(isPostedFile, noFile) })

/** What was looked at is taken in. */
export const takeInForm = z.object({ account: id, upload: id })
