import type { ImportAnswer } from '#db/import/import.ts'
import { importFiles } from '#lib/import/files.ts'
import { fileNouns, leftWords, problemText } from '#lib/import/words.ts'
import { shownCell } from '#lib/shown-cell.ts'

type Told = Extract<ImportAnswer, { kind: 'problems' | 'done' }>

const number = (count: number) => count.toLocaleString('en-CA')

/** What the terminal is told in the end. */
export function reportOf(
  answer: Told,
  { apply, invite }: { readonly apply: boolean; readonly invite: boolean },
): string {
  if (answer.kind === 'problems') return problems(answer)
  const counts = importFiles.flatMap(file => {
    const { new: fresh, changed, same, left } = answer.counts[file]
    if (fresh + changed + same + left === 0) return []
    const parts = [`${number(fresh)} new`, `${number(changed)} changed`, `${number(same)} as they are`]
    if (left > 0) parts.push(`${number(left)} left alone`)
    return [`  ${fileNouns[file].padEnd(22)} ${parts.join(', ')}`]
  })
  const nothing = importFiles.every(file => answer.counts[file].new + answer.counts[file].changed === 0)
  const end = nothing
    ? 'Nothing to do: everything is as the files say.'
    : apply
      ? taken(answer, invite)
      : look
  const more = answer.letters > 0 && nothing ? taken(answer, invite) : ''
  return ['', ...counts, ...details(answer), '', end, more]
    .filter((line, at) => line !== '' || at < counts.length + 3)
    .join('\n')
    .trimEnd()
}

const look = 'This was only a look: nothing was written. Run it again with --apply.'

function taken({ letters }: Extract<Told, { kind: 'done' }>, invite: boolean): string {
  if (!invite)
    return 'All of it is taken in. No letters were written; --invite writes to those who have had none.'
  return `All of it is taken in. ${number(letters)} activation letters are in the outbox.`
}

function details({ told }: Extract<Told, { kind: 'done' }>): readonly string[] {
  return told.map(({ file, line, what, why, changes }) => {
    const said = why
      ? `left alone: ${leftWords[why] ?? why}`
      : Object.entries(changes ?? {})
          .map(([field, [old, fresh]]) => `${field} ${shownCell(old)} → ${shownCell(fresh)}`)
          .join(', ')
    return `  ${file}.csv, line ${line}, ${what}: ${said}`
  })
}

function problems({ count, problems: kept }: Extract<Told, { kind: 'problems' }>): string {
  const rest = count - kept.length
  return [
    ...kept.map(problemText),
    ...(rest > 0 ? [`… and ${number(rest)} more.`] : []),
    '',
    `${number(count)} ${count === 1 ? 'problem' : 'problems'}. Nothing was taken in.`,
  ].join('\n')
}
