import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { words as customerWords } from '#app/partner/[partner]/customers/words.ts'
import { askWords } from '#app/partner/[partner]/requests/ask-words.ts'
import { words as requestPageWords } from '#app/partner/[partner]/requests/words.ts'
import { deskWords } from '#app/partner/[partner]/words.ts'
import { longestReason } from '#lib/access-request/asking-form.ts'
import { requestWords } from '#lib/access-request/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { lettersTo, letterTo } from './fixtures/mailbox.ts'
import { asked, openRequest } from './fixtures/story.ts'
import { type Database, expect, type Reader, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const desk = '/partner/brightline-it'

async function stateOf(db: Database, id: string): Promise<string> {
  return db.value('select state from access_request where id = $1', [id])
}

async function fillIn(asks: Reader, account: string): Promise<void> {
  await asks.go(`${desk}/requests/new`)
  await asks.main.getByLabel('Account', { exact: true }).selectOption(account)
  await asks.main.getByLabel('Reason').fill('The dispatch phones ring twice.')
  await asks.main.getByLabel(askWords.en.ticket).fill('ML-77')
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`asking: the least harmful is chosen already, every approver is told, ${how}`, async ({
    db,
    reader,
  }) => {
    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(`${desk}/customers`)
    await asks.link('Request access').click()
    await asks.ready()
    await expect(asks.main.getByLabel('Access duration')).toHaveValue('24h')
    await expect(asks.main.getByLabel('Read only', { exact: true })).toBeChecked()
    await fillIn(asks, 'maple-logistics')
    await asks.button('Send request').click()
    await asks.told('request-sent')
    const [row] = await db.rows<{ id: string; scope: string; duration: string; ticket: string }>(
      `select id, scope, duration, ticket from access_request where state = 'pending' and ticket = 'ML-77'`,
    )
    expect(row).toMatchObject({ scope: 'read-only', duration: '24h' })
    const letter = await letterTo(db, 'owner@maple.example', 'access-requested')
    for (const word of [
      'Brightline IT',
      'Theo Nakamura',
      'The dispatch phones ring twice.',
      'ML-77',
      'Read only',
    ])
      expect(letter.text).toContain(word)
    await asks.go(`${desk}/customers?q=maple`)
    await expect(asks.row('Maple Logistics')).toContainText(customerWords.en.alsoAsked)
  })

  test(`what is missing is said at its field, and what was typed stays, ${how}`, async ({ db, reader }) => {
    const asks = await reader(tech, { javaScriptEnabled })
    const before = await db.digest()
    await asks.go(`${desk}/requests/new`)
    await asks.main.getByLabel(askWords.en.ticket).fill('ML-78')
    await asks.button('Send request').click()
    await asks.refused('Nothing was sent yet')
    // All of it at once, and each sentence says which field it means.
    await expect(asks.main.getByRole('alert').getByRole('link')).toHaveText([
      `Account: ${fieldWords.en['no-account']}`,
      `Reason: ${fieldWords.en.required}`,
    ])
    await expect(asks.main.getByLabel(askWords.en.ticket)).toHaveValue('ML-78')
    // As much as the portal takes in at all is answered by the field, and kept.
    for (const length of [longestReason + 1, 25_000, 900_000]) {
      await asks.main.getByLabel('Reason').fill('x'.repeat(length))
      const answer = asks.page.waitForResponse(one => one.request().method() === 'POST')
      await asks.button('Send request').click()
      expect((await answer).status(), `${length} characters`).toBe(200)
      await asks.refused(`Reason: ${fieldWords.en['too-long']('2,000')}`)
      await expect.poll(async () => (await asks.main.getByLabel('Reason').inputValue()).length).toBe(length)
      await expect(asks.button('Send request')).toBeEnabled()
    }
    await asks.main.getByLabel('Reason').fill('Because.')
    await asks.button('Send request').click()
    await asks.refused(fieldWords.en['no-account'])
    await expect(asks.main.getByRole('alert').getByRole('link')).toHaveCount(1)
    await expect(asks.main.getByLabel('Reason')).toHaveValue('Because.')
    await asks.main.getByText(askWords.en.codeSummary).click()
    await asks.main.getByLabel(askWords.en.code).fill('NONE-0000-00')
    await asks.button('Send request').click()
    await asks.refused(requestWords.en.refusal['unknown-account']())
    expect(await db.digest()).toBe(before)
  })

  test(`a question and its answer, ${how}`, async ({ db, reader }) => {
    const id = await openRequest(db)
    const approver = await reader(owner, { javaScriptEnabled })
    await approver.go(`/accounts/harbour-dental/settings/authorisation/requests/${id}`)
    await approver.main.getByText(reviewWords.en.askTitle).click()
    await approver.main.getByLabel('Question', { exact: true }).fill('Which number is it?')
    await approver.button('Ask a question', approver.main).click()
    await approver.told('question-sent')
    expect(await stateOf(db, id)).toBe('question')
    expect((await letterTo(db, tech, 'access-question')).text).toContain('Which number is it?')

    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(`${desk}/customers`)
    await expect(asks.row('Harbour Dental')).toContainText(deskWords.en.state.question)
    await asks
      .row('Harbour Dental')
      .getByRole('link', { name: /^Answer/ })
      .click()
    await asks.ready()
    await expect(asks.main).toContainText('Which number is it?')
    await asks.main.getByLabel('Answer', { exact: true }).fill('The front desk: 604 555 0123.')
    await asks.button(requestPageWords.en.sendAnswer).click()
    await asks.told('answer-sent')
    expect(await stateOf(db, id)).toBe('pending')
    for (const approverAddress of [owner, manager])
      expect((await letterTo(db, approverAddress, 'access-answered')).text).toContain('The front desk')
    await approver.go(`/accounts/harbour-dental/settings/authorisation/requests/${id}`)
    await expect(approver.main).toContainText('The front desk: 604 555 0123.')
  })

  test(`a decline with its reason, and the wait of 24 hours, ${how}`, async ({ db, reader }) => {
    const id = await openRequest(db)
    const approver = await reader(owner, { javaScriptEnabled })
    await approver.go(`/accounts/harbour-dental/settings/authorisation/requests/${id}`)
    await approver.main.getByLabel('Reason').fill('We do not need this.')
    await approver.button('Decline', approver.main).click()
    await approver.told('request-declined')
    const letter = await letterTo(db, tech, 'access-declined')
    expect(letter.text).toContain('We do not need this.')
    expect((await letterTo(db, manager, 'access-declined')).text).toContain('Harriet Osei')
    expect((await lettersTo(db, owner)).filter(one => one.kind === 'access-declined')).toEqual([])

    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(`${desk}/customers`)
    await expect(asks.row('Harbour Dental')).toContainText('We do not need this.')
    await expect(asks.row('Harbour Dental')).toContainText(deskWords.en.waitUntil)
    await asks.go(`${desk}/requests/new?account=harbour-dental`)
    await expect(asks.main).toContainText(askWords.en.wait('Harbour Dental'))
    await expect(asks.button('Send request')).toBeDisabled()
    await expect(asks.button('Send request')).toHaveAccessibleDescription(
      /Harbour Dental can be asked again from/,
    )
    await expect(asks.main.getByRole('option', { name: /^Harbour Dental: from/ })).toBeDisabled()
    await db.age(24)
    const again = await reader(tech, { javaScriptEnabled })
    await again.go(`${desk}/requests/new?again=${id}`)
    await expect(again.main.getByLabel('Reason')).toHaveValue(/Calls to the front desk/)
    await again.button('Send request').click()
    await again.told('request-sent')
    expect(await stateOf(db, id)).toBe('declined')
  })

  test(`whoever asked takes it back, ${how}`, async ({ db, reader }) => {
    const id = await openRequest(db)
    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(`${desk}/requests/${id}`)
    const dialog = await asks.open(asks.button('Withdraw').or(asks.link('Withdraw')).first())
    await asks.button('Withdraw', dialog).click()
    await asks.told('request-withdrawn')
    expect(await stateOf(db, id)).toBe('withdrawn')
    for (const approver of [owner, manager])
      expect((await letterTo(db, approver, 'access-withdrawn')).text).toContain('Theo Nakamura')
  })
}

