import fc from 'fast-check'
import type { ModelDuration } from './choices.ts'
import { isLive, type Key, type Model, manager, owner, tech } from './model.ts'

/** What the provider sets, what the account asks of it, and what it answers. */
export type OnDesignation =
  | { readonly do: 'designate'; readonly key: Key; readonly duration?: ModelDuration }
  | { readonly do: 'ask-to-end'; readonly key: Key; readonly by: string; readonly grant: Key }
  | { readonly do: 'answer-ask'; readonly ask: Key; readonly says: 'end' | 'keep' }

const askers = fc.constantFrom(owner, owner, manager, manager, tech)

/** Mostly of a grant that the provider set, and that lives; now and then of any. */
function askedGrant(model: Model, back: number): Key {
  const set = model.grants.filter(grant => grant.byProvider && isLive(grant))
  return set.at(-1)?.key ?? `g${model.grants.length - 1 - back}`
}

export const designating: fc.Arbitrary<(model: Model) => OnDesignation> = fc.oneof(
  fc.constantFrom<ModelDuration[]>('ongoing', 24, 1).map(
    duration =>
      (model: Model): OnDesignation => ({ do: 'designate', key: `g${model.grants.length}`, duration }),
  ),
  fc.tuple(askers, fc.constantFrom(0, 1)).map(
    ([by, back]) =>
      (model: Model): OnDesignation => ({
        do: 'ask-to-end',
        key: `k${model.asks.length}`,
        by,
        grant: askedGrant(model, back),
      }),
  ),
  fc
    .tuple(fc.constantFrom('end', 'keep', 'keep'), fc.constantFrom(0, 0, 1))
    .map(([says, back]) => (model: Model): OnDesignation => {
      const waiting = model.asks.findLast(ask => ask.state === 'waiting')?.key
      return {
        do: 'answer-ask',
        ask: waiting ?? `k${model.asks.length - 1 - back}`,
        says: says as 'end' | 'keep',
      }
    }),
)
