import type { TestProject } from 'vitest/node'
import { startDatabaseProxy } from './database-proxy.ts'
import { startPostgres } from './postgres.ts'

/**
 * Gives the integration tests a PostgreSQL of their own, once per run, unless the run brings one; and those of the
 * serverless driver a proxy that leads there.
 */
export default async function setUp({ name }: TestProject): Promise<() => Promise<void>> {
  const ends: (() => Promise<void>)[] = []
  if (!process.env.TEST_DATABASE_URL) {
    const server = await startPostgres({ data: 'temporary' })
    process.env.TEST_DATABASE_URL = server.url('postgres')
    ends.push(() => server.stop())
  }
  if (name === 'serverless') {
    const { port } = new URL(process.env.TEST_DATABASE_URL)
    const proxy = await startDatabaseProxy([`localhost:${port}`])
    process.env.TEST_DATABASE_PROXY = proxy.address
    ends.push(() => proxy.close())
  }
  return async () => {
    for (const end of ends.reverse()) await end()
  }
}
