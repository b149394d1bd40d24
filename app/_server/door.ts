import 'server-only'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import type { FormState } from '#components/ui/form-state.ts'
import { followedBy, type Work as InTransaction, type Tx, undo, writing } from '#db/client.ts'
import { isBusy, isLost } from '#db/faults.ts'
import {
  type FormAnswer,
  type FormKey,
  firstAnswer,
  inputHash,
  isAnsweredTwice,
  noting,
} from '#db/form-answer.ts'
import type { Wall } from '#db/step-behind.ts'
import type { Actor } from '#lib/actor.ts'
import { environment, originOf } from '#lib/env.ts'
import { type CheckWord, fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { currentBrand } from './brand.ts'
import { type CookieChange, cookieOptions } from './cookies.ts'
import type { DoneCode } from './done.ts'
import { fieldsOf, parseFields, refusedState, typedIn, withFiles } from './form-data.ts'
import { log } from './log.ts'
import { relaySoon } from './relay.ts'
import { currentActor, languageOf } from './session.ts'
import { tellsAt } from './told.ts'
import { overtake, signedOut } from './too-late.ts'

/** What an action's work comes to: where the browser goes next and what it is told there, or why nothing was changed. */
export type Answer = Done | Shown | Refusal | 'not-found'

export interface Done {
  readonly to: string
  /** The sentence that the next page shows. */
  readonly done?: DoneCode
  /** Something must come before: the form is not answered by it, and may be sent again in any way. */
  readonly unanswered?: boolean
  /** Set once the transaction is committed, so that no cookie ever speaks of what was undone. */
  readonly cookies?: readonly CookieChange[]
}

/**
 * Something that only the sender is told, on this one page: it stands in no address, no log and no stored answer. Sent
 * again, the form does its work again.
 */
export interface Shown {
  readonly shown: string
  readonly message: string
}

export interface Refusal {
  readonly refused: string
  readonly fields?: Record<string, string>
  /** What fields are to hold instead of what was typed, where somebody else's newer value belongs there. */
  readonly values?: Readonly<Record<string, string | string[]>>
  /** The way on, where sending the form again can't help. */
  readonly further?: { readonly href: string; readonly label: string }
  /** Nothing is wrong: the form comes back to be looked at. */
  readonly tone?: 'info'
  /** The thing itself has moved on: the answer brings the page as it is by now, and the refusal stands at its top. */
  readonly overtaken?: boolean
}

export interface Asked<Input> {
  readonly input: Input
  /** The key of the rendered form. */
  readonly once: string
  readonly language: Language
  readonly actor: Actor | null
}

export interface Work<Input> extends Asked<Input> {
  readonly tx: Tx
}

/**
 * `prepare` runs before the transaction opens and holds no connection: for limits, which count refused tries too, and
 * for slow work such as hashing a password. It gives the work that the transaction then does, or a refusal.
 */
type Doing<Input> =
  | { readonly work: (work: Work<Input>) => Promise<Answer> }
  | { readonly prepare: (asked: Asked<Input>) => Promise<Refusal | InTransaction<Answer>> }

export type DoorSpec<Schema extends z.ZodObject, Input = z.infer<Schema>> = Doing<Input> & {
  /**
   * What is done: in the log, in the history where somebody may not, and in what a form's answer is kept under. Actions that
   * are one thing to whoever reads of them share it; their fields tell their forms apart.
   */
  readonly name: string
  readonly form: Schema
  readonly signedIn: boolean
  /** The fields in which it takes a file. None unless said. */
  readonly files?: readonly string[] | undefined
  /** How a form with faults is headed: by what did not happen. `unchanged` unless said otherwise. */
  readonly check?: CheckWord | undefined
  /** The account whose changes this one must wait for. */
  readonly lock?: (input: Input) => string
  /** Posted twice it simply happens twice: where the answer's cookie can't be given a second time. */
  readonly repeatable?: (input: Input) => boolean
}

const once = z.uuid()

/**
 * The one door for changes. A server action can be posted to any address of the portal, without an origin, five times
 * at once, so everything is decided in here: brand, origin, session, the form itself, and one transaction in which the
 * work, its history, its letters and the answer to this form either all happen or none of them does.
 */
export async function throughDoor<Schema extends z.ZodObject>(
  spec: DoorSpec<Schema>,
  data: FormData,
): Promise<FormState> {
  const brand = await currentBrand()
  const actor = await currentActor()
  const language = await languageOf(actor)
  const fields = fieldsOf(data, spec.files)
  if (!fields || !(await isFromThisPortal(brand.host))) {
    log.warn({ action: spec.name }, 'a form that can’t be used')
    return refusedState(fieldWords[language].unusable, {}, {})
  }
  if (spec.signedIn && !actor) return signedOut(typedIn(fields), spec.form, language)
  const { once: key, ...filled } = await withFiles(fields)
  const rest = typedIn(filled)
  const parsed = parseFields(spec.form, filled, language, spec.check)
  if (!parsed.ok) return parsed.refused
  if (!once.safeParse(key).success) return refusedState(fieldWords[language].unusable, {}, rest)
  const form: FormKey = {
    providerId: brand.providerId,
    key: String(key).toLowerCase(),
    inputHash: inputHash(actor?.personId ?? null, spec.name, parsed.input),
  }
  const asked = { input: parsed.input, once: form.key, language, actor }
  const work =
    'work' in spec ? (tx: Tx) => spec.work({ ...asked, tx }) : await prepared(spec.prepare(asked), language)
  if ('refused' in work) return refusedState(work.refused, work.fields ?? {}, rest)
  const wall: Wall = { role: 'app', providerId: brand.providerId, lock: spec.lock?.(parsed.input) }
  const answer = await answered(work, spec.repeatable?.(parsed.input) ? null : form, wall, language)
  if (answer === 'not-found') {
    log.warn({ action: spec.name, person: actor?.personId }, 'refused: not there for this person')
    notFound()
  }
  if ('refused' in answer) {
    const { refused, fields: faults = {}, values, further, overtaken, tone } = answer
    if (overtaken) await overtake({ message: refused, further }, rest, spec.form, language)
    return refusedState(
      refused,
      faults,
      { ...rest, ...values },
      { ...(further && { further }), ...(overtaken && { overtaken }), ...(tone && { tone }) },
    )
  }
  after(relaySoon)
  if ('shown' in answer) return { status: 'done', ...answer }
  return leadTo(answer.to, answer.cookies)
}

async function leadTo(to: string, set: readonly CookieChange[] = []): Promise<never> {
  const jar = await cookies()
  const told = tellsAt(to)
  for (const { name, value, ...life } of told ? [...set, told] : set)
    jar.set(name, value, cookieOptions(life))
  redirect(to)
}

type Settled = (FormAnswer & Pick<Done, 'cookies' | 'unanswered'>) | Exclude<Answer, Done>

/** `form` is null where every post counts anew. */
async function answered(
  work: InTransaction<Answer>,
  form: FormKey | null,
  wall: Wall,
  language: Language,
): Promise<Settled> {
  try {
    const settled = await writing<Settled>(
      wall,
      followedBy(work, answer => {
        if (answer !== 'not-found' && 'shown' in answer) return answer
        if (answer === 'not-found' || !('to' in answer)) return undo(answer)
        const { cookies: set, unanswered } = answer
        return { to: withSentence(answer), ...(set && { cookies: set }), ...(unanswered && { unanswered }) }
      }),
      undefined,
      value => (form && isFormAnswer(value) && !value.unanswered ? noting(form, { to: value.to }) : null),
    )
    if (!form || isFormAnswer(settled) || (settled !== 'not-found' && 'shown' in settled)) return settled
    // A second press of the same button finds the work done; it gets the first answer, not a refusal.
    const first = await firstAnswer(form)
    return first === null || first === 'other' ? settled : first
  } catch (error) {
    if (form && isAnsweredTwice(error)) return (await earlier(form, language)) ?? 'not-found'
    const out = outOfReach(error, language)
    // It may have happened all the same, when the connection was lost behind the commit: then the answer stands there.
    const first = form && (await earlier(form, language).catch(() => null))
    return first ?? out
  }
}

/** What runs before the transaction asks the database, too. */
async function prepared<T>(preparing: Promise<T>, language: Language): Promise<T | Refusal> {
  try {
    return await preparing
  } catch (error) {
    return outOfReach(error, language)
  }
}

/** What is told of a database that is busy or gone; any other error goes on. */
function outOfReach(error: unknown, language: Language): Refusal {
  if (!isBusy(error)) throw error
  log.warn({ err: error }, 'the database is busy or out of reach')
  return { refused: fieldWords[language][isLost(error) ? 'lost' : 'busy'] }
}

async function earlier(form: FormKey, language: Language): Promise<FormAnswer | { refused: string } | null> {
  const first = await firstAnswer(form)
  return first === 'other' ? { refused: fieldWords[language].unusable } : first
}

function isFormAnswer(value: Settled): value is FormAnswer {
  return typeof value === 'object' && 'to' in value
}

function withSentence({ to, done }: Done): string {
  if (!done) return to
  return `${to}${to.includes('?') ? '&' : '?'}done=${done}`
}

async function isFromThisPortal(host: string): Promise<boolean> {
  const sent = await headers()
  const site = sent.get('sec-fetch-site')
  return sent.get('origin') === originOf(host, environment()) && (site === null || site === 'same-origin')
}
