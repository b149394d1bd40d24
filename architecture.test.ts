import { describe, expect, test } from 'vitest'
import {
  arrowsPointDown,
  borrowed,
  importsAreThere,
  noCircles,
  nothingRestsOnTests,
  type Rule,
} from './architecture/arrows.ts'
import { englishIsSetWell, frenchIsSetWell, frenchTextsIn } from './architecture/french.ts'
import {
  authorityInOnePlace,
  filesAreShort,
  functionsAreShort,
  noAny,
  onlyWrappedActions,
  poolsInOnePlace,
  settingsInOnePlace,
  staffStateInOnePlace,
  versionsAtTheFloor,
} from './architecture/shape.ts'
import { readTree } from './architecture/tree.ts'

/** The rules of the house, held over every file; and each rule seen to fail on a fault planted for it. */
const rules: Record<string, Rule> = {
  arrowsPointDown,
  nothingRestsOnTests,
  importsAreThere,
  noCircles,
  onlyWrappedActions,
  settingsInOnePlace,
  poolsInOnePlace,
  authorityInOnePlace,
  staffStateInOnePlace,
  noAny,
  filesAreShort,
  functionsAreShort,
  versionsAtTheFloor,
  frenchIsSetWell,
  englishIsSetWell,
}

const tree = readTree(import.meta.dirname)

test('there is a tree to look at', () => {
  expect(tree.size).toBeGreaterThan(300)
  expect(tree.has('lib/env.ts') && tree.has('db/authority.ts') && tree.has('package.json')).toBe(true)
})

test('what is let through by name is still there, and still borrowed', () => {
  const overview = tree.get('app/accounts/[account]/page.tsx') ?? ''
  for (const path of borrowed)
    expect([tree.has(path), overview.includes(path.split('/').at(-1) ?? path)]).toEqual([true, true])
})

