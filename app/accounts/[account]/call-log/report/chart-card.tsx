import { Card } from '#components/ui/card.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import { type Bar, topOf } from '#lib/call-log/report.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from '../words.ts'

interface ChartCardProps {
  readonly id: string
  readonly title: string
  /** What stands over the labels of the bars in the table. */
  readonly column: string
  readonly bars: readonly Bar[]
  /** Every so manieth bar is named below it. */
  readonly every: number
  readonly language: Language
}

/** A chart, and under it the same as a table: who can't see the one reads the other. */
export function ChartCard({ id, title, column, bars, every, language }: ChartCardProps) {
  const words = catalogue[language]
  const count = (n: number) => wholeNumber(n, language)
  return (
    <Card id={id} title={title}>
      <Key language={language} />
      <Chart shape="wide" {...{ id, title, bars, every, language }} />
      <Chart shape="narrow" {...{ id, title, bars, every, language }} />
      <details className="disclosure mt-3">
        <summary>{words.asTable}</summary>
        <LongTable
          caption={title}
          columns={[
            { id: 'label', label: column, rowHeading: true },
            { id: 'calls', label: words.calls, align: 'end' },
            { id: 'answered', label: words.answered, align: 'end' },
          ]}
          rows={bars.map(bar => ({
            cells: { label: bar.label, calls: count(bar.calls), answered: count(bar.answered) },
          }))}
        />
      </details>
    </Card>
  )
}

/** Which part of a bar is what: drawn and named, so that no colour has to say it alone. */
function Key({ language }: { language: Language }) {
  const words = catalogue[language]
  return (
    <ul className="chart-key" aria-hidden="true">
      <li>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <rect width="12" height="12" rx="2" className="chart-answered" />
        </svg>
        {words.answered}
      </li>
      <li>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <rect x="0.75" y="0.75" width="10.5" height="10.5" rx="2" className="chart-rest" />
        </svg>
        {words.calls}
      </li>
    </ul>
  )
}

/** A drawing of its own where there is little room: shrunk, nobody could read the one that is made for a table. */
const shapes = {
  wide: { width: 720, height: 220, left: 44, bottom: 26, top: 10, sparse: 1 },
  narrow: { width: 300, height: 190, left: 34, bottom: 26, top: 10, sparse: 2 },
} as const

type ChartProps = Omit<ChartCardProps, 'column'> & { readonly shape: keyof typeof shapes }

function Chart({ id, title, bars, every, language, shape }: ChartProps) {
  const words = catalogue[language]
  const { width, height, left, bottom, top: above, sparse } = shapes[shape]
  const top = topOf(bars)
  const most = bars.reduce((max, bar) => (bar.calls > max.calls ? bar : max), bars[0] ?? noBar)
  const step = (width - left) / bars.length
  const wide = Math.min(step * 0.7, 48)
  const y = (calls: number) => height - bottom - (calls / top) * (height - above - bottom)
  const named = every === 1 ? 1 : every * sparse
  const name = `${id}-${shape}`
  return (
    <svg
      className="chart"
      data-shape={shape}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={name}
    >
      <title id={name}>{words.chart(title, wholeNumber(most.calls, language), most.label)}</title>
      {[0, top / 2, top].map(value => (
        <g key={value}>
          <line x1={left} x2={width} y1={y(value)} y2={y(value)} className="chart-line" />
          {Number.isInteger(value) && (
            <text x={left - 8} y={y(value) + 4} textAnchor="end" className="chart-text">
              {wholeNumber(value, language)}
            </text>
          )}
        </g>
      ))}
      {bars.map((bar, at) => {
        const x = left + step * at + (step - wide) / 2
        const part = { x, width: wide }
        return (
          <g key={bar.label}>
            <rect {...part} y={y(bar.calls)} height={y(0) - y(bar.calls)} className="chart-rest" />
            <rect {...part} y={y(bar.answered)} height={y(0) - y(bar.answered)} className="chart-answered" />
            {at % named === 0 && (
              <text x={x + wide / 2} y={height - 8} textAnchor="middle" className="chart-text">
                {shape === 'wide' ? bar.label : bar.short}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

const noBar: Bar = { label: '', short: '', calls: 0, answered: 0 }
