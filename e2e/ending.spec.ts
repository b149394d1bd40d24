import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { words as overviewWords } from '#app/accounts/[account]/words.ts'
import { words as grantWordsOfDesk } from '#app/partner/[partner]/grants/words.ts'
import { deskWords } from '#app/partner/[partner]/words.ts'
import { accessWords } from '#app/provider/access-words.ts'
import { endWords } from '#app/provider/relationships/end-words.ts'
import { grantWords } from '#lib/grant/words.ts'
import { lettersTo, letterTo } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { asked, given, ongoingGrant, openRequest } from './fixtures/story.ts'
import { type Database, expect, mainJob, type Reader, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const list = '/accounts/harbour-dental/settings/authorisation'

async function grantAtHarbour(db: Database): Promise<string> {
  return given(db, owner, await openRequest(db))
}

async function stateOf(db: Database, grant: string): Promise<string> {
  return db.value('select state from access_grant where id = $1', [grant])
}

const settings = [
  { language: 'en', approver: owner, slug: 'harbour-dental' },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante' },
] as const

test('going back after a revocation shows what is so, not what was', async ({ db, reader }) => {
  await grantAtHarbour(db)
  const takes = await reader(owner)
  await takes.go(list)
  const form = await takes.follow(takes.button('Revoke').first())
  await takes.button(reviewWords.en.revoke, form).click()
  await takes.told('grant-revoked')
  await takes.page.goBack()
  await expect(takes.main).toContainText(grantWords.en.state.revoked)
  await expect(takes.button(reviewWords.en.revoke)).toHaveCount(0)
})

test('going back between two places of one page keeps what was typed', async ({ db, reader }) => {
  const request = await openRequest(db)
  const reads = await reader(owner)
  await reads.page.clock.install()
  await reads.go(`${list}/requests/${request}?act=decline`)
  const reason = reads.main.getByLabel('Reason')
  await reason.fill('Half a sentence')
  await reads.page.evaluate(() => {
    document.body.dataset.same = 'yes'
    location.hash = 'one'
    location.hash = 'two'
  })
  await reads.page.goBack()
  await expect(reads.page).toHaveURL(/#one$/)
  await reads.page.clock.runFor(5000)
  await expect(reads.page.locator('body[data-same=yes]')).toBeAttached()
  await expect(reason).toHaveValue('Half a sentence')
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const { language, approver, slug } of settings) {
    test(
      `revoked: the very next request is a 404, both sides are told, ${language}, ${how}`,
      mainJob,
      async ({ db, reader }) => {
        const say = names[language]
        const request =
          slug === 'harbour-dental'
            ? await openRequest(db)
            : await asked(db, tech, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
        const grant = await given(db, approver, request)
        const inside = await reader(tech)
        expect(await inside.go(`/accounts/${slug}`)).toBe(200)

        const takes = await reader(approver, { javaScriptEnabled })
        await takes.go(`/accounts/${slug}/settings/authorisation`)
        const form = await takes.follow(takes.button(say.revoke).first())
        await expect(form).toContainText(reviewWords[language].revokeStatement('Brightline IT'))
        await expect(form).toContainText('Theo Nakamura')
        await form.getByLabel(say.reason).fill('Tout est réparé. All is mended.')
        await takes.button(reviewWords[language].revoke, form).click()
        await takes.told('grant-revoked')
        // The result stands in the row, under its new state.
        await expect(takes.row('Brightline IT').first()).toContainText(grantWords[language].state.revoked)
        expect(await stateOf(db, grant)).toBe('revoked')
        expect(await inside.go(`/accounts/${slug}`)).toBe(404)
        for (const address of [tech, admin]) {
          const letter = await letterTo(db, address, 'grant-ended')
          expect(letter.text).toContain('All is mended.')
        }
        await takes.go(`/accounts/${slug}/settings/authorisation?show=ended`)
        await expect(takes.row('Brightline IT').first()).toBeVisible()
      },
    )
  }

  test(`revoke all ends every partner’s access at once, ${how}`, async ({ db, reader }) => {
    await grantAtHarbour(db)
    const second = await asked(db, 'admin@cedar.example', 'cedar-consulting', {
      account: { code: 'HARB-2K7Q-9D' },
    })
    await given(db, owner, second)
    const people = [await reader(tech), await reader('admin@cedar.example')]
    for (const one of people) expect(await one.go('/accounts/harbour-dental')).toBe(200)
    const takes = await reader(manager, { javaScriptEnabled })
    await takes.go(list)
    const dialog = await takes.open(takes.button('Revoke all'))
    for (const name of ['Brightline IT', 'Theo Nakamura', 'Cedar Consulting'])
      await expect(dialog).toContainText(name)
    await takes.button(reviewWords.en.revokeAll, dialog).click()
    await takes.told('all-revoked')
    for (const one of people) expect(await one.go('/accounts/harbour-dental')).toBe(404)
    await letterTo(db, 'admin@cedar.example', 'grant-ended')
    await letterTo(db, tech, 'grant-ended')
    await takes.go(list)
    await expect(takes.button('Revoke all')).toHaveCount(0)
  })

  test(`suspended and resumed; the end does not move, ${how}`, async ({ db, reader }) => {
    const grant = await grantAtHarbour(db)
    const end = () => db.value<Date>('select ends_at from access_grant where id = $1', [grant])
    const before = await end()
    const inside = await reader(tech)
    expect(await inside.go('/accounts/harbour-dental')).toBe(200)
    const holds = await reader(owner, { javaScriptEnabled })
    await holds.go(`${list}/grants/${grant}`)
    await holds.link(reviewWords.en.suspend).click()
    await holds.ready()
    await holds.main.getByLabel('Reason').fill('A holiday.')
    await holds.button(reviewWords.en.suspend).click()
    await holds.told('grant-suspended')
    await expect(holds.row('Brightline IT').first()).toContainText(grantWords.en.state.suspended)
    expect(await inside.go('/accounts/harbour-dental')).toBe(404)
    await letterTo(db, tech, 'grant-suspended')
    await holds.go('/accounts/harbour-dental')
    await expect(holds.main).toContainText(overviewWords.en.suspended(1))
    await holds.go(`${list}/grants/${grant}?act=suspend`)
    await expect(holds.main, 'what is held can’t be held again').not.toContainText(reviewWords.en.endStays)
    await holds.go(`${list}/grants/${grant}?act=resume`)
    await expect(holds.link(reviewWords.en.cancel)).toBeFocused()
    await holds.button(reviewWords.en.resume).click()
    await holds.told('grant-resumed')
    expect(await inside.go('/accounts/harbour-dental')).toBe(200)
    await letterTo(db, tech, 'grant-resumed')
    expect((await end()).getTime()).toBe(before.getTime())
  })

  test(`the firm gives its access up, ${how}`, async ({ db, reader }) => {
    const grant = await grantAtHarbour(db)
    const gives = await reader(tech, { javaScriptEnabled })
    await gives.go(`/partner/brightline-it/grants/${grant}`)
    const dialog = await gives.open(gives.button('Give up access'))
    await expect(dialog).toContainText(grantWordsOfDesk.en.giveUpStatement('Harbour Dental', 'Brightline IT'))
    await gives.button('Give up access', dialog).click()
    await gives.told('grant-relinquished')
    expect(await stateOf(db, grant)).toBe('relinquished')
    expect(await gives.go('/accounts/harbour-dental')).toBe(404)
    for (const approver of [owner, manager])
      expect((await letterTo(db, approver, 'grant-ended')).text).toContain('Theo Nakamura')
  })

  test(`the provider ends the channel relationship, after a look at what ends with it, ${how}`, async ({
    db,
    reader,
  }) => {
    const grant = await grantAtHarbour(db)
    const another = await asked(db, admin, 'brightline-it', { account: { slug: 'harbour-dental' } })
    const maple = await ongoingGrant(db)
    const inside = await reader(tech)
    expect(await inside.go('/accounts/harbour-dental')).toBe(200)
    const ends = await reader('platform@northwind.example', { javaScriptEnabled })
    await ends.go('/provider/relationships?q=harbour')
    await ends.link('End: Brightline IT and Harbour Dental').click()
    await ends.ready()
    await expect(ends.main).toContainText(endWords.en.statement('Brightline IT', 'Harbour Dental'))
    await expect(ends.main).toContainText(endWords.en.grantsEnd(1))
    await expect(ends.main).toContainText(endWords.en.requestsEnd(1))
    await expect(ends.main.getByRole('row').filter({ hasText: 'Services support' })).toBeVisible()
    expect(await stateOf(db, grant), 'looking changes nothing').toBe('active')
    await ends.main.getByLabel('Reason').fill('The contract is over.')
    await ends.button(endWords.en.submit).click()
    await ends.told('relationship-ended')
    expect(await stateOf(db, grant)).toBe('terminated')
    expect(await db.value('select state from access_request where id = $1', [another])).toBe('lapsed')
    expect(await stateOf(db, maple), 'another relationship stays').toBe('active')
    expect(await inside.go('/accounts/harbour-dental')).toBe(404)
    for (const address of [owner, manager, admin, tech])
      expect((await letterTo(db, address, 'relationship-ended')).text).toContain('The contract is over.')
    await inside.go('/partner/brightline-it/customers?q=harbour')
    await expect(inside.row('Harbour Dental')).toContainText(deskWords.en.state.terminated)
  })
}

test(
  'expired while no sweep has run: no access, and nobody is told twice when it does',
  mainJob,
  async ({ portal, db, reader }) => {
    const grant = await grantAtHarbour(db)
    const inside = await reader(tech)
    expect(await inside.go('/accounts/harbour-dental/settings/services')).toBe(200)
    await db.age(23.99)
    expect(await inside.go('/accounts/harbour-dental/settings/services')).toBe(200)
    await db.age(0.02)
    expect(await inside.go('/accounts/harbour-dental/settings/services')).toBe(404)
    expect(await stateOf(db, grant), 'the row has not been tidied yet').toBe('active')

    const approver = await reader(owner)
    await approver.go('/accounts/harbour-dental')
    await expect(approver.row('Services support'), 'nobody can get in').toHaveCount(0)
    await approver.go(list)
    const row = approver.row('Brightline IT').filter({ hasText: 'Services support' })
    await expect(row.filter({ hasText: 'Active' })).toHaveCount(0)
    await expect(row.getByRole('button', { name: 'Revoke', exact: true })).toHaveCount(0)
    await approver.go(`${list}/grants/${grant}`)
    await expect(approver.main).toContainText('Expired')
    await expect(approver.button('Revoke access')).toHaveCount(0)

    await portal.cron('grants')
    await portal.cron('grants')
    await portal.cron('mail')
    expect(await stateOf(db, grant)).toBe('expired')
    for (const address of [tech, owner]) await letterTo(db, address, 'grant-ended', 1)
  },
)

test(
  'before the end both sides are reminded, and a reminder that is no longer true is dropped',
  mainJob,
  async ({ portal, db }) => {
    const grant = await grantAtHarbour(db)
    await db.age(22.5)
    await portal.cron('grants')
    await portal.cron('mail')
    for (const address of [owner, tech]) await letterTo(db, address, 'grant-ending', 1)
    await db.reset()

    const again = await grantAtHarbour(db)
    expect(again).not.toBe(grant)
    await db.age(22.5)
    await portal.cron('grants')
    await db.rows(`update letter set next_attempt_at = now() where state = 'queued'`)
    await db.rows(
      `update access_grant set state = 'revoked', ended_at = now(), version = version + 1 where id = $1`,
      [again],
    )
    await portal.cron('mail')
    await expect
      .poll(() => db.value(`select count(*) from letter where kind = 'grant-ending' and state = 'queued'`))
      .toBe('0')
    const sent = (await lettersTo(db, owner)).filter(one => one.kind === 'grant-ending')
    expect(sent).toEqual([])
  },
)

test('overlapping grants: ending one never cuts another', async ({ db, reader }) => {
  const first = await grantAtHarbour(db)
  const second = await given(
    db,
    owner,
    await asked(db, tech, 'brightline-it', { account: { slug: 'harbour-dental' } }),
    {
      scope: { name: 'people', pages: [] },
      duration: { kind: 'hours', hours: 1 },
    },
  )
  const inside = await reader(tech)
  expect(await inside.go('/accounts/harbour-dental/settings/general')).toBe(200)
  const takes = await reader(owner)
  await takes.go(`${list}/grants/${first}?act=revoke`)
  await takes.button(reviewWords.en.revoke).click()
  await takes.told('grant-revoked')
  expect(await inside.go('/accounts/harbour-dental/settings/general')).toBe(404)
  expect(await inside.go('/accounts/harbour-dental/settings/services')).toBe(200)
  expect(await stateOf(db, second)).toBe('active')
})

test('who comes too late to end an access is told who was first', async ({ db, reader }) => {
  const grant = await grantAtHarbour(db)
  const [first, second]: Reader[] = [await reader(owner), await reader(manager)]
  for (const one of [first, second]) await one?.go(`${list}/grants/${grant}?act=revoke`)
  await first?.button(reviewWords.en.revoke).click()
  await first?.told('grant-revoked')
  await second?.button(reviewWords.en.revoke).click()
  await second?.refused('Harriet Osei')
  expect(
    await db.value(`select count(*) from event where subject_id = $1 and action = 'grant.revoked'`, [grant]),
  ).toBe('1')
})

test('a suspended access is resumed by the side that held it', async ({ db, reader }) => {
  const grant = await grantAtHarbour(db)
  const relationship = await db.value<string>('select relationship_id from access_grant where id = $1', [
    grant,
  ])
  const provider = await reader('platform@northwind.example')
  await provider.go(`/provider/relationships/${relationship}?act=suspend&grant=${grant}`)
  await provider.button(accessWords.en.confirm.suspend.submit).click()
  await provider.told('grant-suspended')
  const approver = await reader(owner)
  await approver.go(`${list}/grants/${grant}?act=resume`)
  const resume = approver.button(reviewWords.en.resume)
  if (await resume.isVisible()) {
    await resume.click()
    await approver.refused('can resume it')
  }
  expect(await stateOf(db, grant)).toBe('suspended')
  await provider.go(`/provider/relationships/${relationship}?act=resume&grant=${grant}`)
  await provider.button(accessWords.en.confirm.resume.submit).click()
  await provider.told('grant-resumed')
  expect(await stateOf(db, grant)).toBe('active')
})

for (const javaScriptEnabled of [true, false])
  test(`what is not there says so, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    reader,
  }) => {
    const outside = await reader('admin@cedar.example', { javaScriptEnabled })
    for (const path of [
      '/accounts/harbour-dental',
      '/accounts/harbour-dental/settings/general',
      '/partner/xyz/customers',
    ]) {
      expect(await outside.page.goto(path).then(answer => answer?.status())).toBe(404)
      await expect(outside.page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(outside.page.getByRole('main')).toContainText('your access has ended')
    }
  })
