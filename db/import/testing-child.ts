// One import in a process of its own, so that its time and its memory are its alone: DATABASE_URL, rows, apply or look.
import pg from 'pg'
import { problemText } from '#lib/import/words.ts'
import { takeIn } from './import.ts'
import { folderOf } from './testing-folder.ts'

const [rows = '0', how] = process.argv.slice(2)
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
const start = performance.now()
const answer = await takeIn(client, {
  provider: 'northwind',
  sources: folderOf(Number(rows)),
  apply: how === 'apply',
  inviteWith: null,
})
const milliseconds = performance.now() - start
await client.end()
if (answer.kind === 'problems') throw new Error(answer.problems.slice(0, 9).map(problemText).join('\n'))
if (answer.kind !== 'done') throw new Error(answer.kind)
const { counts, events } = answer
console.log(
  JSON.stringify({ counts, events, milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }),
)
