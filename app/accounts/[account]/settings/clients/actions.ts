'use server'

import { accountAction } from '#app/_server/action.ts'
import { addClient, type NewClientRefusal } from '#db/account/add-client.ts'
import { firstOwnerOf, mostClientsADay, newClientForm } from '#lib/account/clients.ts'
import { environment } from '#lib/env.ts'
import { exactTime } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { enoughLettersWords } from '#lib/person/words.ts'
import { tooMany } from '../member-answers.ts'
import { words } from './words.ts'

/** Adds a client account, and invites its first Account Owner where one is named. */
export const addClientAccount = accountAction(
  {
    name: 'add-client-account',
    form: newClientForm,
    needs: 'clients.create',
    // Neither addresses nor the names of other customers are to be found out by trying.
    limit: ({ actor, language }) => tooMany(actor, language),
  },
  async ({ input, change, language }) => {
    const { brand: brandId, products, looked, account: _, ownerName, ownerEmail, ...details } = input
    const people = firstOwnerOf({ ownerName, ownerEmail })
    const asked = { details, brandId, products, looked, people }
    const added = await addClient(change, asked, environment().AUTH_SECRET)
    if (!added.ok) return refusedAs(added, change.actor.timeZone, language)
    return {
      to: `/accounts/${change.account.slug}/settings/clients`,
      done: people.length > 0 ? 'client-added-inviting' : 'client-added',
    }
  },
)

function refusedAs(refusal: NewClientRefusal, zone: string, language: Language) {
  const text = words[language]
  if (refusal.refusal === 'enough-today')
    return { refused: text.enoughToday(mostClientsADay, exactTime(refusal.from, zone, language)) }
  return { refused: text.notAdded, fields: fieldsOf(refusal, language) }
}

function fieldsOf(
  refusal: Exclude<NewClientRefusal, { readonly refusal: 'enough-today' }>,
  language: Language,
): Record<string, string> {
  const text = words[language]
  switch (refusal.refusal) {
    case 'alike':
      return { name: alikeText(refusal, language) }
    case 'unknown-brand':
      return { brand: text.unknownBrand }
    case 'not-its-product':
      return { products: text.notItsProduct }
    case 'not-invited': {
      const { who } = refusal
      const why = who.refusal === 'taken' ? text.shutOut : enoughLettersWords[language](who.name)
      return { ownerEmail: why }
    }
  }
}

function alikeText(
  { namesake, known }: Extract<NewClientRefusal, { readonly refusal: 'alike' }>,
  language: Language,
): string {
  const text = words[language]
  if (namesake.kind === 'mixed-scripts') return text.mixedScripts
  if (namesake.kind === 'provider') return text.likeProvider(namesake.of)
  return known ? text.likeKnown(`${namesake.of.name} (${namesake.of.slug})`) : text.likeOther
}
