import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { whyInstall } from './install.mjs'
import { root } from './project.ts'

const lock = (packages: object) => JSON.stringify({ packages: { '': { name: 'latchkey' }, ...packages } })
const pg = { version: '8.0.0', integrity: 'sha512-a' }

test('the same packages need nothing, though npm writes the record differently', () => {
  expect(
    whyInstall(lock({ 'node_modules/pg': pg }), JSON.stringify({ packages: { 'node_modules/pg': pg } })),
  ).toBeUndefined()
})

test('packages for other kinds of machine may be missing', () => {
  const locked = lock({ 'node_modules/pg': pg, 'node_modules/on-a-mac': { ...pg, optional: true } })
  expect(whyInstall(locked, lock({ 'node_modules/pg': pg }))).toBeUndefined()
})

test.each([
  ['nothing installed', undefined, 'nothing is installed yet'],
  ['a record cut short', '{"packages": {"node_mod', 'node_modules/pg is missing'],
  ['a package missing', lock({}), 'node_modules/pg is missing'],
  [
    'another version',
    lock({ 'node_modules/pg': { ...pg, version: '8.0.1' } }),
    'node_modules/pg has changed',
  ],
  [
    'other bytes',
    lock({ 'node_modules/pg': { ...pg, integrity: 'sha512-b' } }),
    'node_modules/pg has changed',
  ],
])('%s is a reason to install', (_name, installed, reason) => {
  expect(whyInstall(lock({ 'node_modules/pg': pg }), installed)).toBe(reason)
})

test('the lock file names every package that another machine may need, or npm ci refuses it', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const names = new Set(Object.keys(packages).map(place => place.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(packages).flatMap(entry => Object.keys(entry.optionalDependencies ?? {}))
  expect(wanted.filter(name => !names.has(name))).toEqual([])
})
