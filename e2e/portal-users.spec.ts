import type { Page } from '@playwright/test'
import { words as passwordPage } from '#app/(password)/words.ts'
import { words as catalogue } from '#app/accounts/[account]/settings/portal-users/words.ts'
import { words as choose } from '#app/choose/words.ts'
import { moduleName } from '#lib/access/place-words.ts'
import type { Module } from '#lib/access/roles.ts'
import { portalUserWords } from '#lib/membership/switch-words.ts'
import { lettersTo, letterTo, linkIn } from './fixtures/mailbox.ts'
import { manyPortalUsers } from './fixtures/portal-users.ts'
import { Reader } from './fixtures/reader.ts'
import { type Database, expect, test } from './fixtures/test.ts'

// Portal users of an account: a person, a module, a switch.

const owner = 'owner@harbour-dental.example'
const noor = 'noor@harbour-dental.example'
const desk = 'desk@harbour-dental.example'
const list = '/accounts/harbour-dental/settings/portal-users'
const password = 'seven tame geese at dusk'

const heldBy = (db: Database, email: string) =>
  db.value<string[]>(
    `select m.modules from membership m join person p on p.id = m.person_id join account a on a.id = m.account_id
      where p.email = $1 and a.slug = 'harbour-dental' and m.kind = 'portal-user'`,
    [email],
  )

function box(reader: Reader, module: Module, name: string) {
  const { language } = reader
  const called = portalUserWords[language].switch(moduleName(module, language), name)
  return reader.main.getByRole('checkbox', { name: called, exact: true })
}

/** Turns a switch; without JavaScript it is saved by the button. */
async function turn(reader: Reader, module: Module, name: string) {
  const { language } = reader
  const switched = box(reader, module, name)
  const on = !(await switched.isChecked())
  await switched.setChecked(on)
  if (!reader.javaScript) {
    await reader.button(catalogue[language].save).click()
    return reader.told('modules-saved')
  }
  const say = portalUserWords[language][on ? 'isOn' : 'isOff']
  await expect(reader.main.locator('.switches-said')).toHaveText(say(moduleName(module, language), name))
}

