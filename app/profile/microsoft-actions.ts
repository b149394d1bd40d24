'use server'

import { personAction, preparedPersonAction } from '#app/_server/action.ts'
import { currentPlace } from '#app/_server/arrive.ts'
import { beginMicrosoft, currentWay, linkingPage, withoutWay } from '#app/_server/microsoft.ts'
import { readingAs } from '#app/_server/session.ts'
import { toConfirm } from '#app/_server/to-confirm.ts'
import { linkHeld, unlink } from '#db/microsoft/link.ts'
import { mustConfirm } from '#db/person/profile.ts'
import { beginLinkForm, unlinkForm } from '#lib/microsoft/forms.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { microsoftProfileWords } from './microsoft-words.ts'

/** On to Microsoft, to link the account that somebody signs in with there; a recent proof of who they are comes first. */
export const beginLink = preparedPersonAction(
  { name: 'begin-microsoft-link', form: beginLinkForm, repeatable: () => true },
  async ({ actor, language }) => {
    if (await readingAs(actor, tx => mustConfirm(tx, actor))) return async () => toConfirm('/profile')
    const { personId } = actor
    return beginMicrosoft({ purpose: 'link', next: linkingPage, personId, choose: true }, language)
  },
)

/** Links what this browser has proved to whoever is signed in. */
export const linkAccount = personAction(
  { name: 'link-microsoft', form: beginLinkForm },
  async ({ tx, actor, language }) => {
    if (await mustConfirm(tx, actor)) return toConfirm(linkingPage)
    const linked = await linkHeld(tx, await currentPlace(), await currentWay(), actor.personId)
    if (linked.ok) return { to: '/profile', done: 'microsoft-linked', cookies: [withoutWay()] }
    if (linked.refusal === 'nothing-held') return { refused: microsoftProfileWords[language].nothing }
    return { refused: microsoftWords[language].link[linked.refusal] }
  },
)

/** Takes one of the person's own Microsoft accounts away; another's is not there. */
export const unlinkAccount = personAction(
  { name: 'unlink-microsoft', form: unlinkForm },
  async ({ tx, actor, input, language }) => {
    if (await mustConfirm(tx, actor)) return toConfirm('/profile')
    const unlinked = await unlink(tx, actor, input.link)
    if (unlinked.ok) return { to: '/profile', done: 'microsoft-unlinked' }
    const refused = microsoftWords[language].unlink[unlinked.refusal]
    if (unlinked.refusal === 'gone') return { refused, overtaken: true }
    return { refused, further: { href: '/reset', label: microsoftProfileWords[language].setPassword } }
  },
)
