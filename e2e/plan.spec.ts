import { outgoingWords } from '#app/accounts/[account]/settings/outgoing-words.ts'
import { changeWords } from '#app/accounts/[account]/settings/subscriptions/change-words.ts'
import { words as catalogue } from '#app/accounts/[account]/settings/subscriptions/words.ts'
import { words as trialPage } from '#app/accounts/[account]/settings/trials/words.ts'
import { attemptWords } from '#lib/history/attempt-words.ts'
import { subscriptionWords } from '#lib/subscription/words.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import { depotSeats, offerAt, todayAt } from './fixtures/plan.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// What an account buys and tries out: at the price that was shown, by whom it may be, and on a client account by nobody of its own.

const buyer = 'contributor@maple.example'
const maple = '/accounts/maple-logistics/settings/subscriptions'
const depot = '/accounts/maple-depot-west/settings/subscriptions'
const en = catalogue.en

for (const [language, javaScriptEnabled] of [
  ['en', true],
  ['fr', false],
] as const) {
  const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
  test(`a Subscription Contributor orders at the price shown, and takes it back: ${how}`, async ({
    db,
    as,
    portal,
  }) => {
    await db.rows(`update person set language = '${language}'`)
    const words = catalogue[language]
    const text = changeWords[language]
    const reader = new Reader(await as(buyer, { javaScriptEnabled }), language, javaScriptEnabled)
    const field = (name: string) => reader.main.locator(`[name="${name}"]`)
    await reader.go(maple)
    await expect(reader.main.getByRole('rowheader')).toHaveCount(3)
    await reader.follow(reader.link(words.add))
    const offer = await offerAt(db, 'maple-logistics', 'pbx-reception')
    await field('offer').selectOption(offer)
    await field('quantity').fill('0')
    await reader.button(words.look).click()
    await expect(
      reader.main.getByText(words.notQuantity(language === 'en' ? '10,000' : '10\u00a0000')).first(),
    ).toBeVisible()
    await field('quantity').fill('2')
    await field('starts').fill('2026-01-01')
    await reader.button(words.look).click()
    await expect(reader.main.getByText(words.refusal.past).first()).toBeVisible()
    await expect(field('quantity')).toHaveValue('2')
    await field('starts').fill(await todayAt(db, 'maple-logistics'))
    await reader.button(words.look).click()
    await expect(reader.main).toContainText(/39[.,]00/)
    await expect(reader.main).toContainText(/78[.,]00/)
    const confirm = reader.page.url()
    // The price goes up while the page is open.
    await db.rows('update offer set unit_price = 4500 where id = $1', [offer])
    const order = words.order(await db.value('select name from offer where id = $1', [offer]))
    await reader.button(order).click()
    await expect(reader.page.getByText(words.priceChanged).first()).toBeVisible()
    await expect(reader.main).toContainText(/90[.,]00/)
    expect(await db.value(`select count(*)::int from subscription where key like 'portal-%'`)).toBe(0)
    await reader.button(order).click()
    await reader.told('subscription-added')
    await expect(reader.main).toContainText(outgoingWords[language].waiting)
    // Back, and pressed again: it is the same order, and not another.
    await reader.go(confirm)
    await reader.button(order).click()
    await expect(reader.main).toContainText(outgoingWords[language].waiting)
    expect(await db.value(`select count(*)::int from subscription where key like 'portal-%'`)).toBe(1)
    await reader.button(text.undo).click()
    await reader.told('order-undone')
    expect(await db.value(`select count(*)::int from subscription where key like 'portal-%'`)).toBe(0)
    // Back once more, and pressed: it says what became of that order, and leads to the list.
    await reader.go(confirm)
    await reader.button(order).click()
    await expect(reader.main).toContainText(text.wasUndoneText)
    await reader.link(text.toList).click()
    await expect(reader.page).toHaveURL(/\/settings\/subscriptions$/)
    expect(await db.value(`select count(*)::int from subscription where key like 'portal-%'`)).toBe(0)
    expect(await portal.cron('mail')).toMatchObject({ changesConfirmed: 0 })
  })
}

