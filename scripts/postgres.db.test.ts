import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { startNode } from './children.ts'
import { portIsTaken } from './ports.ts'
import { ensureDatabase, startPostgres } from './postgres.ts'

test('speaks UTF-8, tells the time in UTC and sorts names as people do', async () => {
  const server = await startPostgres({ data: 'temporary' })
  const client = new Client({ connectionString: await ensureDatabase(server, 'names') })
  try {
    await client.connect()
    const { rows } = await client.query(
      `select array_agg(name order by name) as names, current_setting('timezone') as zone
       from unnest(array['Zoo', 'Érable', 'apple', 'Erin', 'Boréal']) as name`,
    )
    expect(rows).toEqual([{ names: ['apple', 'Boréal', 'Érable', 'Erin', 'Zoo'], zone: 'UTC' }])
  } finally {
    await client.end()
    await server.stop()
  }
})

test('leaves nothing when it is stopped, and can be stopped twice', async () => {
  const server = await startPostgres({ data: 'temporary' })
  await server.stop()
  await server.stop()
  expect(await portIsTaken(server.port)).toBe(false)
  expect(existsSync(server.folder)).toBe(false)
})

test('leaves nothing when the command that started it is killed', async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))}
    const { port, folder } = await startPostgres({ data: 'temporary' })
    console.log(JSON.stringify({ port, folder }))
  `
  let said = ''
  const child = startNode(['--input-type=module', '--eval', program], { onOutput: text => (said += text) })
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/\}\n$/)
  const server = JSON.parse(said) as { port: number; folder: string }
  expect(existsSync(server.folder)).toBe(true)

  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(() => existsSync(server.folder), { timeout: 20_000 }).toBe(false)
  expect(await portIsTaken(server.port)).toBe(false)
})
