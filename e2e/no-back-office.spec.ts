import { words as catalogue } from '#app/accounts/[account]/settings/sync/words.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ portalChoices: { settings: { LATCHKEY_DEMO: '' }, mail: 'service' } })

test('outside the demo, with no back office, the page says so, nothing fails, and changes apply at once', async ({
  db,
  reader,
  portal,
}) => {
  const platform = await reader('platform@northwind.example')
  await platform.go('/accounts/maple-logistics/settings/sync')
  await expect(platform.main).toContainText(catalogue.en.notConnected)
  await expect(platform.button(catalogue.en.now)).toHaveCount(0)
  const id = await db.value<string>(`select id from service where key = 'number:15145550177'`)
  const owner = await reader('owner@maple.example')
  await owner.go(`/accounts/maple-logistics/settings/services/${id}`)
  await owner.main.locator('[name="label"]').fill('At once')
  await owner.button('Save').click()
  await owner.told('saved')
  expect(await db.value('select count(*) from back_office_change')).toBe('0')
  expect(await portal.cron('mail')).not.toHaveProperty('synced')
})
