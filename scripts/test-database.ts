import { startPostgres } from './postgres.ts'

/** Gives the integration tests a PostgreSQL of their own, once per run, unless the run brings one. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE_URL) return undefined
  const server = await startPostgres({ data: 'temporary' })
  process.env.TEST_DATABASE_URL = server.url('postgres')
  return () => server.stop()
}
