import { expect, test } from 'vitest'
import { Progress } from './progress.ts'

function shown(isTTY: boolean) {
  const said: string[] = []
  const progress = new Progress(1_000, { isTTY, columns: 60, write: text => said.push(text) })
  for (let i = 0; i < 100; i++) progress.read('people.csv', 10)
  progress.phase('checking')
  for (const count of [500, 1_000]) progress.phase('letters', count)
  progress.end()
  return said
}

test('on a terminal a bar grows on one line', () => {
  const said = shown(true)
  expect(said.filter(text => text.startsWith('\r'))).toHaveLength(102)
  expect(said).toContain(`\r\u001b[2K[${'█'.repeat(20)}] 100 %  people.csv`)
  expect(said.at(-1)).toBe('\n')
})

test('elsewhere there are plain lines, and few of them', () => {
  expect(shown(false)).toEqual([
    'Read 0 % (people.csv)\n',
    'Read 25 % (people.csv)\n',
    'Read 50 % (people.csv)\n',
    'Read 75 % (people.csv)\n',
    'Read 100 % (people.csv)\n',
    'Checking rows against each other and against the portal …\n',
    'Writing letters …\n',
  ])
})
