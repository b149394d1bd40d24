import { z } from 'zod'
import { endUserLevels } from '#lib/access/products.ts'
import { phone } from '#lib/contact-fields.ts'
import { checkbox, choice, type FieldRefusal, id, line } from '#lib/form-fields.ts'
import { shownValues } from '#lib/hidden-fields.ts'
import { personName } from '#lib/person/name.ts'
import { isTimeZone } from '#lib/person/time-zones.ts'
import { thingName } from '#lib/thing-name.ts'
import { detailFields, endUserFields, serviceFields } from './details.ts'

const code = (refusal: FieldRefusal) => refusal

const longest = { name: 120, line: 200, city: 100, postalCode: 20, country: 80, label: 80 }

export const detailsForm = z.object({
  account: id,
  shown: shownValues(detailFields),
  name: thingName(longest.name),
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
  shown: shownValues(serviceFields),
  label: line(longest.label),
  /** Missing where the service is no number. */
  forwardTo: phone.optional().transform(text => text ?? ''),
  enabled: checkbox,
})

export const endUserForm = z.object({
  account: id,
  endUser: id,
  shown: shownValues(endUserFields),
  /** Missing where the name is the person's own affair. */
  name: personName.optional(),
  extension: line(20, { required: false }),
  level: choice(endUserLevels),
})
