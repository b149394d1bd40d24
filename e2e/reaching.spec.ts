import { designationWords } from '#app/accounts/[account]/settings/authorisation/designation-words.ts'
import { reachingWords } from '#app/accounts/[account]/settings/authorisation/reaching-words.ts'
import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { deskWords } from '#app/partner/[partner]/words.ts'
import { accessWords } from '#components/access/words.ts'
import { designated } from './fixtures/designated.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { reachingFromMaple } from './fixtures/reaching.ts'
import { asked, given } from './fixtures/story.ts'
import { type Database, expect, test } from './fixtures/test.ts'

// Maple Logistics lets a firm in, and its client accounts with it; a client account sees that, and may keep the firm out.

const maple = 'owner@maple.example'
const tech = 'tech@brightline.example'
const firm = 'Brightline IT'
const parent = 'Maple Logistics'
const settings = [
  { language: 'en', slug: 'maple-depot-west', approver: 'owner@depot.example', name: 'Maple Depot West' },
  // On the French brand: Érable Santé as one more client account.
  { language: 'fr', slug: 'erable-sante', approver: 'proprio@erable.example', name: 'Érable Santé' },
] as const

const underMaple = (db: Database, slug: string) =>
  db.rows(
    `update account set parent_id = (select id from account where slug = 'maple-logistics') where slug = $1`,
    [slug],
  )

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`the approver of the parent says that it reaches the client accounts, ${how}`, async ({
    db,
    reader,
  }) => {
    const request = await asked(db, tech, 'brightline-it', { scope: { name: 'services', pages: [] } })
    const gives = await reader(maple, { javaScriptEnabled })
    await gives.go(`/accounts/maple-logistics/settings/authorisation/requests/${request}`)
    const box = gives.main.getByLabel(accessWords.en.clients, { exact: true })
    await expect(box).not.toBeChecked()
    await expect(gives.main).toContainText(accessWords.en.clientNow('Maple Depot West'))
    await box.check()
    await gives.main.getByLabel(names.en.duration, { exact: true }).selectOption('24h')
    await gives.button(names.en.save).click()
    await gives.told('request-approved')
    await expect(gives.row(firm).first()).toContainText(reachingWords.en.clients)
    expect((await letterTo(db, tech, 'access-approved')).text).toContain('Client accounts')

    const works = await reader(tech, { javaScriptEnabled })
    await works.go('/partner/brightline-it/customers')
    await expect(works.row('Maple Depot West')).toContainText(deskWords.en.via(parent))
    await works.follow(works.link(deskWords.en.enterAccount('Maple Depot West')))
    await expect(works.page.getByRole('region', { name: /Acting for Maple Depot West/ })).toContainText(
      `via ${parent}`,
    )
    const sees = await reader('owner@depot.example')
    await sees.go('/accounts/maple-depot-west/settings/activity')
    await expect(sees.row('Entered the account').first()).toContainText(firm)
  })

  for (const { language, slug, approver, name } of settings) {
    test(`the client account sees who comes via the parent, keeps them out, and lets them in again, ${language}, ${how}`, async ({
      db,
      reader,
    }) => {
      const say = reachingWords[language]
      await underMaple(db, slug)
      const grant = await reachingFromMaple(db)
      const inside = await reader(tech)
      expect(await inside.go(`/accounts/${slug}`)).toBe(200)

      const keeps = await reader(approver, { javaScriptEnabled })
      await keeps.go(`/accounts/${slug}`)
      await expect(keeps.row(firm)).toContainText(say.via(parent))
      const list = `/accounts/${slug}/settings/authorisation`
      await keeps.go(list)
      await expect(keeps.row(firm)).toContainText('Theo Nakamura')
      await keeps.follow(keeps.row(firm).getByRole('link', { name: firm, exact: true }))
      await expect(keeps.main).toContainText(say.why(parent))
      await expect(keeps.button(reviewWords[language].revoke)).toBeDisabled()
      await keeps.go(list)
      const form = await keeps.follow(keeps.button(say.exclude, keeps.row(firm)))
      await expect(form).toContainText(say.excludeStatement(firm, parent))
      await form.getByLabel(say.reason).fill('We have our own. Nous avons la nôtre.')
      await keeps.button(say.excludeThis, form).click()
      await keeps.told('client-excluded')
      await expect(keeps.row(firm)).toContainText(say.excluded)
      expect(await inside.go(`/accounts/${slug}`)).toBe(404)
      expect(await inside.go('/accounts/maple-logistics')).toBe(200)
      for (const address of [maple, 'admin@brightline.example'])
        expect((await letterTo(db, address, 'client-excluded')).text).toContain('Nous avons la nôtre.')

      const gave = await reader(maple)
      await gave.go(`/accounts/maple-logistics/settings/authorisation/grants/${grant}`)
      await expect(gave.main).toContainText(reachingWords.en.clientsBut(name))
      await gave.go('/accounts/maple-logistics/settings/activity')
      await expect(gave.row('We have our own.')).toContainText(name)

      await keeps.follow(keeps.button(say.include, keeps.row(firm)))
      await keeps.button(say.includeThis).click()
      await keeps.told('client-included')
      expect(await inside.go(`/accounts/${slug}`)).toBe(200)
      await letterTo(db, maple, 'client-included')
    })
  }
}

test('revoke all leaves what is not the account’s own to revoke, and says so before and after', async ({
  db,
  reader,
}) => {
  await reachingFromMaple(db)
  await designated(db, 'maple-depot-west', 'cedar-consulting')
  const code = { code: 'DEPO-5R6T-1B' }
  const own = await given(
    db,
    'owner@depot.example',
    await asked(db, tech, 'brightline-it', { account: code }),
  )
  const takes = await reader('owner@depot.example')
  const page = '/accounts/maple-depot-west/settings/authorisation/revoke-all'
  const stays = [
    designationWords.en.stay('Cedar Consulting', 'Northwind Telecom'),
    reachingWords.en.alsoVia(parent),
  ]
  await takes.go(page)
  for (const sentence of stays) await expect(takes.main).toContainText(sentence)
  await takes.button(reviewWords.en.revokeAll).click()
  await takes.told('all-revoked')
  expect(await db.value('select state from access_grant where id = $1', [own])).toBe('revoked')

  await takes.go(page)
  for (const sentence of [reviewWords.en.nothingToRevoke, ...stays])
    await expect(takes.main).toContainText(sentence)
  await expect(takes.button(reviewWords.en.revokeAll)).toHaveCount(0)
  const inside = await reader('admin@cedar.example')
  expect(await inside.go('/accounts/maple-depot-west')).toBe(200)
})