test('the French of every catalogue is found', () => {
  const catalogues = [...tree].filter(
    ([path, text]) => !/test|^architecture/.test(path) && /\bbilingual\(/.test(text),
  )
  expect(catalogues.length).toBeGreaterThan(40)
  for (const [path, text] of catalogues)
    if (path !== 'lib/language.ts') expect(frenchTextsIn(text), path).toBeGreaterThan(0)
})

test.each(Object.entries(rules))('%s', (_, rule) => {
  expect(rule(tree)).toEqual([])
})

const long = (lines: number, body = '  a()') => `export function f() {\n${`${body}\n`.repeat(lines - 2)}}\n`
const versions = (next: string, core = '0.41.3', auth = '5.0.0-beta.32') =>
  JSON.stringify({ dependencies: { next, '@auth/core': core, 'next-auth': auth } })

/** A fault: the rule that must see it, the file it stands in, and what is in the file. */
const faults: readonly (readonly [string, string, string])[] = [
  ['frenchIsSetWell', 'lib/x/words.ts', `  fr: {\n    a: 'Motif :',\n  },`],
  ['frenchIsSetWell', 'lib/x/words.ts', `  fr: {\n    a: b ? 'Non;' : 'Oui',\n  },`],
  ['frenchIsSetWell', 'lib/x/words.ts', `  fr: {\n    a: (x: string) => \`Motif de \${x}\`,\n  },`],
  ['frenchIsSetWell', 'lib/x.tsx', `const a = 'Motif\\u00A0: '`],
  ['frenchIsSetWell', 'lib/x/words.ts', `  fr: {\n    a: (x: string) => \`Zone \${x}; 90 jours\`,\n  },`],
  ['frenchIsSetWell', 'app/x.tsx', `<p lang="fr">Ici; là</p>`],
  ['frenchIsSetWell', 'app/x.tsx', `const a = (language: Language) => words[language].join('; ')`],
  ['englishIsSetWell', 'lib/x/words.ts', `  en: {\n    a: 'Four digits\\u202F; the last',\n  },`],
  ['englishIsSetWell', 'lib/x/words.ts', `  en: {\n    a: 'Four digits ; the last',\n  },`],
  ['arrowsPointDown', 'lib/grant/x.ts', `import { a } from '#db/client.ts'`],
  ['arrowsPointDown', 'lib/grant/x.ts', `import { a } from '#components/ui/card.tsx'`],
  ['arrowsPointDown', 'lib/grant/x.ts', `import { a } from '../invitation/invitation.ts'`],
  ['arrowsPointDown', 'lib/grant/x.ts', `import type { A } from '#lib/mail/facts.ts'`],
  ['arrowsPointDown', 'lib/mail/x.ts', `import { a } from '#lib/history/tell.ts'`],
  ['arrowsPointDown', 'lib/access/x.ts', `import { a } from '#lib/grant/grant.ts'`],
  ['arrowsPointDown', 'lib/x.ts', `import { a } from './grant/grant.ts'`],
  ['arrowsPointDown', 'lib/grant/x.ts', `import { headers } from 'next/headers'`],
  ['arrowsPointDown', 'lib/grant/x.ts', `import { sql } from 'drizzle-orm'`],
  ['arrowsPointDown', 'db/x.ts', `import { a } from '#app/_server/log.ts'`],
  ['arrowsPointDown', 'db/x.ts', `import { cache } from 'react'`],
  ['arrowsPointDown', 'db/x.ts', `import { after } from 'next/server'`],
  ['arrowsPointDown', 'db/x.ts', `export const a = await import('#components/ui/card.tsx')`],
  ['arrowsPointDown', 'components/ui/x.tsx', `import { a } from '#lib/grant/grant.ts'`],
  ['arrowsPointDown', 'components/ui/x.tsx', `import { a } from '../frame/frame.tsx'`],
  ['arrowsPointDown', 'components/x/x.tsx', `import { a } from '#db/client.ts'`],
  ['arrowsPointDown', 'components/x/x.tsx', `import {\n  a,\n  b,\n} from '#app/_server/page.ts'`],
  ['arrowsPointDown', 'app/_server/x.ts', `import { a } from '#app/profile/actions.ts'`],
  ['arrowsPointDown', 'app/profile/x.ts', `import { a } from '../sign-in/actions.ts'`],
  ['arrowsPointDown', 'app/profile/x.ts', `export { a } from './own/below.ts'`],
  ['arrowsPointDown', 'app/profile/x.ts', `import '#scripts/demo.ts'`],
  ['nothingRestsOnTests', 'db/x.ts', `import { a } from './proof/world.ts'`],
  ['nothingRestsOnTests', 'app/x.ts', `import { a } from '#e2e/fixtures/test.ts'`],
  ['importsAreThere', 'db/x.ts', `import { a } from './nowhere.ts'`],
  ['noCircles', 'db/x.ts', `import { a } from './x.ts'`],
  ['onlyWrappedActions', 'app/x/actions.ts', `'use server'\nexport async function open() {}`],
  ['onlyWrappedActions', 'app/x/actions.ts', `'use server'\nexport const save = async () => {}`],
  ['onlyWrappedActions', 'app/x/actions.ts', `// Why.\n'use server'\nexport default accountAction({}, work)`],
  ['onlyWrappedActions', 'app/x/actions.ts', `"use server"\nexport * from './more.ts'`],
  [
    'onlyWrappedActions',
    'app/x/page.tsx',
    `export function Page() {\n  async function save() {\n    'use server'\n  }\n}`,
  ],
  ['settingsInOnePlace', 'db/x.ts', `const a = process.env.DATABASE_URL`],
  ['settingsInOnePlace', 'app/x.ts', `const { A } = process.env`],
  ['settingsInOnePlace', 'instrumentation.ts', `process.env.AUTH_SECRET`],
  ['poolsInOnePlace', 'db/x.ts', 'const pool = new pg.Pool({ max: 1 })'],
  ['poolsInOnePlace', 'app/x.test.ts', 'const pool = createPool({ connectionString })'],
  ['authorityInOnePlace', 'db/x.ts', 'const a = `select 1 from effective_grant`'],
  ['authorityInOnePlace', 'app/x.ts', 'const a = `select scope from access_grant`'],
  ['authorityInOnePlace', 'app/x.ts', `const a = authorityOf(standing)`],
  ['staffStateInOnePlace', 'db/x.ts', 'const a = `select 1 from partner_staff s where s.removed_at is null`'],
  ['staffStateInOnePlace', 'app/x.ts', 'const a = `exists (select 1 where u.activated_at is not null)`'],
  ['noAny', 'lib/x.ts', `export const a: any = 1`],
  ['noAny', 'lib/x.ts', `export const a = b as any`],
  ['noAny', 'lib/x.ts', `export const a: Record<string, any> = {}`],
  ['noAny', 'lib/x.ts', `export const a: any[] = []`],
  ['filesAreShort', 'lib/x.ts', 'a\n'.repeat(251)],
  ['filesAreShort', 'lib/x.test.ts', 'a\n'.repeat(401)],
  ['functionsAreShort', 'lib/x.ts', long(61)],
  ['functionsAreShort', 'lib/x.ts', `export const f = async (\n  a: A,\n) => {\n${'  a()\n'.repeat(60)}}\n`],
  ['functionsAreShort', 'lib/x.ts', `class A {\n  run(a: A): void {\n${'    a()\n'.repeat(60)}  }\n}\n`],
  [
    'functionsAreShort',
    'lib/x.tsx',
    `export function F({\n  a,\n}: {\n  a: A\n}) {\n${'  a()\n'.repeat(60)}}\n`,
  ],
  ['versionsAtTheFloor', 'package.json', versions('16.4.5')],
  ['versionsAtTheFloor', 'package.json', versions('^16.4.6')],
  ['versionsAtTheFloor', 'package.json', versions('16.4.6', '0.40.9')],
  ['versionsAtTheFloor', 'package.json', versions('16.4.6', '0.41.3', '5.0.0-beta.9')],
  ['versionsAtTheFloor', 'package.json', versions('16.4.6', '0.41.3', '4.24.11')],
  ['versionsAtTheFloor', 'package.json', '{}'],
]

describe('each rule sees the fault that is planted for it', () => {
  test.each(faults)('%s: %s: %j', (name, path, text) => {
    const seen = rules[name]?.(new Map([[path, text]])) ?? []
    expect(seen).toHaveLength(name === 'versionsAtTheFloor' && text === '{}' ? 3 : 1)
    expect(seen[0]).toContain(name === 'versionsAtTheFloor' ? ' ' : path)
  })

  test('no rule is without a fault', () => {
    expect(new Set(faults.map(([name]) => name))).toEqual(new Set(Object.keys(rules)))
  })

  test('a circle of three is named once, from end to end', () => {
    const files = [
      ['db/a.ts', './b.ts'],
      ['db/b.ts', './c.ts'],
      ['db/c.ts', './a.ts'],
      ['db/d.ts', './a.ts'],
    ] as const
    const circle = new Map(files.map(([path, to]) => [path, `import { a } from '${to}'`]))
    expect(noCircles(circle)).toEqual(['db/a.ts > db/b.ts > db/c.ts > db/a.ts'])
  })
})

describe('and lets the rest be', () => {
  test.each([
    [
      'lib/grant/x.ts',
      `import { a } from '#lib/access/scopes.ts'\nimport { b } from '../duration.ts'\nimport { z } from 'zod'`,
    ],
    [
      'lib/mail/x.tsx',
      `import { a } from '#lib/grant/grant.ts'\nimport { render } from '@react-email/render'`,
    ],
    [
      'db/x.ts',
      `import { a } from '#lib/grant/grant.ts'\n// process.env and any are only spoken of here: any\nconst a = 'process.env'`,
    ],
    [
      'app/profile/own/x.tsx',
      `import { a } from '../words.ts'\nimport { b } from '#app/_server/page.ts'\nimport { c } from '#db/client.ts'`,
    ],
    [
      'app/x/actions.ts',
      `'use server'\n\nimport { z } from 'zod'\n\nconst form = z.object({})\nexport const a = accountAction(\n  {}, work)\nexport const b = openAction({}, work)`,
    ],
    ['instrumentation.ts', `if (process.env.NEXT_RUNTIME === 'nodejs') start()`],
    ['lib/x.ts', `${long(60)}\n// select 1 from effective_grant\n`],
    ['package.json', versions('16.4.6')],
    ['package.json', versions('17.0.0', '0.50.0', '5.0.0')],
  ])('%s: %j', (path, text) => {
    const others = Object.entries(rules).filter(
      ([name]) => name !== 'importsAreThere' && (path === 'package.json') === (name === 'versionsAtTheFloor'),
    )
    expect(others.flatMap(([, rule]) => rule(new Map([[path, text]])))).toEqual([])
  })
})
