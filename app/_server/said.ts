import 'server-only'
import { headers } from 'next/headers'
import type { Overtaken } from '#components/ui/overtaken-store.ts'

// Without JavaScript a form's answer is the page itself, made anew in the same request, and the form may be gone from it:
// somebody else was quicker, or the session is over. What was to be said, and what was typed, is then kept for the page
// by the request, which ends with it.

const said = new WeakMap<object, Overtaken>()

/** Keeps it for the page that answers this post. */
export async function sayOnThisPage(overtaken: Overtaken): Promise<void> {
  said.set(await headers(), overtaken)
}

/** What the page that is being made has to say of the form that was posted to it; null where nothing. */
export async function saidOnThisPage(): Promise<Overtaken | null> {
  return said.get(await headers()) ?? null
}

/** Whether a form was posted by the browser itself, so that a whole page answers it. */
export async function isPlainPost(): Promise<boolean> {
  return !(await headers()).has('next-action')
}
