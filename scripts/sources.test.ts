import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isSource } from './sources.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-sources-'))
  mkdirSync(join(folder, 'lib'))
  writeFileSync(join(folder, 'lib', 'grant.ts'), 'one')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  'app/page.tsx',
  'next.config.ts',
  'package-lock.json',
  'db/migrations/0001.sql',
  'anything/new.txt',
])('%s is built', path => expect(isSource(path)).toBe(true))

test.each([
  'lib/grant/grant.test.ts',
  'README.md',
  'e2e/sign-in.spec.ts',
  '.next/server/app.js',
  'node_modules/a',
  'docs/a.png',
])('%s is not', path => expect(isSource(path)).toBe(false))

test('the same tree has the same fingerprint', () => {
  expect(fingerprint(folder)).toBe(fingerprint(folder))
})

test.each([
  ['a change of the same length', () => writeFileSync(join(folder, 'lib', 'grant.ts'), 'two')],
  ['a new file', () => writeFileSync(join(folder, 'lib', 'other.ts'), '')],
  ['another name', () => renameSync(join(folder, 'lib', 'grant.ts'), join(folder, 'lib', 'grants.ts'))],
  ['a file less', () => rmSync(join(folder, 'lib', 'grant.ts'))],
])('%s makes another one', (_name, change) => {
  const before = fingerprint(folder)
  change()
  expect(fingerprint(folder)).not.toBe(before)
})

test('a changed test leaves it', () => {
  const before = fingerprint(folder)
  writeFileSync(join(folder, 'lib', 'grant.test.ts'), 'x')
  expect(fingerprint(folder)).toBe(before)
})
