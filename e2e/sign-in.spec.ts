import type { Page } from '@playwright/test'
import { doneWords } from '#app/_server/done.ts'
import { frameWords } from '#app/_server/frame-words.ts'
import { words as profileWords } from '#app/profile/words.ts'
import { words as codeWords } from '#app/sign-in/code/words.ts'
import { words as elsewhereWords } from '#app/sign-in/elsewhere/words.ts'
import { words as handOverWords } from '#app/sign-in/hand-over/words.ts'
import { words as linkWords } from '#app/sign-in/link/words.ts'
import { words as menuWords } from '#components/frame/words.ts'
import { signInRefusalWords, tokenWords } from '#lib/sign-in/words.ts'
import { formOn, get, handOf, has, nobody, send } from './fixtures/by-hand.ts'
import { lettersTo, letterTo, linkIn } from './fixtures/mailbox.ts'
import { type Database, expect, mainJob, shared, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'

async function typeIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function askForLetter(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(codeWords.en.title)
}

function sessions(db: Database): Promise<string> {
  return db.value('select count(*) from session')
}

/** What a page says, without what is new in every answer. */
function sameText(html: string): string {
  return html
    .replace(/nonce="[^"]*"|nonce\\":\\"[^"\\]*/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '')
    .replace(/"[A-Za-z0-9+/=]{40,}"/g, '')
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`a password, and on to where one wanted to go, ${how}`, mainJob, async ({ openBrowser }) => {
    const page = await openBrowser({ javaScriptEnabled })
    await page.goto('/accounts/harbour-dental/settings/authorisation?show=ended')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await typeIn(page, owner, 'not the password')
    await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toHaveText(
      signInRefusalWords.en['not-right'],
    )
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(owner)
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    await typeIn(page, ` ${owner.toUpperCase()} `, 'latchkey-demo')
    await expect(page).toHaveURL(/\/accounts\/harbour-dental\/settings\/authorisation\?show=ended$/)
    await page.goto('/sign-in')
    await expect(page).not.toHaveURL(/sign-in/)
  })

  test(
    `a letter: its link asks for a click, its code does the same, ${how}`,
    mainJob,
    async ({ db, openBrowser }) => {
      const page = await openBrowser({ javaScriptEnabled })
      await askForLetter(page, owner)
      const first = await letterTo(db, owner, 'sign-in-link')
      await page.goto(linkIn(first))
      await expect(page, 'the token has left the address').toHaveURL(/\/sign-in\/link$/)
      await expect(page.getByRole('main')).toContainText(linkWords.en.as('Harriet Osei', owner))
      expect(await sessions(db), 'looking signs nobody in').toBe('0')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/accounts\/harbour-dental$/)
      expect(await sessions(db)).toBe('1')

      const again = await openBrowser({ javaScriptEnabled })
      await again.goto(linkIn(first))
      await expect(again.getByRole('main')).toContainText(tokenWords.en.used)

      const other = await openBrowser({ javaScriptEnabled })
      await askForLetter(other, owner)
      const second = await letterTo(db, owner, 'sign-in-link', 2)
      const code = /\b(\d{3}[\s-]?\d{3})\b/.exec(second.text)?.[1] ?? ''
      expect(second.subject, 'a lock screen shows subjects').not.toContain(code)
      await other.getByLabel(codeWords.en.code, { exact: true }).fill('000000')
      await other.getByRole('button', { name: codeWords.en.signIn, exact: true }).click()
      await expect(other.getByRole('alert').filter({ hasText: 'code' })).toHaveText(
        signInRefusalWords.en['wrong-code'],
      )
      await other.getByLabel(codeWords.en.code, { exact: true }).fill(code)
      await other.getByRole('button', { name: codeWords.en.signIn, exact: true }).click()
      await expect(other).toHaveURL(/\/accounts\/harbour-dental$/)
    },
  )

  test(
    `on a sister brand: handed over home with the right password, told nothing with a wrong one, ${how}`,
    mainJob,
    async ({ db, portal, openBrowser }) => {
      const page = await openBrowser({ brand: 'boreal', javaScriptEnabled })
      await page.goto('/sign-in?next=/accounts/harbour-dental/settings/authorisation')
      const say = (await import('#app/sign-in/words.ts')).words.fr
      const type = async (email: string, password: string) => {
        await page.getByLabel(say.email, { exact: true }).fill(email)
        await page.getByLabel(say.password, { exact: true }).fill(password)
        await page.getByRole('button', { name: say.signIn, exact: true }).click()
      }
      await type(owner, 'not the password')
      await expect(page.getByRole('alert').filter({ hasText: 'courriel' })).toHaveText(
        signInRefusalWords.fr['not-right'],
      )
      await type(owner, 'latchkey-demo')
      await expect(page.getByRole('main')).toContainText(elsewhereWords.fr.title)
      expect(await sessions(db), 'nobody is signed in here').toBe('0')
      await page.getByRole('link', { name: elsewhereWords.fr.continue('Northwind Telecom') }).click()
      await expect(page).toHaveURL(portal.url('northwind', '/sign-in/hand-over'))
      await expect(page.getByRole('main')).toContainText(handOverWords.en.as('Harriet Osei', owner))
      expect(await sessions(db)).toBe('0')
      await page.getByRole('button', { name: handOverWords.en.continue, exact: true }).click()
      await expect(page).toHaveURL(portal.url('northwind', '/accounts/harbour-dental/settings/authorisation'))
      expect(await sessions(db)).toBe('1')
    },
  )

  test(`signing out, ${how}`, async ({ db, as }) => {
    const page = await as(owner, { javaScriptEnabled })
    await page.goto('/accounts/harbour-dental')
    await page.getByRole('button', { name: menuWords.en.personMenu('Harriet Osei') }).click()
    await page.getByRole('button', { name: frameWords.en.signOut }).click()
    await expect(page.getByRole('status')).toHaveText(doneWords.en['signed-out'])
    await expect(page).toHaveURL(javaScriptEnabled ? /\/sign-in$/ : /\/sign-in\?done=signed-out$/)
    expect(await sessions(db)).toBe('0')
    await page.goto('/accounts/harbour-dental')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })

  test(`the other language, for guests and for people, ${how}`, async ({ db, as, openBrowser }) => {
    const guest = await openBrowser({ javaScriptEnabled })
    await guest.goto('/sign-in')
    await guest.getByRole('button', { name: 'Français' }).click()
    await expect(guest.locator('html')).toHaveAttribute('lang', 'fr-CA')
    await guest.goto('/sign-in')
    await expect(guest.locator('html'), 'remembered').toHaveAttribute('lang', 'fr-CA')

    const page = await as(owner, { javaScriptEnabled })
    await page.goto('/accounts/harbour-dental/settings/authorisation')
    await page.getByRole('button', { name: menuWords.en.personMenu('Harriet Osei') }).click()
    await page.getByRole('button', { name: 'Français' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
    await expect(page).toHaveURL(/\/settings\/authorisation$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(frameWords.fr.nav.authorisation)
    expect(await db.value('select language from person where email = $1', [owner])).toBe('fr')
  })

  test(`sessions ended on the profile page are over at once, ${how}`, shared, async ({ db, as }) => {
    const [here, there, third] = [await as(owner, { javaScriptEnabled }), await as(owner), await as(owner)]
    for (const page of [here, there, third]) await page.goto('/profile')
    await expect(here.getByRole('main')).toContainText(profileWords.en.thisOne)
    const newest = await db.value<string>('select id from session order by created_at desc limit 1')
    await here.locator(`button[name=session][value="${newest}"]`).click()
    await expect(here.getByRole('status')).toBeVisible()
    await third.goto('/profile')
    await expect(third).toHaveURL(/\/sign-in\?next=/)
    await there.goto('/profile')
    await expect(there).toHaveURL(/\/profile$/)
    await here.getByRole('button', { name: profileWords.en.endOthers, exact: true }).click()
    await expect(here.getByRole('status')).toContainText('other sessions')
    await there.goto('/profile')
    await expect(there).toHaveURL(/\/sign-in\?next=/)
    await here.goto('/profile')
    await expect(here).toHaveURL(/\/profile$/)
  })
}

test('an unknown address, a wrong password and a person of another provider get the same answer', async ({
  portal,
  db,
}) => {
  const form = await formOn(portal, nobody, '/sign-in', one => has(one, 'next'))
  const addresses = [owner, 'nobody@harbour-dental.example', 'owner@bakery.example', 'proprio@erable.example']
  const answers = []
  for (const email of addresses) {
    const values = { email, password: 'not the password', way: 'password' }
    const answer = await send(portal, nobody, '/sign-in', form, values)
    answers.push({
      status: answer.status,
      cookies: answer.headers['set-cookie'],
      text: sameText(answer.body).replaceAll(email, 'EMAIL'),
    })
  }
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const right = await send(portal, nobody, '/sign-in', form, {
    email: 'owner@bakery.example',
    password: 'latchkey-demo',
    way: 'password',
  })
  expect(right.status, 'another provider’s person does not exist here').toBe(200)

  const letters = []
  for (const email of addresses.slice(0, 3)) {
    const again = await formOn(portal, nobody, '/sign-in', one => has(one, 'next'))
    const answer = await send(portal, nobody, '/sign-in', again, { email, way: 'letter' })
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map(cookie => cookie.replace(/=[^;]*/, '='))
    letters.push({
      status: answer.status,
      to: answer.headers.location,
      cookies: cookies.map(one => one.replace(/expires=[^;]*/i, '')),
    })
  }
  for (const answer of letters) expect(answer).toEqual(letters[0])
  await letterTo(db, owner, 'sign-in-link')
  expect(await lettersTo(db, 'owner@bakery.example')).toEqual([])
  expect(await sessions(db)).toBe('0')
})

test('many wrong passwords are slowed down, and the person who is known here is not', async ({ portal }) => {
  let cookie = ''
  const form = await formOn(portal, nobody, '/sign-in', one => has(one, 'next'))
  const attempt = (password: string, hand = nobody) =>
    send(portal, hand, '/sign-in', form, { email: owner, password, way: 'password' })
  const known = await attempt('latchkey-demo')
  expect(known.status).toBe(303)
  cookie = [known.headers['set-cookie'] ?? []]
    .flat()
    .filter(one => one.startsWith('latchkey-browser='))
    .map(one => one.split(';')[0])
    .join('; ')
  expect(cookie).not.toBe('')
  let slowed = 0
  for (let tries = 0; tries < 12; tries += 1) {
    const answer = await attempt(`wrong ${tries}`)
    expect(answer.status).toBe(200)
    if (answer.body.includes('too many tries')) slowed += 1
  }
  expect(slowed).toBeGreaterThan(3)
  expect((await attempt('latchkey-demo')).status, 'a stranger’s right guess comes too late').toBe(200)
  expect((await attempt('latchkey-demo', { ...nobody, cookie })).status).toBe(303)
})

test('a link is for the browser that asked, for ten minutes, until the next one, and no scanner spends it', async ({
  db,
  portal,
  openBrowser,
}) => {
  const page = await openBrowser()
  await askForLetter(page, owner)
  const link = new URL(linkIn(await letterTo(db, owner, 'sign-in-link')))
  const path = link.pathname
  for (const method of ['HEAD', 'GET', 'GET', 'GET']) {
    const opened = await portal.ask('northwind', { path, method })
    expect(opened.status).toBe(303)
    expect(opened.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    const cookie = [opened.headers['set-cookie'] ?? []]
      .flat()
      .map(one => one.split(';')[0])
      .join('; ')
    const shown = await portal.ask('northwind', { path: '/sign-in/link', method, headers: { cookie } })
    expect(shown.status).toBe(200)
    expect(shown.headers).toMatchObject({
      'referrer-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
    expect(shown.body).not.toContain(path.split('/').at(-1))
    expect(shown.body).not.toContain('Harriet')
  }
  expect(await db.value('select count(*) from one_time_token where used_at is not null')).toBe('0')
  expect(await sessions(db)).toBe('0')

  const stranger = await openBrowser()
  await stranger.goto(link.href)
  await expect(stranger.getByRole('main')).toContainText(tokenWords.en.elsewhere)
  await askForLetter(page, owner)
  const newer = linkIn(await letterTo(db, owner, 'sign-in-link', 2))
  await page.goto(link.href)
  await expect(page.getByRole('main')).toContainText(tokenWords.en.replaced)
  await db.age(0.17, 'sessions')
  await page.goto(newer)
  await expect(page.getByRole('main')).toContainText(tokenWords.en.expired)
  await page.goto(`/sign-in/link/${'x'.repeat(43)}`)
  await expect(page.getByRole('main')).toContainText(tokenWords.en.unknown)
  expect(await db.value(`select count(*) from letter where secret is not null`)).toBe('0')
})

test('a session that lies unused ends: after one hour for those who work for others, after eight for customers', async ({
  db,
  portal,
}) => {
  const [technician, customer] = [await handOf(db, 'tech@brightline.example'), await handOf(db, owner)]
  const isIn = async (hand: typeof customer) => (await get(portal, hand, '/profile')).status === 200
  await db.age(0.95, 'sessions')
  expect([await isIn(technician), await isIn(customer)]).toEqual([true, true])
  await db.age(1.05, 'sessions')
  expect([await isIn(technician), await isIn(customer)]).toEqual([false, true])
  await db.age(8.1, 'sessions')
  expect(await isIn(customer)).toBe(false)
})

test('a session has an end, however busy it is', async ({ db, portal }) => {
  const hand = await handOf(db, owner)
  await db.rows(`update session set expires_at = clock_timestamp() - interval '1 second'`)
  const answer = await get(portal, hand, '/accounts/harbour-dental')
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/sign-in?next=%2Faccounts%2Fharbour-dental')
})

test('a new password ends all other sessions and renews this one; the old one is worth nothing', async ({
  db,
  as,
  portal,
}) => {
  const [page, other] = [await as(owner), await handOf(db, owner)]
  await page.goto('/profile')
  const before = (await page.context().cookies()).find(cookie => cookie.name === 'latchkey-session')?.value
  const change = async (now: string, next: string) => {
    await page.getByLabel(profileWords.en.currentPassword).fill(now)
    await page.getByLabel(profileWords.en.newPassword, { exact: true }).fill(next)
    await page.getByRole('button', { name: profileWords.en.changePassword }).click()
  }
  await change('latchkey-demo', 'short')
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was changed' })).toBeVisible()
  await change('not the password', 'a sentence of several words')
  await expect(
    page.getByRole('alert').filter({ hasText: signInRefusalWords.en['password-not-right'] }),
  ).toBeVisible()
  await change('latchkey-demo', 'a sentence of several words')
  await expect(page.getByRole('status')).toContainText('Your password was changed')
  const after = (await page.context().cookies()).find(cookie => cookie.name === 'latchkey-session')?.value
  expect(after).not.toBe(before)
  expect((await get(portal, other, '/profile')).status).toBe(303)
  await page.goto('/profile')
  await expect(page).toHaveURL(/\/profile$/)
  const form = await formOn(portal, nobody, '/sign-in', one => has(one, 'next'))
  const sign = (password: string) =>
    send(portal, nobody, '/sign-in', form, { email: owner, password, way: 'password' })
  expect((await sign('latchkey-demo')).status).toBe(200)
  expect((await sign('a sentence of several words')).status).toBe(303)
})

test('somebody who was disabled is out with the next request, and can’t sign in', async ({ db, portal }) => {
  const hand = await handOf(db, owner)
  expect((await get(portal, hand, '/accounts/harbour-dental')).status).toBe(200)
  await db.rows('update person set disabled_at = now() where email = $1', [owner])
  expect((await get(portal, hand, '/accounts/harbour-dental')).status).toBe(303)
  const form = await formOn(portal, nobody, '/sign-in', one => has(one, 'next'))
  const answer = await send(portal, nobody, '/sign-in', form, {
    email: owner,
    password: 'latchkey-demo',
    way: 'password',
  })
  expect(answer.status).toBe(200)
})

test('where there is more than one place, one chooses; whoever has no place is told whom to ask', async ({
  as,
  db,
  openBrowser,
}) => {
  const page = await as('desk@harbour-dental.example')
  await page.goto('/')
  await expect(page).toHaveURL(/\/choose$/)
  await page.getByRole('link', { name: /Maple Logistics/ }).click()
  await expect(page).toHaveURL(/\/accounts\/maple-logistics$/)
  await db.rows(`update membership set state = 'removed' where person_id = $1`, [
    await db.id('person', owner),
  ])
  const lonely = await openBrowser()
  await lonely.goto('/sign-in')
  await typeIn(lonely, owner, 'latchkey-demo')
  await expect(lonely.getByRole('main')).toContainText('Northwind Care')
})
