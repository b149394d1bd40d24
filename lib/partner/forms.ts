import { z } from 'zod'
import { staffRoles } from '#lib/access/person-kinds.ts'
import { personName } from '#lib/person/name.ts'
import { email } from '../contact-fields.ts'
import { checkbox, choice, chosenId, id, line, lines } from '../form-fields.ts'
import { shownValues } from '../hidden-fields.ts'
import { languages } from '../language.ts'
import { thingName } from '../thing-name.ts'
import { readPartnerId } from './partner-id.ts'

export const longestPartnerName = 120

/** Whoever creates or renames a firm that resembles another says that they have looked. */
const resembles = checkbox

export const newPartnerForm = z.object({
  name: thingName(longestPartnerName),
  resembles,
  partnerCode: line(20).transform(readPartnerId),
  /** Where its people are at home; missing where the provider has one branding domain only. */
  brand: chosenId.optional(),
  adminName: personName,
  adminEmail: email,
})

export const renamePartnerForm = z.object({
  partner: id,
  /** The name that the form was shown with. */
  shown: shownValues(['name']),
  name: thingName(longestPartnerName),
  resembles,
})

/** Somebody whom a firm's administrator invites into it. */
export const addStaffForm = z.object({
  partner: id,
  name: personName,
  email,
  /** Missing where the provider has one branding domain only. */
  brand: chosenId.optional(),
  language: choice(languages),
  role: choice(staffRoles),
})

/** One of a firm's staff. */
export const staffForm = z.object({ partner: id, staff: id })

export const closePartnerForm = z.object({ partner: id, reason: lines(1000) })

/** The account blocks a firm, named by its slug; `revoke`: all that the firm holds ends too. */
export const blockForm = z.object({
  account: id,
  firm: line(100),
  reason: lines(1000, { required: false }),
  revoke: checkbox,
})
export const unblockForm = z.object({ account: id, firm: line(100) })
