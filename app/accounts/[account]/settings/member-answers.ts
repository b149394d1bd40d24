import 'server-only'
import type { Answer, Refusal } from '#app/_server/door.ts'
import type { AccountChange } from '#db/change.ts'
import { type ActRefusal, actOnMembership, type ButtonAct } from '#db/membership/act.ts'
import { addMember, type NewPlace } from '#db/membership/add.ts'
import { type HomeChoice, homesOf, moveHome } from '#db/membership/home.ts'
import { countTry } from '#db/sign-in/limits.ts'
import type { Actor } from '#lib/actor.ts'
import { parseEmail } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { MembershipKind } from '#lib/membership/membership.ts'
import { membershipWords } from '#lib/membership/words.ts'
import { addingBuckets } from '#lib/sign-in/limits.ts'
import { waitText } from '#lib/sign-in/words.ts'
import { memberWords } from './member-words.ts'

// What the forms about people's places on an account come to, whatever kind of place.

/** Tries to add people are counted, also those that come to nothing: an address must not be found out by trying. */
export async function tooMany(actor: Actor, language: Language): Promise<Refusal | null> {
  const wait = await countTry(addingBuckets(actor.personId))
  return wait > 0 ? { refused: membershipWords[language].tooManyAdded(waitText(wait, language)) } : null
}

interface Added {
  readonly name: string
  readonly email: string
  readonly homeBrand?: string | undefined
  readonly language: Language
}

export async function added(
  change: AccountChange,
  input: Added,
  place: NewPlace,
  { language, list }: { readonly language: Language; readonly list: string },
): Promise<Answer> {
  const words = memberWords[language]
  const email = parseEmail(input.email)
  if (!email.ok) return { refused: words.notSaved, fields: { email: fieldWords[language]['not-an-email'] } }
  const home = await homeAmong(change, input.homeBrand)
  if (!home) return { refused: words.notSaved, fields: { homeBrand: words.notAHome } }
  const newcomer = {
    email: email.value,
    name: input.name,
    language: input.language,
    timeZone: change.account.timeZone,
    homeBrandId: home.id,
  }
  const done = await addMember(change, newcomer, place, environment().AUTH_SECRET)
  if (!done.ok) return { refused: words.notSaved, fields: { email: membershipWords[language].taken } }
  return { to: `${list}/${done.value.membershipId}`, done: 'person-added' }
}

/** The branding domain that was chosen; where there is only one, that one. */
async function homeAmong({ tx, actor }: AccountChange, host: string | undefined): Promise<HomeChoice | null> {
  const homes = await homesOf(tx, actor.providerId)
  if (host === undefined) return homes.length === 1 ? (homes[0] ?? null) : null
  return homes.find(home => home.host === host) ?? null
}

const doneCodes = {
  resend: 'activation-sent',
  reset: 'reset-sent',
  disable: 'person-disabled',
  enable: 'person-enabled',
  remove: 'person-removed',
} as const

export async function acted(
  change: AccountChange,
  input: { readonly membership: string; readonly act: ButtonAct },
  kind: MembershipKind,
  {
    language,
    list,
    after = list,
  }: { readonly language: Language; readonly list: string; readonly after?: string },
): Promise<Answer> {
  const what = { id: input.membership, by: input.act }
  const done = await actOnMembership(change, what, [kind], environment().AUTH_SECRET)
  if (!done.ok)
    return done.refusal === 'not-found'
      ? 'not-found'
      : { refused: sentence(done.refusal, done.seen?.state ?? '', language) }
  const to = input.act === 'remove' ? after : `${list}/${input.membership}`
  return { to, done: doneCodes[input.act] }
}

export async function movedHome(
  change: AccountChange,
  input: {
    readonly membership: string
    readonly homeBrand?: string | undefined
    readonly language: Language
  },
  kind: MembershipKind,
  { language, list }: { readonly language: Language; readonly list: string },
): Promise<Answer> {
  const words = memberWords[language]
  const brand = await homeAmong(change, input.homeBrand)
  if (!brand) return { refused: words.notSaved, fields: { homeBrand: words.notAHome } }
  const home = { brand, language: input.language }
  const done = await moveHome(change, input.membership, home, [kind], environment().AUTH_SECRET)
  if (!done.ok)
    return done.refusal === 'not-found'
      ? 'not-found'
      : { refused: sentence(done.refusal, done.seen?.state ?? '', language) }
  return {
    to: `${list}/${input.membership}`,
    done: done.value === 'changed' ? 'saved' : 'nothing-changed',
  }
}

function sentence(refusal: ActRefusal, name: string, language: Language): string {
  const words = membershipWords[language]
  return refusal === 'too-many-letters' ? words.tooManyLetters(name) : words.refusal[refusal](name)
}
