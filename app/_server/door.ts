import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import type { FormState } from '#components/ui/form-state.ts'
import { type Tx, undo, type Wall, writing } from '#db/client.ts'
import {
  type FormAnswer,
  type FormKey,
  firstAnswer,
  inputHash,
  isAnsweredTwice,
  noting,
} from '#db/form-answer.ts'
import type { Actor } from '#lib/actor.ts'
import { environment, originOf } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { currentBrand } from './brand.ts'
import type { DoneCode } from './done.ts'
import { fieldsOf, parseFields, refusedState } from './form-data.ts'
import { log } from './log.ts'
import { relaySoon } from './relay.ts'
import { currentActor, currentLanguage } from './session.ts'

/** What an action's work comes to: where the browser goes next and what it is told there, or why nothing was changed. */
export type Answer =
  | Done
  | { readonly refused: string; readonly fields?: Record<string, string> }
  | 'not-found'

export interface Done {
  readonly to: string
  /** The sentence that the next page shows. */
  readonly done?: DoneCode
}

export interface Work<Input> {
  readonly tx: Tx
  readonly input: Input
  readonly language: Language
  readonly actor: Actor | null
}

export interface DoorSpec<Schema extends z.ZodObject, Input = z.infer<Schema>> {
  /** Stands in the log and tells this action's forms from others'. */
  readonly name: string
  readonly form: Schema
  readonly signedIn: boolean
  /** The account whose changes this one must wait for. */
  readonly lock?: (input: Input) => string
  readonly work: (work: Work<Input>) => Promise<Answer>
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
  const language = await currentLanguage()
  const fields = fieldsOf(data)
  if (!fields || !(await isFromThisPortal(brand.host))) {
    log.warn({ action: spec.name }, 'a form that can’t be used')
    return refusedState(fieldWords[language].unusable, {}, {})
  }
  const actor = await currentActor()
  if (spec.signedIn && !actor) redirect('/sign-in')
  const { once: key, ...rest } = fields
  const parsed = parseFields(spec.form, rest, language)
  if (!parsed.ok) return parsed.refused
  if (!once.safeParse(key).success) return refusedState(fieldWords[language].unusable, {}, rest)
  const form: FormKey = {
    providerId: brand.providerId,
    key: String(key).toLowerCase(),
    inputHash: inputHash(actor?.personId ?? null, spec.name, parsed.input),
  }
  const wall: Wall = { role: 'app', providerId: brand.providerId, lock: spec.lock?.(parsed.input) }
  const answer = await answered(spec, form, wall, { input: parsed.input, language, actor })
  if (answer === 'not-found') {
    log.warn({ action: spec.name, person: actor?.personId }, 'refused: not there for this person')
    notFound()
  }
  if ('refused' in answer) return refusedState(answer.refused, answer.fields ?? {}, rest)
  after(relaySoon)
  redirect(answer.to)
}

type Settled = FormAnswer | Exclude<Answer, Done>

async function answered<Schema extends z.ZodObject>(
  spec: DoorSpec<Schema>,
  form: FormKey,
  wall: Wall,
  given: Omit<Work<z.infer<Schema>>, 'tx'>,
): Promise<Settled> {
  try {
    const settled = await writing<Settled>(
      wall,
      async tx => {
        const answer = await spec.work({ ...given, tx })
        return answer !== 'not-found' && 'to' in answer ? { to: withSentence(answer) } : undo(answer)
      },
      undefined,
      value => (isFormAnswer(value) ? noting(form, value) : null),
    )
    if (isFormAnswer(settled)) return settled
    // A second press of the same button finds the work done; it gets the first answer, not a refusal.
    return (await earlier(form, given.language)) ?? settled
  } catch (error) {
    if (!isAnsweredTwice(error)) throw error
    return (await earlier(form, given.language)) ?? 'not-found'
  }
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
