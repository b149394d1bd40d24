import { recheckWords } from '#app/accounts/[account]/settings/authorisation/recheck-words.ts'
import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { clockWords } from '#app/provider/clock-words.ts'
import { axeFinds } from './fixtures/axe.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { asked, given, openRequest } from './fixtures/story.ts'
import { type Database, expect, type PortalUnderTest, test } from './fixtures/test.ts'

const tech = 'tech@brightline.example'
const cedar = 'admin@cedar.example'

/** The rows stay as they are; what the portal knew its database by is another one's, as after a restore. */
async function restore(db: Database, portal: PortalUnderTest): Promise<unknown> {
  await db.rows(`update portal_epoch set identity = identity || '{"timeline": "0"}'`)
  return portal.cron('grants')
}

const settings = [
  { language: 'en', approver: 'owner@harbour-dental.example', slug: 'harbour-dental', code: 'HARB-2K7Q-9D' },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante', code: 'ERAB-7M2K-6H' },
] as const

for (const { language, approver, slug, code } of settings) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
    test(`everybody is signed out, and the account works off its list: ${language}, ${how}`, async ({
      db,
      portal,
      reader,
    }) => {
      const account = { code }
      const first =
        slug === 'harbour-dental'
          ? await openRequest(db)
          : await asked(db, tech, 'brightline-it', { account })
      const [kept, revoked] = [
        await given(db, approver, first),
        await given(db, approver, await asked(db, cedar, 'cedar-consulting', { account })),
      ]
      const list = `/accounts/${slug}/settings/authorisation`
      const before = [
        await reader(approver, { javaScriptEnabled }),
        await reader(tech, { javaScriptEnabled }),
      ]
      for (const one of before) expect(await one.go('/profile')).toBe(200)
      // Two accounts of this story, and the demo's own grant.
      expect(await restore(db, portal)).toMatchObject({ restored: 1, rechecks: 2, notTold: 0 })
      for (const one of before) {
        await one.go('/profile')
        await expect(one.page).toHaveURL(/\/sign-in/)
      }
      const words = recheckWords[language]
      const letter = await letterTo(db, approver, 'portal-restored')
      expect(letter.text).toContain('Brightline IT')
      expect(letter.text).toContain('Cedar Consulting')

      const takes = await reader(approver, { javaScriptEnabled })
      await takes.go(list)
      const card = takes.main.locator('#recheck')
      await expect(card.getByRole('row')).toHaveCount(3)
      await expect(card.getByRole('button', { name: words.keepAll, exact: true })).toBeVisible()
      if (javaScriptEnabled) {
        expect(await axeFinds(takes.page)).toEqual([])
      }
      await card
        .getByRole('row')
        .filter({ hasText: 'Brightline IT' })
        .getByRole('button', { name: new RegExp(`^${words.keep}`) })
        .click()
      await takes.told('access-kept')
      await expect(card.getByRole('row')).toHaveCount(2)
      await expect(card.getByRole('button')).toHaveCount(1)
      await takes.follow(
        card
          .getByRole('row')
          .filter({ hasText: 'Cedar Consulting' })
          .getByRole('link', { name: new RegExp(`^${words.revoke}`) }),
      )
      await takes.button(reviewWords[language].revoke).click()
      await takes.told('grant-revoked')
      await expect(card).toHaveCount(0)
      const states = await db.rows(
        `select state from access_grant where id = any($1) order by id = $2 desc`,
        [[kept, revoked], kept],
      )
      expect(states).toEqual([{ state: 'active' }, { state: 'revoked' }])
      // Both the restore and the look stand in the history.
      await takes.go(`/accounts/${slug}/settings/activity`)
      await expect(takes.main).toContainText(
        language === 'en' ? 'Looked again at the access of' : 'A revu l’accès de',
      )
      await expect(takes.main).toContainText(
        language === 'en' ? 'restored from a backup' : 'd’une sauvegarde',
      )
    })
  }
}

test('all that the page shows is kept with one press; somebody too late is told so', async ({
  db,
  portal,
  reader,
}) => {
  const [owner, manager] = ['owner@harbour-dental.example', 'manager@harbour-dental.example']
  await given(db, owner, await openRequest(db))
  await given(db, owner, await asked(db, cedar, 'cedar-consulting', { account: { code: 'HARB-2K7Q-9D' } }))
  await restore(db, portal)
  const [one, late] = [await reader(owner), await reader(manager)]
  for (const who of [one, late]) await who.go('/accounts/harbour-dental/settings/authorisation')
  const all = recheckWords.en.keepAll
  await one.button(all).click()
  await one.told('access-kept')
  await expect(one.main.locator('#recheck')).toHaveCount(0)
  await late.button(all).click()
  await late.refused(recheckWords.en.nothingLeft)
  expect(await db.value(`select count(*)::int from event where action = 'grant.kept'`)).toBe(2)
})

test('a portal that starts on a restored database says so before it answers anybody', async ({
  db,
  portal,
}) => {
  const { startPortal } = await import('./fixtures/servers.ts')
  await db.rows(`update portal_epoch set identity = identity || '{"timeline": "0"}'`)
  const started = await startPortal({ settings: { DATABASE_URL: portal.databaseUrl } })
  const log = started.output()
  await started.stop()
  expect(log).toContain('the database was restored from a backup')
  expect(await db.value('select number from portal_epoch')).toBe(1)
})

test('who may not decide does not see the list', async ({ db, portal, reader }) => {
  await given(db, 'owner@harbour-dental.example', await openRequest(db), {
    scope: { name: 'full', pages: [] },
    duration: { kind: 'hours', hours: 24 },
  })
  await restore(db, portal)
  const partner = await reader(tech)
  await partner.go('/accounts/harbour-dental/settings/authorisation')
  await expect(partner.page.locator('#recheck')).toHaveCount(0)
})

test('the provider’s desk has a quiet line while the clock can’t be believed, and for a week after it went back', async ({
  db,
  portal,
  reader,
}) => {
  const desk = await reader('platform@northwind.example')
  await portal.cron('grants')
  await desk.go('/provider/accounts')
  const line = desk.main.locator('.notice')
  await expect(line).toHaveCount(0)
  await db.rows(`update clock_watch set apart = 7200000`)
  await desk.go('/provider/accounts')
  await expect(line).toContainText('2 h ahead of the portal’s')
  await db.rows(`update clock_watch set apart = -9000, back_at = checked_at, back_seconds = 8000`)
  await desk.go('/provider/accounts')
  await expect(line).toContainText('9\u00a0s behind the portal’s')
  await expect(line).toContainText(clockWords.en.back('2 h 13 min', '').slice(0, 40))
  expect(await axeFinds(desk.page)).toEqual([])
  await db.rows(`update clock_watch set apart = 0, back_at = checked_at - interval '8 days'`)
  await desk.go('/provider/accounts')
  await expect(line).toHaveCount(0)
  // A customer is not bothered with it.
  await db.rows(`update clock_watch set apart = 7200000`)
  const customer = await reader('owner@maple.example')
  await customer.go('/accounts/maple-logistics')
  await expect(customer.page.getByText('ahead of the portal’s')).toHaveCount(0)
})
