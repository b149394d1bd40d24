import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { requestWords } from '#lib/access-request/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { axeFinds } from './fixtures/axe.ts'
import { formOn, handOf, has, send } from './fixtures/by-hand.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { asked, openRequest } from './fixtures/story.ts'
import { type Database, expect, mainJob, type Reader, shared, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const tech = 'tech@brightline.example'

const settings = [
  { language: 'en', approver: owner, slug: 'harbour-dental' },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante' },
] as const

interface GrantRow {
  state: string
  scope: string
  duration: string
  seconds: string | null
  sinceStart: string
}

async function newestGrant(db: Database, slug: string): Promise<GrantRow> {
  const [row] = await db.rows<GrantRow & { [column: string]: unknown }>(
    `select g.state, g.scope, g.duration, extract(epoch from g.ends_at - g.starts_at)::int::text as seconds,
        extract(epoch from clock_timestamp() - g.starts_at)::int::text as "sinceStart"
      from access_grant g join account a on a.id = g.account_id where a.slug = $1 order by g.created_at desc limit 1`,
    [slug],
  )
  if (!row) throw new Error('no grant')
  return row
}

async function ready(db: Database, slug: string): Promise<void> {
  if (slug === 'erable-sante') await asked(db, tech, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
}

async function review(reader: Reader, slug: string) {
  await reader.go(`/accounts/${slug}/settings/authorisation`)
  return reader.open(reader.button(reader.say.review).first())
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  for (const { language, approver, slug } of settings) {
    test(
      `an approver gives 24 hours and less than was asked, ${language}, ${how}`,
      mainJob,
      async ({ db, reader }) => {
        await ready(db, slug)
        const reads = await reader(approver, { javaScriptEnabled })
        const say = names[language]
        const dialog = await review(reads, slug)
        await expect(dialog.getByLabel(say.duration)).toHaveValue('24h')
        await expect(dialog.getByLabel(say.full, { exact: true })).toBeChecked()
        await dialog.getByLabel(say.services, { exact: true }).check()
        await reads.button(say.save, dialog).click()
        await reads.told('request-approved')
        await expect(reads.row('Brightline IT').filter({ hasText: say.services })).toBeVisible()
        const grant = await newestGrant(db, slug)
        expect(grant).toMatchObject({ state: 'active', scope: 'services', duration: '24h', seconds: '86400' })
        const letter = await letterTo(db, tech, 'access-approved')
        expect(letter.language).toBe('en')
        expect(letter.text).toContain(names.en.services)
      },
    )
  }

  test(`other durations: 1 hour, 7 and 30 days, until a date, ${how}`, async ({ db, reader }) => {
    const durations = [
      ['1h', 3600],
      ['168h', 604_800],
      ['720h', 2_592_000],
    ] as const
    const reads = await reader(owner, { javaScriptEnabled })
    for (const [duration, seconds] of durations) {
      await db.reset()
      await reads.page.context().clearCookies()
      const again = await reader(owner, { javaScriptEnabled })
      const dialog = await review(again, 'harbour-dental')
      await dialog.getByLabel('Access duration').selectOption(duration)
      await again.button('Save', dialog).click()
      await again.told('request-approved')
      expect(await newestGrant(db, 'harbour-dental')).toMatchObject({
        scope: 'full',
        duration,
        seconds: String(seconds),
      })
    }
    await db.reset()
    const again = await reader(owner, { javaScriptEnabled })
    const dialog = await review(again, 'harbour-dental')
    await dialog.getByLabel('Access duration').selectOption('until')
    await again.button('Save', dialog).click()
    await again.refused('Nothing was changed')
    await again.main
      .or(again.page.getByRole('dialog'))
      .getByLabel('Until', { exact: true })
      .first()
      .fill('2031-06-30')
    await again.button('Save', again.javaScript ? again.page.getByRole('dialog') : again.main).click()
    await again.told('request-approved')
    const end = await db.value<Date>(`select ends_at from access_grant order by created_at desc limit 1`)
    // The day ends at midnight in Vancouver, which keeps summer time in June.
    expect(end.toISOString()).toBe('2031-07-01T07:00:00.000Z')
  })

  test(`access without an end asks who one is, unless one has just said so, ${how}`, async ({
    db,
    reader,
  }) => {
    const reads = await reader(owner, { javaScriptEnabled })
    await db.age(0.5, 'sessions')
    const dialog = await review(reads, 'harbour-dental')
    await dialog.getByLabel('Access duration').selectOption('ongoing')
    await dialog.getByLabel('Read only', { exact: true }).check()
    await reads.button('Save', dialog).click()
    await expect(reads.page).toHaveURL(/\/confirm\?/)
    expect(
      await db.value(`select count(*) from access_grant g join account a on a.id = g.account_id
      where a.slug = 'harbour-dental' and g.state = 'active'`),
    ).toBe('0')
    await reads.ready()
    await reads.page.getByLabel('Password').fill('wrong, wrong')
    await reads.button('Confirm').click()
    await reads.refused(/password/i)
    await reads.page.getByLabel('Password').fill('latchkey-demo')
    await reads.button('Confirm').click()
    await expect(reads.page).toHaveURL(/\/requests\/[0-9a-f-]+\?/)
    await reads.ready()
    await expect(reads.main.getByLabel('Access duration')).toHaveValue('ongoing')
    await expect(reads.main.getByLabel('Read only', { exact: true })).toBeChecked()
    await reads.button('Save', reads.main).click()
    await reads.told('request-approved')
    expect(await newestGrant(db, 'harbour-dental')).toMatchObject({
      scope: 'read-only',
      duration: 'ongoing',
      seconds: null,
    })
  })
}

test('a start that was agreed: scheduled until then, active by the clock, with no sweep in between', async ({
  db,
  reader,
}) => {
  const startsAt = new Date(Date.now() + 5 * 3_600_000)
  await asked(db, tech, 'brightline-it', { startsAt, duration: { kind: 'hours', hours: 1 } })
  const approver = await reader('owner@maple.example')
  const dialog = await review(approver, 'maple-logistics')
  await dialog.getByLabel('Access duration').selectOption('1h')
  await approver.button('Save', dialog).click()
  await approver.told('request-approved-for-later')
  await expect(approver.row('Scheduled')).toBeVisible()
  await db.rows(`update access_grant set state = 'revoked', ended_at = now() where state = 'active'`)

  const technician = await reader(tech)
  expect(await technician.go('/accounts/maple-logistics')).toBe(404)
  await db.age(5.1)
  const again = await reader(tech)
  expect(await again.go('/accounts/maple-logistics')).toBe(200)
  await db.age(1)
  expect(await again.go('/accounts/maple-logistics')).toBe(404)
})

test(
  'two approvers at once, in two browsers: one wins, the other is told who decided what',
  mainJob,
  async ({ db, reader }) => {
    const id = await openRequest(db)
    const [first, second] = [await reader(owner), await reader(manager)]
    const [one, two] = [await review(first, 'harbour-dental'), await review(second, 'harbour-dental')]
    await one.getByLabel('Services support', { exact: true }).check()
    await first.button('Save', one).click()
    await first.told('request-approved')
    await second.button('Decline', two).click()
    await second.refused(
      `${requestWords.en.meanwhile.approved('Harriet Osei')} Your own choice was not used.`,
    )
    expect(await db.value('select state from access_request where id = $1', [id])).toBe('approved')
    await expect(two, 'the row that was decided is gone, and its dialog with it').toHaveCount(0)
    await expect(second.button(second.say.review)).toHaveCount(0)
    await expect(second.row('Services support').filter({ hasText: 'Harriet Osei' }).first()).toBeVisible()
    await second.link(reviewWords.en.seeDecided, second.main).click()
    await second.ready()
    await expect(second.main).toContainText(reviewWords.en.outcome('Approved', 'Harriet Osei'))
    await expect(second.button('Save', second.main)).toHaveCount(0)
    await second.go('/accounts/harbour-dental/settings/authorisation')
    await expect(second.row('Brightline IT').filter({ hasText: 'Harriet Osei' }).first()).toBeVisible()
    expect((await letterTo(db, manager, 'access-approved')).text).toContain('Harriet Osei')
  },
)

test('who comes too late on the request’s own page sees it as it is by now, with one answer, and keeps what was written', async ({
  db,
  reader,
}) => {
  const id = await openRequest(db)
  const path = `/accounts/harbour-dental/settings/authorisation/requests/${id}`
  const [first, second] = [await reader(owner), await reader(manager)]
  for (const one of [first, second]) await one.go(path)
  await first.button('Save', first.main).click()
  await first.told('request-approved')
  const asked: string[] = []
  second.page.on('request', request => asked.push(request.method()))
  await second.main.getByLabel(reviewWords.en.reason).fill('We have a partner of our own by now.')
  await second.button('Decline', second.main).click()
  const alert = second.main.getByRole('alert')
  await expect(alert).toBeFocused()
  await expect(alert).toContainText(requestWords.en.meanwhile.approved('Harriet Osei'))
  await expect(alert).toContainText(`${reviewWords.en.reason}: We have a partner of our own by now.`)
  await expect(second.link(reviewWords.en.seeDecided, alert)).toHaveAttribute('href', path)
  await expect(second.main).toContainText(reviewWords.en.outcome('Approved', 'Harriet Osei'))
  await expect(second.main).not.toContainText(reviewWords.en.state.pending)
  await expect(second.button('Save', second.main)).toHaveCount(0)
  expect(asked, 'the answer brought the page along').toEqual(['POST'])
  expect(await axeFinds(second.page, { best: true })).toEqual([])
  await second.page.reload()
  await expect(second.main.getByRole('alert')).toHaveCount(0)
})

test('who comes too late without JavaScript finds the page as it is by now, is told, and keeps what was written', async ({
  db,
  reader,
}) => {
  const id = await openRequest(db)
  const path = `/accounts/harbour-dental/settings/authorisation/requests/${id}`
  const [first, second] = [await reader(owner), await reader(manager, { javaScriptEnabled: false })]
  await second.go(path)
  await first.go(path)
  await first.button('Save', first.main).click()
  await first.told('request-approved')
  await second.main.getByLabel(reviewWords.en.reason).fill('We have a partner of our own by now.')
  await second.button('Decline', second.main).click()
  const alert = second.main.getByRole('alert')
  await expect(alert).toContainText(requestWords.en.meanwhile.approved('Harriet Osei'))
  await expect(alert).toContainText(`${fieldWords.en.written} We have a partner of our own by now.`)
  await expect(second.link(reviewWords.en.seeDecided, alert)).toHaveAttribute('href', path)
  await expect(second.main).toContainText(reviewWords.en.outcome('Approved', 'Harriet Osei'))
  await expect(second.main).not.toContainText(reviewWords.en.state.pending)
  await expect(second.button('Save', second.main)).toHaveCount(0)
})

test('two tabs of one approver: the later answer is told what the first one was', async ({ db, reader }) => {
  const reads = await reader(owner)
  const id = await openRequest(db)
  const tab = await reads.page.context().newPage()
  await reads.go(`/accounts/harbour-dental/settings/authorisation/requests/${id}`)
  await tab.goto(`/accounts/harbour-dental/settings/authorisation/requests/${id}`)
  await expect(reads.main).toContainText(reviewWords.en.declineText('Brightline IT'))
  await reads.button('Decline', reads.main).click()
  await reads.told('request-declined')
  await tab.getByRole('button', { name: 'Save' }).click()
  await expect(tab.getByRole('alert').filter({ hasText: 'declined' })).toContainText('was not used')
  await tab.getByRole('link', { name: reviewWords.en.seeDecided }).click()
  await expect(tab.getByRole('main')).toContainText(reviewWords.en.outcome('Declined', 'Harriet Osei'))
  await expect(tab.getByRole('button', { name: 'Save' })).toHaveCount(0)
  expect(await db.value('select count(*) from access_grant where request_id = $1', [id])).toBe('0')
})

test('a double click gives access once', shared, async ({ db, reader }) => {
  const reads = await reader(owner)
  const dialog = await review(reads, 'harbour-dental')
  await reads.button('Save', dialog).dblclick()
  await reads.told('request-approved')
  const id = await openRequest(db).catch(() => null)
  expect(id).toBeNull()
  expect(
    await db.value(
      `select count(*) from event where action = 'grant.created' and at > now() - interval '1 hour'`,
    ),
  ).toBe('1')
})

test('back after an approval: the page as it is by now; sent once more by hand: the first answer again', async ({
  portal,
  db,
  reader,
}) => {
  const id = await openRequest(db)
  const path = `/accounts/harbour-dental/settings/authorisation/requests/${id}`
  const reads = await reader(owner)
  await reads.go(path)
  await reads.button('Save', reads.main).click()
  await reads.told('request-approved')
  await reads.page.goBack()
  await expect(reads.button('Save', reads.main)).toHaveCount(0)
  await expect(reads.main).toContainText(requestWords.en.state.approved)
  expect(await effects(db, id)).toEqual({ grants: '1', events: '1' })

  // Without JavaScript the browser sends the very same bytes again.
  await db.reset()
  const hand = await handOf(db, owner)
  const form = await formOn(portal, hand, path, one => has(one, 'duration'))
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(portal, hand, path, form)))
  answers.push(await send(portal, hand, path, form))
  for (const answer of answers) {
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toContain('done=request-approved')
  }
  expect(await effects(db, id)).toEqual({ grants: '1', events: '1' })
  const other = await send(portal, hand, path, form, { duration: '1h' })
  expect(other.status).toBe(200)
  expect(await effects(db, id)).toEqual({ grants: '1', events: '1' })
})

