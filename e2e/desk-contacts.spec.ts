import { words as general } from '#app/accounts/[account]/settings/general/words.ts'
import { formWords } from '#app/provider/accounts/form-words.ts'
import { pageWords } from '#app/provider/accounts/page-words.ts'
import { accountWords } from '#lib/account/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { historyTitles } from '#lib/history/titles.ts'
import { languages } from '#lib/language.ts'
import { membershipWords } from '#lib/membership/words.ts'
import type { Database } from './fixtures/database.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { givenManager } from './fixtures/members.ts'
import { expect, Reader, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const owner = 'owner@harbour-dental.example'
const harbour = '/provider/accounts/harbour-dental'

const fill = (one: Reader, name: string, value: string) => one.main.locator(`[name="${name}"]`).fill(value)
/** The value of a fact, by its term. */
const fact = (one: Reader, term: string) =>
  one.main
    .locator('dl.facts > div')
    .filter({ has: one.page.getByText(term, { exact: true }) })
    .getByRole('definition')

const namesakes = (db: Database) =>
  db.value<string>(`select count(*) from account where name_folded = 'harbour dental'`)

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = formWords[language]

    test(`another customer of the same name: told first, made by who has looked, ${how}`, async ({
      db,
      as,
    }) => {
      await db.rows('update person set language = $1 where email = $2', [language, platform])
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go('/provider/accounts/new')
      await fill(desk, 'name', '!!!')
      await fill(desk, 'legalName', 'Harbour Dental (Nanaimo) Ltd.')
      await fill(desk, 'ownerName', 'Quinn Avery')
      await fill(desk, 'ownerEmail', 'quinn@quay.example')
      await desk.button(words.create).click()
      await desk.refused(fieldWords[language]['no-letter'])
      await desk.ready()
      await fill(desk, 'name', 'HARBOUR dental')
      await desk.button(words.create).click()
      await desk.refused(words.namesake.account('Harbour Dental (harbour-dental)'))
      expect(await namesakes(db)).toBe('1')
      await desk.ready()
      await expect(desk.main.locator('[name=ownerEmail]')).toHaveValue('quinn@quay.example')
      await desk.main.getByLabel(words.looked).check()
      await desk.button(words.create).click()
      await desk.told('account-created')
      await expect(desk.page).toHaveURL(/harbour-dental-2/)
      expect(await namesakes(db)).toBe('2')
      // Whoever was named is kept; nobody is guessed for the rest.
      await expect(fact(desk, accountWords[language].contact.owner)).toContainText('Quinn Avery')
      await expect(fact(desk, accountWords[language].contact.support)).toHaveText(
        accountWords[language].notSet,
      )
    })

    test(`contacts and the home are changed on the desk, and read by the customer, ${how}`, async ({
      db,
      as,
      reader,
    }) => {
      await db.rows('update person set language = $1 where email = any($2)', [language, [platform, owner]])
      const { contact, notSet, field } = accountWords[language]
      const desk = new Reader(await as(platform, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go(harbour)
      await expect(fact(desk, contact.service)).toContainText('manager@harbour-dental.example')
      await expect(fact(desk, contact.provisioning)).toHaveText(notSet)
      await desk.follow(desk.link(pageWords[language].changeContacts))
      const choose = (label: string) => desk.main.getByLabel(label, { exact: true })
      const dana = await db.value<string>(
        `select m.id from membership m join person p on p.id = m.person_id join account a on a.id = m.account_id
          where p.email = 'desk@harbour-dental.example' and a.slug = 'harbour-dental'`,
      )
      await choose(contact.provisioning).selectOption(dana)
      await choose(contact.support).selectOption({ label: words.nobody })
      await choose(field.homeBrand).selectOption('boreal.localhost')
      await desk.button(words.save).click()
      await desk.told('saved')
      await expect(fact(desk, contact.provisioning)).toContainText('Dana Petrov')
      await expect(fact(desk, contact.support)).toHaveText(notSet)
      await expect(fact(desk, pageWords[language].brand)).toHaveText('Boréal Voix')

      const own = new Reader((await reader(owner, { javaScriptEnabled })).page, language, javaScriptEnabled)
      await own.go('/accounts/harbour-dental/settings/general')
      await expect(own.main.getByRole('heading', { name: general[language].contacts })).toBeVisible()
      await expect(fact(own, contact.provisioning)).toContainText('desk@harbour-dental.example')
      await expect(fact(own, contact.support)).toHaveText(notSet)
      await own.go('/accounts/harbour-dental/settings/activity?kind=changes')
      const line = own.main
        .getByRole('row')
        .filter({ hasText: field.provisioningContact })
        .or(own.main.getByRole('listitem').filter({ hasText: field.provisioningContact }))
        .first()
      await expect(line).toContainText('Dana Petrov')
      await expect(line).toContainText('boreal.localhost')
      expect(historyTitles[language]['account.updated']).not.toBe('')
    })
  }

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`given another’s name an account is asked about once, and not when something else is changed, ${how}`, async ({
    reader,
  }) => {
    const desk = await reader(platform, { javaScriptEnabled })
    const words = formWords.en
    await desk.go('/provider/accounts/erable-sante/edit')
    await fill(desk, 'name', 'Harbour Dental')
    await desk.button(words.save).click()
    await desk.refused(words.namesake.account('Harbour Dental (harbour-dental)'))
    await desk.ready()
    await desk.main.getByLabel(words.looked).check()
    await desk.button(words.save).click()
    await desk.told('saved')
    await desk.follow(desk.link(pageWords.en.edit))
    await fill(desk, 'city', 'Nanaimo')
    await desk.button(words.save).click()
    await desk.told('saved')
  })

  test(`who decides is only invited so far: the desk says so, and writes to them again, ${how}`, async ({
    db,
    reader,
  }) => {
    const words = pageWords.en
    await db.rows(
      `update membership set state = 'removed' where account_id = (select id from account where slug = 'erable-sante')`,
    )
    const desk = await reader(platform, { javaScriptEnabled })
    await desk.go('/provider/accounts/erable-sante')
    await expect(desk.main).toContainText(words.nobodyDecides)
    await expect(desk.main).toContainText(words.nobodyDecidesText.administrator)
    await expect(fact(desk, accountWords.en.contact.owner)).toHaveText(accountWords.en.notSet)
    await givenManager(db, 'newcomer@erable.example', 'Noëlle Gagnon', { account: 'erable-sante' })
    await desk.go('/provider/accounts/erable-sante')
    await expect(desk.main).toContainText(words.nobodyDecidesYet)
    await expect(desk.main).not.toContainText(words.nobodyDecides)
    await desk.button(words.resendTo('Noëlle Gagnon')).click()
    await desk.told('activation-sent')
    await letterTo(db, 'newcomer@erable.example', 'activation', 1)
    const resent = await db.value(
      `select count(*) from event where action = 'membership.resent' and actor_kind = 'provider'`,
    )
    expect(resent).toBe('1')
    // She comes in while the page stands open: the button has nothing to do any more, and the page says why.
    await db.rows(`update membership set state = 'active' where state = 'invited'`)
    await desk.button(words.resendTo('Noëlle Gagnon')).click()
    await desk.refused(membershipWords.en.refusal['not-invited']('Noëlle Gagnon'))
    await expect(desk.main).not.toContainText(words.nobodyDecidesYet)
    await expect(desk.button(words.resendTo('Noëlle Gagnon'))).toHaveCount(0)
  })

  test(`somebody else’s newer contact is shown before it is written over, ${how}`, async ({ db, reader }) => {
    const [first, second] = [await reader(platform), await reader(platform, { javaScriptEnabled })]
    const support = (one: Reader) => one.main.getByLabel(accountWords.en.contact.support, { exact: true })
    await second.go(`${harbour}/edit`)
    // Added after the second page was made, which does not offer them yet.
    const added = await givenManager(db, 'newcomer@harbour-dental.example', 'Newton Comer')
    await first.go(`${harbour}/edit`)
    await support(first).selectOption(added)
    await first.button(formWords.en.save).click()
    await first.told('saved')
    await fill(second, 'city', 'Squamish')
    await second.button(formWords.en.save).click()
    await second.refused('Nora Whitfield')
    await second.ready()
    await expect(support(second)).toHaveValue(added)
    await second.button(formWords.en.save).click()
    await second.told('saved')
    await expect(fact(second, accountWords.en.contact.support)).toContainText('Newton Comer')
  })
}
