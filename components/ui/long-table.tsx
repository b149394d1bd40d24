import { toneIcon } from './badge.tsx'
import { buttonLook } from './button-look.ts'
import { type IconName, shapes } from './icon.tsx'
import { element, joined, lone, type Markup, text } from './markup.ts'
import { type Column, meaning } from './table.tsx'
import type { Tone } from './tone.ts'

/** What stands in a cell, as data. */
export type Piece = string | PieceLink | PieceBadge | PieceTime | PieceButton

export interface PieceLink {
  readonly href: string
  readonly text: string
  readonly id?: string
  /** The id of what says which row it belongs to. */
  readonly describedBy?: string
  /** A box before it, by which the row is chosen for a form that stands elsewhere. */
  readonly choose?: {
    /** The id of that form. */
    readonly form: string
    readonly name: string
    readonly value: string
    readonly label: string
  }
}

export interface PieceBadge {
  readonly tone: Tone
  readonly icon?: IconName
  readonly text: string
}

export interface PieceTime {
  readonly at: Date
  readonly text: string
  readonly title?: string | undefined
  /** What `Ticker` keeps true. */
  readonly span?: string | undefined
}

/** Sends the one form that stands around the table, to an address of its own. */
export interface PieceButton {
  readonly sendsTo: string
  readonly name: string
  readonly value: string
  readonly text: string
  /** The id of what says which row it belongs to. */
  readonly describedBy: string
}

/** One piece, or two lines: what counts, and under it what explains. */
export type LongCell = Piece | readonly [first: Piece, second: Piece | null] | null

export interface LongRow<Id extends string> {
  readonly cells: Readonly<Record<Id, LongCell>>
  readonly faded?: boolean
}

interface LongTableProps<Id extends string> {
  /** Said to screen readers; the card around it has the visible title. */
  readonly caption: string
  readonly columns: readonly Column<Id>[]
  readonly rows: readonly LongRow<Id>[]
}

/**
 * The same table as `Table`, for lists of many rows: its cells are data, and it is written as text. React makes every
 * element three times over (for the answer, out of it again, and as HTML), which for 25 rows cost more than all the rest
 * of the page. long-table.test.tsx holds that both write the same.
 */
export function LongTable<Id extends string>({ caption, columns, rows }: LongTableProps<Id>) {
  const table = element(
    'table',
    { ...meaning.table, class: 'table' },
    element('caption', { class: 'sr-only' }, text(caption)),
    element('thead', meaning.group, element('tr', meaning.row, ...columns.map(heading))),
    element('tbody', meaning.group, ...rows.map(row => rowOf(columns, row))),
  )
  // Only buttons need a form; it sends by GET, being told nothing else.
  const Around = columns.some(column => column.hideLabel) ? 'form' : 'div'
  // biome-ignore lint/security/noDangerouslySetInnerHtml: Markup escapes every text; its type lets no other string in.
  return <Around className="table-scroll" dangerouslySetInnerHTML={{ __html: table }} />
}

function heading({ label, hideLabel, align, narrow }: Column<string>): Markup {
  return element(
    'th',
    { ...meaning.columnHeading, 'data-align': align, 'data-narrow': narrow, 'data-acts': hideLabel },
    hideLabel ? element('span', { class: 'sr-only' }, text(label)) : text(label),
  )
}

function rowOf<Id extends string>(columns: readonly Column<Id>[], { cells, faded }: LongRow<Id>): Markup {
  const all = columns.map(({ id, label, rowHeading, hideLabel, align }) => {
    const content = cellContent(cells[id])
    if (rowHeading) return element('th', { ...meaning.rowHeading, 'data-align': align }, content)
    const named = hideLabel ? undefined : label
    return element(
      'td',
      { ...meaning.cell, 'data-align': align, 'data-label': named, 'data-acts': hideLabel },
      content,
    )
  })
  return element('tr', { ...meaning.row, 'data-faded': faded }, ...all)
}

function cellContent(cell: LongCell): Markup {
  if (cell === null) return joined([])
  if (!isTwoLines(cell)) return written(cell)
  const [first, second] = cell
  return second
    ? joined([written(first), element('span', { class: 'second-line' }, written(second))])
    : written(first)
}

function isTwoLines(cell: Piece | readonly [Piece, Piece | null]): cell is readonly [Piece, Piece | null] {
  return Array.isArray(cell)
}

function written(piece: Piece): Markup {
  if (typeof piece === 'string') return text(piece)
  const said = text(piece.text)
  if ('href' in piece) {
    const { href, id, describedBy, choose } = piece
    const link = element('a', { href, id, 'aria-describedby': describedBy }, said)
    return choose ? joined([box(choose), link]) : link
  }
  if ('tone' in piece) return badge(piece, said)
  if ('at' in piece) {
    const { at, title, span } = piece
    return element('time', { datetime: at.toISOString(), title, 'data-span': span }, said)
  }
  const { className, ...look } = buttonLook({ size: 'small' })
  const { sendsTo, name, value, describedBy } = piece
  const sends = { type: 'submit', formaction: sendsTo, name, value }
  return element('button', { ...sends, 'aria-describedby': describedBy, class: className, ...look }, said)
}

function box({ form, name, value, label }: NonNullable<PieceLink['choose']>): Markup {
  return lone('input', { type: 'checkbox', class: 'choose', form, name, value, 'aria-label': label })
}

function badge({ tone, icon = toneIcon[tone] }: PieceBadge, said: Markup): Markup {
  return element('span', { class: 'badge', 'data-tone': tone }, drawing(icon), said)
}

function drawing(icon: IconName): Markup {
  const size = { viewBox: '0 0 20 20', width: 16, height: 16 }
  const silent = { 'aria-hidden': 'true', focusable: 'false' }
  const path = element('path', { d: shapes[icon] })
  return element('svg', { class: 'icon', 'data-icon': icon, ...size, ...silent }, path)
}
