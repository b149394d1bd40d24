import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { checkSetup } from '#lib/setup/setup.ts'
import { migrate } from '../migrate.ts'
import { setUp } from '../setup/setup.ts'
import { freshDatabase, poolOn } from '../testing.ts'
import { takeIn } from './import.ts'
import { done, secret } from './testing-world.ts'

// In production the database belongs to a role like any other, whom the wall holds back too.

const server = await freshDatabase()
const [role, password] = [`owner_${randomBytes(6).toString('hex')}`, randomBytes(12).toString('hex')]
await server.pool.query(`create role ${role} login password '${password}'`)
await server.pool.query(`grant latchkey_app, latchkey_worker to ${role}`)
await server.pool.query(`create database ${role} owner ${role} template template0`)
const url = new URL(server.url)
url.pathname = `/${role}`
url.username = role
url.password = password
const pool = poolOn(url.href)
afterAll(async () => {
  await pool.end()
  await server.pool.query(`drop database ${role} with (force)`)
  await server.pool.query(`drop role ${role}`)
  await server.close()
})

async function* text(content: string) {
  yield Buffer.from(content)
}

test('an owner without any privilege sets up a provider and takes its files in', async () => {
  await migrate(url.href)
  const checked = checkSetup({
    name: 'First Telecom',
    host: 'portal.first.example',
    'admin-name': 'Ada First',
    'admin-email': 'ada@first.example',
    'support-email': 'help@first.example',
    'sender-address': 'portal@first.example',
  })
  if (!checked.ok) throw new Error('not checked')
  expect(await setUp(pool, checked.setup, { another: false, secret })).toMatchObject({ ok: true })
  expect(await setUp(pool, checked.setup, { another: false, secret })).toMatchObject({ refusal: 'already' })
  const client = await pool.connect()
  try {
    const sources = {
      accounts: text('name,legal_name,time_zone\nLakeside Clinic,Lakeside Clinic Inc.,America/Vancouver\n'),
      people: text(
        'email,name,kind,account\nmara@lakeside.example,Mara Lind,account-manager,lakeside-clinic\n',
      ),
    }
    const answer = await takeIn(client, {
      provider: 'first-telecom',
      sources,
      apply: true,
      inviteWith: secret,
    })
    expect(done(answer)).toMatchObject({ events: 2, letters: 1 })
  } finally {
    client.release()
  }
})
