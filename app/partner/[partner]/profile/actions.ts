'use server'

import { partnerAction } from '#app/_server/action.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { bringPageAnew } from '#app/_server/too-late.ts'
import { endCalendar, makeCalendar } from '#db/partner/calendar.ts'
import { replaceShareCode } from '#db/partner/replace-share.ts'
import { environment, originOf } from '#lib/env.ts'
import { calendarForm, calendarPath, calendarToken } from '#lib/partner/calendar.ts'
import { replaceShareForm } from '#lib/partner/share.ts'
import { calendarWords } from './calendar-words.ts'
import { words } from './words.ts'

const profile = (slug: string) => `/partner/${slug}/profile`

/** Gives the firm another share URL; the old one leads nowhere any more. */
export const replaceShare = partnerAction(
  { name: 'replace-share-url', form: replaceShareForm, only: 'administrators' },
  async ({ input, change, language }) => {
    const replaced = await replaceShareCode(change, input.shown)
    if (replaced.ok) return { to: profile(change.partner.slug), done: 'share-url-replaced' }
    return { refused: words[language].meanwhile(replaced.seen?.by ?? null), overtaken: true }
  },
)

/** Gives the reader's own calendar an address, or another one, and shows it: here and once. */
export const makeOwnCalendar = partnerAction(
  { name: 'make-calendar', form: calendarForm },
  async ({ change, once, language }) => {
    const { AUTH_SECRET: secret } = environment()
    const token = calendarToken(change.partner.staffId, once, secret)
    await makeCalendar(change, token)
    // The card around the form says by now that there is one.
    await bringPageAnew()
    return {
      shown: `${originOf((await currentBrand()).host)}${calendarPath(token)}`,
      message: calendarWords[language].made,
    }
  },
)

/** Switches the reader's own calendar off. */
export const endOwnCalendar = partnerAction(
  { name: 'end-calendar', form: calendarForm },
  async ({ change }) => {
    await endCalendar(change)
    return { to: profile(change.partner.slug), done: 'calendar-ended' }
  },
)
