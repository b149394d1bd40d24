import { NextResponse } from 'next/server'
import { environment } from '#lib/env.ts'
import { hostShown } from '#lib/host.ts'
import { isSameMark, keyedMark } from '#lib/keyed-mark.ts'
import type { Language } from '#lib/language.ts'
import { bareHtml } from './bare-answer.ts'
import { asText, bareHeaders } from './bare-look.ts'
import { movedWords } from './bare-words.ts'

// Whoever takes away the host that they work on can't be led to another one by the answer to their form: browsers let no
// form lead from one origin to another (form-action 'self'). So the answer leads to a page at the old host, which no
// longer is anybody's, and from there a link leads on.

const path = '/moved'

/** Where the browser goes after its own host was taken away: a page of this host that leads on to that address. */
export function movedTo(address: string): string {
  return `${path}?${new URLSearchParams({ to: address, seal: seal(address) })}`
}

/** That page, made by the proxy for any host; null where something else is asked for, or somebody else made the address. */
export function movedPage(
  { pathname, searchParams }: URL,
  languages: readonly Language[],
): NextResponse | null {
  const to = searchParams.get('to')
  if (pathname !== path || !to) return null
  if (!isSameMark(searchParams.get('seal') ?? '', seal(to))) return null
  const link = `<ul><li><a href="${asText(to)}">${asText(hostShown(new URL(to).host))}</a></li></ul>`
  const said = languages.map(language => ({ language, ...movedWords[language] }))
  return new NextResponse(bareHtml('Latchkey', said, link), { headers: bareHeaders })
}

function seal(address: string): string {
  return keyedMark('moved', address, environment().AUTH_SECRET)
}
