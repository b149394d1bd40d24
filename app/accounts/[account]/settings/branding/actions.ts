'use server'

import { accountAction } from '#app/_server/action.ts'
import { madePicture } from '#app/_server/made-picture.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { logosOf } from '#db/own-brand/reads.ts'
import { removeLogo, replaceLogo, restoreLogo, saveLinks } from '#db/own-brand/write.ts'
import type { KeptPicture } from '#lib/branding/codec.ts'
import { isDarkOlder, proportionRefused } from '#lib/branding/own.ts'
import { linksForm, logoForm, removeLogoForm, restoreLogoForm } from '#lib/branding/own-forms.ts'
import { overtakenLinks, ownBrandWords } from '#lib/branding/own-words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'
import { pictureBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

const needs = 'branding.update'
const here = (slug: string) => `/accounts/${slug}/settings/branding`

function tooLate(seen: Seen | undefined, language: Language) {
  const words = ownBrandWords[language]
  return { refused: words.logo.meanwhile(seen?.by ?? words.somebody), overtaken: true }
}

/** Saves the account's own links; whoever was overtaken is told by whom, and keeps what they typed. */
export const updateLinks = accountAction(
  { name: 'update-links', form: linksForm, needs },
  async ({ input: { account: _, shown, ...typed }, change, language }) => {
    const saved = await saveLinks(change, typed, shown)
    if (saved.outcome === 'meanwhile') return overtakenLinks(saved, change.actor.timeZone, language)
    return { to: here(change.account.slug), done: saved.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** Puts a logo in place of the one before. The picture is made anew before any connection is held, and not without end. */
export const saveLogo = accountAction<typeof logoForm, KeptPicture>(
  {
    name: 'replace-logo',
    form: logoForm,
    needs,
    files: ['picture'],
    prepare: async ({ input, language, actor }) => {
      const words = signInRefusalWords[language]['too-many']
      const refused = actor && (await tooManyTries(pictureBuckets(actor.personId), words, language))
      return refused ?? legible(await madePicture(input, language), language)
    },
  },
  async ({ input: { kind, before }, change, made, language }) => {
    const replaced = await replaceLogo(change, kind, made, before)
    if (!replaced.ok) return tooLate(replaced.seen, language)
    const darkStays = kind === 'logo' && isDarkOlder(await logosOf(change.tx, change.account.id))
    return { to: here(change.account.slug), done: darkStays ? 'logo-saved-beside-dark' : 'logo-saved' }
  },
)

/** A picture that can be read at the top of a page; or why it can't be, at its field. */
function legible(
  picture: Awaited<ReturnType<typeof madePicture>>,
  language: Language,
): Awaited<ReturnType<typeof madePicture>> {
  const why = 'made' in picture && proportionRefused(picture.made)
  if (!why) return picture
  const { check } = fieldWords[language]
  return { refused: check.unchanged, fields: { picture: ownBrandWords[language].proportion[why] } }
}

/** Takes the logo off; it can be brought back. */
export const takeOffLogo = accountAction(
  { name: 'remove-logo', form: removeLogoForm, needs },
  async ({ input: { kind, before }, change, language }) => {
    const removed = await removeLogo(change, kind, before)
    if (!removed.ok) return tooLate(removed.seen, language)
    return { to: here(change.account.slug), done: 'logo-removed' }
  },
)

/** Brings the logo before back. */
export const bringBackLogo = accountAction(
  { name: 'restore-logo', form: restoreLogoForm, needs },
  async ({ input: { logo, before }, change, language }) => {
    const back = await restoreLogo(change, logo, before)
    if (back.ok) return { to: here(change.account.slug), done: 'logo-restored' }
    if (back.refusal === 'gone') return { refused: ownBrandWords[language].logo.gone, overtaken: true }
    return tooLate(back.seen, language)
  },
)
