import { words as activityWords } from '#app/accounts/[account]/settings/activity/words.ts'
import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { termsPageWords } from '#app/accounts/[account]/settings/authorisation/terms-words.ts'
import { scopeWords } from '#lib/access/scope-words.ts'
import { exactTime } from '#lib/format.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { asked, given, openRequest } from './fixtures/story.ts'
import { type Database, expect, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const full = { scope: { name: 'full', pages: [] }, duration: { kind: 'hours', hours: 168 } } as const

const settings = [
  { language: 'en', approver: owner, slug: 'harbour-dental' },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante' },
] as const

/** Full administration for a week at the account. */
async function weekAt(db: Database, slug: string, approver: string): Promise<string> {
  const request =
    slug === 'harbour-dental'
      ? await openRequest(db)
      : await asked(db, tech, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
  return given(db, approver, request, full)
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const { language, approver, slug } of settings) {
    const words = termsPageWords[language]
    const list = `/accounts/${slug}/settings/authorisation`

    test(`trimmed: a page is gone with the very next request, and both sides are told, ${language}, ${how}`, async ({
      db,
      reader,
    }) => {
      const grant = await weekAt(db, slug, approver)
      const inside = await reader(tech, { javaScriptEnabled })
      expect(await inside.go(`/accounts/${slug}/settings/general`)).toBe(200)
      const trims = await reader(approver, { javaScriptEnabled })
      await trims.go(`${list}/grants/${grant}`)
      await trims.follow(trims.link(words.trim))
      await trims.main.getByLabel(scopeWords[language].name.people, { exact: true }).check()
      await trims.button(names[language].save).click()
      await trims.told('access-trimmed')
      expect(await inside.go(`/accounts/${slug}/settings/general`)).toBe(404)
      expect(await inside.go(`/accounts/${slug}`)).toBe(200)
      for (const address of [tech, admin]) {
        const { text } = await letterTo(db, address, 'grant-trimmed')
        for (const name of ['full', 'people'] as const)
          expect(text.replaceAll(/\s+/g, ' ')).toContain(scopeWords.en.name[name])
      }
      await trims.go(`/accounts/${slug}/settings/activity`)
      await expect(trims.row(scopeWords[language].name.people).first()).toBeVisible()
    })

    test(`shortened: the new end holds, and both sides are told the old one, too, ${language}, ${how}`, async ({
      db,
      reader,
    }) => {
      const grant = await weekAt(db, slug, approver)
      const end = () => db.value<Date>('select ends_at from access_grant where id = $1', [grant])
      const before = await end()
      const shortens = await reader(approver, { javaScriptEnabled })
      await shortens.go(`${list}/grants/${grant}`)
      await shortens.follow(shortens.link(words.shorten))
      await shortens.main.getByLabel(words.newEnd).selectOption('1h')
      await shortens.button(names[language].save).click()
      await shortens.told('access-shortened')
      const after = await end()
      const { text } = await letterTo(db, tech, 'grant-shortened')
      const zone = await db.value<string>('select time_zone from person where email = $1', [tech])
      for (const moment of [before, after])
        expect(text.replaceAll(/\s+/g, ' ')).toContain(exactTime(moment, zone, 'en'))
      const inside = await reader(tech, { javaScriptEnabled })
      expect(await inside.go(`/accounts/${slug}`)).toBe(200)
      await db.age(1)
      expect(await inside.go(`/accounts/${slug}`)).toBe(404)
    })
  }
}

test('of two approvers with the same page the second is told who changed it, and sees how it is now', async ({
  db,
  reader,
}) => {
  const grant = await weekAt(db, 'harbour-dental', owner)
  const path = `/accounts/harbour-dental/settings/authorisation/grants/${grant}`
  const [first, second] = [await reader(owner), await reader(manager)]
  await first.go(`${path}/shorten`)
  await second.go(`${path}/extend`)
  await first.button(names.en.save).click()
  await first.told('access-shortened')
  await second.button(names.en.save).click()
  await second.refused('Harriet Osei')
  const events = await db.value<string>(
    `select count(*) from event where subject_id = $1 and action in ('grant.extended', 'grant.shortened')`,
    [grant],
  )
  expect(events).toBe('1')
})

const notOurs = [
  { language: 'en', hears: manager, slug: 'harbour-dental' },
  { language: 'fr', hears: 'proprio@erable.example', slug: 'erable-sante' },
] as const

for (const { language, hears, slug } of notOurs)
  test(`this was not us: from the letter to what was done, and to the end of all access, ${language}`, async ({
    db,
    portal,
    reader,
  }) => {
    // Another approver gives it, and this one hears of that.
    await db.rows(
      `insert into membership (provider_id, account_id, person_id, kind, state, roles)
        select a.provider_id, a.id, p.id, 'administrator', 'active', '{account-owner}' from account a, person p
        where a.slug = $1 and p.email = $2 on conflict do nothing`,
      [slug, owner],
    )
    await weekAt(db, slug, owner)
    await portal.cron('mail')
    const { text } = await letterTo(db, hears, 'access-approved')
    const words = activityWords[language]
    const reads = await reader(hears)
    await reads.go(/https?:\/\/\S+\/settings\/activity\S+/.exec(text)?.[0] ?? '')
    await expect(reads.main).toContainText(words.notUs)
    await expect(reads.row('Brightline IT').first()).toBeVisible()
    await reads.follow(reads.link(words.revokeAll))
    await reads.button(reviewWords[language].revokeAll).click()
    await reads.told('all-revoked')
    const inside = await reader(tech)
    expect(await inside.go(`/accounts/${slug}`)).toBe(404)
  })
