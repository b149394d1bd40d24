import type { Doer, ExtensionFacts, GrantFacts, Terms } from './facts.ts'
import type { ReaderSide } from './letter.ts'
import type { Reported } from './reported.ts'

// The letters about more time, less time and less scope: see sample.ts.

const hour = 3_600_000

interface Cast {
  readonly approver: Doer
  readonly asker: Doer
  readonly now: Date
}

/** What is told of a grant whose end or scope is moved, and of more time that is asked for. */
export function timeSamples(grant: GrantFacts, { approver, asker, now }: Cast) {
  const at = (hours: number) => new Date(now.getTime() + hours * hour)
  const extension = extensionOf(grant, asker.name, at(26))
  const moved = (to: Terms): GrantFacts => ({
    ...grant,
    ...to,
    duration: null,
    doer: approver,
    moved: { from: grant, to },
  })
  const { scope, endsAt } = grant
  return {
    'grant-extended': both({ kind: 'grant-extended', facts: moved({ endsAt: at(26), scope }) }),
    'grant-shortened': both({ kind: 'grant-shortened', facts: moved({ endsAt: at(1), scope }) }),
    'grant-trimmed': both({
      kind: 'grant-trimmed',
      facts: moved({ endsAt, scope: { name: 'chosen', pages: ['services'] } }),
    }),
    'extension-asked': {
      reported: { kind: 'extension-asked', facts: extension },
      sides: ['account'],
    },
    'extension-declined': both({
      kind: 'extension-declined',
      facts: {
        ...extension,
        state: 'declined',
        endsAt: at(40),
        decidedAt: now,
        doer: approver,
        said: 'We do this ourselves.',
      },
    }),
    'extension-withdrawn': both({
      kind: 'extension-withdrawn',
      facts: { ...extension, state: 'withdrawn', doer: asker },
    }),
  } as const satisfies Record<string, Sample>
}

interface Sample {
  readonly reported: Reported
  readonly sides: readonly ReaderSide[]
}

function both(reported: Reported): Sample {
  return { reported, sides: ['account', 'partner'] }
}

/** A firm asks for another day under a grant. */
function extensionOf(grant: GrantFacts, requester: string, askedEnd: Date): ExtensionFacts {
  const { id: grantId, state: grantState, account, partner, scope, startsAt, endsAt, lastUse } = grant
  return {
    grantId,
    grantState,
    account,
    partner,
    scope,
    startsAt,
    endsAt,
    lastUse,
    state: 'pending',
    requester,
    isOwn: true,
    reason: 'The new handsets arrive tomorrow morning.',
    askedEnd,
    decidedAt: null,
    people: ['Brooke Carver', 'Theo Nakamura'],
    doer: null,
    said: '',
  }
}
