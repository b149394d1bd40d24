import { fieldWords } from '#lib/form-fields.ts'
import { formOn, handOf, has, send } from './fixtures/by-hand.ts'
import { openRequest } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'

test('what waits too long for others is told so, keeps what was typed, and succeeds when sent again', async ({
  portal,
  db,
}) => {
  const request = await openRequest(db)
  const path = `/accounts/harbour-dental/settings/authorisation/requests/${request}`
  const hand = await handOf(db, owner)
  const form = await formOn(portal, hand, path, one => has(one, 'reason') && has(one, 'request'))
  const holder = await db.pool.connect()
  try {
    await holder.query('begin')
    await holder.query(`select 1 from account where slug = 'harbour-dental' for update`)
    const refused = await send(portal, hand, path, form, { reason: 'We do this ourselves, thank you.' })
    expect(refused.status).toBe(200)
    expect(refused.body).toContain(fieldWords.en.busy)
    expect(refused.body).toContain('We do this ourselves, thank you.')
    await holder.query('rollback')
  } finally {
    holder.release()
  }
  const state = () => db.value<string>('select state from access_request where id = $1', [request])
  expect(await state()).toBe('pending')
  const again = await send(portal, hand, path, form, { reason: 'We do this ourselves, thank you.' })
  expect(again.status).toBe(303)
  expect(await state()).toBe('declined')
})
