import { accessWords } from '#app/provider/access-words.ts'
import { closeWords } from '#app/provider/accounts/close-words.ts'
import { formWords } from '#app/provider/accounts/form-words.ts'
import { listWords } from '#app/provider/accounts/list-words.ts'
import { pageWords as accountWords } from '#app/provider/accounts/page-words.ts'
import { closeWords as partnerWords } from '#app/provider/partners/close-words.ts'
import { formWords as partnerForm } from '#app/provider/partners/form-words.ts'
import { pageWords as partnerPage } from '#app/provider/partners/page-words.ts'
import { startWords } from '#app/provider/relationships/start-words.ts'
import { deliveryWords } from '#lib/delivery/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { staffWords } from '#lib/partner/words.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import { newAccountValues, newPartnerValues } from './fixtures/guarded/customers.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { Reader } from './fixtures/reader.ts'
import { everybody } from './fixtures/standing.ts'
import { asked, given, openRequest } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const owner = 'owner@harbour-dental.example'
const tech = 'tech@brightline.example'

for (const language of ['en', 'fr'] as const)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`an account: made with its people, found, changed, closed for good, ${how}`, async ({ db, as }) => {
      await db.rows('update person set language = $1 where email = $2', [language, platform])
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      const words = formWords[language]
      await desk.go('/provider/accounts')
      await desk.follow(desk.link(listWords[language].add))
      const fill = async (name: string, value: string) => desk.main.locator(`[name="${name}"]`).fill(value)
      await fill('name', 'Quay Optics')
      await fill('legalName', 'Quay Optics Ltd.')
      await fill('parent', 'maple')
      await desk.main.locator('[name=products][value=cloud-pbx]').check()
      for (const kind of ['owner', 'service']) {
        await fill(`${kind}Name`, kind === 'owner' ? 'Quinn Avery' : 'Q. Avery')
        await fill(`${kind}Email`, 'quinn@quay.example')
      }
      // One address is one person, by one name: neither is dropped in silence.
      await desk.button(words.create).click()
      await desk.refused(fieldWords[language]['other-name'])
      await expect(desk.main.locator('[name=serviceName]')).toHaveValue('Q. Avery')
      await fill('serviceName', 'Quinn Avery')
      await desk.button(words.create).click()
      // Two accounts begin so: nothing is half done, and what was typed stays.
      await desk.refused('maple-logistics')
      expect(await db.value(`select count(*) from account where name = 'Quay Optics'`)).toBe('0')
      await expect(desk.main.locator('[name=ownerEmail]')).toHaveValue('quinn@quay.example')
      await fill('parent', 'Maple Logistics')
      await desk.button(words.create).click()
      await desk.told('account-created')
      await expect(desk.page).toHaveURL(/\/provider\/accounts\/quay-optics\b/)
      await expect(desk.main).toContainText('Maple Logistics')
      const [place] = await db.rows<{ state: string; roles: string[] }>(
        `select m.state, m.roles from membership m join person p on p.id = m.person_id where p.email = 'quinn@quay.example'`,
      )
      expect(place).toEqual({ state: 'invited', roles: ['account-owner', 'service-viewer'] })
      await letterTo(db, 'quinn@quay.example', 'activation', 1)

      await desk.go('/provider/accounts?q=optic')
      await desk.follow(desk.link('Quay Optics'))
      await desk.follow(desk.link(accountWords[language].edit))
      await fill('city', 'Nelson')
      await desk.button(words.save).click()
      await desk.told('saved')
      await expect(desk.main).toContainText('Nelson')

      await desk.follow(desk.link(accountWords[language].close))
      await expect(desk.main).toContainText(closeWords[language].final)
      await desk.button(closeWords[language].submit).click()
      await expect(desk.main.getByRole('alert')).toBeVisible()
      await desk.main.getByLabel(accessWords[language].reason).fill('Made by mistake.')
      await desk.button(closeWords[language].submit).click()
      await desk.told('account-closed')
      await expect(desk.main).toContainText('Made by mistake.')
      await desk.go('/provider/accounts?show=closed')
      await expect(desk.row('Quay Optics')).toBeVisible()
    })
  }

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`closing an account puts everybody out and tells both sides, ${how}`, async ({ db, reader }) => {
    await given(db, owner, await openRequest(db))
    const [inside, own] = [await reader(tech), await reader(owner)]
    for (const one of [inside, own]) expect(await one.go('/accounts/harbour-dental')).toBe(200)
    const desk = await reader(platform, { javaScriptEnabled })
    await desk.go('/provider/accounts/harbour-dental/close')
    await expect(desk.row('Brightline IT')).toBeVisible()
    await desk.main.getByLabel(accessWords.en.reason).fill('The practice has closed.')
    await desk.button(closeWords.en.submit).click()
    await desk.told('account-closed')
    expect(await inside.go('/accounts/harbour-dental')).toBe(404)
    expect(
      await db.value(
        `select count(*) from session s join person p on p.id = s.person_id where p.email = $1`,
        [owner],
      ),
    ).toBe('0')
    for (const address of [owner, tech])
      expect((await letterTo(db, address, 'account-closed', 1)).text).toContain('The practice has closed.')
    expect(await desk.go('/accounts/harbour-dental')).toBe(404)
  })

  test(`a partner: a name that resembles is asked about; made, then closed, ${how}`, async ({
    db,
    reader,
  }) => {
    const desk = await reader(platform, { javaScriptEnabled })
    await desk.go('/provider/partners/new')
    const fill = async (name: string, value: string) => desk.main.locator(`[name="${name}"]`).fill(value)
    await fill('name', 'Brightl1ne IT')
    await fill('adminName', 'Quinn Avery')
    await fill('adminEmail', 'quinn@quay.example')
    const code = await desk.main.locator('[name=partnerCode]').inputValue()
    await fill('partnerCode', `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`)
    await desk.button(partnerForm.en.create).click()
    await desk.refused('Brightline IT')
    await desk.main.getByLabel(partnerForm.en.resembles).check()
    await desk.button(partnerForm.en.create).click()
    await desk.refused('last digit')
    await fill('partnerCode', code)
    await desk.button(partnerForm.en.create).click()
    await desk.told('partner-created')
    await letterTo(db, 'quinn@quay.example', 'activation', 1)
    await desk.page.reload()
    await desk.ready()
    const row = desk.row('Quinn Avery')
    await expect(row).toContainText(staffWords.en.state.invited)
    await expect(row).toContainText(deliveryWords.en.condition.sent)
    await desk.button(partnerPage.en.resendTo('Quinn Avery')).click()
    await desk.told('activation-sent')
    await letterTo(db, 'quinn@quay.example', 'activation', 2)
    await db.rows(
      `update partner_staff set activated_at = now(), invited_name = null
        where person_id = (select id from person where email = 'quinn@quay.example')`,
    )
    await desk.button(partnerPage.en.resendTo('Quinn Avery')).click()
    await desk.refused(staffWords.en.refusal['not-invited']('Quinn Avery'))
    await expect(row).toContainText(staffWords.en.state.active)
    await expect(desk.button(partnerPage.en.resendTo('Quinn Avery'))).toHaveCount(0)
    await desk.go('/provider/partners/brightline-it/close')
    await expect(desk.row('Maple Logistics')).toBeVisible()
    await desk.main.getByLabel(accessWords.en.reason).fill('Out of business.')
    await desk.button(partnerWords.en.submit).click()
    await desk.told('partner-closed')
    for (const address of [tech, 'owner@maple.example'])
      expect((await letterTo(db, address, 'partner-closed', 1)).text).toContain('Out of business.')
  })

  test(`a relationship starts; who comes too late is led to it, ${how}`, async ({ db, reader }) => {
    const desk = await reader(platform, { javaScriptEnabled })
    await desk.go('/provider/relationships/new')
    const [find] = [desk.main.getByRole('search')]
    await find.getByLabel(startWords.en.partner).fill('cdr-7310')
    await find.getByLabel(startWords.en.account).fill('erable')
    await desk.follow(desk.button(startWords.en.search))
    await desk.button(startWords.en.start).click()
    await desk.told('relationship-started')
    for (const address of ['proprio@erable.example', 'admin@cedar.example'])
      await letterTo(db, address, 'relationship-started', 1)
    await desk.go('/provider/partners/cedar-consulting')
    await desk.follow(desk.link(partnerPage.en.start))
    await find.getByLabel(startWords.en.account).fill('erable')
    await desk.follow(desk.button(startWords.en.search))
    const found = desk.main.getByRole('combobox', { name: startWords.en.partner, exact: true })
    await expect(found.getByRole('option')).toHaveText(['Cedar Consulting (CDR-7310)'])
    await desk.button(startWords.en.start).click()
    await desk.refused('Nora Whitfield')
    await desk.follow(desk.link(startWords.en.see))
    await expect(desk.main).toContainText('Cedar Consulting')
  })

  test(`access that hangs on no relationship is held on the account’s page, ${how}`, async ({
    db,
    reader,
  }) => {
    const request = await asked(db, 'admin@cedar.example', 'cedar-consulting', {
      account: { code: 'ERAB-7M2K-6H' },
    })
    const grant = await given(db, 'proprio@erable.example', request)
    const desk = await reader(platform, { javaScriptEnabled })
    await desk.go(`/provider/accounts/erable-sante?act=suspend&grant=${grant}`)
    await desk.button(accessWords.en.confirm.suspend.submit).click()
    await desk.told('grant-suspended')
    expect(await db.value('select state from access_grant where id = $1', [grant])).toBe('suspended')
  })
}

