const base = 'https://portal.invalid'

/** A path of this host with its parts told apart; whose host it is does not matter. */
export function partsOfPath(path: string): URL {
  return new URL(path, base)
}

/** Reads where somebody wanted to go: a path on this very host, or the start page for anything else. */
export function localPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || text.length > 2000) return '/'
  if (!URL.canParse(text, base)) return '/'
  const url = partsOfPath(text)
  // What machines ask for is no place for a person to arrive at.
  if (url.origin !== base || /^\/(?:\/|api\/)/.test(url.pathname)) return '/'
  url.searchParams.delete('done')
  return url.pathname + url.search
}
