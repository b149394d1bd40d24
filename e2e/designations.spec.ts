import { designationWords as seenWords } from '#app/accounts/[account]/settings/authorisation/designation-words.ts'
import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { designationWords as deskSays } from '#app/provider/designation-words.ts'
import { scopeWords } from '#lib/access/scope-words.ts'
import { askRefusalWords, askStateWords } from '#lib/grant/designation-words.ts'
import { askedToEnd, designated } from './fixtures/designated.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { names } from './fixtures/names.ts'
import { expect, test } from './fixtures/test.ts'

// What the provider sets, an account sees and can't end: it asks, and the desk answers.

const platform = 'platform@northwind.example'
const cedar = 'admin@cedar.example'
const settings = [
  {
    language: 'en',
    approver: 'owner@harbour-dental.example',
    slug: 'harbour-dental',
    name: 'Harbour Dental',
  },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante', name: 'Érable Santé' },
] as const
const provider = 'Northwind Telecom'
const firm = 'Cedar Consulting'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const { language, approver, slug, name } of settings) {
    test(`the provider sets a support partner: inside at once, and both sides are told, ${language}, ${how}`, async ({
      db,
      reader,
    }) => {
      const desk = deskSays.en
      const sets = await reader(platform, { javaScriptEnabled })
      await sets.go(`/provider/accounts/${slug}`)
      await sets.follow(sets.link(desk.designate))
      await sets.main.getByLabel(desk.partner).fill('cedar')
      await sets.follow(sets.button(desk.search))
      await sets.main.getByLabel(desk.reason).fill('They know the exchange. See http://exchange.example')
      await sets.main.getByLabel(scopeWords.en.name.services, { exact: true }).check()
      await expect(sets.main.getByLabel(names.en.duration, { exact: true })).toHaveValue('24h')
      await sets.button(desk.submit).click()
      await sets.told('partner-designated')
      await expect(sets.row(firm)).toContainText(desk.set)

      const letter = await letterTo(db, approver, 'partner-designated')
      for (const said of [firm, provider, 'They know the exchange.', '24'])
        expect(letter.text).toContain(said)

      const inside = await reader(cedar)
      expect(await inside.go(`/accounts/${slug}`)).toBe(200)
      expect((await letterTo(db, cedar, 'partner-designated')).text).toContain(name)
    })

    test(`the account sees what the provider set, asks for its end, and it ends, ${language}, ${how}`, async ({
      db,
      reader,
    }) => {
      await designated(db, slug, 'cedar-consulting')
      const desk = deskSays.en
      const inside = await reader(cedar)

      // The account sees who it is and that it is not its own to end.
      const say = seenWords[language]
      const asks = await reader(approver, { javaScriptEnabled })
      await asks.go(`/accounts/${slug}`)
      await expect(asks.row(firm)).toContainText(say.setBy(provider))
      await asks.go(`/accounts/${slug}/settings/authorisation`)
      const row = asks.row(firm)
      await expect(row).toContainText(say.setBy(provider))
      await expect(asks.button(names[language].revoke, asks.main).filter({ hasText: firm })).toHaveCount(0)
      await asks.follow(row.getByRole('link', { name: firm, exact: true }))
      await expect(asks.main).toContainText(say.why(provider))
      await expect(asks.main).toContainText('They know the exchange.')
      await expect(asks.button(reviewWords[language].revoke)).toBeDisabled()

      await asks.follow(asks.link(say.ask))
      await asks.main.getByLabel(say.yourReason).fill('We never see them.')
      await asks.button(say.send).click()
      await asks.told('ask-sent')
      await expect(asks.main).toContainText(say.waiting((await personOf(db, approver)) ?? '', provider))
      await expect(asks.link(say.ask)).toHaveCount(0)

      // It reaches the desk: where that begins, and as a tile with its number.
      const sets = await reader(platform, { javaScriptEnabled })
      await sets.go('/provider/accounts')
      await sets.follow(sets.link(desk.see))
      await sets.follow(sets.link(desk.answerLabel(name, firm)))
      await expect(sets.main).toContainText('We never see them.')
      expect(await inside.go(`/accounts/${slug}`)).toBe(200)
      const form = sets.main.getByRole('form', { name: desk.end })
      await form.getByLabel(desk.reason).fill('As you wish.')
      await sets.button(desk.end, form).click()
      await sets.told('ask-ended')
      await expect(sets.main).toContainText(askStateWords.en.ended)
      expect(await inside.go(`/accounts/${slug}`)).toBe(404)
      for (const address of [cedar, approver])
        expect((await letterTo(db, address, 'grant-ended')).text).toContain('As you wish.')
      await asks.go(`/accounts/${slug}/settings/activity`)
      await expect(asks.row('As you wish.').first()).toContainText(provider)
    })
  }

  test(`kept with a reason: the account reads it and can’t ask again for a day, ${how}`, async ({
    db,
    reader,
  }) => {
    const owner = 'owner@harbour-dental.example'
    const grant = await designated(db, 'harbour-dental', 'cedar-consulting')
    const ask = await askedToEnd(db, owner, grant)
    const desk = deskSays.en
    const answers = await reader(platform, { javaScriptEnabled })
    await answers.go(`/provider/relationships/asks/${ask}`)
    await answers.button(desk.keep).click()
    await expect(answers.main.getByRole('alert').first()).toBeVisible()
    const form = answers.main.getByRole('form', { name: desk.keep })
    await form.getByLabel(desk.reason).fill('The exchange is not in yet.')
    await answers.button(desk.keep, form).click()
    await answers.told('ask-kept')
    expect((await letterTo(db, owner, 'designation-kept')).text).toContain('The exchange is not in yet.')
    const reads = await reader(owner, { javaScriptEnabled })
    const own = `/accounts/harbour-dental/settings/authorisation/grants/${grant}`
    await reads.go(own)
    await expect(reads.main).toContainText('The exchange is not in yet.')
    await expect(reads.link(seenWords.en.ask)).toHaveCount(0)
    // Whoever goes there all the same is told from when.
    await reads.go(`${own}?act=ask`)
    await reads.button(seenWords.en.send).click()
    await expect(reads.page.getByRole('alert').first()).toContainText(
      askRefusalWords.en.asking['kept-recently'](null, '').split(' You can')[0] ?? '',
    )
  })
}

test('two administrators answer one ask: the second is told who was first', async ({ db, reader }) => {
  const ask = await askedToEnd(
    db,
    'owner@harbour-dental.example',
    await designated(db, 'harbour-dental', 'cedar-consulting'),
  )
  const [one, other] = [await reader(platform), await reader(platform)]
  for (const who of [one, other]) await who.go(`/provider/relationships/asks/${ask}`)
  const desk = deskSays.en
  await one.button(desk.end).click()
  await one.told('ask-ended')
  await other.main.getByRole('form', { name: desk.keep }).getByLabel(desk.reason).fill('It has to stay.')
  await other.button(desk.keep).click()
  await other.refused(askRefusalWords.en.answering['already-answered']('Nora Whitfield'))
  await expect(other.page.getByRole('alert').first()).toContainText('It has to stay.')
})

function personOf(db: Parameters<typeof designated>[0], email: string): Promise<string> {
  return db.value<string>('select name from person where email = $1', [email])
}
