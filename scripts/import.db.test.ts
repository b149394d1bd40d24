import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '#db/demo/load.ts'
import { freshDatabase } from '#db/testing.ts'
import { root } from './project.ts'

const database = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'latchkey-import-'))
const sample = join(root, 'docs', 'import-sample')
beforeAll(async () => {
  await loadDemo(database.url)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

const env = { ...process.env, DATABASE_URL: database.url, INIT_CWD: root }
const command = (...args: string[]) => [
  '--disable-warning=ExperimentalWarning',
  join(root, 'scripts', 'import.ts'),
  ...args,
]

/** As `npm run import` runs it. */
function imported(...args: string[]) {
  return promisify(execFile)(process.execPath, command(...args), { env }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (fault: { code: number; stdout: string; stderr: string }) => ({
      code: fault.code,
      said: fault.stdout + fault.stderr,
    }),
  )
}
const count = async (table: string) =>
  (await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

test('the sample is looked at, taken in, and has nothing more to do', async () => {
  const before = await count('account')
  const look = await imported('docs/import-sample', '--provider', 'northwind')
  expect(look).toMatchObject({ code: 0, said: expect.stringContaining('This was only a look') })
  expect(await count('account')).toBe(before)
  const done = await imported(sample, '--provider', 'northwind', '--apply', '--invite')
  expect(done.said).toContain('All of it is taken in. 5 activation letters are in the outbox.')
  expect(done.said).toMatch(/accounts +3 new, 0 changed, 0 as they are/)
  // No terminal: whole lines, and nothing that moves a cursor.
  expect(done.said).toContain('Read 100 % (trials.csv)')
  expect(done.said).not.toContain('\u001b')
  expect((await imported(sample, '--provider', 'northwind', '--apply')).said).toContain(
    'Nothing to do: everything is as the files say.',
  )
  expect(await count('account')).toBe((before ?? 0) + 3)
})

test('problems are told with file, line, column and cure, and the command fails', async () => {
  cpSync(sample, folder, { recursive: true })
  writeFileSync(
    join(folder, 'partners.csv'),
    'partner,name,partner_id\nquayside-it,Quayside IT,QQQ-1\n,Quay\u0007side,\n',
  )
  const { code, said } = await imported(folder, '--provider', 'northwind', '--apply')
  expect(code).toBe(1)
  expect(said).toContain('partners.csv, line 2, column partner_id, “QQQ-1”: This is no Partner ID.')
  expect(said).toContain('partners.csv, line 3, column name, “Quay\\u{7}side”: Character 5 of this')
  expect(said).toContain('Nothing was taken in.')
})

test.each([
  [[], 'Name one folder.'],
  [[sample], 'Name the provider'],
  [[sample, '--provider', 'nobody'], 'There are: northwind, southern.'],
  [[sample, '--provider', 'northwind', '--invite'], '--invite goes with --apply'],
  [[sample, '--provider', 'northwind', '--aply'], '--aply'],
  [['nowhere', '--provider', 'northwind'], 'There is no folder'],
  [[join(root, 'docs', 'decisions'), '--provider', 'northwind'], 'There is none of accounts.csv'],
])('%j is refused calmly', async (args, said) => {
  const answer = await imported(...args)
  expect(answer.code).toBe(1)
  expect(answer.said).toContain(said)
  expect(answer.said).not.toMatch(/\n\s+at /)
})

const accounts = (rows: number) =>
  `name,legal_name,time_zone,branding_domain\n${Array.from({ length: rows }, (_, n) => `Bulk ${n},Bulk ${n} Ltd.,UTC,northwind.localhost`).join('\n')}\n`

/** Waits until the child has begun to write. */
async function writing(child: ChildProcess): Promise<void> {
  child.stderr?.setEncoding('utf8')
  for (let heard = ''; !heard.includes('Writing'); )
    heard += String((await once(child.stderr ?? child, 'data'))[0])
}

test('killed in the middle, nothing of it is there; then it comes in whole', async () => {
  rmSync(folder, { recursive: true })
  cpSync(sample, folder, { recursive: true })
  writeFileSync(join(folder, 'accounts.csv'), accounts(30_000))
  for (const name of ['people', 'relationships', 'services', 'invoices', 'balances'])
    rmSync(join(folder, `${name}.csv`))
  const before = [await count('account'), await count('event')]
  const args = command(folder, '--provider', 'northwind', '--apply')
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  await writing(child)
  child.kill('SIGKILL')
  await once(child, 'exit')
  // The server ends the transaction once it sees that nobody is there: the next import waits for that.
  await expect
    .poll(async () => (await imported(folder, '--provider', 'northwind')).said, {
      timeout: 50_000,
      interval: 500,
    })
    .toContain('30,000 new')
  expect([await count('account'), await count('event')]).toEqual(before)
  expect((await imported(folder, '--provider', 'northwind', '--apply')).code).toBe(0)
  expect(await count('account')).toBe((before[0] ?? 0) + 30_000)
}, 180_000)
