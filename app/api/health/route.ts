import { getPool } from '#db/driver/pool.ts'

/** Whether this server can do its work: 200, or 503 and why. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  try {
    await getPool().query('select 1 from provider limit 1')
    return Response.json({ status: 'ok' }, { headers })
  } catch {
    return Response.json(
      { status: 'unavailable', why: 'the database does not answer' },
      { status: 503, headers },
    )
  }
}