test('what is ordered waits, is confirmed or refused with the reason, and the quantity keeps to what is in use', async ({
  db,
  reader,
  portal,
}) => {
  const page = await reader(buyer)
  const order = async (quantity: string) => {
    const offer = await offerAt(db, 'maple-logistics', 'pbx-reception')
    const starts = await todayAt(db, 'maple-logistics')
    await page.go(`${maple}/new/confirm?${new URLSearchParams({ offer, quantity, starts })}`)
    await page.button(en.order('Receptionist console')).click()
    await page.told('subscription-added')
    await db.rows('update back_office_change set next_attempt_at = now()')
    await portal.cron('mail')
    await page.page.reload()
  }
  await order('300')
  await expect(page.main).toContainText('Orders of more than 250 are made by telephone.')
  await expect(page.main).toContainText(subscriptionWords.en.state.refused)
  await order('2')
  await expect(page.main.getByText(outgoingWords.en.waiting)).toHaveCount(0)
  const give = page.main.getByRole('button', { name: changeWords.en.giveNamed('Lena Fischer') })
  await give.click()
  await page.told('licence-assigned')
  await page.main.getByRole('searchbox').fill('bianca')
  await page.main.getByRole('searchbox').press('Enter')
  await page.main.getByRole('button', { name: changeWords.en.giveNamed('Bianca Reyes') }).click()
  await page.told('licence-assigned')
  await expect(page.main).toContainText(changeWords.en.noneFree)
  await page.main.locator('[name="quantity"]').fill('1')
  await page.button(changeWords.en.save).click()
  await expect(page.main.getByText(changeWords.en.belowUse('2', 2)).first()).toBeVisible()
  await page.main.getByRole('button', { name: changeWords.en.takeBackNamed('Bianca Reyes') }).click()
  await page.told('licence-taken-back')
  await page.button(changeWords.en.giveBack('Bianca Reyes')).click()
  await page.told('licence-assigned')
  await expect(page.main.getByRole('rowheader').filter({ hasText: 'billing@maple.example' })).toBeVisible()
})

test('two tabs, and a form sent twice: once, and whoever is late sees what is there now', async ({
  db,
  portal,
}) => {
  const hand = await handOf(db, buyer)
  const id = await db.value<string>(`select id from subscription where key = 'maple-logistics:pbx-recording'`)
  const path = `${maple}/${id}`
  const [one, other] = await Promise.all(
    [1, 2].map(() => formOn(portal, hand, path, form => has(form, 'quantity'))),
  )
  if (!one || !other) throw new Error('no form')
  expect((await send(portal, hand, path, one, { quantity: '6' })).status).toBe(303)
  expect((await send(portal, hand, path, one, { quantity: '6' })).status).toBe(303)
  const late = await send(portal, hand, path, other, { quantity: '7' })
  expect(late.status).toBe(200)
  expect(late.body).toContain(changeWords.en.meanwhile)
  expect(await db.value('select quantity from subscription where id = $1', [id])).toBe(6)
  for (const quantity of ['-1', '1.5', '1000000000', '=1+1'])
    expect((await send(portal, hand, path, other, { quantity, shown: '6' })).body).toContain('10,000')
  expect(await db.value(`select count(*)::int from back_office_change where kind = 'subscriptions'`)).toBe(1)
})

