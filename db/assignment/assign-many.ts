import { randomUUID } from 'node:crypto'
import type { AssignRefusal } from '#lib/grant/assignment.ts'
import type { PartnerChange } from '../change.ts'
import { lockAccountsOf } from '../grant/lock.ts'
import { toPerson } from '../mail/letters.ts'
import { together } from '../write.ts'
import { type Assigning, assignSteps, letterOf, type Step } from './assign.ts'

interface Done {
  readonly step: Step
  readonly grant: { readonly id: string; readonly accountId: string }
}

export interface AssigningMany extends Pick<Assigning, 'scope' | 'duration'> {
  readonly staffId: string
  readonly grantIds: readonly string[]
  /** In which version the form showed what they have, by grant. */
  readonly shown: ReadonlyMap<string, number>
}

/**
 * One technician gets several grants on the same terms: what can be done is done, and told apart from what can't, because
 * a grant gives less, ends sooner, or is no longer as it was shown. They are told of all of it by one letter.
 */
export async function assignToMany(
  change: PartnerChange,
  { staffId, grantIds, scope, duration, shown }: AssigningMany,
): Promise<{
  readonly done: readonly string[]
  readonly refused: readonly { readonly grantId: string; readonly refusal: AssignRefusal | 'not-found' }[]
}> {
  await lockAccountsOf(change, grantIds)
  const done: Done[] = []
  const refused: { grantId: string; refusal: AssignRefusal | 'not-found' }[] = []
  for (const grantId of new Set(grantIds)) {
    const seen = new Map([[staffId, shown.get(grantId) ?? 0]])
    const one = { grantId, staffIds: [staffId], scope, duration, shown: seen }
    const assigned = await assignSteps(change, one, { answer: '', letters: false })
    if (!assigned.ok) refused.push({ grantId, refusal: assigned.refusal })
    else done.push(...assigned.value.steps.map(step => ({ step, grant: assigned.value.grant })))
  }
  await told(change, done)
  return { done: done.map(({ grant }) => grant.id), refused }
}

async function told(change: PartnerChange, done: readonly Done[]): Promise<void> {
  const [first, another] = done
  if (!first) return
  const { actor, author, tx } = change
  if (!another) return together(tx, [letterOf(change, first.grant, first.step, '')])
  const assignments = done.map(({ step }) => step.id)
  await together(tx, [
    toPerson({
      kind: 'assignments-given',
      subjectId: first.step.staff.id,
      accountId: null,
      occasion: randomUUID(),
      facts: { by: actor.name, firm: author.firm, assignments },
      personId: first.step.staff.personId,
    }),
  ])
}
