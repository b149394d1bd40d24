import 'server-only'
import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import type { z } from 'zod'
import type { FormState } from '#components/ui/form-state.ts'
import type { Overtaken } from '#components/ui/overtaken-store.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { currentPath } from './brand.ts'
import { refusedState, writtenIn } from './form-data.ts'
import { isPlainPost, sayOnThisPage } from './said.ts'

type Typed = Readonly<Record<string, string | string[]>>

/** The page comes as it is by now, and says on top what became of the form: with JavaScript Form does, else the page itself. */
export async function overtake(
  what: Pick<Overtaken, 'message' | 'further'>,
  typed: Typed,
  form: z.ZodObject,
  language: Language,
): Promise<void> {
  if (!(await isPlainPost())) return refresh()
  await sayOnThisPage({ ...what, about: null, typed: writtenIn(typed, form, language) })
}

/** The page around a refused form comes as it is by now, where the form stays and what it offers may be others. */
export async function bringPageAnew(): Promise<void> {
  if (!(await isPlainPost())) refresh()
}

/**
 * Whoever was signed out while a form stood open keeps what they typed: with JavaScript in the form, beside which they
 * sign in; without, on the page that answers, since theirs can't be made for them again.
 */
export async function signedOut(fields: Typed, form: z.ZodObject, language: Language): Promise<FormState> {
  const words = fieldWords[language]
  const href = `/sign-in?next=${encodeURIComponent(await currentPath())}`
  const further = { href, label: words.signIn }
  if (await isPlainPost()) {
    await sayOnThisPage({
      message: words.goneOut,
      further,
      about: null,
      typed: writtenIn(fields, form, language),
    })
    notFound()
  }
  const { once: _, ...typed } = fields
  return refusedState(words.signedOut, {}, typed, { further: { ...further, newTab: true } })
}
