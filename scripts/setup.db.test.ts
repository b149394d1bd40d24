import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '#db/testing.ts'
import { root } from './project.ts'

const database = await freshDatabase()
afterAll(() => database.close())

const answers = {
  name: 'First Telecom',
  host: 'portal.first.example',
  'admin-name': 'Ada First',
  'admin-email': 'Ada@first.example',
  'support-email': 'help@first.example',
  'sender-address': 'portal@first.example',
}
const flags = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).flatMap(([field, text]) => [`--${field}`, text])

/** As `npm run setup` runs it where nobody sits at a terminal. */
function setup(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = {
    ...process.env,
    LATCHKEY_DEMO: '',
    PUBLIC_SCHEME: '',
    DATABASE_URL: database.url,
    AUTH_SECRET: 'a secret of the tests, which guards nothing',
    ...settings,
  }
  const script = ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'setup.ts'), ...args]
  return promisify(execFile)(process.execPath, script, { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (fault: { code: number; stderr: string }) => ({ code: fault.code, said: fault.stderr }),
  )
}
const rows = async (text: string) => (await database.pool.query(text)).rows

test.each([
  [{}, { LATCHKEY_DEMO: '1' }, 'The demo has its own providers'],
  [{}, { DATABASE_URL: '' }, 'DATABASE_URL names no database'],
  [{}, { AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters'],
  [{ host: 'https://portal.first.example' }, {}, '--host: This is not a host name.'],
  [{ accent: '#eeeeee' }, {}, '--accent: White text on this colour has a contrast of 1.16:1.'],
  [{ 'admin-email': '' }, {}, '--admin-email: This is needed.'],
])('%j with %j is refused, and nothing is set up', async (changed, settings, said) => {
  const answer = await setup(flags({ ...answers, ...changed }), settings)
  expect(answer).toMatchObject({ code: 1, said: expect.stringContaining(said) })
  expect(answer.said).not.toMatch(/\n\s+at /)
  expect(await rows('select 1 from provider')).toEqual([])
})

test('two at once: one provider, its domain, its administrator and one letter', async () => {
  const both = await Promise.all([setup(flags(answers)), setup(flags(answers))])
  expect(both.map(one => one.code).sort()).toEqual([0, 1])
  expect(both.find(one => one.code === 0)?.said).toContain('Sign in at https://portal.first.example/sign-in')
  expect(both.find(one => one.code === 1)?.said).toContain('There is a provider here already (First Telecom)')
  expect(
    await rows(`select v.slug, b.host, b.accent, p.email, p.language, u.role, p.password_hash as hash from provider v
    join branding_domain b on b.provider_id = v.id join platform_user u on u.provider_id = v.id join person p on p.id = u.person_id`),
  ).toEqual([
    {
      slug: 'first-telecom',
      host: 'portal.first.example',
      accent: '#1d4ed8',
      email: 'Ada@first.example',
      language: 'en',
      role: 'administrator',
      hash: null,
    },
  ])
  expect(await rows(`select kind, state, to_address, facts from letter`)).toEqual([
    {
      kind: 'activation',
      state: 'queued',
      to_address: 'Ada@first.example',
      facts: { kind: 'platform-administrator', place: 'First Telecom' },
    },
  ])
  expect(await rows(`select action, actor_kind from event order by id`)).toEqual([
    { action: 'branding-domain.added', actor_kind: 'portal' },
    { action: 'platform-user.added', actor_kind: 'portal' },
  ])
})

test('another provider comes beside it only where that is said, with a host and a short name of its own', async () => {
  const second = { ...answers, name: 'Second Voice', host: 'portal.second.example', language: 'fr' }
  expect((await setup(flags(second))).said).toContain('--another')
  expect((await setup(['--another', ...flags({ ...second, host: answers.host })])).said).toContain(
    'has the host',
  )
  expect((await setup(['--another', ...flags({ ...second, name: answers.name })])).said).toContain(
    'short name first-telecom',
  )
  // Where nobody types, answers may also come from the environment.
  const settings = Object.fromEntries(
    Object.entries(second).map(([field, text]) => [
      `SETUP_${field.toUpperCase().replaceAll('-', '_')}`,
      text,
    ]),
  )
  expect(await setup(['--another'], settings)).toMatchObject({ code: 0 })
  expect(await rows('select slug from provider order by slug')).toEqual([
    { slug: 'first-telecom' },
    { slug: 'second-voice' },
  ])
})
