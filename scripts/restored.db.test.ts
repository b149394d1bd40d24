import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '#db/testing.ts'
import { root } from './project.ts'

const database = await freshDatabase()
afterAll(() => database.close())

/** As `npm run restored` runs it. */
const restored = (...args: string[]) => restoredWith({ DATABASE_URL: database.url }, ...args)

async function restoredWith(settings: Readonly<Record<string, string>>, ...args: string[]) {
  const script = join(root, 'scripts', 'restored.ts')
  const env = { ...process.env, ...settings }
  const given = ['--disable-warning=ExperimentalWarning', script, ...args]
  return promisify(execFile)(process.execPath, given, { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (fault: { code: number; stderr: string }) => ({ code: fault.code, said: fault.stderr }),
  )
}
const number = async () =>
  (await database.pool.query<{ number: number }>('select number from portal_epoch')).rows[0]?.number

test('says what it did; a second time, when the last one was; once more only where that is said', async () => {
  const first = await restored()
  expect(first.said).toContain('The portal has known of no restore until now.')
  expect(first.said).toContain('0 sessions ended, 0 one-time tokens voided')
  expect(await number()).toBe(1)
  const second = await restored()
  expect(second.said).toMatch(
    /The last restore \(number 1\) was told with this command on 20\d\d-.*, 0 minutes ago/,
  )
  expect(second.said).toContain('Nothing was done.')
  expect(await number()).toBe(1)
  expect((await restored('--again')).said).toContain('Restore number 2')
  expect((await restored('--agian')).code).not.toBe(0)
  expect(await number()).toBe(2)
})

test('never falls back on our own database where a serverless one is meant', async () => {
  const answer = await restoredWith({ DATABASE_URL: '', POSTGRES_URL: 'postgres://somebody@somewhere/db' })
  expect(answer).toMatchObject({ code: 1, said: expect.stringContaining('name it as DATABASE_URL too') })
})
