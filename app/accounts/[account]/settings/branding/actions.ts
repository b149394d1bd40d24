'use server'

import { accountAction } from '#app/_server/action.ts'
import { removeLogo, replaceLogo, restoreLogo, saveLinks } from '#db/own-brand/write.ts'
import { type KeptPicture, keptPicture } from '#lib/branding/codec.ts'
import { linksForm, logoForm, removeLogoForm, restoreLogoForm } from '#lib/branding/own-forms.ts'
import { overtakenLinks, ownBrandWords } from '#lib/branding/own-words.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'

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

/** Puts a logo in place of the one before. The picture is made anew before any connection is held. */
export const saveLogo = accountAction<typeof logoForm, KeptPicture>(
  {
    name: 'replace-logo',
    form: logoForm,
    needs,
    files: ['picture'],
    prepare: async ({ input, language }) => {
      const kept = await keptPicture(input.picture.bytes, input.kind)
      if (kept.ok) return { made: kept.value }
      const sentence = brandingWords[language].picture[kept.refusal]
      return { refused: fieldWords[language].check.unchanged, fields: { picture: sentence } }
    },
  },
  async ({ input: { kind, before }, change, made, language }) => {
    const replaced = await replaceLogo(change, kind, made, before)
    if (!replaced.ok) return tooLate(replaced.seen, language)
    return { to: here(change.account.slug), done: 'logo-saved' }
  },
)

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
