import { line } from '#lib/form-fields.ts'

const longest = 120

/** A person's name, wherever somebody types it: whoever has been given one can save it again. */
export const personName = line(longest)

/** The same where it may be left out. */
export const personNameIfAny = line(longest, { required: false })
