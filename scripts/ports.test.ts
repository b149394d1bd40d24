import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, portFrom, portIsTaken } from './ports.ts'

test.each([
  [undefined, 3000],
  ['', 3000],
  ['8080', 8080],
  [' 65535 ', 65_535],
])('PORT=%j means %i', (text, port) => {
  expect(portFrom(text, 3000)).toBe(port)
})

test.each(['0', '65536', '-1', '80.5', '3000abc', 'http', '0x50'])('PORT=%j is refused by name', text => {
  expect(() => portFrom(text, 3000)).toThrow(`PORT is "${text}"`)
})

test.each(['127.0.0.1', '0.0.0.0'])('a port is taken while somebody listens on it at %s', async host => {
  const port = await freePort()
  expect(await portIsTaken(port)).toBe(false)
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  try {
    expect(await portIsTaken(port)).toBe(true)
  } finally {
    server.close()
  }
})