async function setPassword(page: Page, language: 'en' | 'fr') {
  await page.getByLabel(passwordPage[language].newPassword).fill(password)
  await page.getByRole('button', { name: passwordPage[language].set, exact: true }).click()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const language of ['en', 'fr'] as const) {
    const say = catalogue[language]

    test(`added by address, activated from the letter, switched on and off: the next click knows, ${language}, ${how}`, async ({
      db,
      as,
      openBrowser,
    }) => {
      const email = 'rae@people.example'
      await db.rows('update person set language = $1 where email = $2', [language, owner])
      const owns = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      await owns.go(list)
      await owns.follow(owns.link(say.add).first())
      await owns.main.getByLabel(say.email, { exact: true }).fill('rae@people.example, sam@people.example')
      await owns.button(say.save).click()
      await owns.refused(/./)
      await owns.main.getByLabel(say.email, { exact: true }).fill(email)
      await owns.main.getByLabel(say.name).fill('Rae Sol')
      await owns.main.getByLabel(say.language, { exact: true }).selectOption(language)
      await owns.main.getByLabel(moduleName('admin', language), { exact: true }).check()
      await owns.button(say.save).click()
      await owns.told('person-added')
      const letter = await letterTo(db, email, 'activation')
      expect(letter.language).toBe(language)

      const page = await openBrowser({ javaScriptEnabled })
      await page.goto(linkIn(letter))
      await setPassword(page, language)
      await page.waitForURL(/\/accounts\/harbour-dental/)
      expect((await page.goto(list))?.status()).toBe(200)

      await owns.go(list)
      await turn(owns, 'admin', 'Rae Sol')
      expect((await page.goto(list))?.status()).toBe(404)
      await turn(owns, 'admin', 'Rae Sol')
      expect((await page.goto(list))?.status()).toBe(200)
      await turn(owns, 'sms', 'Rae Sol')
      expect(await heldBy(db, email)).toEqual(['sms', 'admin'])
      // One letter for the place, none for switches.
      expect((await lettersTo(db, email)).map(({ kind }) => kind)).toEqual(['activation'])

      await owns.go('/accounts/harbour-dental/settings/activity')
      await expect(owns.main).toContainText(
        `${moduleName('sms', language)}, ${moduleName('admin', language)}`,
      )
    })
  }

  test(`without the letter: by a sign-in link to the same address, and one click, ${how}`, async ({
    db,
    as,
    openBrowser,
  }) => {
    const email = 'kim@people.example'
    const owns = new Reader(await as(owner, { javaScriptEnabled }), 'en', javaScriptEnabled)
    await owns.go(`${list}/new`)
    await owns.main.getByLabel('Email', { exact: true }).fill(email)
    await owns.main.getByLabel('Admin', { exact: true }).check()
    await owns.button('Save').click()
    await owns.told('person-added')
    const page = await openBrowser({ javaScriptEnabled })
    await page.goto('/sign-in')
    await page.getByLabel('Email', { exact: true }).first().fill(email)
    await page.getByRole('button', { name: 'Email me a sign-in link', exact: true }).click()
    await page.waitForURL(/\/sign-in\/code/)
    await page.goto(linkIn(await letterTo(db, email, 'sign-in-link')))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/\/choose/)
    await expect(page.getByRole('main')).toContainText('Harbour Dental')
    // Signed in is not accepted.
    expect((await page.goto(list))?.status()).toBe(404)
    await page.goto('/choose')
    await page.getByRole('button', { name: choose.en.accept, exact: true }).click()
    await page.waitForURL(/\/accounts\/harbour-dental/)
    expect((await page.goto(list))?.status()).toBe(200)
    await owns.go(list)
    await expect(box(owns, 'admin', email)).toBeChecked()
  })

  test(`a portal user with Admin switches what is theirs, and nobody above, ${how}`, async ({ db, as }) => {
    await db.rows(
      `insert into membership (provider_id, account_id, person_id, kind, state, modules)
        select p.provider_id, a.id, p.id, 'portal-user', 'active', '{sms}' from person p join account a on a.slug = 'harbour-dental'
          where p.email = $1`,
      [owner],
    )
    const manages = new Reader(await as(noor, { javaScriptEnabled }), 'en', javaScriptEnabled)
    await manages.go(list)
    await expect(box(manages, 'call-log', 'Dana Petrov')).toBeDisabled()
    await expect(box(manages, 'call-log', 'Dana Petrov')).toBeChecked()
    for (const [module, name] of [
      ['sms', 'Harriet Osei'],
      ['admin', 'Noor Haddad'],
    ] as const)
      await expect(box(manages, module, name)).toBeDisabled()
    await turn(manages, 'fax', 'Dana Petrov')
    expect(await heldBy(db, desk)).toEqual(['fax', 'sms', 'call-log'])
    expect(await heldBy(db, owner)).toEqual(['sms'])
  })

  test(`several at once are shown first, then switched, then removed, ${how}`, async ({ db, as }) => {
    const say = catalogue.en
    const owns = new Reader(await as(owner, { javaScriptEnabled }), 'en', javaScriptEnabled)
    const tick = async (...names: string[]) => {
      await owns.go(list)
      for (const name of names) await owns.main.getByRole('checkbox', { name: say.choose(name) }).check()
    }
    await tick('Dana Petrov', 'Noor Haddad')
    await owns.main.getByLabel(say.what).selectOption('on.fax')
    await owns.follow(owns.button(say.preview))
    await expect(owns.row('Dana Petrov')).toContainText(say.becomes.on)
    await expect(owns.row('Noor Haddad')).toContainText(say.stays.on)
    expect(await heldBy(db, desk)).toEqual(['sms', 'call-log'])
    await owns.button(say.doIt(1)).click()
    await owns.told('modules-saved')
    expect(await heldBy(db, desk)).toEqual(['fax', 'sms', 'call-log'])
    await tick('Piotr Zielinski', 'Asha Rao')
    await owns.main.getByLabel(say.what).selectOption('remove')
    await owns.follow(owns.button(say.preview))
    await owns.button(say.doIt(2)).click()
    await owns.told('people-removed')
    await expect(owns.main.getByRole('row')).toHaveCount(3)
  })

  test(`many are searched and shown page after page, ${how}`, async ({ db, as }) => {
    await manyPortalUsers(db, 30)
    const say = catalogue.en
    const owns = new Reader(await as(owner, { javaScriptEnabled }), 'en', javaScriptEnabled)
    await owns.go(list)
    await expect(owns.main.getByRole('row')).toHaveCount(16)
    await owns.follow(owns.link(say.next))
    await expect(owns.main.getByRole('row')).toHaveCount(16)
    await owns.main.getByLabel(say.search).fill('PÉRSON 029')
    await owns.follow(owns.button(say.find))
    await expect(owns.main.getByRole('row')).toHaveCount(2)
    await turn(owns, 'fax', 'Person 029')
    await expect(owns.main.getByRole('row'), 'saved, one is still at what was found').toHaveCount(2)
    if (!javaScriptEnabled) return
    await owns.main.getByRole('checkbox', { name: say.chooseAll }).check()
    await expect(owns.main.getByRole('checkbox', { name: say.choose('Person 029') })).toBeChecked()
    await expect(owns.main).toContainText(`${say.chosenCount} 1`)
  })

  test(`two tabs on two accounts never mix, ${how}`, async ({ db, as }) => {
    // Dana is an owner of one account and of another, in one browser.
    await db.rows(
      `insert into membership (provider_id, account_id, person_id, kind, state, roles)
        select p.provider_id, a.id, p.id, 'administrator', 'active', '{account-owner}' from person p
          join account a on a.slug in ('harbour-dental', 'maple-logistics') where p.email = $1`,
      ['manager@harbour-dental.example'],
    )
    const page = await as('manager@harbour-dental.example', { javaScriptEnabled })
    const one = new Reader(page, 'en', javaScriptEnabled)
    const other = new Reader(await page.context().newPage(), 'en', javaScriptEnabled)
    const mapleList = '/accounts/maple-logistics/settings/portal-users'
    const heldAt = (slug: string) =>
      db.value<string[]>(
        `select m.modules from membership m join person p on p.id = m.person_id join account a on a.id = m.account_id
          where p.email = $1 and a.slug = $2 and m.kind = 'portal-user'`,
        [desk, slug],
      )
    await one.go('/choose/account/harbour-dental')
    await one.go(list)
    // The other tab chooses the other account, after the first has rendered its form.
    await other.go('/choose/account/maple-logistics')
    await other.go(mapleList)
    await turn(one, 'fax', 'Dana Petrov')
    expect(await heldAt('harbour-dental')).toEqual(['fax', 'sms', 'call-log'])
    expect(await heldAt('maple-logistics')).toEqual(['phonebook'])
    await turn(other, 'sms', 'Dana Petrov')
    expect(await heldAt('harbour-dental')).toEqual(['fax', 'sms', 'call-log'])
    expect(await heldAt('maple-logistics')).toEqual(['sms', 'phonebook'])
    expect(new URL(one.page.url()).pathname).toBe(list)
    expect(new URL(other.page.url()).pathname).toBe(mapleList)
  })
}

