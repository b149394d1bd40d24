import { words as catalogue } from '#app/accounts/[account]/phonebook/words.ts'
import { importWords } from '#components/import/words.ts'
import { languages } from '#lib/language.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { handOf, post } from './fixtures/by-hand.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// An account's central phonebook, from its first contact to its last, as somebody works with it who holds the module.

const desk = 'desk@harbour-dental.example'
const book = '/accounts/maple-logistics/phonebook'

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = catalogue[language]
    const { field, refusal } = phonebookWords[language]

    test(`a contact is added, found however its number is written, changed, removed and brought back: ${how}`, async ({
      db,
      as,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go('/accounts/maple-logistics')
      await reader.follow(reader.page.getByRole('navigation').getByRole('link', { name: words.title }))
      await reader.follow(reader.link(words.add))
      const input = (name: string) => reader.main.locator(`[name="${name}"]`)
      await input('name').fill('Zébulon Ångström')
      await input('work').fill('1-800-FLOWERS')
      await reader.button(words.save).click()
      await expect(reader.main.getByRole('alert')).toContainText(field.work)
      await expect(input('name'), 'what was typed stays').toHaveValue('Zébulon Ångström')
      await input('work').fill('(514) 555-0199')
      await reader.main.getByLabel('Carriers').check()
      await reader.button(words.save).click()
      await reader.told('contact-added')

      for (const typed of ['zebulon', 'ANGSTROM zeb', '+1 514 555 0199', '555.0199']) {
        await reader.main.getByRole('searchbox').fill(typed)
        await reader.main.getByRole('searchbox').press('Enter')
        await expect(reader.main.getByRole('rowheader')).toHaveCount(1)
        await expect(reader.main.getByRole('rowheader')).toContainText('Zébulon Ångström')
      }
      await reader.follow(reader.link('Zébulon Ångström'))
      await expect(reader.main.getByLabel('Carriers')).toBeChecked()
      await input('note').fill('Knows the way')
      await reader.button(words.save).click()
      await reader.told('saved')

      await reader.go(`${book}?q=zebulon`)
      await reader.follow(reader.link('Zébulon Ångström'))
      const own = reader.page.url()
      await reader.button(words.remove).click()
      await reader.told('contact-removed')
      await expect(reader.button(words.restoreNamed('Zébulon Ångström'))).toBeVisible()
      await reader.go(new URL(own).pathname)
      await expect(reader.main).toContainText(words.wasRemoved('Dana Petrov'))
      await reader.go(`${book}/removed`)
      await reader.button(words.restoreNamed('Zébulon Ångström')).click()
      await reader.told('contact-restored')
      await reader.go(`${book}?q=zebulon`)
      await expect(reader.row('Zébulon Ångström')).toContainText('Carriers')
      const told = await db.rows<{ action: string }>(
        `select action from event where action like 'contact.%' order by id`,
      )
      expect(told.map(event => event.action)).toEqual([
        'contact.added',
        'contact.updated',
        'contact.removed',
        'contact.restored',
      ])
    })

    test(`several are put into a new group, and removed, at once: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      await reader.go(`${book}/groups`)
      await reader.main.locator('[name="name"]').fill('carriers')
      await reader.button(words.addGroup).click()
      await reader.refused(refusal['group-taken'])
      await reader.main.locator('[name="name"]').fill('Night shift')
      await reader.button(words.addGroup).click()
      await reader.told('contact-group-added')

      await reader.go(book)
      await reader.button(words.takeAway).click()
      await expect(reader.main.getByRole('alert'), 'none is chosen').toBeVisible()
      for (const name of ['Benoît Larose', 'Hugo Tremblay'])
        await reader.main.getByRole('checkbox', { name: words.choose(name) }).check()
      await reader.main.locator('select[name="group"]').selectOption({ label: 'Night shift' })
      await reader.button(words.putIn).click()
      await reader.told('contacts-grouped')
      await expect(reader.main.getByRole('rowheader')).toHaveCount(2)

      for (const name of ['Benoît Larose', 'Hugo Tremblay'])
        await reader.main.getByRole('checkbox', { name: words.choose(name) }).check()
      await reader.button(words.takeAway).click()
      await reader.told('contacts-removed')
      const gone = reader.page.url()
      await reader.go(`${book}?q=larose`)
      await expect(reader.main).toContainText(words.nothing)
      await reader.go(gone)
      await reader.button(words.restoreSeveral('2')).click()
      await reader.told('contacts-restored')
      await reader.go(`${book}?q=larose`)
      await expect(reader.row('Benoît Larose')).toBeVisible()
      await reader.go(gone)
      await expect(
        reader.button(words.restoreSeveral('2')),
        'a second time there is nothing to bring back',
      ).toHaveCount(0)
      const [event] = await db.rows(`select data from event where action = 'contacts.removed'`)
      expect(event).toMatchObject({ data: { what: '2', whom: 'Benoît Larose, Hugo Tremblay' } })
    })

    test(`a file is looked at, put right and taken in; the same once more changes nothing: ${how}`, async ({
      db,
      as,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const said = importWords[language]
      const reader = new Reader(await as(desk, { javaScriptEnabled }), language, javaScriptEnabled)
      const send = async (text: string) => {
        await reader.go(`${book}/import`)
        await reader.main
          .locator('[name="file"]')
          .setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
        await reader.follow(reader.button(said.look))
      }
      const good = `Name,Work,Groups\nNew One,+1 514 555 0901,Fresh\nNew Two,+1 514 555 0902,fresh; Carriers\n`
      const before = await db.value<string>('select count(*) from contact')
      await send(`${good}=HYPERLINK("x"),abc,\n`.replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"'))
      await expect(reader.main).toContainText(said.wrong)
      await expect(reader.row(`${said.line} 4`).first()).toContainText(field.name)
      await expect(reader.button(said.takeIn)).toHaveCount(0)
      expect(await db.value('select count(*) from contact')).toBe(before)

      await send(good)
      await expect(reader.main).toContainText(said.ready)
      await expect(reader.main.getByRole('definition').first()).toHaveText('2')
      await reader.button(said.takeIn).click()
      await reader.told('contacts-imported')
      expect(Number(await db.value('select count(*) from contact'))).toBe(Number(before) + 2)

      await send(good)
      await expect(reader.button(said.takeIn)).toHaveCount(0)
      expect(Number(await db.value('select count(*) from contact'))).toBe(Number(before) + 2)
    })
  }

test('a file of 50 MB is refused before it is read, and told so at its field', async ({
  db,
  portal,
  reader,
}) => {
  const hand = await handOf(db, desk)
  const large = Buffer.alloc(50_000_000, 'a,b\n')
  const answer = await portal.ask('northwind', {
    path: `${book}/import`,
    method: 'POST',
    body: large,
    headers: {
      cookie: hand.cookie,
      origin: portal.url('northwind', ''),
      'content-type': 'multipart/form-data; boundary=x',
    },
  })
  expect(answer.status).toBe(413)
  // Nor is a smaller one taken anywhere else.
  const elsewhere = await post(portal, hand, `${book}/new`, [['name', 'x'.repeat(1_500_000)]])
  expect(elsewhere.status).toBe(413)
  const page = await reader(desk)
  await page.go(`${book}/import`)
  await page.main
    .locator('[name="file"]')
    .setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: large.subarray(0, 5_000_000) })
  await expect(page.main).toContainText(importWords.en.tooLarge)
})

test('of two who change one contact at once the second is told, and nothing is lost', async ({ db, as }) => {
  await db.rows(
    `insert into membership (provider_id, account_id, person_id, kind, state, modules)
      select a.provider_id, a.id, p.id, 'portal-user', 'active', '{phonebook}' from account a, person p
      where a.slug = 'maple-logistics' and p.email = 'lena@maple.example' and not exists (select 1 from membership m where m.person_id = p.id)`,
  )
  await db.rows(
    `update membership set kind = 'portal-user', modules = '{phonebook}', product = null, level = null, extension = null
      where person_id = (select id from person where email = 'lena@maple.example')`,
  )
  const [one, other] = [
    new Reader(await as(desk), 'en', true),
    new Reader(await as('lena@maple.example'), 'en', true),
  ]
  const id = await db.value<string>(`select id from contact where name = 'Kenji Mori'`)
  for (const reader of [one, other]) await reader.go(`${book}/${id}`)
  await one.main.locator('[name="company"]').fill('Mori Works')
  await one.button(catalogue.en.save).click()
  await one.told('saved')
  await other.main.locator('[name="note"]').fill('Speaks French')
  await other.button(catalogue.en.save).click()
  await expect(other.main.getByRole('alert')).toContainText('Dana Petrov')
  await expect(other.main.locator('[name="company"]')).toHaveValue('Mori Works')
  await other.button(catalogue.en.save).click()
  await other.told('saved')
  expect(await db.rows(`select company, note from contact where id = $1`, [id])).toEqual([
    { company: 'Mori Works', note: 'Speaks French' },
  ])
})
