import { startDatabaseProxy } from '#scripts/database-proxy.ts'
import { get, handOf } from './fixtures/by-hand.ts'
import { openDatabase } from './fixtures/database.ts'
import { expect, test } from './fixtures/test.ts'

test('a portal on POSTGRES_URL answers, signs in, reads and streams through the serverless driver alone', async ({
  portal,
}) => {
  const { startPortal } = await import('./fixtures/servers.ts')
  const url = new URL(portal.databaseUrl)
  url.hostname = 'localhost'
  url.searchParams.set('application_name', 'serverless')
  const proxy = await startDatabaseProxy([`localhost:${url.port}`])
  const served = await startPortal({
    settings: { DATABASE_URL: '', POSTGRES_URL: url.href, POSTGRES_PROXY: proxy.address },
  })
  const db = await openDatabase(portal.databaseUrl)
  try {
    expect((await served.ask('northwind', { path: '/api/health' })).status).toBe(200)
    const hand = await handOf(db, 'owner@harbour-dental.example')
    const page = await get(served, hand, '/accounts/harbour-dental/settings/activity')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Harbour Dental')
    const file = await get(served, hand, '/accounts/harbour-dental/settings/activity/export')
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file.body.split('\r\n').length).toBeGreaterThan(2)
    expect(
      await db.value(`select count(*)::int from pg_stat_activity where application_name = 'serverless'`),
    ).toBeGreaterThan(0)
    await served.cron('grants')
    await proxy.close()
    expect((await served.ask('northwind', { path: '/api/health' })).status).toBe(503)
  } finally {
    await db.close()
    await served.stop()
    await proxy.close()
  }
})
