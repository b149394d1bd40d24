import { askWords } from '#app/partner/[partner]/requests/ask-words.ts'
import { words as pages } from '#app/partner/[partner]/templates/words.ts'
import { templateWords } from '#lib/access-request/template-words.ts'
import { languages } from '#lib/language.ts'
import { Reader } from './fixtures/reader.ts'
import { templatesEverywhere } from './fixtures/template-story.ts'
import { expect, test } from './fixtures/test.ts'

// A firm keeps requests ready-made, and whoever asks starts from one.

const admin = 'admin@brightline.example'
const tech = 'tech@brightline.example'
const list = '/partner/brightline-it/templates'
const ask = '/partner/brightline-it/requests/new'

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`a template is added, used for a request, changed and removed: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const words = pages[language]
      const desk = new Reader(await as(admin, { javaScriptEnabled }), language, javaScriptEnabled)
      await desk.go(list)
      await desk.follow(desk.link(words.add))
      await desk.main.locator('[name="name"]').fill('Première visite')
      await desk.main.locator('[name="scope"][value="chosen"]').check()
      await desk.button(words.save).click()
      // What is missing is told at its field, and what was typed stays.
      await expect(desk.main.getByRole('alert')).toBeVisible()
      await expect(desk.main.locator('[name="name"]')).toHaveValue('Première visite')
      await expect(desk.main.locator('[name="scope"][value="chosen"]')).toBeChecked()
      await desk.main.locator('[name="reason"]').fill('We look at the phones.')
      await desk.main.locator('[name="pages"][value="fax"]').check()
      await desk.main.locator('[name="duration"]').selectOption('168h')
      await desk.button(words.save).click()
      await desk.told('template-added')
      await expect(desk.row('Première visite')).toContainText('We look at the phones.')

      const asks = new Reader(await as(tech, { javaScriptEnabled }), language, javaScriptEnabled)
      await asks.go(list)
      await expect(asks.link(words.add)).toHaveCount(0)
      await asks.go(`${ask}?account=maple-logistics`)
      await asks.main.locator('[name="template"]').selectOption({ label: 'Première visite' })
      if (!javaScriptEnabled) await asks.button(askWords[language].fillIn).click()
      await expect(asks.main).toContainText(askWords[language].filledIn('Première visite'))
      await expect(asks.main.locator('[name="reason"]')).toHaveValue('We look at the phones.')
      await expect(asks.main.locator('[name="duration"]')).toHaveValue('168h')
      await expect(asks.main.locator('[name="scope"][value="chosen"]')).toBeChecked()
      await expect(asks.main.locator('[name="pages"][value="fax"]')).toBeChecked()
      await expect(asks.main.locator('select[name="account"]')).toHaveValue('maple-logistics')
      await asks.button(askWords[language].send).click()
      await asks.told('request-sent')
      const [row] = await db.rows(
        `select reason, scope, scope_pages, duration from access_request order by created_at desc limit 1`,
      )
      expect(row).toEqual({
        reason: 'We look at the phones.',
        scope: 'chosen',
        scope_pages: ['fax'],
        duration: '168h',
      })

      await desk.follow(desk.link('Première visite'))
      await desk.main.locator('[name="reason"]').fill('We look at the phones again.')
      await desk.button(words.save).click()
      await desk.told('saved')
      await desk.follow(desk.link('Première visite'))
      await desk.follow(desk.link(words.remove))
      await desk.button(words.removeSubmit).click()
      await desk.told('template-removed')
      await expect(desk.main).toContainText(words.none)
      await desk.go('/partner/brightline-it/activity')
      await expect(desk.row('Première visite')).toHaveCount(3)
    })
  }

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`after a refusal nothing that was typed is written over, ${how}`, async ({ db, reader }) => {
    const own = (await templatesEverywhere(db)).find(one => one.firm === 'brightline-it')
    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go(`${ask}?template=${own?.id}`)
    await asks.main.locator('[name="reason"]').fill('My own words.')
    await asks.main.locator('[name="duration"]').selectOption('1h')
    await asks.main.locator('[name="scope"][value="services"]').check()
    await asks.button(askWords.en.send).click()
    await asks.refused('Nothing was sent yet')
    await expect(asks.main.locator('[name="reason"]')).toHaveValue('My own words.')
    await expect(asks.main.locator('[name="duration"]')).toHaveValue('1h')
    await expect(asks.main.locator('[name="scope"][value="services"]')).toBeChecked()
    await expect(asks.main.locator('[name="template"]')).toHaveCount(0)
  })

  test(`of two administrators the second is told, and keeps their words, ${how}`, async ({ db, reader }) => {
    const own = (await templatesEverywhere(db)).find(one => one.firm === 'brightline-it')
    const [first, second] = [
      await reader(admin, { javaScriptEnabled }),
      await reader(admin, { javaScriptEnabled }),
    ]
    for (const one of [first, second]) await one.go(`${list}/${own?.id}`)
    await first.main.locator('[name="duration"]').selectOption('1h')
    await first.button(pages.en.save).click()
    await first.told('saved')
    await second.main.locator('[name="reason"]').fill('Other words.')
    await second.button(pages.en.save).click()
    await second.refused('Amara Singh')
    await expect(second.main.locator('[name="duration"]')).toHaveValue('1h')
    await expect(second.main.locator('[name="reason"]')).toHaveValue('Other words.')
    await second.button(pages.en.save).click()
    await second.told('saved')
    expect(await db.rows(`select reason, duration from request_template where id = $1`, [own?.id])).toEqual([
      { reason: 'Other words.', duration: '1h' },
    ])

    // Removed under somebody's hands: told by whom, and what was typed is still there to be read.
    for (const one of [first, second]) await one.go(`${list}/${own?.id}`)
    await first.go(`${list}/${own?.id}?act=remove`)
    await first.button(pages.en.removeSubmit).click()
    await first.told('template-removed')
    await second.main.locator('[name="reason"]').fill('Words that come too late.')
    await second.button(pages.en.save).click()
    await second.refused(templateWords.en.removed('Amara Singh'))
    await second.refused('Words that come too late.')
    await expect(second.main).toContainText(pages.en.removed('Amara Singh'))
  })
}

test('a template of another firm, or of none, fills nothing in', async ({ db, reader }) => {
  const other = (await templatesEverywhere(db)).find(one => one.firm === 'cedar-consulting')
  const asks = await reader(tech)
  await asks.go(`${ask}?template=${other?.id}`)
  await expect(asks.main).toContainText(askWords.en.templateGone)
  await expect(asks.main.locator('[name="reason"]')).toHaveValue('')
  for (const odd of ['x', '../..', '__proto__'])
    expect(await asks.go(`${ask}?template=${odd}`), odd).toBe(200)
})
