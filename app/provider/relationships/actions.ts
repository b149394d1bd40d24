'use server'

import { providerAction } from '#app/_server/action.ts'
import { endRelationship } from '#db/partner/relationship.ts'
import { startRelationship } from '#db/partner/start-relationship.ts'
import { changeGrantAsProvider } from '#db/provider/grants.ts'
import { endRelationshipForm, providerAccessForm, startRelationshipForm } from '#lib/grant/forms.ts'
import { grantRefused } from '#lib/grant/words.ts'
import { endWords } from './end-words.ts'
import { startWords } from './start-words.ts'

const own = (relationship: string) => `/provider/relationships/${relationship}`

/** "This partner serves this account" from now on. */
export const start = providerAction(
  { name: 'start-relationship', needs: 'relationships.manage', form: startRelationshipForm },
  async ({ input, change, language }) => {
    const words = startWords[language]
    const started = await startRelationship(change, { partnerId: input.partner, accountId: input.account })
    if (started.ok) return { to: own(started.value.relationshipId), done: 'relationship-started' }
    if (started.refusal === 'not-found') return 'not-found'
    const { id, partnerName, accountName, by } = started.running
    return {
      refused: words.running(partnerName, accountName, by ?? ''),
      further: { href: own(id), label: words.see },
      overtaken: true,
    }
  },
)

/** "This partner no longer serves this account": everything that hangs on it ends with it. */
export const end = providerAction(
  { name: 'end-relationship', needs: 'relationships.manage', form: endRelationshipForm },
  async ({ input, change, language }) => {
    const ended = await endRelationship(change, input.relationship, input.reason)
    if (ended.ok)
      return {
        to: own(input.relationship),
        done: ended.value.tookAlong ? 'relationship-ended' : 'relationship-ended-alone',
      }
    if (ended.refusal === 'not-found') return 'not-found'
    return { refused: endWords[language].alreadyEnded(ended.seen?.by ?? null), overtaken: true }
  },
)

const done = { suspend: 'grant-suspended', resume: 'grant-resumed', terminate: 'grant-revoked' } as const
/** The provider holds, resumes or ends one access. */
export const changeAccess = providerAction(
  { name: 'change-grant-as-provider', needs: 'relationships.manage', form: providerAccessForm },
  async ({ input, change, language }) => {
    const of = { relationshipId: input.relationship, grantId: input.grant }
    const changed = await changeGrantAsProvider(change, of, input.act, input.reason ?? '')
    if (changed.ok) return { to: own(input.relationship), done: done[input.act] }
    const { refusal, seen } = changed
    return refusal === 'not-found' ? refusal : grantRefused({ refusal, seen }, language)
  },
)
