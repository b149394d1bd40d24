import { z } from 'zod'
import { levels } from '#lib/access/products.ts'
import { unpacked } from '#lib/edit.ts'
import { checkbox, choice, type FieldRefusal, id, line } from '#lib/form-fields.ts'
import { isTimeZone } from '#lib/person/time-zones.ts'
import { detailFields, endUserFields, serviceFields } from './details.ts'
import { parsePhone } from './phone.ts'

const code = (refusal: FieldRefusal) => refusal

/** A telephone number, or nothing. */
const phone = z
  .string(code('required'))
  .refine(text => text.trim() === '' || parsePhone(text) !== null, code('not-a-phone'))
  .transform(text => parsePhone(text) ?? '')

/** The values that the form was shown with, in a hidden field. */
function shown<const Fields extends readonly string[]>(fields: Fields) {
  return z.string(code('not-a-choice')).transform((text, context) => {
    const values = unpacked<Fields[number]>(fields, text)
    if (values) return values
    context.addIssue({ code: 'custom', message: code('not-a-choice') })
    return z.NEVER
  })
}

const longest = { name: 120, line: 200, city: 100, postalCode: 20, country: 80, label: 80 }

export const detailsForm = z.object({
  account: id,
  shown: shown(detailFields),
  name: line(longest.name),
  legalName: line(longest.line),
  addressLine: line(longest.line, { required: false }),
  city: line(longest.city, { required: false }),
  postalCode: line(longest.postalCode, { required: false }),
  country: line(longest.country, { required: false }),
  phone,
  emergencyContact: line(longest.line, { required: false }),
  timeZone: z.string(code('required')).refine(isTimeZone, code('not-a-zone')),
})

export const serviceForm = z.object({
  account: id,
  service: id,
  shown: shown(serviceFields),
  label: line(longest.label),
  /** Missing where the service is no number. */
  forwardTo: phone.optional().transform(text => text ?? ''),
  enabled: checkbox,
})

export const endUserForm = z.object({
  account: id,
  endUser: id,
  shown: shown(endUserFields),
  /** Missing where the name is the person's own affair. */
  name: line(longest.name).optional(),
  extension: line(20, { required: false }),
  level: choice(levels),
})