test('of two who rename a firm the second is told by whom, and saves over what they see', async ({
  db,
  reader,
}) => {
  const [first, second] = [await reader(platform), await reader(platform, { javaScriptEnabled: false })]
  const name = (one: Reader) => one.main.getByRole('textbox', { name: partnerForm.en.name })
  for (const one of [first, second]) await one.go('/provider/partners/cedar-consulting/edit')
  await name(first).fill('Cedar Group')
  await first.button(partnerForm.en.save).click()
  await first.told('saved')
  await name(second).fill('Cedar Partners')
  await second.button(partnerForm.en.save).click()
  await second.refused('Nora Whitfield')
  await second.refused('Cedar Group')
  await expect(name(second)).toHaveValue('Cedar Partners')
  await second.button(partnerForm.en.save).click()
  await second.told('saved')
  expect(await db.value(`select name from partner where slug = 'cedar-consulting'`)).toBe('Cedar Partners')
})

test('who closes an account that somebody has just closed is told by whom, at the top of the page', async ({
  reader,
}) => {
  const [first, second] = [await reader(platform), await reader(platform)]
  for (const one of [first, second]) await one.go('/provider/accounts/erable-sante/close')
  for (const one of [first, second]) {
    await one.main.getByLabel(accessWords.en.reason).fill('Moved away.')
    await one.button(closeWords.en.submit).click()
    if (one === first) await one.told('account-closed')
  }
  await second.refused('Nora Whitfield')
  await expect(second.button(closeWords.en.submit)).toHaveCount(0)
})