test('an administrator of the firm takes a technician’s request back; a colleague can’t', async ({
  db,
  reader,
}) => {
  await db.rows(
    `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
      select p.provider_id, f.id, p.id, 'technician', now() from person p, partner f
      where p.email = 'admin@cedar.example' and f.slug = 'brightline-it'`,
  )
  const id = await openRequest(db)
  const colleague = await reader('admin@cedar.example')
  await colleague.go(`${desk}/requests/${id}`)
  await expect(colleague.main).toContainText('Harbour Dental')
  await expect(colleague.button('Withdraw')).toHaveCount(0)
  const administrator = await reader(admin)
  await administrator.go(`${desk}/requests/${id}?act=withdraw`)
  await administrator.button('Withdraw', administrator.main).click()
  await administrator.told('request-withdrawn')
})

test('unanswered: reminders on days 2 and 6, and on day 7 it lapses, all by the clock', async ({
  portal,
  db,
  reader,
}) => {
  const id = await openRequest(db)
  await portal.cron('mail')
  await letterTo(db, owner, 'access-requested')
  await db.age(45)
  await portal.cron('grants')
  await portal.cron('mail')
  expect((await lettersTo(db, owner)).filter(one => one.kind === 'access-request-reminder')).toEqual([])
  await db.age(2)
  await portal.cron('grants')
  await portal.cron('grants')
  await portal.cron('mail')
  for (const approver of [owner, manager]) await letterTo(db, approver, 'access-request-reminder', 1)
  await db.age(96)
  await portal.cron('grants')
  await portal.cron('mail')
  for (const approver of [owner, manager]) await letterTo(db, approver, 'access-request-reminder', 2)

  await db.age(24)
  const approver = await reader(owner)
  await approver.go(`/accounts/harbour-dental/settings/authorisation/requests/${id}`)
  await expect(approver.main, 'no sweep has been here yet').toContainText(reviewWords.en.state.lapsed)
  await expect(approver.button('Save', approver.main)).toHaveCount(0)
  await portal.cron('grants')
  await portal.cron('mail')
  expect(await stateOf(db, id)).toBe('lapsed')
  await letterTo(db, tech, 'access-lapsed')
  expect(
    await db.value(`select count(*) from event where subject_id = $1 and action = 'access-request.lapsed'`, [
      id,
    ]),
  ).toBe('1')

  const asks = await reader(tech)
  await asks.go(`${desk}/requests/${id}`)
  await asks.link(deskWords.en.askAgain).click()
  await asks.ready()
  await expect(asks.main.getByLabel('Reason')).toHaveValue(/Calls to the front desk/)
  await asks.button('Send request').click()
  await asks.told('request-sent')
})

test('a form that was open while the request lapsed decides nothing', async ({ db, reader }) => {
  const id = await openRequest(db)
  const approver = await reader(owner)
  await approver.go(`/accounts/harbour-dental/settings/authorisation/requests/${id}`)
  await db.age(170)
  await approver.button('Save', approver.main).click()
  await approver.refused(requestWords.en.outcome.lapsed(null))
  expect(await db.value('select count(*) from access_grant where request_id = $1', [id])).toBe('0')
})

test('one open request for each firm and account, however it is asked', async ({ db, reader }) => {
  const id = await asked(db, admin, 'brightline-it', {})
  const asks = await reader(tech)
  await asks.go(`${desk}/requests/new?by=code`)
  await asks.main.getByLabel(askWords.en.code).fill(' mapl 8x3w4f ')
  await asks.main.getByLabel('Reason').fill('Once more.')
  await asks.button('Send request').click()
  await asks.refused(requestWords.en.refusal['already-open']())
  expect(
    await db.value(`select count(*) from access_request where state = 'pending' and id <> $1`, [id]),
  ).toBe('1')
})
