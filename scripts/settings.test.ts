import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingNames } from '#lib/env.ts'
import { root } from './project.ts'
import { withoutSettings } from './settings.ts'

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
