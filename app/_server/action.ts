import 'server-only'
import { z } from 'zod'
import type { FormAction } from '#components/ui/form-state.ts'
import { type Sight, sightOf } from '#db/authority.ts'
import { type AccountChange, type Change, changeOn, type PartnerChange } from '#db/change.ts'
import { beginningWith, type Tx } from '#db/client.ts'
import { authorOf } from '#db/events.ts'
import { partnerOf } from '#db/partner/staff.ts'
import { platformRoleOf } from '#db/provider/platform.ts'
import { noteRefusedAttempt } from '#db/refused-attempt.ts'
import { may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import type { Actor } from '#lib/actor.ts'
import type { CheckWord } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { type Answer, type Asked, type Refusal, throughDoor, type Work } from './door.ts'
import { readingAs } from './session.ts'

type Given<Schema extends z.ZodObject, Context> = Context & {
  readonly input: z.infer<Schema>
  readonly language: Language
  /** The key of the rendered form. */
  readonly once: string
}

interface FormSpec<Schema extends z.ZodObject> {
  readonly name: string
  readonly form: Schema
  /** How a form with faults is headed, where nothing of what is there would have been changed by it. */
  readonly check?: CheckWord
}

interface RepeatableSpec<Schema extends z.ZodObject> extends FormSpec<Schema> {
  readonly repeatable?: (input: z.infer<Schema>) => boolean
}

/** An action of somebody who need not be signed in: sign-in and what leads to it. */
export function openAction<Schema extends z.ZodObject>(
  spec: RepeatableSpec<Schema>,
  work: (given: Given<Schema, { readonly tx: Tx; readonly actor: Actor | null }>) => Promise<Answer>,
): FormAction {
  return (_, data) => throughDoor({ ...spec, signedIn: false, work }, data)
}

/** An action of a signed-in person on what is their own. */
export function personAction<Schema extends z.ZodObject>(
  spec: { readonly name: string; readonly form: Schema },
  work: (given: Given<Schema, { readonly tx: Tx; readonly actor: Actor }>) => Promise<Answer>,
): FormAction {
  return (_, data) =>
    throughDoor(
      { ...spec, signedIn: true, work: async given => work({ ...given, actor: known(given.actor) }) },
      data,
    )
}

/**
 * An action whose first part runs before its transaction: limits, which must count refused tries too, and the hashing
 * of passwords, which would hold a connection. `prepare` gives the transaction's work, or a refusal.
 */
export function preparedAction<Schema extends z.ZodObject>(
  spec: RepeatableSpec<Schema>,
  prepare: (asked: Asked<z.infer<Schema>>) => Promise<Refusal | ((tx: Tx) => Promise<Answer>)>,
): FormAction {
  return (_, data) => throughDoor({ ...spec, signedIn: false, prepare }, data)
}

/** The same for a signed-in person on what is their own. */
export function preparedPersonAction<Schema extends z.ZodObject>(
  spec: RepeatableSpec<Schema>,
  prepare: (
    asked: Asked<z.infer<Schema>> & { readonly actor: Actor },
  ) => Promise<Refusal | ((tx: Tx) => Promise<Answer>)>,
): FormAction {
  return (_, data) =>
    throughDoor(
      {
        ...spec,
        signedIn: true,
        prepare: async asked => prepare({ ...asked, actor: known(asked.actor) }),
      },
      data,
    )
}

const accountField = z.object({ account: z.uuid() })
type OnAccount = z.ZodObject<(typeof accountField)['shape']>

/**
 * An action on an account. The form carries the account that it was rendered for; authority is read for exactly that one,
 * behind its lock. `limit` runs before the transaction and counts refused tries too. Whoever can't see the account gets a
 * 404; whoever sees it but may not, too, and the attempt stands in the history.
 */
export function accountAction<Schema extends OnAccount>(
  spec: FormSpec<Schema> & {
    readonly needs: Capability
    readonly limit?: (asked: Asked<z.infer<Schema>> & { readonly actor: Actor }) => Promise<Refusal | null>
  },
  work: (given: Given<Schema, { readonly change: AccountChange }>) => Promise<Answer>,
): FormAction {
  return async (_, data) => {
    let denied: (() => Promise<void>) | undefined
    try {
      return await throughDoor(
        {
          ...spec,
          signedIn: true,
          lock: input => (input as z.infer<OnAccount>).account,
          prepare: async ({ input, once, language, ...given }) => {
            const actor = known(given.actor)
            const refused = await spec.limit?.({ input, once, language, actor })
            if (refused) return refused
            const look = (tx: Tx) => sightOf(tx, actor, { id: (input as z.infer<OnAccount>).account })
            return beginningWith<Sight | null, Answer>(look, async (tx, sight) => {
              if (!sight) return 'not-found'
              const change = changeOn(tx, actor, sight, spec.needs)
              if (!may(sight.authority, spec.needs)) {
                denied = () => noteRefusedAttempt(change, spec.name)
                return 'not-found'
              }
              return work({ input, once, language, change })
            })
          },
        },
        data,
      )
    } finally {
      // Only now that the transaction has given its connection back: all of them could be waiting for one more.
      await denied?.()
    }
  }
}

const partnerField = z.object({ partner: z.uuid() })
type OfPartner = z.ZodObject<(typeof partnerField)['shape']>

/**
 * An action of a firm's own person; `administrators` where technicians may not, whose attempt then stands in the firm's
 * history. `limit` runs before the transaction and counts refused tries too.
 */
export function partnerAction<Schema extends OfPartner>(
  spec: FormSpec<Schema> & {
    readonly only?: 'administrators'
    readonly limit?: (asked: Asked<z.infer<Schema>> & { readonly actor: Actor }) => Promise<Refusal | null>
  },
  work: (given: Given<Schema, { readonly change: PartnerChange }>) => Promise<Answer>,
): FormAction {
  const { limit, only, ...door } = { ...spec, signedIn: true as const }
  return async (_, data) => {
    let denied: (() => Promise<void>) | undefined
    const inFirm = async ({
      tx,
      input,
      once,
      language,
      ...given
    }: Work<z.infer<Schema>>): Promise<Answer> => {
      const actor = known(given.actor)
      const partner = await partnerOf(tx, actor, { id: (input as z.infer<OfPartner>).partner })
      if (!partner) return 'not-found'
      const author = authorOf(actor, { kind: 'partner', firm: partner.name })
      if (only === 'administrators' && partner.role !== 'administrator') {
        denied = () => noteRefusedAttempt({ author, account: null, partnerId: partner.id }, spec.name)
        return 'not-found'
      }
      return work({ input, once, language, change: { tx, actor, author, partner } })
    }
    const prepare = async (asked: Asked<z.infer<Schema>>) =>
      (await limit?.({ ...asked, actor: known(asked.actor) })) ?? ((tx: Tx) => inFirm({ ...asked, tx }))
    try {
      return await throughDoor({ ...door, prepare }, data)
    } finally {
      // As above: only once the transaction has given its connection back.
      await denied?.()
    }
  }
}

/**
 * An action of the provider's own staff; of its platform administrators unless support may do it too. `prepare` is slow
 * work that must not hold a connection; whoever may not act here never gets that far. `now` is the database's.
 */
export function providerAction<Schema extends z.ZodObject, Made = undefined>(
  spec: Pick<FormSpec<Schema>, 'name' | 'form'> & {
    readonly support?: boolean
    readonly files?: readonly string[]
    readonly prepare?: (asked: Asked<z.infer<Schema>>) => Promise<Refusal | { readonly made: Made }>
  },
  work: (
    given: Given<Schema, { readonly change: Change; readonly made: Made; readonly now: Date }>,
  ) => Promise<Answer>,
): FormAction {
  const { prepare, support, ...door } = { ...spec, signedIn: true as const }
  const ofStaff = async (tx: Tx, asked: Asked<z.infer<Schema>>, made: Made): Promise<Answer> => {
    const actor = known(asked.actor)
    const platform = await platformRoleOf(tx, actor)
    if (!platform || (platform.role !== 'administrator' && !support)) return 'not-found'
    const author = authorOf(actor, { kind: 'provider', firm: platform.providerName })
    return work({ ...asked, change: { tx, actor, author }, made, now: platform.now })
  }
  if (!prepare)
    return (_, data) =>
      throughDoor({ ...door, work: ({ tx, ...asked }) => ofStaff(tx, asked, undefined as Made) }, data)
  const first = async (asked: Asked<z.infer<Schema>>) => {
    const actor = known(asked.actor)
    const platform = await readingAs(actor, tx => platformRoleOf(tx, actor))
    if (!platform || (platform.role !== 'administrator' && !support)) return async () => 'not-found' as const
    const prepared = await prepare(asked)
    return 'refused' in prepared ? prepared : (tx: Tx) => ofStaff(tx, asked, prepared.made)
  }
  return (_, data) => throughDoor({ ...door, prepare: first }, data)
}

function known(actor: Actor | null): Actor {
  if (!actor) throw new Error('the door let nobody in')
  return actor
}
