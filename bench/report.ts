import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '#scripts/project.ts'
import { type Figure, type Finding, isMet, rounded } from './figure.ts'

/** What a measure came to, with its name. */
export interface Reported {
  readonly number: number
  readonly title: string
  readonly seconds: number
  readonly finding: Finding
}

const jsonFile = join(root, 'docs', 'bench.json')
const readme = join(root, 'README.md')
const mark = '<!-- bench -->'

export function lineOf(figure: Figure): string[] {
  const { what, ours, against, tries } = figure
  return [what, ours, against, resultOf(figure), targetOf(figure), isMet(figure) ? 'yes' : 'no', tries]
}

function resultOf({ value, unit }: Figure): string {
  return unit === '×' ? `${rounded(value)}×` : `${rounded(value)} ${unit}`
}

function targetOf({ target, unit }: Figure): string {
  if (!target) return '–'
  const [sign, limit] = 'most' in target ? ['≤', target.most] : ['≥', target.least]
  return unit === '×' ? `${sign} ${limit}×` : `${sign} ${limit} ${unit}`
}

const heads = ['measure', 'ours', 'against', 'result', 'target', 'met', 'tries']

/** One measure for the screen. */
export function screenOf({ number, title, seconds, finding }: Reported): string {
  const rows = [heads, ...finding.figures.map(lineOf)]
  const widths = heads.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const lines = rows.map(row => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
  const notes = finding.notes.map(note => `  · ${note}`)
  return [`\n${number}. ${title} (${seconds.toFixed(0)} s)`, ...lines, ...notes].join('\n')
}

interface Saved {
  readonly measuredAt: string
  readonly machine: string
  readonly cores: string
  readonly quick: boolean
  readonly measures: readonly Reported[]
}

/** Writes JSON and README; measures that were not run this time keep what they had. */
export function save(now: Omit<Saved, 'machine' | 'measuredAt'>): void {
  const measuredAt = new Date().toISOString()
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, PostgreSQL 18`
  const old = savedBefore().filter(one => !now.measures.some(({ number }) => number === one.number))
  const measures = [...old, ...now.measures].sort((a, b) => a.number - b.number)
  const saved: Saved = { measuredAt, machine, ...now, measures }
  mkdirSync(join(root, 'docs'), { recursive: true })
  writeFileSync(jsonFile, `${JSON.stringify(saved, null, 2)}\n`)
  const text = readFileSync(readme, 'utf8')
  const [before = '', , ...after] = text.split(mark)
  const rest = after.join(mark)
  writeFileSync(readme, `${before}${mark}\n\n${markdownOf(saved)}\n\n${mark}${rest || '\n'}`)
}

function savedBefore(): readonly Reported[] {
  try {
    return (JSON.parse(readFileSync(jsonFile, 'utf8')) as Saved).measures
  } catch {
    return []
  }
}

const most = 8

/** Of a figure for each page the README tells the largest; the JSON has them all. */
function shortOf(figures: readonly Figure[]): readonly Figure[] {
  const [worst] = [...figures].sort((a, b) => b.value - a.value)
  if (figures.length <= most || !worst) return figures
  return [{ ...worst, what: `${worst.what}, the most of ${figures.length} pages` }]
}

function markdownOf({ measures, machine, cores, measuredAt }: Saved): string {
  const rows = measures.flatMap(({ number, title, finding }) =>
    shortOf(finding.figures).map(figure => {
      const [what = '', ...cells] = lineOf(figure)
      return `| ${number} | ${title}: ${what} | ${cells.join(' | ')} |`
    }),
  )
  return [
    '## Measured',
    '',
    `By \`npm run bench\` on ${measuredAt.slice(0, 10)}: ${machine}; ${cores}. Every ratio is of both sides within one run, in alternating order, the median of the rounds’ ratios. What exactly was compared stands in [docs/bench.json](docs/bench.json).`,
    '',
    `| # | ${heads.join(' | ')} |`,
    `| --- | ${heads.map(() => '---').join(' | ')} |`,
    ...rows,
  ].join('\n')
}
