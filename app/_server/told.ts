import 'server-only'
import { cookies } from 'next/headers'
import type { Flash } from '#components/frame/types.ts'
import type { Language } from '#lib/language.ts'
import { currentPath } from './brand.ts'
import { type CookieChange, cookieName } from './cookies.ts'
import { doneTone, doneWords, isDoneCode } from './done.ts'
import { partsOfPath } from './local-path.ts'

// A change ends on a page whose address names the sentence to be shown. Anybody can write such an address into a link,
// so the browser is given the same, out of sight: only what was done in this browser, a moment ago, is told.

const seconds = 300
const cookie = () => cookieName('told')

/** What the browser is to remember of an answer that leads to `to`; null where nothing is told there. */
export function tellsAt(to: string): CookieChange | null {
  const { pathname, searchParams } = partsOfPath(to)
  const code = searchParams.get('done')
  return code === null ? null : { name: cookie(), value: `${code} ${pathname}`, maxAge: seconds }
}

/** What this page is to tell, where its address says so and this browser did it. */
export async function toldHere(code: unknown, language: Language): Promise<Flash | null> {
  if (!isDoneCode(code)) return null
  const { pathname } = partsOfPath(await currentPath())
  const kept = (await cookies()).get(cookie())?.value
  return kept === `${code} ${pathname}` ? { tone: doneTone(code), text: doneWords[language][code] } : null
}
