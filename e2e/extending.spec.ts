import { extendWords } from '#app/partner/[partner]/grants/extend-words.ts'
import { exactTime } from '#lib/format.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { asked, given, openRequest } from './fixtures/story.ts'
import { type Database, expect, test } from './fixtures/test.ts'
import { moreAsked } from './fixtures/time-story.ts'

const owner = 'owner@harbour-dental.example'
const tech = 'tech@brightline.example'
const list = '/accounts/harbour-dental/settings/authorisation'
const hour = 3_600_000

const settings = [
  { language: 'en', approver: owner, slug: 'harbour-dental' },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante' },
] as const

/** Services support for 24 hours at the account. */
async function dayAt(db: Database, slug: string, approver: string): Promise<string> {
  const request =
    slug === 'harbour-dental'
      ? await openRequest(db)
      : await asked(db, tech, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
  return given(db, approver, request)
}

async function endOf(db: Database, grant: string): Promise<Date> {
  return db.value<Date>('select ends_at from access_grant where id = $1', [grant])
}

function stateOf(db: Database, grant: string): Promise<string> {
  return db.value<string>('select state from grant_extension where grant_id = $1', [grant])
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const { language, approver, slug } of settings)
    test(`the reminder’s Extend leads both sides to a new end, ${language}, ${how}`, async ({
      portal,
      db,
      reader,
    }) => {
      const say = names[language]
      const grant = await dayAt(db, slug, approver)
      await db.age(22.5)
      const before = await endOf(db, grant)
      await portal.cron('grants')
      await portal.cron('mail')

      const asks = await reader(tech, { javaScriptEnabled })
      await asks.go(linkIn(await letterTo(db, tech, 'grant-ending')))
      await asks.main.getByLabel(names.en.howMuchLonger).selectOption('24h')
      await asks.main.getByLabel('Reason').fill('The handsets arrive tomorrow.')
      await asks.button(names.en.extend).click()
      await asks.told('extension-asked')
      await expect(asks.main).toContainText(extendWords.en.outcome.pending)

      const gives = await reader(approver, { javaScriptEnabled })
      await gives.go(linkIn(await letterTo(db, approver, 'extension-asked')))
      const wanted = new Date(before.getTime() + 24 * hour)
      for (const told of ['Brightline IT', 'Theo Nakamura', 'The handsets arrive tomorrow.'])
        await expect(gives.main).toContainText(told)
      await gives.button(say.save).click()
      await gives.told('access-extended')
      expect((await endOf(db, grant)).getTime()).toBe(wanted.getTime())

      const hears = await letterTo(db, tech, 'grant-extended')
      const zone = await db.value<string>('select time_zone from person where email = $1', [tech])
      for (const end of [before, wanted])
        expect(hears.text.replaceAll(/\s+/g, ' ')).toContain(exactTime(end, zone, 'en'))
      await asks.go(`/partner/brightline-it/grants/${grant}`)
      await expect(asks.main).toContainText(extendWords.en.outcome.granted)
      await gives.go(`/accounts/${slug}/settings/activity`)
      const own = await db.value<string>('select time_zone from person where email = $1', [approver])
      for (const end of [before, wanted])
        await expect(gives.row(exactTime(before, own, language)).first()).toContainText(
          exactTime(end, own, language),
        )
      await db.age(2)
      expect(await asks.go(`/accounts/${slug}`), 'past the first end').toBe(200)
    })
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`less than asked: the approver chooses another end, ${how}`, async ({ db, reader }) => {
    const grant = await dayAt(db, 'harbour-dental', owner)
    await moreAsked(db, tech, 'brightline-it', grant)
    const before = await endOf(db, grant)
    const gives = await reader(owner, { javaScriptEnabled })
    await gives.go('/accounts/harbour-dental')
    await gives.follow(gives.link(names.en.extend).first())
    await gives.main.getByLabel(names.en.howMuchLonger).selectOption('1h')
    await gives.button(names.en.save).click()
    await gives.told('access-extended')
    expect((await endOf(db, grant)).getTime()).toBe(before.getTime() + hour)
    await letterTo(db, tech, 'grant-extended')
    expect(await stateOf(db, grant)).toBe('granted')
  })

  test(`no: the access keeps its end, and the firm reads why, ${how}`, async ({ db, reader }) => {
    const grant = await dayAt(db, 'harbour-dental', owner)
    const early = await reader(tech, { javaScriptEnabled })
    await early.go(`/partner/brightline-it/grants/${grant}/extend`)
    await moreAsked(db, tech, 'brightline-it', grant)
    const before = await endOf(db, grant)
    const declines = await reader(owner, { javaScriptEnabled })
    await declines.go(`${list}/grants/${grant}/extend`)
    await declines.main.getByLabel('Reason').fill('The work is done tonight.')
    await declines.button(names.en.decline).click()
    await declines.told('extension-declined')
    expect((await endOf(db, grant)).getTime()).toBe(before.getTime())
    expect((await letterTo(db, tech, 'extension-declined')).text).toContain('The work is done tonight.')
    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(`/partner/brightline-it/grants/${grant}/extend`)
    await expect(asks.main).toContainText('The work is done tonight.')
    await expect(asks.main).toContainText('You can ask again from')
    await expect(asks.button(names.en.extend)).toHaveCount(0)
    await early.button(names.en.extend).click()
    await early.refused('You can ask again from')
  })

  test(`withdrawn: nothing is left to answer, ${how}`, async ({ db, reader }) => {
    const grant = await dayAt(db, 'harbour-dental', owner)
    await moreAsked(db, tech, 'brightline-it', grant)
    const late = await reader(owner, { javaScriptEnabled })
    await late.go(`${list}/grants/${grant}/extend`)
    const takes = await reader(tech, { javaScriptEnabled })
    await takes.go(`/partner/brightline-it/grants/${grant}`)
    await takes.button(names.en.withdraw).click()
    await takes.told('extension-withdrawn')
    await letterTo(db, owner, 'extension-withdrawn')
    await late.button(names.en.save).click()
    await late.refused('Theo Nakamura')
    expect(await stateOf(db, grant)).toBe('withdrawn')
  })
}

