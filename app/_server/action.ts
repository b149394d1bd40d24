import 'server-only'
import { z } from 'zod'
import type { FormAction } from '#components/ui/form-state.ts'
import { type Sight, sightOf } from '#db/authority.ts'
import { type AccountChange, type Change, changeOn, type PartnerChange } from '#db/change.ts'
import { beginningWith, type Tx } from '#db/client.ts'
import { authorOf } from '#db/events.ts'
import { partnerChangeOf } from '#db/partner/change.ts'
import { heldPlatformRoleOf, type PlatformPlaceNow, platformRoleOf } from '#db/provider/platform.ts'
import { may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import { type DeskCapability, mayAtDesk } from '#lib/access/desk.ts'
import type { Actor } from '#lib/actor.ts'
import type { CheckWord } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { type Answer, type Asked, type Refusal, throughDoor, type Work } from './door.ts'
import { notingAttempts } from './noting-attempts.ts'
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
 * behind its lock. `limit` runs before the transaction and counts refused tries too. `prepare` is slow work that must not hold
 * a connection; whoever may not act here never gets that far. Whoever can't see the account gets a 404; whoever sees it but
 * may not, too, and the attempt stands in the history.
 */
export function accountAction<Schema extends OnAccount, Made = undefined>(
  spec: FormSpec<Schema> & {
    readonly needs: Capability
    readonly files?: readonly string[]
    readonly limit?: (asked: Asked<z.infer<Schema>> & { readonly actor: Actor }) => Promise<Refusal | null>
    readonly prepare?: (asked: Asked<z.infer<Schema>>) => Promise<Refusal | { readonly made: Made }>
  },
  work: (given: Given<Schema, { readonly change: AccountChange; readonly made: Made }>) => Promise<Answer>,
): FormAction {
  return notingAttempts(
    denied => (_, data) =>
      throughDoor(
        {
          ...spec,
          signedIn: true,
          lock: input => (input as z.infer<OnAccount>).account,
          prepare: async ({ input, once, language, ...given }) => {
            const actor = known(given.actor)
            const refused = await spec.limit?.({ input, once, language, actor })
            if (refused) return refused
            const look = (tx: Tx) => sightOf(tx, actor, { id: (input as z.infer<OnAccount>).account })
            const first = spec.prepare ? await readingAs(actor, look) : null
            const ready = first && may(first.authority, spec.needs)
            const prepared = ready ? await spec.prepare?.({ input, once, language, actor }) : null
            if (prepared && 'refused' in prepared) return prepared
            return beginningWith<Sight | null, Answer>(look, async (tx, sight) => {
              if (!sight) return 'not-found'
              const change = changeOn(tx, actor, sight, spec.needs)
              const isReady = prepared ? true : !spec.prepare
              if (isReady && may(sight.authority, spec.needs))
                return work({ input, once, language, change, made: prepared?.made as Made })
              denied(change, spec.name)
              return 'not-found'
            })
          },
        },
        data,
      ),
  )
}

const partnerField = z.object({ partner: z.uuid() })
type OfPartner = z.ZodObject<(typeof partnerField)['shape']>

/**
 * An action of a firm's own person; `administrators` where technicians may not, whose attempt then stands in the firm's
 * history. `limit` runs before the transaction and counts refused tries too. `tried`: it was refused as not theirs to do, and
 * stands in the firm's history, too; where it was more than an account gave, in that account's as well.
 */
export function partnerAction<Schema extends OfPartner>(
  spec: FormSpec<Schema> & {
    readonly only?: 'administrators'
    readonly limit?: (asked: Asked<z.infer<Schema>> & { readonly actor: Actor }) => Promise<Refusal | null>
  },
  work: (
    given: Given<Schema, { readonly change: PartnerChange; readonly tried: (accountId?: string) => void }>,
  ) => Promise<Answer>,
): FormAction {
  const { limit, only, ...door } = { ...spec, signedIn: true as const }
  return notingAttempts(denied => (_, data) => {
    const inFirm = async ({
      tx,
      input,
      once,
      language,
      ...given
    }: Work<z.infer<Schema>>): Promise<Answer> => {
      const actor = known(given.actor)
      const change = await partnerChangeOf(tx, actor, { id: (input as z.infer<OfPartner>).partner })
      if (!change) return 'not-found'
      const { author, partner } = change
      const noted = (account: { readonly id: string } | null) =>
        denied({ author, account, partnerId: partner.id }, spec.name)
      if (only !== 'administrators' || partner.role === 'administrator')
        return work({ input, once, language, change, tried: id => noted(id === undefined ? null : { id }) })
      noted(null)
      return 'not-found'
    }
    const prepare = async (asked: Asked<z.infer<Schema>>) =>
      (await limit?.({ ...asked, actor: known(asked.actor) })) ?? ((tx: Tx) => inFirm({ ...asked, tx }))
    return throughDoor({ ...door, prepare }, data)
  })
}

/**
 * An action of the provider's own staff. Whoever is not of them gets a 404; whoever is but may not do it, too, and the
 * attempt stands in the provider's history. `prepare` is slow work that must not hold a connection; whoever may not act
 * here never gets that far. `now` is the database's.
 */
export function providerAction<Schema extends z.ZodObject, Made = undefined>(
  spec: Pick<FormSpec<Schema>, 'name' | 'form'> & {
    readonly needs: DeskCapability
    readonly files?: readonly string[]
    readonly prepare?: (asked: Asked<z.infer<Schema>>) => Promise<Refusal | { readonly made: Made }>
  },
  work: (
    given: Given<Schema, { readonly change: Change; readonly made: Made; readonly now: Date }>,
  ) => Promise<Answer>,
): FormAction {
  const { prepare, needs, ...door } = { ...spec, signedIn: true as const }
  return notingAttempts(denied => async (_, data) => {
    /** Their place, or null where they may not; `find` looks for it. */
    const seen = async (actor: Actor, find: () => Promise<PlatformPlaceNow | null>) => {
      const platform = await find()
      if (!platform) return null
      const author = authorOf(actor, { kind: 'provider', firm: platform.providerName })
      if (mayAtDesk(platform.role, needs)) return { author, now: platform.now }
      denied({ author, account: null, partnerId: null }, spec.name)
      return null
    }
    const ofStaff = async (tx: Tx, asked: Asked<z.infer<Schema>>, made: Made): Promise<Answer> => {
      const actor = known(asked.actor)
      const place = await seen(actor, () => heldPlatformRoleOf(tx, actor))
      if (!place) return 'not-found'
      return work({ ...asked, change: { tx, actor, author: place.author }, made, now: place.now })
    }
    const inTime = async ({ tx, ...asked }: Work<z.infer<Schema>>) => ofStaff(tx, asked, undefined as Made)
    const first = async (asked: Asked<z.infer<Schema>>) => {
      const actor = known(asked.actor)
      const place = await seen(actor, () => readingAs(actor, tx => platformRoleOf(tx, actor)))
      const prepared = place && (await prepare?.(asked))
      if (!prepared) return async () => 'not-found' as const
      return 'refused' in prepared ? prepared : (tx: Tx) => ofStaff(tx, asked, prepared.made)
    }
    return throughDoor(prepare ? { ...door, prepare: first } : { ...door, work: inTime }, data)
  })
}

function known(actor: Actor | null): Actor {
  if (!actor) throw new Error('the door let nobody in')
  return actor
}
