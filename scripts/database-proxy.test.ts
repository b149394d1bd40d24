import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startNode } from './children.ts'
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts'
import { ask } from './loopback.ts'

const megabyte = Buffer.alloc(1_000_000, 'x')
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Stands for the database: what it does with each connection is the test's. */
async function target(onConnection: (socket: Socket) => void): Promise<string> {
  const server: Server = createServer(socket => {
    socket.on('error', () => {})
    ends.push(() => socket.destroy())
    onConnection(socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ends.push(() => server.close())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function proxyTo(...targets: readonly string[]): Promise<DatabaseProxy> {
  const proxy = await startDatabaseProxy(targets)
  ends.push(() => proxy.close())
  return proxy
}

async function through(proxy: string, to: string): Promise<WebSocket> {
  const client = new WebSocket(`ws://${proxy}/?address=${to}`)
  ends.push(() => client.terminate())
  client.on('error', () => {})
  await once(client, 'open')
  return client
}

const portOf = (address: string) => Number(new URL(`tcp://${address}`).port)
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': Buffer.alloc(16).toString('base64'),
}

test('hands on what each side sends, byte for byte', async () => {
  const to = await target(socket => socket.pipe(socket))
  const client = await through((await proxyTo(to)).address, to)
  const bytes = Buffer.from([0, 1, 127, 128, 255])
  client.send(bytes)
  expect((await once(client, 'message'))[0]).toEqual(bytes)
})

test('reaches what it was given and nothing else, and says so', async () => {
  let reached = 0
  const to = await target(() => {
    reached += 1
  })
  const other = await target(() => {
    reached += 1
  })
  const port = portOf((await proxyTo(to)).address)
  const asked = async (path: string, headers: Record<string, string> = upgrade) => {
    const { status, body } = await ask(port, { path, headers })
    return [status, body]
  }
  expect(await asked(`/?address=${other}`)).toEqual([403, `${other} may not be reached from here.\n`])
  expect(await asked(`/?address=${to.replace('127.0.0.1', 'localhost')}`)).toMatchObject([
    403,
    expect.anything(),
  ])
  expect(await asked('/')).toEqual([403, 'Nothing may not be reached from here.\n'])
  expect(await asked(`/?address=${to}`, {})).toEqual([426, 'This speaks WebSocket only.\n'])
  expect(reached).toBe(0)
})

test('says so where what it was given does not answer', async () => {
  const nobody = '127.0.0.1:1'
  const { address } = await proxyTo(nobody)
  const { status, body } = await ask(portOf(address), { path: `/?address=${nobody}`, headers: upgrade })
  expect([status, body]).toEqual([502, expect.stringContaining('127.0.0.1:1 can’t be reached')])
})

test('listens to this machine alone', async () => {
  const { address } = await proxyTo()
  expect(address).toMatch(/^127\.0\.0\.1:\d+$/)
  const others = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  for (const { address: host, internal } of others) {
    if (internal) continue
    const socket = connect({ host, port: portOf(address) })
    expect((await once(socket, 'error'))[0]).toMatchObject({ code: expect.stringMatching(/^E/) })
  }
})

/** Waits until a count stands still, and gives it. */
async function settled(count: () => number): Promise<number> {
  for (let before = -1, same = 0; same < 200; same = before === count() ? same + 1 : 0) {
    before = count()
    for (let turns = 0; turns < 20; turns += 1) await turn()
  }
  return count()
}

test('a reader who takes nothing holds up the database, and all comes in the end', async () => {
  let taken = 0
  const to = await target(socket => {
    const write = async () => {
      for (let sent = 0; sent < 300; sent += 1) {
        if (!socket.write(megabyte)) await once(socket, 'drain')
        taken += 1
      }
      socket.end()
    }
    write().catch(() => {})
  })
  const client = await through((await proxyTo(to)).address, to)
  client.pause()
  expect(await settled(() => taken), 'megabytes that were taken from the database').toBeLessThan(60)
  let bytes = 0
  client.on('message', (message: Buffer) => {
    bytes += message.length
  })
  client.resume()
  await once(client, 'close')
  expect(bytes).toBe(300_000_000)
})

test('a database that takes nothing holds up who writes to it', async () => {
  let bytes = 0
  const stopped = Promise.withResolvers<Socket>()
  const to = await target(socket => {
    stopped.resolve(socket.pause())
  })
  const client = await through((await proxyTo(to)).address, to)
  const socket = await stopped.promise
  for (let sent = 0; sent < 200; sent += 1) client.send(megabyte)
  expect(await settled(() => client.bufferedAmount), 'bytes that wait with the writer').toBeGreaterThan(
    140_000_000,
  )
  socket.on('data', piece => {
    bytes += piece.length
  })
  socket.resume()
  await expect.poll(() => bytes, { timeout: 20_000 }).toBe(200_000_000)
})

test.each(['client', 'database', 'proxy'])('neither side outlives the other: the %s goes', async who => {
  const reached = Promise.withResolvers<Socket>()
  const to = await target(socket => {
    socket.resume()
    reached.resolve(socket)
  })
  const proxy = await proxyTo(to)
  const client = await through(proxy.address, to)
  const socket = await reached.promise
  const gone = Promise.all([once(client, 'close'), once(socket, 'close')])
  if (who === 'client') client.close()
  else if (who === 'database') socket.destroy()
  else await proxy.close()
  await gone
  if (who === 'proxy') await expect(through(proxy.address, to)).rejects.toThrow('ECONNREFUSED')
})

test('ends with the process that started it, even by kill -9', async () => {
  const reached = Promise.withResolvers<Socket>()
  const to = await target(socket => reached.resolve(socket.resume()))
  const program = `
    import { startDatabaseProxy } from ${JSON.stringify(join(import.meta.dirname, 'database-proxy.ts'))}
    console.log((await startDatabaseProxy(['${to}'])).address)
  `
  let said = ''
  const child = startNode(['--input-type=module', '--eval', program], { onOutput: text => (said += text) })
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/\n$/)
  const client = await through(said.trim(), to)
  const gone = Promise.all([once(client, 'close'), once(await reached.promise, 'close')])
  child.kill('SIGKILL')
  await gone
})
