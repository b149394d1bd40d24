import { doneWords } from '#app/_server/done.ts'
import { words as passwordWords } from '#app/(password)/words.ts'
import { words as signInWords } from '#app/sign-in/words.ts'
import { brands, demoPassword } from '#db/demo/cast.ts'
import { newPasswordWords, setPasswordWords } from '#lib/person/words.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import { givenLink } from './fixtures/links.ts'
import { lettersTo, letterTo, linkIn } from './fixtures/mailbox.ts'
import { addManager } from './fixtures/members.ts'
import { signInAs } from './fixtures/people.ts'
import { type Brand, expect, type PortalUnderTest, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const cedar = 'admin@cedar.example'
const text = passwordWords.en

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`opened by somebody else: both addresses are named, signing out leads back, and the right one accepts, ${how}`, async ({
    db,
    portal,
    reader,
    openBrowser,
  }) => {
    const owns = await reader(owner, { javaScriptEnabled })
    await addManager(owns, 'harbour-dental', {
      email: cedar,
      brand: 'Northwind Telecom · northwind.localhost',
    })
    await owns.told('person-added')
    const link = linkIn(await letterTo(db, cedar, 'activation'))
    const token = new URL(link).pathname.split('/').at(-1) ?? ''
    const browser = await openBrowser({ javaScriptEnabled })
    const asked: string[] = []
    browser.on('request', request => asked.push(`${request.url()} ${request.headers().referer ?? ''}`))
    await signInAs(browser.context(), portal, db, 'owner@maple.example')
    await browser.goto(new URL(link).pathname)
    await expect(browser.getByText(text.other(cedar, 'owner@maple.example'))).toBeVisible()
    await expect(browser.getByRole('button', { name: text.acceptButton, exact: true })).toBeHidden()
    await browser.getByRole('button', { name: text.signOut }).click()
    await expect(browser.getByText(text.signInFirst(cedar))).toBeVisible()
    expect(new URL(browser.url()).pathname).toBe('/activate')
    expect(
      await db.value(`select count(*) from session s join person p on p.id = s.person_id
      where p.email = 'owner@maple.example'`),
    ).toBe('0')

    await browser.getByRole('link', { name: text.signIn }).click()
    await browser.getByLabel('Email').fill(cedar)
    await browser.getByLabel('Password').fill(demoPassword)
    await browser.getByRole('button', { name: signInWords.en.signIn, exact: true }).click()
    await browser.waitForURL(/\/activate$/)
    await browser.getByRole('button', { name: text.acceptButton, exact: true }).click()
    await expect(browser.getByText(doneWords.en['place-taken'])).toBeVisible()
    // The token stands in the one address that was opened, and nowhere after it.
    expect(asked.filter(one => one.includes(token)).length).toBe(1)
    expect(portal.output()).not.toContain(token)
  })

  test(`a first password set while somebody else is signed in says so first, ${how}`, async ({
    db,
    portal,
    reader,
    openBrowser,
  }) => {
    const owns = await reader(owner, { javaScriptEnabled })
    const email = 'newcomer@harbour-dental.example'
    const brand = 'Northwind Telecom · northwind.localhost'
    await addManager(owns, 'harbour-dental', { email, brand, language: 'en' })
    const link = linkIn(await letterTo(db, email, 'activation'))
    const browser = await openBrowser({ javaScriptEnabled })
    await signInAs(browser.context(), portal, db, 'owner@maple.example')
    await browser.goto(new URL(link).pathname)
    await expect(browser.getByText(text.signsOut('owner@maple.example', email))).toBeVisible()
    await browser.getByLabel(text.newPassword).fill('otters read 17 maps')
    await browser.getByRole('button', { name: text.set }).click()
    await browser.waitForURL(/\/accounts\/harbour-dental$/)
  })

  test(`a reset asked for on a sister brand leads home, in the home’s look, ${how}`, async ({
    db,
    portal,
    openBrowser,
  }) => {
    const browser = await openBrowser({ brand: 'boreal', javaScriptEnabled })
    const answers: string[] = []
    for (const email of [owner, 'nobody@nowhere.example', 'owner@bakery.example']) {
      await browser.goto('/reset')
      await browser.getByLabel(passwordWords.fr.email).fill(email)
      await browser.getByRole('button', { name: passwordWords.fr.send }).click()
      await browser.waitForURL(/\/sign-in/)
      // The sentence leaves the address as soon as it is told.
      answers.push(
        `${new URL(browser.url()).pathname} ${await browser.getByRole('status').first().textContent()}`,
      )
    }
    expect(new Set(answers).size).toBe(1)
    const letter = await letterTo(db, owner, 'reset')
    expect(letter.language).toBe('en')
    expect(letter.from).toContain('Northwind Telecom')
    expect(letter.html).toContain(brands.find(one => one.key === 'northwind')?.accent)
    expect(`${letter.text}${letter.html}`).not.toContain('boreal')
    const link = linkIn(letter)
    expect(new URL(link).origin).toBe(portal.url('northwind', ''))
    expect(await lettersTo(db, 'owner@bakery.example')).toEqual([])

    // On the sister brand the link is not known; at home it opens, and signs in.
    await browser.goto(new URL(link).pathname)
    await expect(
      browser
        .getByText(setPasswordWords.en.state.unknown)
        .or(browser.getByText(setPasswordWords.fr.state.unknown)),
    ).toBeVisible()
    await browser.goto(link)
    await browser.getByLabel(text.newPassword).fill('otters read 17 maps')
    await browser.getByRole('button', { name: text.set }).click()
    await browser.waitForURL(portal.url('northwind', '/accounts/harbour-dental'))
  })
}

