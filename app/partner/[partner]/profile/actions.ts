'use server'

import { partnerAction } from '#app/_server/action.ts'
import { replaceShareCode } from '#db/partner/replace-share.ts'
import { replaceShareForm } from '#lib/partner/share.ts'
import { words } from './words.ts'

/** Gives the firm another share URL; the old one leads nowhere any more. */
export const replaceShare = partnerAction(
  { name: 'replace-share-url', form: replaceShareForm, only: 'administrators' },
  async ({ input, change, language }) => {
    const replaced = await replaceShareCode(change, input.shown)
    if (replaced.ok) return { to: `/partner/${change.partner.slug}/profile`, done: 'share-url-replaced' }
    return { refused: words[language].meanwhile(replaced.seen?.by ?? null), overtaken: true }
  },
)
