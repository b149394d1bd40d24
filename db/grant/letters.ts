import type { GrantAct } from '#lib/grant/grant.ts'
import type { LetterKind } from '#lib/mail/kinds.ts'
import type { Change } from '../change.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import type { Write } from '../write.ts'
import { concernedBy, type LoadedGrant } from './load.ts'

const kinds: Record<GrantAct, LetterKind> = {
  revoke: 'grant-ended',
  relinquish: 'grant-ended',
  terminate: 'grant-ended',
  suspend: 'grant-suspended',
  resume: 'grant-resumed',
}

/**
 * The letters about one act on grants of an account: one to each firm (its administrators, whoever asked for these
 * grants and whoever works under them), and one to the approvers, however many firms the act met.
 */
export function grantLetters(
  change: Pick<Change, 'author' | 'actor'>,
  grants: readonly LoadedGrant[],
  act: GrantAct,
  reason: string,
): readonly Write[] {
  const first = grants[0]
  if (!first) return []
  const firms = [...Map.groupBy(grants, grant => grant.partnerId).values()]
  const about = (grant: LoadedGrant, also: number) => ({
    kind: kinds[act],
    subjectId: grant.id,
    accountId: grant.accountId,
    occasion: `${act}-${grant.version}`,
    facts: { by: change.actor.name, firm: change.author.firm, reason, act, also },
    except: change.actor.personId,
  })
  const toFirms = firms.flatMap(([grant, ...more]) => {
    if (!grant) return []
    const asked = [grant, ...more].flatMap(concernedBy)
    return [toPartner({ ...about(grant, more.length), partnerId: grant.partnerId, asked })]
  })
  const others = firms.slice(1).flatMap(([grant]) => grant?.partnerName ?? [])
  const told = about(first, (firms[0]?.length ?? 1) - 1)
  return [
    ...toFirms,
    toApprovers({
      ...told,
      occasion: `${told.occasion}-approvers`,
      facts: { ...told.facts, ...(others.length > 0 && { otherFirms: others }) },
    }),
  ]
}
