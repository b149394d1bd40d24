'use server'

import { providerAction } from '#app/_server/action.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { madePicture } from '#app/_server/made-picture.ts'
import { movedTo } from '#app/_server/moved.ts'
import { addDomain, replacePicture, updateColours, updateDomain } from '#db/branding-domain/edit.ts'
import { restoreDomain, retireDomain } from '#db/branding-domain/retire.ts'
import type { KeptPicture } from '#lib/branding/codec.ts'
import { colourFields, detailFields } from '#lib/branding/domain.ts'
import {
  coloursForm,
  domainForm,
  newDomainForm,
  pictureForm,
  restoreForm,
  retireForm,
} from '#lib/branding/forms.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { environment, originOf } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { isLoopbackHost } from '#lib/host.ts'
import { colourFaults, overtakenDomain, seenBefore } from './answers.ts'
import { words } from './words.ts'

const own = (domain: string) => `/provider/domains/${domain}`

/** Of a host that can't be had nobody is told why: it may be another provider's. */
function hostFault(host: string, language: 'en' | 'fr') {
  if (isLoopbackHost(host) && !environment().LATCHKEY_DEMO) return brandingWords[language].host.loopback
  return null
}

function refusedHost(sentence: string, language: 'en' | 'fr') {
  return { refused: fieldWords[language].check.unchanged, fields: { host: sentence } }
}

export const add = providerAction(
  { name: 'add-branding-domain', needs: 'domains.manage', form: newDomainForm },
  async ({ input: { accent, ...typed }, change, language }) => {
    const fault = hostFault(typed.host, language)
    const colours = colourFaults({ accent, accentDark: '' }, language)
    if (fault || colours)
      return {
        refused: fieldWords[language].check.unchanged,
        fields: { ...(fault && { host: fault }), ...colours },
      }
    const added = await addDomain(change, typed, accent.toLowerCase())
    if (!added.ok) return refusedHost(brandingWords[language].host[added.refusal], language)
    return { to: own(added.value.id), done: 'domain-added' }
  },
)

/** Saves what a domain says about itself. Where it was this very host's name that changed, the browser goes there. */
export const saveDomain = providerAction(
  { name: 'update-branding-domain', needs: 'domains.manage', form: domainForm },
  async ({ input: { domain, shown, ...typed }, change, language }) => {
    const fault = typed.host === shown.host ? null : hostFault(typed.host, language)
    if (fault) return refusedHost(fault, language)
    const saved = await updateDomain(change, domain, typed, shown)
    if (!saved.ok)
      return saved.refusal === 'taken'
        ? refusedHost(brandingWords[language].host.taken, language)
        : 'not-found'
    if (saved.value.outcome === 'meanwhile')
      return overtakenDomain(detailFields, saved.value, change.actor.timeZone, language)
    const moved = (await currentBrand()).id === domain && typed.host !== shown.host
    if (moved) return { to: movedTo(`${originOf(typed.host)}/sign-in`) }
    return { to: own(domain), done: saved.value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** Saves the colours, or shows what they would look like: then nothing is changed and the form comes back. */
export const saveColours = providerAction(
  { name: 'update-branding-colours', needs: 'domains.manage', form: coloursForm },
  async ({ input: { domain, shown, act, accent, accentDark }, change, language }) => {
    const [use, shade = ''] = act.split(':')
    const colours = {
      accent: (use === 'light' ? shade : accent).toLowerCase(),
      accentDark: (use === 'dark' ? shade : accentDark).toLowerCase(),
    }
    const faults = colourFaults(colours, language)
    const values = seenBefore(colours)
    if (faults) return { refused: fieldWords[language].check.unchanged, fields: faults, values }
    if (act !== 'save') return { refused: words[language].preview.shown, tone: 'info', values }
    const saved = await updateColours(change, domain, colours, shown)
    if (!saved.ok) return 'not-found'
    if (saved.value.outcome === 'meanwhile') {
      const answer = overtakenDomain(colourFields, saved.value, change.actor.timeZone, language)
      return { ...answer, values: { ...answer.values, ...seenBefore(saved.value.merged) } }
    }
    return { to: own(domain), done: saved.value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** A picture is made anew before any connection is held. */
export const savePicture = providerAction<typeof pictureForm, KeptPicture>(
  {
    name: 'replace-brand-picture',
    needs: 'domains.manage',
    form: pictureForm,
    files: ['picture'],
    prepare: ({ input, language }) => madePicture(input, language),
  },
  async ({ input, change, made }) => {
    const replaced = await replacePicture(change, input.domain, input.kind, made)
    if (!replaced.ok) return 'not-found'
    return { to: `${own(input.domain)}/pictures`, done: 'picture-saved' }
  },
)

/** Whoever works on the very host that goes is led to its successor, where they sign in. */
export const retire = providerAction(
  { name: 'retire-branding-domain', needs: 'domains.manage', form: retireForm },
  async ({ input: { domain, successor }, change, language }) => {
    const retired = await retireDomain(change, domain, successor)
    if (!retired.ok) {
      if (retired.refusal === 'not-found') return 'not-found'
      return { refused: brandingWords[language].retire[retired.refusal], overtaken: true }
    }
    if ((await currentBrand()).id === domain)
      return { to: movedTo(`${originOf(retired.value.successorHost)}/sign-in`) }
    return { to: own(domain), done: 'domain-retired' }
  },
)

export const restore = providerAction(
  { name: 'restore-branding-domain', needs: 'domains.manage', form: restoreForm },
  async ({ input: { domain }, change, language }) => {
    const restored = await restoreDomain(change, domain)
    if (restored.ok) return { to: own(domain), done: 'domain-restored' }
    if (restored.refusal === 'not-found') return 'not-found'
    return { refused: brandingWords[language].notRetired, overtaken: true }
  },
)
