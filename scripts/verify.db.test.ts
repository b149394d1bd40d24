import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { writing } from '#db/client.ts'
import { sealHistory } from '#db/history/seal.ts'
import { freshDatabase } from '#db/testing.ts'
import { root } from './project.ts'

const database = await freshDatabase()
afterAll(() => database.close())

/** As `npm run verify` runs it. */
async function verify(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url }
  const given = ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'verify.ts'), ...args]
  return promisify(execFile)(process.execPath, given, { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (fault: { code: number; stdout: string; stderr: string }) => ({
      code: fault.code,
      said: fault.stdout + fault.stderr,
    }),
  )
}

const write = (minutes: number) =>
  database.pool.query(
    `insert into event (provider_id, account_id, at, actor_name, actor_firm, actor_kind, action)
      select gen_random_uuid(), gen_random_uuid(), now() - make_interval(mins => $1), 'A', 'F', 'account', 'service.updated'
      from generate_series(1, 2)`,
    [minutes],
  )

test('says how much was checked, and with a code of its own what is not as it was sealed', async () => {
  expect(await verify()).toMatchObject({ code: 0, said: expect.stringContaining('Checked 0 events') })
  // More seals than are looked at in one go.
  await Promise.all(Array.from({ length: 22 }, () => write(30)))
  for (let i = 0; i < 22; i++) await writing({ role: 'worker' }, tx => sealHistory(tx, 2), database.pool)
  await write(0)
  const sound = await verify()
  expect(sound.code).toBe(0)
  expect(sound.said).toContain('Checked 44 events of 44 accounts, firms and providers under 22 seals.')
  expect(sound.said).toContain('2 events are not sealed yet.')
  expect(sound.said).toMatch(/ends with event 44, .* has the hash [0-9a-f]{64}/)
  expect(sound.said).toContain('Every seal holds.')

  await database.pool.query(
    `alter table event disable trigger event_is_append_only; update event set actor_name = 'B' where id in (9, 43);
      alter table event enable trigger event_is_append_only`,
  )
  const broken = await verify()
  expect(broken.code).toBe(1)
  expect(broken.said).toMatch(
    /BROKEN: 2 of the seals\. The first, of the events after 8 up to 10, .* but not the same/,
  )
  expect(broken.said).not.toContain('Every seal holds')
})

test('takes no arguments', async () => {
  expect(await verify('--fix')).toMatchObject({ code: 1, said: expect.stringContaining('takes nothing') })
})
