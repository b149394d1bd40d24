import type pg from 'pg'
import type { Problems } from '#lib/import/problem.ts'
import { peopleChecks } from './check-people.ts'
import { accountChecks, type Check, ownedChecks, partnerChecks, relationshipChecks } from './check-things.ts'

const all: readonly Check[] = [
  ...accountChecks,
  ...partnerChecks,
  ...relationshipChecks,
  ...peopleChecks,
  ...ownedChecks,
]

/** Tells whatever is wrong between rows, and between rows and the portal: as many as are still kept, the rest counted. */
export async function check(client: pg.ClientBase, problems: Problems): Promise<void> {
  for (const one of all) await put(client, problems, one)
}

/** Puts one question. */
export async function put(
  client: pg.ClientBase,
  problems: Problems,
  { file, column, code, sql }: Check,
): Promise<void> {
  const answer = await client.query<{
    line: number
    value: string | null
    other: string | null
    whole: number
  }>(
    `select line, value, other, count(*) over ()::int as whole from (${sql}) found order by line limit ${problems.room + 1}`,
  )
  for (const { line, value, other } of answer.rows)
    problems.add({ file, line, column, code, value: value ?? '', other: other ?? '' })
  problems.addMore((answer.rows[0]?.whole ?? 0) - answer.rows.length)
}
