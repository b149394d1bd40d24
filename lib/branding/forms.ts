import { z } from 'zod'
import { email, httpsAddress, phone } from '#lib/contact-fields.ts'
import { parseEmail } from '#lib/email.ts'
import { choice, chosenId, type FieldRefusal, id, line } from '#lib/form-fields.ts'
import { button, shownValues, unseen } from '#lib/hidden-fields.ts'
import { parseHost } from '#lib/host.ts'
import { languages } from '#lib/language.ts'
import { isPostedFile, type PostedFile } from '#lib/posted-file.ts'
import { colourFields, detailFields, pictureKinds } from './domain.ts'

const code = (refusal: FieldRefusal) => refusal

const host = z
  .string(code('required'))
  .transform(text => text.trim())
  .refine(text => text !== '', code('required'))
  .refine(text => text === '' || parseHost(text) !== null, code('not-a-host'))

/** One address for the header of letters, kept as the strict parser writes it. */
const address = email.transform(text => {
  const parsed = parseEmail(text)
  return parsed.ok ? parsed.value.address : text
})

const details = {
  host,
  brandName: line(80),
  supportName: line(80),
  supportEmail: address,
  supportPhone: phone,
  supportUrl: httpsAddress,
  senderName: line(80),
  senderAddress: address,
  defaultLanguage: choice(languages),
  termsUrl: httpsAddress,
  privacyUrl: httpsAddress,
}

/** As typed; `checkAccent` says what is wrong with it, since it knows the figure. */
const colour = z.string(code('required')).transform(text => text.trim())

export const newDomainForm = z.object({ ...details, accent: colour })

export const domainForm = z.object({ domain: id, shown: shownValues(detailFields), ...details })

/** `save`, `preview`, or a shade that was offered: `light:#rrggbb`, `dark:#rrggbb`. */
export const coloursForm = z.object({
  domain: id,
  shown: shownValues(colourFields),
  accent: colour,
  accentDark: colour,
  act: z
    .string(code('not-a-choice'))
    .regex(/^(?:save|preview|(?:light|dark):#[0-9a-f]{6})$/, code('not-a-choice'))
    .meta(unseen),
})

export const pictureForm = z.object({
  domain: id,
  kind: button(pictureKinds),
  picture: z.custom<PostedFile>(isPostedFile, code('no-file')),
})

export const retireForm = z.object({ domain: id, successor: chosenId })

export const restoreForm = z.object({ domain: id })
