import { z } from 'zod'
import { chosenId, id, line, lines } from '#lib/form-fields.ts'
import { button, unseen } from '#lib/hidden-fields.ts'

const reason = lines(1000, { required: false })

/** The account takes a key back, or holds it for a while. */
export const changeAccessForm = z.object({
  account: id,
  grant: id,
  act: button(['revoke', 'suspend', 'resume']),
  reason: reason.optional(),
})

/** The account ends all of one firm's access (its slug), or all partners' (empty). */
export const revokeAllForm = z.object({
  account: id,
  partner: line(100, { required: false }).meta(unseen),
  reason,
})

/** After a restore: one access that was looked at is kept, or all that the page showed. */
export const keepAccessForm = z.object({
  account: id,
  keep: z.union([z.literal('all'), id]).meta(unseen),
  shown: z.array(id).meta(unseen),
})

/** The firm hands its key back. */
export const giveUpForm = z.object({ partner: id, grant: id, reason })

/** The provider holds, resumes or ends one access of a relationship's firm. */
export const providerAccessForm = z.object({
  relationship: id,
  grant: id,
  act: button(['suspend', 'resume', 'terminate']),
  reason: reason.optional(),
})

/** The same for one access of an account, whatever it hangs on. */
export const providerAccountAccessForm = z.object({
  account: id,
  grant: id,
  act: button(['suspend', 'resume', 'terminate']),
  reason: reason.optional(),
})

/** A partner begins to serve an account. */
export const startRelationshipForm = z.object({ partner: chosenId, account: chosenId })

/** The provider ends a channel relationship, and with it what hangs on it. */
export const endRelationshipForm = z.object({ relationship: id, reason })
