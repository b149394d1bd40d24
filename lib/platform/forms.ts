import { z } from 'zod'
import { platformRoles } from '#lib/access/platform.ts'
import { email } from '#lib/contact-fields.ts'
import { choice, chosenId, id } from '#lib/form-fields.ts'
import { button } from '#lib/hidden-fields.ts'
import { languages } from '#lib/language.ts'
import { personName } from '#lib/person/name.ts'
import { platformActs } from './platform-user.ts'

export const addPlatformForm = z.object({
  name: personName,
  email,
  /** Missing where the provider has one branding domain. */
  brand: chosenId.optional(),
  language: choice(languages),
  role: choice(platformRoles),
})

export const platformActForm = z.object({ user: id, act: button(platformActs) })