test('a product that is in use stays, and why is said at its field', async ({ db, reader }) => {
  const desk = await reader(platform)
  await desk.go('/provider/accounts/harbour-dental/products')
  await desk.main.locator('[name=products][value=sip-trunks]').uncheck()
  await desk.button(formWords.en.save).click()
  await desk.refused('1 service')
  await desk.main.locator('[name=products][value=sip-trunks]').check()
  await desk.main.locator('[name=products][value=branding]').check()
  await desk.button(formWords.en.save).click()
  await desk.told('saved')
  expect(
    await db.value(
      `select count(*) from account_product p join account a on a.id = p.account_id where a.slug = 'harbour-dental'`,
    ),
  ).toBe('3')
})

test('only platform administrators make accounts and firms; support looks and changes nothing', async ({
  portal,
  db,
}) => {
  const admin = await handOf(db, platform)
  const forms = [
    ['/provider/accounts/new', 'ownerEmail', newAccountValues],
    ['/provider/partners/new', 'adminEmail', newPartnerValues],
    ['/provider/accounts/harbour-dental/close', 'reason', { reason: 'Closed.' }],
    ['/provider/accounts/harbour-dental', 'account', {}],
  ] as const
  const rendered = []
  for (const [path, field, values] of forms)
    rendered.push({ path, values, form: await formOn(portal, admin, path, form => has(form, field)) })
  const before = await db.digest()
  for (const email of everybody.filter(one => !one.startsWith('platform@'))) {
    const hand = await handOf(db, email)
    for (const { path, form, values } of rendered)
      expect((await send(portal, hand, path, form, values)).status, `${path} by ${email}`).toBe(404)
  }
  await db.rows(
    `update platform_user set role = 'support' where person_id = (select id from person where email = $1)`,
    [platform],
  )
  for (const { path, form, values } of rendered)
    expect((await send(portal, admin, path, form, values)).status, `${path} by support`).toBe(404)
  for (const path of [
    '/provider/accounts',
    '/provider/accounts/harbour-dental',
    '/provider/partners/brightline-it',
  ])
    expect((await get(portal, admin, path)).status, path).toBe(200)
  for (const path of [
    '/provider/accounts/new',
    '/provider/partners/new',
    '/provider/accounts/harbour-dental/edit',
  ])
    expect((await get(portal, admin, path)).status, path).toBe(404)
  await db.rows(`update platform_user set role = 'administrator' where role = 'support'`)
  expect(await db.digest()).toBe(before)
})

test('bad input is refused at its field, and nothing is half done', async ({ portal, db }) => {
  const admin = await handOf(db, platform)
  const form = await formOn(portal, admin, '/provider/accounts/new', one => has(one, 'ownerEmail'))
  const before = await db.digest()
  const bad: readonly Readonly<Record<string, string | readonly string[]>>[] = [
    { name: 'x'.repeat(10_000) },
    { name: 'Quay\u202eOptics' },
    { name: 'Quay\u0000Optics' },
    { parent: 'southern-bakery' },
    { parent: 'x'.repeat(10_000) },
    { products: ['cloud-pbx', 'free-lunch'] },
    { brand: '00000000-0000-4000-8000-000000000000' },
    { ownerEmail: 'a@b.example, c@d.example' },
    { ownerRoles: ['platform-administrator'] },
    { ownerRoles: ['brand-contributor'] },
    { supportName: 'Nobody' },
    { timeZone: 'Mars/Olympus' },
    { unknown: 'field' },
  ]
  for (const values of bad) {
    const answer = await send(portal, admin, '/provider/accounts/new', form, {
      ...newAccountValues,
      ...values,
    })
    expect(answer.status, JSON.stringify(values).slice(0, 80)).toBe(200)
    expect(answer.body, JSON.stringify(values).slice(0, 80)).toContain('role="alert"')
  }
  expect(await db.digest()).toBe(before)
})
