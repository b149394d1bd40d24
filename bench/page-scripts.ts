import { gzipSync } from 'node:zlib'

/** The scripts that a browser of today loads for a page: those for old ones are left out on both sides. */
export function scriptsIn(html: string): string[] {
  const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, head = '']) => head)
  const found = tags.flatMap(head =>
    /nomodule/i.test(head) ? [] : (/\ssrc="([^"]+)"/.exec(head)?.[1] ?? []),
  )
  return [...new Set(found)]
}

/** What a file weighs on its way. */
export const zipped = (content: Buffer) => gzipSync(content, { level: 6 }).length
