import { z } from 'zod'
import { httpsAddress } from '#lib/contact-fields.ts'
import type { FieldRefusal } from '#lib/form-fields.ts'
import { id } from '#lib/form-fields.ts'
import { button, shownValues, unseen } from '#lib/hidden-fields.ts'
import { isPostedFile, type PostedFile } from '#lib/posted-file.ts'
import { linkFields, logoKinds } from './own.ts'

const noFile: FieldRefusal = 'no-file'
const noChoice: FieldRefusal = 'not-a-choice'

/** The id of the logo that the page showed, so that nobody takes off what they have not seen; empty = there was none. */
const before = z.union([z.literal(''), z.uuid()], noChoice).meta(unseen)

export const linksForm = z.object({
  account: id,
  shown: shownValues(linkFields),
  shopLink: httpsAddress,
  supportLink: httpsAddress,
})

export const logoForm = z.object({
  account: id,
  kind: button(logoKinds),
  before,
  picture: z.custom<PostedFile>(isPostedFile, noFile),
})

export const removeLogoForm = z.object({ account: id, kind: button(logoKinds), before })

export const restoreLogoForm = z.object({ account: id, logo: id, before })
