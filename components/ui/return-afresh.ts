let watching = false

/**
 * Going back or forward shows the router's own copy of a page, and what it says may no longer be so: somebody who has
 * lost access would still see it, and a grant that was revoked would still stand there. So the page is asked for again.
 *
 * Once begun it goes on for the life of the document: the router takes the page that is left down while the step is
 * being told, with whatever listened on its behalf, and tells those that began after it last.
 */
export function returnAfresh(): void {
  if (watching) return
  watching = true
  window.addEventListener('popstate', onReturn)
  window.addEventListener('pageshow', onShow)
}

/** Milliseconds. A browser that is still on its way through its history drops a reload without a word. */
const triesAt = [50, 300, 1000]

function onReturn() {
  const tries = triesAt.map(after => setTimeout(() => location.reload(), after))
  const enough = () => tries.forEach(clearTimeout)
  // It has begun; another would begin it over again.
  window.addEventListener('beforeunload', enough, { once: true })
  // A step between two places of the same page brings no other page, and must not cost what was typed in it.
  const withinPage = ({ oldURL, newURL }: HashChangeEvent) => {
    if (bare(oldURL) === bare(newURL)) enough()
  }
  window.addEventListener('hashchange', withinPage, { once: true })
}

/** The browser kept the whole page as it was left. */
function onShow({ persisted }: PageTransitionEvent) {
  if (persisted) location.reload()
}

function bare(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
