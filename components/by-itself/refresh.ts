import type { useRouter } from 'next/navigation'
import { byItselfCookie } from '#lib/by-itself.ts'

/** Shows the page as it is by now, with nobody's hand on it: that keeps no session from going idle. */
export function refreshByItself(router: ReturnType<typeof useRouter>): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the newer way is not in every browser yet; it says nothing and lasts seconds
  document.cookie = `${byItselfCookie}=1; path=/; max-age=4; samesite=lax`
  router.refresh()
}