async function askForReset(portal: PortalUnderTest, brand: Brand, email: string) {
  const hand = { brand, cookie: '' }
  const form = await formOn(portal, hand, '/reset', one => has(one, 'email'))
  return send(portal, hand, '/reset', form, { email })
}

test('asked for a reset, every host answers every address the same: 3 hosts, 5 addresses', async ({
  portal,
}) => {
  for (const brand of ['northwind', 'boreal', 'southern'] as const) {
    const answers = []
    for (const email of [
      owner,
      'proprio@erable.example',
      'owner@bakery.example',
      'nobody@nowhere.example',
      'ÉLODIE@nowhere.example',
    ]) {
      const { status, headers, body } = await askForReset(portal, brand, email)
      // A cookie's end is told to the second, and seconds pass between two answers.
      const cookies = [headers['set-cookie'] ?? []].flat().map(one => one.replace(/Expires=[^;]*/, ''))
      answers.push({ status, location: headers.location, cookies, body })
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ status: 303, location: '/sign-in?done=letter-on-its-way' })
  }
})

test('signing out on the page of a letter leads to that page and nowhere else', async ({ db, portal }) => {
  const token = (await givenLink(db, 'activation', cedar)).split('/').at(-1) ?? ''
  const { cookie } = await handOf(db, owner)
  const hand = { brand: 'northwind', cookie: `${cookie}; latchkey-token-activation=${token}` } as const
  const elsewhere = 'next=https://elsewhere.example&back=//elsewhere.example'
  const form = await formOn(portal, hand, '/activate', one => one.label === text.signOut)
  const crammed = await send(portal, hand, '/activate', form, { back: '//elsewhere.example' })
  expect(crammed.headers.location).toBeUndefined()
  const answer = await send(portal, hand, `/activate?${elsewhere}`, form)
  expect([answer.status, answer.headers.location]).toEqual([303, '/activate'])
  const kept = [answer.headers['set-cookie'] ?? []].flat().find(one => one.includes(token))
  expect(kept).toMatch(/^latchkey-token-activation=.*HttpOnly/i)
  // Without its cookie the page has nothing of the letter.
  expect((await get(portal, { ...hand, cookie: '' }, '/activate')).body).not.toContain(cedar)
})

test('a link that was copied with what stood behind it opens all the same', async ({ db, portal }) => {
  const hand = { brand: 'northwind', cookie: '' } as const
  for (const purpose of ['activation', 'reset'] as const) {
    const link = await givenLink(db, purpose, cedar)
    for (const ending of ['.', '>', ')', ',', '%3E', '%22', '%29.', '%C2%BB', '%E2%80%9D', '/'])
      for (const query of ['', '?language=fr', '?language=fr.', '?language=fr%3E']) {
        const opened = await get(portal, hand, `${link}${ending}${query}`)
        // A slash at the end is taken away first.
        const answer =
          opened.status === 308 ? await get(portal, hand, String(opened.headers.location)) : opened
        expect([answer.status, answer.headers.location], ending + query).toEqual([
          303,
          portal.url('northwind', purpose === 'activation' ? '/activate' : '/reset/new'),
        ])
        const cookies = [answer.headers['set-cookie'] ?? []].flat().join('\n')
        expect(cookies).toContain(`=${link.split('/').at(-1)};`)
        expect(cookies.includes('latchkey-language=fr;'), ending + query).toBe(query !== '')
      }
  }
})

for (const [brand, person, tried] of [
  [
    'northwind',
    owner,
    ['northwind-telecom', 'NorthwindTelecom2026', 'Harriet-Osei-1984', 'harbour-dental 24'],
  ],
  ['boreal', 'proprio@erable.example', ['BorealVoix2026', 'NorthwindTelecom2026', 'proprio-erable-1']],
] as const)
  test(`a password made of the names of ${brand} or of the person is not taken, by letter nor on the profile`, async ({
    db,
    portal,
  }) => {
    const said = newPasswordWords[brand === 'boreal' ? 'fr' : 'en']['too-near']
    const token = (await givenLink(db, 'reset', person)).split('/').at(-1) ?? ''
    const byLetter = {
      brand,
      cookie: `latchkey-token-reset=${token}; latchkey-language=${brand === 'boreal' ? 'fr' : 'en'}`,
    }
    const onProfile = await handOf(db, person)
    for (const newPassword of tried) {
      const letter = await formOn(portal, byLetter, '/reset/new', one => has(one, 'newPassword'))
      expect(
        (await send(portal, byLetter, '/reset/new', letter, { newPassword })).body,
        newPassword,
      ).toContain(said)
      const profile = await formOn(portal, onProfile, '/profile', one => has(one, 'newPassword'))
      const typed = { currentPassword: demoPassword, newPassword }
      expect((await send(portal, onProfile, '/profile', profile, typed)).body, newPassword).toContain(said)
    }
  })
