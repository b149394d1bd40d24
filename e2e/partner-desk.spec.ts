import { words as customerWords } from '#app/partner/[partner]/customers/words.ts'
import { deskWords } from '#app/partner/[partner]/words.ts'
import { words as shellWords } from '#components/frame/words.ts'
import { asked, given, openRequest } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'

const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const owner = 'owner@harbour-dental.example'
const customers = '/partner/brightline-it/customers'

test('the desk shows how the firm stands with each customer, and leads in', async ({ db, reader }) => {
  const works = await reader(tech)
  await works.go(customers)
  await expect(works.row('Maple Logistics')).toContainText(deskWords.en.state.active)
  await expect(works.row('Harbour Dental')).toContainText(deskWords.en.state.asked)
  await works.link(deskWords.en.enterAccount('Maple Logistics')).click()
  await expect(works.page).toHaveURL(/\/accounts\/maple-logistics$/)
  const bar = works.page.getByRole('region', { name: shellWords.en.actingFor('Maple Logistics') })
  await expect(bar).toContainText(shellWords.en.actingNoEnd)
  await given(db, owner, await openRequest(db))
  await works.go(`${customers}?q=harbour`)
  await expect(works.row('Harbour Dental')).toContainText(/2[34]\sh.*left/)
  await expect(works.row('Maple Logistics')).toHaveCount(0)
})

test('a technician who is not assigned enters nothing; the administrator of the firm does', async ({
  db,
  reader,
}) => {
  const request = await asked(db, admin, 'brightline-it', { account: { code: 'ERAB-7M2K-6H' } })
  await given(db, 'proprio@erable.example', request)
  const [works, leads] = [await reader(tech), await reader(admin)]
  expect(await leads.go('/accounts/erable-sante')).toBe(200)
  for (const page of ['', '/settings/general', '/settings/services'])
    expect(await works.go(`/accounts/erable-sante${page}`), page).toBe(404)
  await works.go(customers)
  await expect(works.row('Érable Santé')).toContainText(deskWords.en.notAssigned)
  await expect(works.link(deskWords.en.enterAccount('Érable Santé'))).toHaveCount(0)

  const grant = await db.value<string>('select id from access_grant where request_id = $1', [request])
  await works.go(`/partner/brightline-it/grants/${grant}`)
  await expect(works.button('Give up access')).toHaveCount(0)
})

test('whoever leaves the firm is out with the next request, and so is the whole firm when it closes', async ({
  db,
  reader,
}) => {
  const [works, leads] = [await reader(tech), await reader(admin)]
  for (const one of [works, leads]) expect(await one.go('/accounts/maple-logistics')).toBe(200)
  await db.rows('update partner_staff set removed_at = now() where person_id = $1', [
    await db.id('person', tech),
  ])
  expect(await works.go('/accounts/maple-logistics')).toBe(404)
  expect(await works.go(customers)).toBe(404)
  expect(await leads.go('/accounts/maple-logistics')).toBe(200)
  await db.rows(`update partner set closed_at = now() where slug = 'brightline-it'`)
  expect(await leads.go('/accounts/maple-logistics')).toBe(404)
  expect(await leads.go(customers)).toBe(404)
})

test('a firm without customers is shown its first step', async ({ reader }) => {
  const works = await reader('admin@cedar.example')
  await works.go('/partner/cedar-consulting/customers')
  await expect(works.main).toContainText(customerWords.en.none)
  await works.link(customerWords.en.noneAct).click()
  await expect(works.page).toHaveURL(/requests\/new\?by=code$/)
})

test('the account sees when somebody comes in, and who', async ({ db, reader }) => {
  await given(db, owner, await openRequest(db))
  const works = await reader(tech)
  await works.go('/accounts/harbour-dental')
  await works.go('/accounts/harbour-dental/settings/services')
  await expect
    .poll(
      () => db.value(`select count(*) from event where action = 'grant.entered'`),
      'told once for each way in',
    )
    .toBe('1')
  const reads = await reader(owner)
  await reads.go('/accounts/harbour-dental')
  await expect(reads.row('Services support').or(reads.row('Full administration')).first()).toContainText(
    'Theo Nakamura',
  )
})
