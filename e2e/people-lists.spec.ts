import { words as servicesWords } from '#app/accounts/[account]/settings/services/words.ts'
import { words as accessWords } from '#app/accounts/[account]/settings/user-access/words.ts'
import { givenManager, givenMany } from './fixtures/members.ts'
import { expect, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const accent = { email: 'efontaine@crowd.example', name: 'Élodie Fontaine' }

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`more account managers than a page: forth and back, found by name and by address, ${how}`, async ({
    db,
    reader,
  }) => {
    const words = accessWords.en
    await givenMany(db, 'account-manager', 60)
    await givenManager(db, accent.email, accent.name, { state: 'active' })
    const reads = await reader(owner, { javaScriptEnabled })
    const list = '/accounts/harbour-dental/settings/user-access'
    const rows = reads.main.getByRole('row').filter({ has: reads.page.getByRole('link') })
    const search = async (text: string) => {
      await reads.main.getByLabel(words.search).fill(text)
      await reads.button(words.find).click()
      await expect(reads.page).toHaveURL(url => url.searchParams.get('q') === text)
    }
    await reads.go(list)
    await expect(rows).toHaveCount(50)
    await reads.follow(reads.link(words.next))
    await expect(rows).toHaveCount(12)
    await expect(reads.row(accent.name)).toBeVisible()
    await expect(reads.link(words.next)).toBeHidden()

    // A search begins at its own first page, whatever page it was typed on, and its pages keep it.
    await search('Person 0')
    await expect(rows).toHaveCount(50)
    await reads.follow(reads.link(words.next))
    await expect(rows).toHaveCount(10)
    await expect(reads.main.getByLabel(words.search)).toHaveValue('Person 0')
    await reads.follow(reads.link(words.first))
    await expect(rows).toHaveCount(50)

    await search('elodie')
    await expect(rows).toHaveCount(1)
    await expect(reads.row(accent.name)).toContainText(accent.email)
    await search('EFONTAINE@')
    await expect(rows).toHaveCount(1)
    await search('100%')
    await expect(reads.main).toContainText(words.nothing('100%'))
    await reads.follow(reads.link(words.showAll))
    await expect(rows).toHaveCount(50)
  })

  test(`more end users than a page: forth and back, found by name, by address and by extension, ${how}`, async ({
    db,
    reader,
  }) => {
    const words = servicesWords.en
    await givenMany(db, 'end-user', 60)
    await db.rows(`update person set name = 'Inès Carvalho' where email = 'ines@harbour-dental.example'`)
    const reads = await reader(owner, { javaScriptEnabled })
    const rows = reads.main.getByRole('row').filter({ has: reads.page.getByRole('link') })
    const search = async (text: string) => {
      await reads.main.getByLabel(words.search.people).fill(text)
      await reads.button(words.find).click()
      await expect(reads.page).toHaveURL(url => url.searchParams.get('q') === text)
    }
    await reads.go('/accounts/harbour-dental/settings/services?show=users')
    await expect(rows).toHaveCount(50)
    await reads.follow(reads.link(words.next))
    await expect(rows).toHaveCount(12)
    await reads.follow(reads.link(words.first))
    await expect(rows).toHaveCount(50)
    for (const text of ['ines carvalho', 'INES@harbour', '201']) {
      await search(text)
      await expect(rows).toHaveCount(1)
      await expect(reads.row('Inès Carvalho')).toBeVisible()
    }
    await search('nobody')
    await expect(reads.main).toContainText(words.nothing.found)
    await reads.follow(reads.link(words.clear))
    await expect(reads.main).toContainText('Inès Carvalho')
  })

  test(`where nobody is, the list says who manages the account and does the first step, ${how}`, async ({
    reader,
  }) => {
    const words = accessWords.en
    const reads = await reader('owner@maple.example', { javaScriptEnabled })
    await reads.go('/accounts/maple-logistics/settings/user-access')
    await expect(reads.main).toContainText(words.noneText)
    await expect(reads.main.getByLabel(words.search)).toBeHidden()
    await reads.follow(reads.link(words.add).last())
    await expect(reads.page).toHaveURL(/user-access\/new$/)
  })
}
