import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { words as listAct } from '#app/accounts/[account]/settings/authorisation/words.ts'
import { waitingWords } from '#app/accounts/[account]/waiting-words.ts'
import { listWords } from '#app/provider/accounts/list-words.ts'
import { words as limitsWords } from '#app/provider/limits/words.ts'
import { scopeWords } from '#lib/access/scope-words.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { asked, given, ongoingGrant } from './fixtures/story.ts'
import { type Database, expect, test } from './fixtures/test.ts'
import { reviewDue } from './fixtures/time-story.ts'

const tech = 'tech@brightline.example'
const platform = 'platform@northwind.example'

const settings = [
  { language: 'en', approver: 'owner@maple.example', slug: 'maple-logistics' },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante' },
] as const

/** Access without an end at the account. */
async function ongoingAt(db: Database, slug: string, approver: string): Promise<string> {
  if (slug === 'maple-logistics') return ongoingGrant(db)
  const request = await asked(db, tech, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
  return given(db, approver, request, {
    scope: { name: 'services', pages: [] },
    duration: { kind: 'ongoing' },
  })
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const { language, approver, slug } of settings) {
    const words = waitingWords[language]

    test(`a review is told, and kept with one press, ${language}, ${how}`, async ({ portal, db, reader }) => {
      const grant = await ongoingAt(db, slug, approver)
      await reviewDue(db, grant, 1)
      await portal.cron('grants')
      await portal.cron('mail')
      const letter = await letterTo(db, approver, 'review-due')
      const keeps = await reader(approver, { javaScriptEnabled })
      await keeps.go(/https?:\/\/\S+#reviews/.exec(letter.text)?.[0] ?? '')
      await expect(keeps.main).toContainText(words.reviews(1))
      await keeps.button(words.keepThis('Brightline IT', scopeWords[language].name.services)).click()
      await keeps.told('review-answered')
      await expect(keeps.main).not.toContainText(words.reviews(1))
      const inside = await reader(tech)
      expect(await inside.go(`/accounts/${slug}`)).toBe(200)
      const next = await db.value<boolean>(
        `select review_at > now() + interval '5 months' from access_grant where id = $1`,
        [grant],
      )
      expect(next).toBe(true)
    })

    test(`a review is answered by ending it, ${language}, ${how}`, async ({ db, reader }) => {
      const grant = await ongoingAt(db, slug, approver)
      await reviewDue(db, grant, 1)
      const ends = await reader(approver, { javaScriptEnabled })
      await ends.go(`/accounts/${slug}/settings/authorisation`)
      const mark = ends.link(listAct[language].reviewDue)
      await expect(mark).toHaveAttribute('href', `/accounts/${slug}#reviews`)
      await ends.follow(mark)
      await ends.follow(ends.link(words.revokeThis('Brightline IT', scopeWords[language].name.services)))
      await ends.button(reviewWords[language].revoke).click()
      await ends.told('grant-revoked')
      const inside = await reader(tech)
      expect(await inside.go(`/accounts/${slug}`)).toBe(404)
    })
  }
}

test('unanswered for 30 days: the owner reads so once more, the provider sees the account, nobody is put out', async ({
  portal,
  db,
  reader,
}) => {
  const grant = await ongoingGrant(db)
  await reviewDue(db, grant, 31)
  await portal.cron('grants')
  await portal.cron('grants')
  await portal.cron('mail')
  await letterTo(db, 'owner@maple.example', 'review-unanswered')
  const owner = await reader('owner@maple.example')
  await owner.go('/accounts/maple-logistics')
  await expect(owner.main).toContainText(waitingWords.en.unanswered)
  const viewer = await reader('contributor@maple.example')
  await viewer.go('/accounts/maple-logistics')
  await expect(viewer.main, 'not theirs to decide').not.toContainText(waitingWords.en.unanswered)
  const desk = await reader(platform)
  await desk.go('/provider/accounts')
  await desk.follow(desk.main.getByRole('link', { name: listWords.en.tile.unanswered }))
  await expect(desk.row('Maple Logistics')).toContainText('Review unanswered')
  const inside = await reader(tech)
  expect(await inside.go('/accounts/maple-logistics')).toBe(200)
})

test('where the provider says so, it ends: told 30 days before, by the clock, with no sweep', async ({
  portal,
  db,
  reader,
}) => {
  const grant = await ongoingGrant(db)
  const desk = await reader(platform)
  await desk.go('/provider/limits')
  await desk.main.getByLabel(limitsWords.en.ends).check()
  await desk.button(limitsWords.en.save).click()
  await desk.told('limits-changed')
  await reviewDue(db, grant, 1)
  await portal.cron('grants')
  await portal.cron('mail')
  const told = await letterTo(db, 'owner@maple.example', 'review-due')
  expect(told.text.replace(/\s+/g, ' ')).toContain('unless you answer')
  const inside = await reader(tech)
  await db.age(719)
  expect(await inside.go('/accounts/maple-logistics')).toBe(200)
  await db.age(1)
  expect(await inside.go('/accounts/maple-logistics')).toBe(404)
  await portal.cron('grants')
  await portal.cron('mail')
  expect(await db.value('select state from access_grant where id = $1', [grant])).toBe('expired')
  expect((await letterTo(db, tech, 'grant-ended')).text).toContain('nobody answered its review')
})