async function effects(db: Database, id: string) {
  const [row] = await db.rows<{ grants: string; events: string }>(
    `select (select count(*) from access_grant where request_id = $1) as grants,
        (select count(*) from event where subject_id = $1 and action = 'access-request.approved') as events`,
    [id],
  )
  return row
}

test('what the form refuses it says at its field, and keeps what was chosen', async ({ db, reader }) => {
  for (const javaScriptEnabled of [true, false]) {
    await db.reset()
    const reads = await reader(owner, { javaScriptEnabled })
    const before = await db.digest()
    const dialog = await review(reads, 'harbour-dental')
    await dialog.getByLabel('Access duration').selectOption('until')
    await dialog.getByLabel('Until', { exact: true }).fill('2020-01-01')
    await dialog.getByLabel('Chosen modules and pages').check()
    await reads.button('Save', dialog).click()
    await reads.refused(fieldWords.en['no-page'])
    const form = reads.javaScript ? reads.page.getByRole('dialog') : reads.main
    await expect(form.getByLabel('Chosen modules and pages')).toBeChecked()
    await expect(form.getByLabel('Until', { exact: true })).toHaveValue('2020-01-01')
    expect(await db.digest()).toBe(before)
    await form.getByLabel('General').check()
    await reads.button('Save', form).click()
    await reads.refused(requestWords.en.refusal['ends-in-the-past']())
    expect(await db.digest()).toBe(before)
  }
})