test('the owner and Subscription Contributor of a client account buys nothing by any road; the parent’s does', async ({
  db,
  portal,
  reader,
}) => {
  const owner = 'owner@depot.example'
  const owns = await reader(owner)
  await owns.go(depot)
  await expect(owns.main).toContainText(en.whoBuysHere('Maple Logistics', 'Northwind Telecom'))
  await expect(owns.main.getByRole('link', { name: en.add })).toHaveCount(0)
  const id = await depotSeats(db)
  await owns.go(`${depot}/${id}`)
  await expect(owns.main.locator('form[method="post"], form[action=""]')).toHaveCount(0)
  await expect(owns.main).toContainText('ravi@depot.example')
  const hand = await handOf(db, owner)
  const offer = await offerAt(db, 'maple-depot-west', 'pbx-reception')
  const order = new URLSearchParams({ offer, quantity: '1', starts: await todayAt(db, 'maple-depot-west') })
  for (const page of ['/new', `/new/confirm?${order}`])
    expect((await get(portal, hand, `${depot}${page}`)).status).toBe(404)
  // The parent's very own form, sent by them; and again once a partner's grant and every role are theirs.
  const parent = await handOf(db, buyer)
  const form = await formOn(portal, parent, `${depot}/new/confirm?${order}`, one => has(one, 'price'))
  const own = `from membership m join person p on p.id = m.person_id where p.email = '${owner}'`
  const before = await db.value(`select count(*)::int from subscription`)
  const tries = async () => (await send(portal, hand, `${depot}/new/confirm?${order}`, form)).status
  expect(await tries()).toBe(404)
  await db.rows(
    `update membership set roles = '{account-owner,subscription-contributor,subscription-owner,service-contributor}'
      where id = (select m.id ${own})`,
  )
  expect(await tries()).toBe(404)
  expect(await db.value(`select count(*)::int from subscription`)).toBe(before)
  await owns.go('/accounts/maple-depot-west/settings/activity?kind=refused')
  await expect(owns.main).toContainText(attemptWords.en.named['add-subscription'])
  const buys = await reader(buyer)
  await buys.go(`${depot}/new/confirm?${order}`)
  await buys.button(en.order('Receptionist console')).click()
  await buys.told('subscription-added')
  await owns.go('/accounts/maple-depot-west/settings/activity')
  await expect(owns.row('Added the subscription Receptionist console.')).toContainText('Maple Logistics')
})

test('a firm with Full administration sees what there is and not what it costs, on the page and in the file', async ({
  db,
  portal,
}) => {
  await db.rows(
    `update access_grant g set scope = 'full' from account a where a.id = g.account_id and a.slug = 'maple-logistics' and g.state = 'active'`,
  )
  const firm = await handOf(db, 'admin@brightline.example')
  const file = (by: typeof firm) => get(portal, by, `${maple}/export?q=recording`)
  const theirs = await file(firm)
  expect(theirs.status).toBe(200)
  expect(theirs.body).toContain('Call recording,Cloud PBX,Active,4,1,')
  expect(theirs.body).not.toContain('CAD')
  expect((await get(portal, firm, maple)).body).not.toMatch(/CAD/)
  expect((await get(portal, firm, `${maple}/new`)).status).toBe(404)
  const mine = await file(await handOf(db, buyer))
  expect(mine.body).toContain('Call recording,Cloud PBX,Active,4,1,3.00,CAD,a month,')
  // Why an order was refused is between the account and its provider, too.
  const reason = 'Not before the bill is paid.'
  const [refused] = await db.rows<{ id: string }>(
    `with c as (insert into back_office_change (provider_id, account_id, kind, key, changes, state, reason, settled_at)
        select provider_id, account_id, 'subscriptions', key, '{"quantity": [4, 400]}', 'refused', $1, now() from subscription
        where key = 'maple-logistics:pbx-recording' returning key)
      select s.id from subscription s join c using (key)`,
    [reason],
  )
  expect((await get(portal, firm, `${maple}/${refused?.id}`)).body).not.toContain(reason)
  expect((await get(portal, await handOf(db, buyer), `${maple}/${refused?.id}`)).body).toContain(reason)
})

test('a Subscription Owner reads trials; the provider starts one', async ({ db, reader }) => {
  const reads = await reader('billing@maple.example')
  const trials = '/accounts/maple-logistics/settings/trials'
  await reads.go('/accounts/maple-logistics')
  await reads.follow(reads.page.getByRole('navigation').getByRole('link', { name: trialPage.en.title }))
  await expect(reads.row('Softphone app')).toContainText(trialPage.en.daysLeft('4', 4))
  await expect(reads.main).toContainText(trialPage.en.whoStarts('Northwind Telecom'))
  await db.rows(`update offer set trial_days = 21 where key = 'pbx-care'`)
  const starts = await reader('platform@northwind.example')
  await starts.go(trials)
  await starts.main.locator('[name="offer"]').selectOption(await offerAt(db, 'maple-logistics', 'pbx-care'))
  await starts.button(trialPage.en.button).click()
  await starts.told('trial-started')
  await expect(starts.row('Priority support, a year')).toContainText(trialPage.en.daysLeft('21', 21))
})
