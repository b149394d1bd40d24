'use server'

import { accountAction } from '#app/_server/action.ts'
import { listAddress } from '#app/_server/list-address.ts'
import { homeOfAccount } from '#db/branding-domain/homes.ts'
import { isOfActingFirm, isPortalUser } from '#db/portal-user/known.ts'
import { mayBeMoved } from '#db/portal-user/move.ts'
import { actOnSeveral, switchSeveral } from '#db/portal-user/several.ts'
import { switchModules } from '#db/portal-user/switch.ts'
import { modulesInOrder, modulesToOffer } from '#lib/access/offering.ts'
import { moduleName } from '#lib/access/place-words.ts'
import { canonicalOf } from '#lib/email.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { actOnMembershipForm } from '#lib/membership/forms.ts'
import {
  addPortalUserForm,
  severalForm,
  switchesForm,
  switchOf,
  wishesIn,
} from '#lib/membership/switch-forms.ts'
import { portalUserWords, switchRefused } from '#lib/membership/switch-words.ts'
import { merged, type Wish } from '#lib/membership/switches.ts'
import { actRefused } from '#lib/membership/words.ts'
import { acted, added, tooMany } from '../member-answers.ts'
import { words } from './words.ts'

const needs = 'portal-users.manage'
const listOf = ({ slug }: { readonly slug: string }) => `/accounts/${slug}/settings/portal-users`

/** Adds a portal user by their address, with the modules that they begin with. */
export const addPortalUser = accountAction(
  {
    name: 'add-portal-user',
    form: addPortalUserForm,
    needs,
    limit: ({ actor, language }) => tooMany(actor, language),
  },
  async ({ input, change, language }) => {
    const text = words[language]
    const modules = modulesInOrder(input.modules ?? [])
    const offers = modulesToOffer(change.authority)
    if (!modules.every(one => offers.includes(one)))
      return { refused: text.notAdded, fields: { modules: fieldWords[language]['not-a-choice'] } }
    const address = canonicalOf(input.email)
    if (await isPortalUser(change, address))
      return { refused: text.notAdded, fields: { email: text.isPortalUser } }
    if (await isOfActingFirm(change, address))
      return { refused: text.notAdded, fields: { email: text.ofTheFirm } }
    const { home } = await homeOfAccount(change.tx, change.actor.providerId, change.account.id)
    const newcomer = { ...input, name: input.name || input.email, homeBrand: home?.host }
    const place = { kind: 'portal-user', modules } as const
    return added(change, newcomer, place, { language, list: listOf(change.account), taken: text.taken })
  },
)

/**
 * Saves what differs in the table; what others switched meanwhile stays, and is told. With JavaScript each switch comes by
 * itself, and is answered where it stands.
 */
export const saveSwitches = accountAction(
  { name: 'change-portal-user', form: switchesForm, needs },
  async ({ input, change, language }) => {
    const wishes = wishesIn(input)
    const done = await switchModules(
      change,
      wishes.map(wish => ({ id: wish.id, becomes: stored => merged(stored, wish) })),
    )
    if (!done.ok)
      return done.refusal === 'not-found'
        ? 'not-found'
        : { refused: switchRefused(done.refusal, done.seen?.state ?? '', language), overtaken: true }
    const { changed, met } = done.value
    const [only] = wishes
    if (input.way === 'switch' && only)
      return { shown: only.id, message: switchedSentence(only, met[0]?.name ?? '', language) }
    const to = listAddress(listOf(change.account), { q: input.q, after: input.after })
    const isBeside = met.some(
      ({ id, stored }) => String(stored) !== String(wishes.find(one => one.id === id)?.shown),
    )
    if (isBeside) return { to, done: 'modules-saved-beside' }
    return { to, done: changed > 0 ? 'modules-saved' : 'nothing-changed' }
  },
)

function switchedSentence({ shown, ticked }: Wish, name: string, language: Language): string {
  const text = portalUserWords[language]
  const on = ticked.find(one => !shown.includes(one))
  const off = shown.find(one => !ticked.includes(one))
  if (on) return text.isOn(moduleName(on, language), name)
  return off ? text.isOff(moduleName(off, language), name) : ''
}

/** Resends the activation, resets the password, disables, enables or removes. */
export const changePortalUser = accountAction(
  { name: 'change-portal-user', form: actOnMembershipForm, needs },
  async ({ input, change, language }) => {
    const allowed = await mayBeMoved(change, input.membership, input.act)
    if (!allowed.ok) return { refused: switchRefused(allowed.refusal, allowed.seen?.state ?? '', language) }
    return acted(change, input, 'portal-user', { language, list: listOf(change.account) })
  },
)

/** Switches a module for several, or removes them: all of them or none. */
export const changeSeveral = accountAction(
  { name: 'change-portal-user', form: severalForm, needs },
  async ({ input, change, language }) => {
    const to = listOf(change.account)
    const module = switchOf(input.what)
    if (module) {
      const done = await switchSeveral(change, input.people, module)
      if (done.ok) return { to, done: done.value.changed > 0 ? 'modules-saved' : 'nothing-changed' }
      if (done.refusal === 'not-found') return 'not-found'
      return { refused: switchRefused(done.refusal, done.seen?.state ?? '', language), overtaken: true }
    }
    const done = await actOnSeveral(change, input.people, 'remove', environment().AUTH_SECRET)
    if (done.ok) return { to, done: 'people-removed' }
    if (done.refusal === 'not-found') return 'not-found'
    const name = done.seen?.state ?? ''
    const { refusal } = done
    const isOfModules = refusal === 'beyond-yours' || refusal === 'of-the-firm'
    return {
      refused: isOfModules ? switchRefused(refusal, name, language) : actRefused(refusal, name, language),
      overtaken: true,
    }
  },
)