test('unasked: an approver extends from the row, and the technician’s next reminder is of the new end', async ({
  portal,
  db,
  reader,
}) => {
  const grant = await dayAt(db, 'harbour-dental', owner)
  const before = await endOf(db, grant)
  const gives = await reader(owner)
  await gives.go(list)
  await gives.follow(gives.link(names.en.extend).first())
  await gives.main.getByLabel(names.en.howMuchLonger).selectOption('168h')
  await gives.button(names.en.save).click()
  await gives.told('access-extended')
  expect((await endOf(db, grant)).getTime()).toBe(before.getTime() + 168 * hour)
  await db.age(192 - 23)
  await portal.cron('grants')
  await portal.cron('mail')
  expect((await letterTo(db, tech, 'grant-ending')).text).toContain('/extend')
})

test('for good: whoever gives it proves again who they are, and what was chosen is still there', async ({
  db,
  reader,
}) => {
  const grant = await dayAt(db, 'harbour-dental', owner)
  const gives = await reader(owner)
  await db.age(0.5, 'sessions')
  await gives.go(`${list}/grants/${grant}/extend`)
  await gives.main.getByLabel(names.en.howMuchLonger).selectOption('ongoing')
  await gives.button(names.en.save).click()
  await expect(gives.page).toHaveURL(/\/confirm\?/)
  await gives.ready()
  await gives.page.getByLabel(names.en.password).fill('latchkey-demo')
  await gives.button('Confirm').click()
  await expect(gives.page).toHaveURL(/\/extend\?/)
  await gives.ready()
  await expect(gives.main.getByLabel(names.en.howMuchLonger)).toHaveValue('ongoing')
  await gives.button(names.en.save).click()
  await gives.told('access-extended')
  expect(await endOf(db, grant)).toBeNull()
})

test('past its end nothing is extended, by either side', async ({ db, reader }) => {
  const grant = await dayAt(db, 'harbour-dental', owner)
  const [gives, asks] = [await reader(owner), await reader(tech)]
  await gives.go(`${list}/grants/${grant}/extend`)
  await asks.go(`/partner/brightline-it/grants/${grant}/extend`)
  await db.age(24)
  await gives.button(names.en.save).click()
  await gives.refused('has ended already')
  await asks.button(names.en.extend).click()
  await asks.refused('has ended already')
  expect(await asks.go('/accounts/harbour-dental')).toBe(404)
})
