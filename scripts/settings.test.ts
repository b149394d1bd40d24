import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { settingNames } from '#lib/env.ts'
import { root, StartError } from './project.ts'
import { checkDemoSettings, withoutSettings } from './settings.ts'

test('the README tells every setting, and no other', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  const table = text.slice(text.indexOf('## Settings'), text.indexOf('## Deploy it'))
  const told = [...table.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) => [
    ...cell.matchAll(/[A-Z_]+/g),
  ])
  const own = ['NEXT_DIST_DIR']
  expect(told.map(String).sort()).toEqual(settingNames.filter(name => !own.includes(name)).sort())
})

test('a test gets no setting of a developer’s .env', () => {
  expect(withoutSettings()).toMatchObject({ PUBLIC_HOST: '', DATABASE_URL: '', LATCHKEY_DEMO: '' })
})

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['CRON_SECRET', 'short', 'CRON_SECRET must have at least 32 characters'],
  ['DATABASE_URL', 'mysql://u@h/d', 'DATABASE_URL must be'],
  ['MAIL_RATE', 'fast', 'MAIL_RATE'],
])('the demo with a wrong %s is refused in one line, before anything is built', (name, value, told) => {
  for (const other of Object.keys(withoutSettings())) vi.stubEnv(other, '')
  checkDemoSettings(3000)
  vi.stubEnv(name, value)
  const check = () => checkDemoSettings(3000)
  expect(check).toThrow(StartError)
  expect(check).toThrow(new RegExp(`^Latchkey can't start: ${told}[^\\n]*$`))
})
