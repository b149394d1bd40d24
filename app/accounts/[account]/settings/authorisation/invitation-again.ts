import type { SeenInvitation } from '#db/invitation/reads.ts'
import { chosenQuery } from '#lib/access/giving-form.ts'
import { formatDuration } from '#lib/duration.ts'

/** Where an invitation that has ended can be sent once more, with what had been chosen. */
export function againAddress(
  list: string,
  { partnerCode, scope, duration }: Pick<SeenInvitation, 'partnerCode' | 'scope' | 'duration'>,
): string {
  const length =
    duration.kind === 'until'
      ? { duration: 'until', until: duration.date }
      : { duration: formatDuration(duration) }
  const chosen = chosenQuery({ ...length, scope: scope.name, pages: scope.pages })
  chosen.set('partnerId', partnerCode)
  return `${list}/invitations/new?${chosen}`
}
