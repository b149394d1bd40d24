import 'server-only'
import { removedCode } from '#app/_server/done.ts'
import type { Answer, Refusal } from '#app/_server/door.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { homeChosen, homesOf } from '#db/branding-domain/homes.ts'
import type { AccountChange } from '#db/change.ts'
import { actOnMembership } from '#db/membership/act.ts'
import { addMember, type NewPlace } from '#db/membership/add.ts'
import { moveHome } from '#db/membership/home.ts'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { Actor } from '#lib/actor.ts'
import { parseEmail } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { ButtonAct } from '#lib/membership/membership.ts'
import { actRefused, membershipWords } from '#lib/membership/words.ts'
import { enoughLettersWords } from '#lib/person/words.ts'
import { addingBuckets } from '#lib/sign-in/limits.ts'
import { memberWords } from './member-words.ts'

// What the forms about people's places on an account come to, whatever kind of place.

/** Tries to add people are counted, also those that come to nothing: an address must not be found out by trying. */
export function tooMany(actor: Actor, language: Language): Promise<Refusal | null> {
  return tooManyTries(addingBuckets(actor.personId), membershipWords[language].tooManyAdded, language)
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
  {
    language,
    list,
    taken = membershipWords[language].taken,
  }: { readonly language: Language; readonly list: string; readonly taken?: string },
): Promise<Answer> {
  const words = memberWords[language]
  const email = parseEmail(input.email)
  if (!email.ok) return { refused: words.notSaved, fields: { email: fieldWords[language]['not-an-email'] } }
  const home = homeChosen(await homesOf(change.tx, change.actor.providerId), input.homeBrand, 'host')
  if (!home) return { refused: words.notSaved, fields: { homeBrand: words.notAHome } }
  const newcomer = {
    email: email.value,
    name: input.name,
    language: input.language,
    timeZone: change.account.timeZone,
    homeBrandId: home.id,
  }
  const done = await addMember(change, newcomer, place, environment().AUTH_SECRET)
  if (!done.ok) {
    const why = done.refusal === 'taken' ? taken : enoughLettersWords[language](input.name)
    return { refused: words.notSaved, fields: { email: why } }
  }
  return { to: `${list}/${done.value.membershipId}`, done: 'person-added' }
}

const doneCodes = {
  resend: 'activation-sent',
  reset: 'reset-sent',
  disable: 'person-disabled',
  enable: 'person-enabled',
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
      : { refused: actRefused(done.refusal, done.seen?.state ?? '', language) }
  if (input.act === 'remove') return { to: after, done: removedCode(done.value.state) }
  return { to: `${list}/${input.membership}`, done: doneCodes[input.act] }
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
  const brand = homeChosen(await homesOf(change.tx, change.actor.providerId), input.homeBrand, 'host')
  if (!brand) return { refused: words.notSaved, fields: { homeBrand: words.notAHome } }
  const home = { brand, language: input.language }
  const done = await moveHome(change, input.membership, home, [kind], environment().AUTH_SECRET)
  if (!done.ok)
    return done.refusal === 'not-found'
      ? 'not-found'
      : { refused: actRefused(done.refusal, done.seen?.state ?? '', language) }
  return {
    to: `${list}/${input.membership}`,
    done: done.value === 'changed' ? 'saved' : 'nothing-changed',
  }
}
