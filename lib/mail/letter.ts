import type { Brand } from '#lib/branding/brand.ts'
import type { Language } from '#lib/language.ts'

/** One line of the small table of facts. `more` stands behind the value: a time's distance, a name's firm. */
export interface FactRow {
  readonly label: string
  readonly value: string
  readonly more?: string
}

/** What a letter is put together from. HTML and plain text are two renderings of the same blocks. */
export type Block =
  /** The one sentence that says what happened. */
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  /** What somebody typed, shown as they typed it and as plain text. */
  | { readonly kind: 'quote'; readonly label: string; readonly text: string }
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly label: string; readonly code: string }
  /** The one button, with its address as text below it. `path` begins with a slash. */
  | { readonly kind: 'button'; readonly label: string; readonly path: string }
  /** What else can be done, in a line with an address of its own; never the main thing. */
  | { readonly kind: 'link'; readonly text: string; readonly label: string; readonly path: string }
  /** Why this letter came, in small print. */
  | { readonly kind: 'note'; readonly text: string }

/** What a letter says, before any brand or markup. */
export interface LetterText {
  readonly subject: string
  /** What mail programs show behind the subject. */
  readonly preview: string
  readonly blocks: readonly Block[]
}

/** Whose letters it wears. */
export type LetterBrand = Pick<
  Brand,
  | 'host'
  | 'name'
  | 'accent'
  | 'accentDark'
  | 'supportName'
  | 'supportEmail'
  | 'supportPhone'
  | 'logoVersion'
  | 'hasLogo'
> & {
  /** Of the branding domain's row and the settings, never of a request. */
  readonly origin: string
}

/** On whose side of the door the recipient stands. */
export type ReaderSide = 'account' | 'partner'

/** Who reads the letter, and when. Times are told in their zone, in their language. */
export interface Reader {
  readonly name: string
  readonly address: string
  readonly side: ReaderSide
  readonly language: Language
  readonly zone: string
  readonly now: Date
  readonly brand: LetterBrand
}
