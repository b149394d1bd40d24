import { words as activityWords } from '#app/accounts/[account]/settings/activity/words.ts'
import { reachingWords } from '#app/accounts/[account]/settings/authorisation/reaching-words.ts'
import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { words as listWords } from '#app/accounts/[account]/settings/authorisation/words.ts'
import { accessWords } from '#app/provider/access-words.ts'
import { closeWords } from '#app/provider/accounts/close-words.ts'
import { pageWords } from '#app/provider/accounts/page-words.ts'
import { closeWords as partnerCloseWords } from '#app/provider/partners/close-words.ts'
import { languages } from '#lib/language.ts'
import { excludedFrom, reachingFromMaple } from './fixtures/reaching.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, given } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'
import { moreAsked } from './fixtures/time-story.ts'

// What reaches a client account from its parent is told wherever somebody asks who can get in, and leads to what ends it there.

const platform = 'platform@northwind.example'
const owner = 'owner@depot.example'
const tech = 'tech@brightline.example'
const firm = 'Brightline IT'
const parent = 'Maple Logistics'
const depot = '/provider/accounts/maple-depot-west'
const settings = '/accounts/maple-depot-west/settings'
const activity = `${settings}/activity?firm=partner:brightline-it`

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`the provider sees it on the client account’s page, where it can’t be ended, and before closing: ${how}`, async ({
      db,
      as,
    }) => {
      const grant = await reachingFromMaple(db)
      await db.rows('update person set language = $1 where email = $2', [language, platform])
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      const words = accessWords[language]
      await desk.go(depot)
      await expect(desk.main).not.toContainText(pageWords[language].noAccess)
      await expect(desk.row(firm)).toContainText(words.via(parent))
      await expect(desk.row(firm)).toContainText('Theo Nakamura')
      await expect(desk.row(firm).getByRole('button')).toHaveCount(0)
      await desk.go(`${depot}?act=terminate&grant=${grant}`)
      await expect(desk.button(words.confirm.terminate.submit)).toHaveCount(0)
      await desk.go(`/provider/accounts/maple-logistics?act=terminate&grant=${grant}`)
      await expect(desk.button(words.confirm.terminate.submit)).toHaveCount(1)

      const closing = closeWords[language]
      await desk.go(`${depot}/close`)
      await expect(desk.main).toContainText(closing.grants(0, 1))
      await expect(desk.main).toContainText(closing.viaParent(1, parent))
      await expect(desk.main).toContainText(closing.previewVia(parent))
      await expect(desk.main.getByText(closing.preview, { exact: true })).toHaveCount(0)
      await expect(desk.row(firm)).toContainText(words.via(parent))

      await moreAsked(db, tech, 'brightline-it', grant)
      await desk.go('/provider/partners/brightline-it/close')
      await expect(desk.main).toContainText(words.extensionsEnd(1))
      await expect(desk.main).toContainText(partnerCloseWords[language].final)
    })
  }

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`“This was not us” leads to what keeps the firm out, ${how}`, async ({ db, reader }) => {
    await reachingFromMaple(db)
    const words = activityWords.en
    const owns = await reader(owner, { javaScriptEnabled })
    await owns.go(activity)
    await expect(owns.main).toContainText(words.notUsVia(firm, parent))
    // Nothing of it is the account's own to revoke.
    await expect(owns.link(words.revokeAllOfFirm)).toHaveCount(0)
    await owns.follow(owns.link(words.exclude))
    await owns.button(reachingWords.en.excludeThis).click()
    await owns.told('client-excluded')
    await owns.go(activity)
    await expect(owns.main).toContainText(words.notUsText)
    await expect(owns.link(words.exclude)).toHaveCount(0)
  })
}

test('where the firm has access of its own too, both ways are there', async ({ db, reader }) => {
  await reachingFromMaple(db)
  const own = await asked(db, tech, 'brightline-it', { account: { code: 'DEPO-5R6T-1B' } })
  await given(db, owner, own)
  const owns = await reader(owner)
  await owns.go(activity)
  await expect(owns.link(activityWords.en.exclude)).toBeVisible()
  await owns.follow(owns.link(activityWords.en.revokeAllOfFirm))
  await expect(owns.main).toContainText(reviewWords.en.revokeAllOf(firm))
})

test('nothing to revoke leads to the exclusion, too', async ({ db, reader }) => {
  await reachingFromMaple(db)
  const owns = await reader(owner)
  await owns.go(`${settings}/authorisation/revoke-all?partner=brightline-it`)
  await expect(owns.main).toContainText(reviewWords.en.nothingToRevoke)
  await owns.follow(owns.link(reachingWords.en.excludeThis))
  await expect(owns.main).toContainText(reachingWords.en.excludeStatement(firm, parent))
})

test('the list without access of the account’s own does not say that nobody has any', async ({
  db,
  reader,
}) => {
  const owns = await reader(owner)
  await owns.go(`${settings}/authorisation`)
  await expect(owns.main.getByText(listWords.en.nobody, { exact: true })).toBeVisible()
  await reachingFromMaple(db)
  await owns.go(`${settings}/authorisation`)
  await expect(owns.main.getByText(listWords.en.nobody, { exact: true })).toHaveCount(0)
  await expect(owns.main).toContainText(listWords.en.nobodyOwn)
  await expect(owns.main).toContainText(listWords.en.nobodyOwnText(parent))
  await excludedFrom(db, 'maple-depot-west', 'brightline-it')
  await owns.go(`${settings}/authorisation`)
  await expect(owns.main.getByText(listWords.en.nobody, { exact: true })).toBeVisible()
})
