/** Reads where somebody wanted to go: a path on this very host, or the start page for anything else. */
export function localPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || text.length > 2000) return '/'
  const base = 'https://portal.invalid'
  if (!URL.canParse(text, base)) return '/'
  const url = new URL(text, base)
  // What machines ask for is no place for a person to arrive at.
  if (url.origin !== base || /^\/(?:\/|api\/)/.test(url.pathname)) return '/'
  url.searchParams.delete('done')
  return url.pathname + url.search
}
