import { expect, test } from 'vitest'
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from './route.ts'

const all = { POST, GET, HEAD, PUT, PATCH, DELETE, OPTIONS }

test.each(Object.entries(all))('without its secret the webhook is not there: %s', async (method, answer) => {
  const request = new Request('http://x.example/api/webhooks/resend', { method })
  expect((await answer(request)).status).toBe(404)
})
