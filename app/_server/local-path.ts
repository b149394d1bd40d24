/** Reads where somebody wanted to go: a path on this very host, or the start page for anything else. */
export function localPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || text.length > 2000) return '/'
  const base = 'https://portal.invalid'
  if (!URL.canParse(text, base)) return '/'
  const url = new URL(text, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return '/'
  url.searchParams.delete('done')
  return url.pathname + url.search
}