test('what somebody else switched meanwhile is kept, and told; without JavaScript', async ({ db, as }) => {
  const owns = new Reader(await as(owner, { javaScriptEnabled: false }), 'en', false)
  const manages = new Reader(
    await as('manager@harbour-dental.example', { javaScriptEnabled: false }),
    'en',
    false,
  )
  await owns.go(list)
  await manages.go(list)
  await turn(manages, 'sms', 'Dana Petrov')
  await box(owns, 'fax', 'Dana Petrov').check()
  await owns.button('Save').click()
  await owns.told('modules-saved-beside')
  expect(await heldBy(db, desk)).toEqual(['fax', 'call-log'])
  // Who was removed meanwhile is told so, and nothing of the table is saved.
  await owns.go(list)
  await db.rows(
    `update membership m set state = 'removed' from person p where p.id = m.person_id and p.email = $1 and m.kind = 'portal-user'`,
    [desk],
  )
  await box(owns, 'phonebook', 'Dana Petrov').check()
  await box(owns, 'phonebook', 'Asha Rao').check()
  await owns.button('Save').click()
  await owns.refused(/Dana Petrov was removed already/)
  expect(await heldBy(db, 'asha@harbour-dental.example')).toEqual(['call-log'])
})

test('a switch that is refused turns back, and says why; with JavaScript', async ({ db, as }) => {
  const manages = new Reader(await as(noor), 'en', true)
  await manages.go(list)
  // Meanwhile Dana has become an owner.
  await db.rows(
    `insert into membership (provider_id, account_id, person_id, kind, state, roles)
      select p.provider_id, a.id, p.id, 'administrator', 'active', '{account-owner}' from person p
        join account a on a.slug = 'harbour-dental' where p.email = $1`,
    [desk],
  )
  await box(manages, 'fax', 'Dana Petrov').click()
  await manages.refused(/Dana Petrov stands above you/)
  await expect(box(manages, 'fax', 'Dana Petrov')).not.toBeChecked()
  expect(await heldBy(db, desk)).toEqual(['sms', 'call-log'])
})

test('the place chosen last is remembered for the person: in another browser, and for nobody else in this one', async ({
  as,
}) => {
  const first = await as(desk)
  await first.goto('/choose/account/maple-logistics')
  const places = (page: Page) => page.getByRole('list', { name: choose.en.places }).getByRole('link')
  const second = await as(desk)
  await second.goto('/choose')
  await expect(places(second).first()).toContainText('Maple Logistics')
  await expect(places(second).first()).toContainText(choose.en.last)
  expect(
    (await first.context().cookies()).map(({ name }) => name).filter(name => name.includes('place')),
  ).toEqual([])
  const contributor = await as('contributor@maple.example')
  await contributor.goto('/choose')
  await expect(contributor.getByRole('main')).not.toContainText(choose.en.last)
})

test('an address that is one already, one that can’t be used, and one’s own', async ({ as }) => {
  const owns = new Reader(await as(owner), 'en', true)
  await owns.go(`${list}/new`)
  await owns.main.getByLabel('Email', { exact: true }).fill(desk.toUpperCase())
  await owns.button('Save').click()
  await owns.refused(catalogue.en.notAdded)
  await expect(owns.main).toContainText(catalogue.en.isPortalUser)
  await owns.main.getByLabel('Email', { exact: true }).fill('platform@northwind.example')
  await owns.button('Save').click()
  await expect(owns.main).toContainText(catalogue.en.taken)
  // Their own address may be a portal user, too.
  await owns.main.getByLabel('Email', { exact: true }).fill(owner)
  await owns.button('Save').click()
  await owns.told('person-added')
})
