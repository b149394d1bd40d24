import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Id extends string> = {
  id: Id
  label: string
  /** For the column of buttons: its heading is for screen readers alone, and it stays in reach when the table scrolls. */
  hideLabel?: boolean | undefined
  align?: 'start' | 'end' | undefined
  /** The cell that names the row: a heading for screen readers, the title of the card on a phone. */
  rowHeading?: boolean | undefined
  /** A column that is as narrow as its content. */
  narrow?: boolean | undefined
}

export type Row<Id extends string> = {
  key: string
  /** One entry per column; a missing one does not compile. */
  cells: Readonly<Record<Id, ReactNode>>
  /** Lifts the row out: what waits for the reader. Say why in words, too. */
  highlight?: 'waiting' | undefined
  /** Ended, for reference only. */
  faded?: boolean | undefined
}

type TableProps<Id extends string> = {
  /** Says what the table holds; shown above it unless hidden. */
  caption: ReactNode
  hideCaption?: boolean | undefined
  columns: readonly Column<Id>[]
  rows: readonly Row<Id>[]
  className?: string | undefined
}

// Browsers forget what a table means once its display changes, as it does on a phone: the roles say it again.
export const meaning = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeading: { role: 'columnheader', scope: 'col' },
  rowHeading: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const

/** A table that becomes a list of cards under 640 px, from the same markup. */
export function Table<Id extends string>({ caption, hideCaption, columns, rows, className }: TableProps<Id>) {
  return (
    <div className="table-scroll">
      <table {...meaning.table} className={classNames('table', className)}>
        <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
        <thead {...meaning.group}>
          <tr {...meaning.row}>
            {columns.map(column => (
              <th
                key={column.id}
                {...meaning.columnHeading}
                data-align={column.align}
                data-narrow={column.narrow}
                data-acts={column.hideLabel}
              >
                {column.hideLabel ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...meaning.group}>
          {rows.map(row => (
            <tr
              key={row.key}
              {...meaning.row}
              data-highlight={row.highlight}
              data-faded={row.faded || undefined}
            >
              {columns.map(column => tableCell(column, row.cells[column.id]))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function tableCell<Id extends string>(column: Column<Id>, content: ReactNode) {
  const look = {
    'data-align': column.align,
    'data-label': column.hideLabel ? undefined : column.label,
    'data-acts': column.hideLabel,
  }
  if (column.rowHeading)
    return (
      <th key={column.id} {...meaning.rowHeading} data-align={column.align}>
        {content}
      </th>
    )
  return (
    <td key={column.id} {...meaning.cell} {...look}>
      {content}
    </td>
  )
}

/** A cell of two lines: what counts, and under it what explains. Long lists have hundreds of them: no element too many. */
export function TwoLines({ first, second }: { first: ReactNode; second?: ReactNode }) {
  if (!second) return first
  return (
    <>
      {first}
      <span className="second-line">{second}</span>
    </>
  )
}

/** What a row offers: one button, the rest in a `Menu`. */
export function RowActions({ children }: { children: ReactNode }) {
  return <div className="row-actions">{children}</div>
}
