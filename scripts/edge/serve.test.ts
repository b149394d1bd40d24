import { expect, test } from 'vitest'
import { StartError } from '../project.ts'
import { refuseUnreached, settingLines } from './serve.ts'

test('a setting stands on a line of its own, as it is; what is empty is left out', () => {
  expect(settingLines({ A: 'one "two" #three', B: '', C: 'postgres://a:b@localhost/x?y=1' })).toBe(
    `A='one "two" #three'\nC='postgres://a:b@localhost/x?y=1'\n`,
  )
})

test.each(["it's", 'a$b', 'a\nB=1', 'a\rb'])(
  '%j would be read as something else, and is refused by its name',
  value => {
    expect(() => settingLines({ AUTH_SECRET: value })).toThrow(StartError)
    expect(() => settingLines({ AUTH_SECRET: value })).toThrow('AUTH_SECRET')
  },
)

test('only a database of this machine is led to', () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]']) refuseUnreached(`postgres://x@${host}:5432/y`)
  for (const url of ['postgres://x@db.example/y', 'postgres://x@localhost.example/y', 'nonsense', ''])
    expect(() => refuseUnreached(url), url).toThrow(StartError)
})
