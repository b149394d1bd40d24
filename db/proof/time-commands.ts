import fc from 'fast-check'
import type { Scope } from '#lib/access/scopes.ts'
import {
  admin,
  cedar,
  isLive,
  type Key,
  type Model,
  type ModelGrant,
  manager,
  never,
  owner,
  tech,
} from './model.ts'

/** So many hours more, for good, to a day years away, or to one that is over. */
export type ModelExtra = number | 'ongoing' | 'far' | 'past'

export interface AskingMore {
  readonly do: 'ask-more'
  readonly key: Key
  readonly by: string
  readonly grant: Key
  readonly extra: ModelExtra
}

export interface OnExtension {
  readonly do: 'decline-more' | 'withdraw-more'
  readonly by: string
  readonly extension: Key
}

export interface Extending {
  readonly do: 'extend'
  readonly by: string
  readonly grant: Key
  readonly extra: ModelExtra | 'asked'
  /** The one that the form was shown with. */
  readonly extension: Key | null
}

export interface Shortening {
  readonly do: 'shorten'
  readonly by: string
  readonly grant: Key
  readonly hours: number | 'past'
}

export interface Trimming {
  readonly do: 'trim'
  readonly by: string
  readonly grant: Key
  readonly scope: Scope
}

export interface Reviewing {
  readonly do: 'keep'
  readonly by: string
  readonly grant: Key
}

export type OverTime = AskingMore | OnExtension | Extending | Shortening | Trimming | Reviewing
/** A command once it is known what there is. */
type Step = (model: Model) => OverTime

const extras = fc.constantFrom<ModelExtra[]>(24, 24, 1, 168, 720, 'ongoing', 'far', 'past')
const back = fc.constantFrom(0, 0, 0, 0, 1, 2)
const approver = fc.constantFrom(owner, owner, manager, manager, tech)

/** Mostly a grant that lives, and where it is said, one that the command could do something with. */
function grantIn(model: Model, skip: number, wanted: (grant: ModelGrant) => boolean = () => true): Key {
  const live = model.grants.filter(grant => isLive(grant) && wanted(grant))
  return live.at(-1 - (skip % live.length))?.key ?? `g${model.grants.length - 1}`
}

function extensionIn({ extensions }: Model, skip: number): Key {
  const open = extensions.filter(one => one.state === 'pending')
  return (skip < 2 ? open : extensions).at(-1)?.key ?? 'x0'
}

const hasEnd = (grant: ModelGrant) => grant.endsAt < never
const isOfBrightline = (grant: ModelGrant) => grant.firm === 'brightline-it'

export const askingMore = fc.tuple(fc.constantFrom(tech, tech, admin, cedar), extras, back).map(
  ([by, extra, skip]): Step =>
    model => ({
      do: 'ask-more',
      key: `x${model.extensions.length}`,
      by,
      grant: grantIn(model, skip, grant => hasEnd(grant) && isOfBrightline(grant) === (by !== cedar)),
      extra,
    }),
)

export const extending = fc.tuple(approver, fc.oneof(extras, fc.constant('asked' as const)), back).map(
  ([by, extra, skip]): Step =>
    model => {
      const open = model.extensions.findLast(one => one.state === 'pending')
      if (extra !== 'asked')
        return { do: 'extend', by, grant: grantIn(model, skip, hasEnd), extra, extension: null }
      const named = skip === 0 ? open : model.extensions.at(-1)
      const grant = named?.grant ?? grantIn(model, skip)
      return { do: 'extend', by, grant, extra, extension: named?.key ?? null }
    },
)

export const answeringMore = fc
  .tuple(
    fc.constantFrom(
      ['decline-more', owner] as const,
      ['decline-more', manager] as const,
      ['decline-more', cedar] as const,
      ['withdraw-more', tech] as const,
      ['withdraw-more', admin] as const,
      ['withdraw-more', cedar] as const,
    ),
    back,
  )
  .map(
    ([[act, by], skip]): Step =>
      model => ({ do: act, by, extension: extensionIn(model, skip) }),
  )

export const shortening = fc
  .tuple(approver, fc.constantFrom<(number | 'past')[]>(1, 1, 12, 24, 168, 720, 'past'), back)
  .map(
    ([by, hours, skip]): Step =>
      model => ({ do: 'shorten', by, grant: grantIn(model, skip), hours }),
  )

export const trimming = (scopes: fc.Arbitrary<Scope>) =>
  fc.tuple(approver, scopes, back).map(
    ([by, scope, skip]): Step =>
      model => ({ do: 'trim', by, grant: grantIn(model, skip), scope }),
  )

export const reviewing = fc.tuple(approver, back).map(
  ([by, skip]): Step =>
    model => ({
      do: 'keep',
      by,
      grant: grantIn(model, skip, grant => grant.reviewAt !== null && grant.reviewAt <= model.now),
    }),
)
