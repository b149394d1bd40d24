import { words as passwordWords } from '#app/(password)/words.ts'
import { accessWords } from '#app/provider/access-words.ts'
import { closeWords } from '#app/provider/accounts/close-words.ts'
import { languages } from '#lib/language.ts'
import { setPasswordWords } from '#lib/person/words.ts'
import { formOn, get, send } from './fixtures/by-hand.ts'
import { givenLink } from './fixtures/links.ts'
import { lettersTo, letterTo, linkIn } from './fixtures/mailbox.ts'
import { addManager, givenManager } from './fixtures/members.ts'
import { expect, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const owner = 'owner@harbour-dental.example'
const late = 'late@harbour-dental.example'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`an invitation to an account that was closed has ended, and says nothing of the account, ${how}`, async ({
    db,
    reader,
    openBrowser,
  }) => {
    const owns = await reader(owner, { javaScriptEnabled })
    const brand = 'Northwind Telecom · northwind.localhost'
    await addManager(owns, 'harbour-dental', { email: late, name: 'Lars Tate', brand, language: 'en' })
    await owns.told('person-added')
    const link = linkIn(await letterTo(db, late, 'activation'))
    const desk = await reader(platform, { javaScriptEnabled })
    await desk.go('/provider/accounts/harbour-dental/close')
    await desk.main.getByLabel(accessWords.en.reason).fill('The practice has closed.')
    await desk.button(closeWords.en.submit).click()
    await desk.told('account-closed')
    for (const language of languages) {
      const browser = await openBrowser({ javaScriptEnabled })
      const url = new URL('/', link).href
      await browser.context().addCookies([{ name: 'latchkey-language', value: language, url }])
      const [ended, text] = [setPasswordWords[language].ended.activation, passwordWords[language]]
      await browser.goto(new URL(link).pathname)
      await expect(browser.getByText(ended)).toBeVisible()
      await expect(browser.getByText(setPasswordWords[language].state.replaced)).toHaveCount(0)
      await expect(browser.getByRole('button', { name: text.anew })).toHaveCount(0)
      await expect(browser.getByText('Harbour Dental')).toHaveCount(0)
      await expect(browser.getByText(late)).toHaveCount(0)
    }
  })
}

test('another letter is written only to who has a place to come in to; the answer is the same', async ({
  db,
  portal,
}) => {
  await givenManager(db, late, 'Lars Tate')
  await givenManager(db, 'early@harbour-dental.example', 'Early Bird')
  const answers = []
  for (const email of [late, 'early@harbour-dental.example'])
    for (const purpose of ['activation', 'reset'] as const) {
      const token = (await givenLink(db, purpose, email, 'expired')).split('/').at(-1) ?? ''
      const hand = { brand: 'northwind', cookie: `latchkey-token-${purpose}=${token}` } as const
      const path = purpose === 'activation' ? '/activate' : '/reset/new'
      const form = await formOn(portal, hand, path, one => one.label === passwordWords.en.anew)
      // Removed while the page stood open: it offered another letter, and the press is answered like any other.
      if (email === late)
        await db.rows(
          `update membership set state = 'removed' where person_id = (select id from person where email = $1)`,
          [email],
        )
      const { status, headers } = await send(portal, hand, path, form)
      answers.push([status, headers.location])
      if (email === late) {
        expect((await get(portal, hand, path)).body).toContain(setPasswordWords.en.ended[purpose])
        await db.rows(
          `update membership set state = 'invited' where person_id = (select id from person where email = $1)`,
          [email],
        )
      }
    }
  expect(new Set(answers.map(String)).size).toBe(1)
  await letterTo(db, 'early@harbour-dental.example', 'activation', 1)
  await letterTo(db, 'early@harbour-dental.example', 'reset', 1)
  expect(await lettersTo(db, late)).toEqual([])

  // At “Forgot your password?” the same rule holds.
  await db.rows(
    `update membership set state = 'removed' where person_id = (select id from person where email = $1)`,
    [late],
  )
  const nobody = { brand: 'northwind', cookie: '' } as const
  for (const email of [late, owner]) {
    const form = await formOn(portal, nobody, '/reset', one => one.fields.some(([name]) => name === 'email'))
    expect((await send(portal, nobody, '/reset', form, { email })).status).toBe(303)
  }
  await letterTo(db, owner, 'reset', 1)
  expect(await lettersTo(db, late)).toEqual([])
})
