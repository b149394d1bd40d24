import { expect, test } from 'vitest'
import { refusedCron } from './cron.ts'

test('without a secret the cron routes are not there, whatever is sent', () => {
  for (const authorization of ['', 'Bearer ', 'Bearer undefined', 'Bearer null']) {
    const answer = refusedCron(new Request('http://x.example/api/cron/mail', { headers: { authorization } }))
    expect(answer?.status).toBe(404)
  }
})
