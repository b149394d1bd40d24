import { beforehand } from '#components/ui/form-state.ts'
import { brandByHost } from '#db/brand.ts'
import { hostNamed } from '#lib/host.ts'
import { isLanguage, type Language, languages, localeOf, preferredLanguage } from '#lib/language.ts'
import { bareHeaders, bareStyle } from './bare-look.ts'
import { type BareFault, bareStatus, bareWords, firstPageWords } from './bare-words.ts'
import { cookieName } from './cookies.ts'

// Pages for what never becomes a page of the portal: no brand around them, and no framework behind them.

export interface BareAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The headers of a request by which its reader's language is told, and whether a script of ours sent it. */
export type Header = (name: string) => string | null | undefined

/**
 * What a reader gets to read: the language that they chose, else the brand's, else the first that their browser asks for;
 * both where nothing tells.
 */
export function languagesOf(header: Header, ofBrand: Language | null): readonly Language[] {
  const cookies = (header('cookie') ?? '').split(/; */)
  const [, chosen] =
    cookies.map(one => one.split('=')).find(([name]) => name === cookieName('language')) ?? []
  const one = isLanguage(chosen) ? chosen : (ofBrand ?? preferredLanguage(header('accept-language') ?? ''))
  return one ? [one] : languages
}

/** The same where nobody has looked yet whose host this is. */
export async function languagesAt(header: Header): Promise<readonly Language[]> {
  const found = await brandByHost(hostNamed(header('host') ?? '')).catch(() => null)
  return languagesOf(header, found?.brand.defaultLanguage ?? null)
}

interface Asked {
  /** A script of ours asked: it is told by a sentence that its form then shows. */
  readonly byScript?: boolean
  /** The address of the page that was worked on, where it can be loaded again. */
  readonly again?: string
}

/** The whole answer to a request that can't be taken. */
export function bareAnswer(
  fault: BareFault,
  said: readonly Language[],
  { byScript = false, again = '' }: Asked = {},
): BareAnswer {
  const status = bareStatus[fault]
  const texts = said.map(language => ({ language, ...bareWords[language][fault] }))
  if (byScript) {
    const body = beforehand + texts.map(({ title, text }) => `${title}. ${text}`).join(' · ')
    return { status, headers: { ...bareHeaders, 'content-type': 'text/plain' }, body }
  }
  return {
    status,
    headers: bareHeaders,
    body: bareHtml(texts[0]?.title ?? '', texts, wayOn(fault, said, again)),
  }
}

/** To the first page, where it is one of the portal's and no form is to be sent again; from an old page to itself anew. */
function wayOn(fault: BareFault, said: readonly Language[], again: string): string {
  const link = (href: string, word: 'link' | 'again') =>
    `<p><a href="${href}">${said.map(language => firstPageWords[language][word]).join(' · ')}</a></p>`
  if (fault === 'old-page') return link(ownPath(again), 'again')
  return fault === 'no-address' || fault === 'unreadable' ? link('/', 'link') : ''
}

/** An address of this host alone, as it may stand in markup. */
function ownPath(address: string): string {
  const { pathname, search } = new URL(address.replace(/^[/\\]+/, '/'), 'http://own.invalid')
  return `${pathname}${search}`.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll("'", '%27')
}

interface Said {
  readonly language: Language
  readonly title: string
  readonly text: string
}

/** One page in one language, or in several below each other; `more` is markup that belongs to all of them. */
export function bareHtml(title: string, texts: readonly Said[], more = ''): string {
  const sections = texts.map(
    ({ language, ...said }, at) =>
      `<section lang="${localeOf(language)}"><h${at + 1}>${said.title}</h${at + 1}><p>${said.text}</p></section>`,
  )
  return `<!doctype html><html lang="${localeOf(texts[0]?.language ?? 'en')}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${bareStyle}</style>
<main>${sections.join('')}${more}</main></html>`
}
