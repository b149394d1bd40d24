import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimData } from './claim.ts'
import { Lifetime } from './lifetime.ts'
import { freePort } from './ports.ts'

let folder = ''
let lives: Lifetime[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-claim-'))
  lives = []
})
afterEach(async () => {
  for (const life of lives) await life.end()
  rmSync(folder, { recursive: true, force: true })
})

function life(): Lifetime {
  const made = new Lifetime(new Promise(() => {}))
  lives.push(made)
  return made
}

test('the second is told about the first', async () => {
  await claimData(folder, 'the portal on http://localhost:3000', life())
  await expect(claimData(folder, 'another', life())).rejects.toThrow(
    `Already running on this folder: the portal on http://localhost:3000 (process ${process.pid})`,
  )
})

test('of many at once one holds it', async () => {
  const tries = Array.from({ length: 8 }, (_, i) => claimData(folder, `number ${i}`, life()))
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('whoever ends makes room and leaves nothing', async () => {
  const first = life()
  await claimData(folder, 'first', first)
  await first.end()
  expect(readdirSync(folder)).toEqual([])
  await expect(claimData(folder, 'second', life())).resolves.toBeUndefined()
})

test.each([
  [
    'of a process that is gone',
    async () => JSON.stringify({ key: 'k', port: await freePort(), pid: 1, what: 'gone' }),
  ],
  ['that cannot be read', async () => '{"key":'],
])('a claim %s is taken over', async (_name, content) => {
  writeFileSync(join(folder, 'claim.json'), await content())
  await expect(claimData(folder, 'next', life())).resolves.toBeUndefined()
})
