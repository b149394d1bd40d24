import { microsoftInvitationWords } from '#app/invitations/microsoft-words.ts'
import { words as invitationWords } from '#app/invitations/words.ts'
import { microsoftProfileWords } from '#app/profile/microsoft-words.ts'
import { words as deskWords } from '#app/provider/sign-in/words.ts'
import { words as notKnown } from '#app/sign-in/microsoft/words.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { lettersTo, letterTo, linkIn } from './fixtures/mailbox.ts'
import { clientId, clientSecret, microsoftPeople, startFakeMicrosoft, tenants } from './fixtures/microsoft.ts'
import {
  choose,
  comeBy,
  forgetMicrosoft,
  linkedTo,
  storySecret,
  switchedOn,
} from './fixtures/microsoft-story.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// Signing in with Microsoft, against an OpenID provider on this machine.

const microsoft = await startFakeMicrosoft()
test.use({ portalChoices: { settings: { MICROSOFT_AUTHORITY: microsoft.base, AUTH_SECRET: storySecret } } })
test.afterEach(() => {
  for (const key of Object.keys(microsoft.wrongs))
    delete microsoft.wrongs[key as keyof typeof microsoft.wrongs]
})

const { harriet, owen } = microsoftPeople
const owner = 'owner@maple.example'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const language of ['en', 'fr'] as const)
    test(`an account that is not known is named, linked by letter, signs in and is unlinked, ${language}, ${how}`, async ({
      db,
      openBrowser,
    }, info) => {
      // Three times to Microsoft and back, and three letters.
      info.setTimeout(240_000)
      await switchedOn(db)
      const email = language === 'fr' ? 'proprio@erable.example' : owner
      const text = notKnown[language]
      const page = await openBrowser({ brand: language === 'fr' ? 'boreal' : 'northwind', javaScriptEnabled })
      const reader = new Reader(page, language, javaScriptEnabled)
      await reader.go('/sign-in?next=/profile')
      await comeBy(page, 'owen', language)
      await expect(page.getByRole('heading', { name: text.title })).toBeVisible()
      await expect(reader.main).toContainText(owen.address)
      await expect(reader.main).toContainText(tenants.maple)
      // Nobody finds out whether an address is known: the same answer, and a letter only to the one who is.
      await page.getByLabel(text.email).fill('nobody@people.example')
      await reader.button(text.send).click()
      await reader.told('microsoft-proof-sent')
      await page.getByLabel(text.email).fill(email)
      await reader.button(text.send).click()
      await reader.told('microsoft-proof-sent')
      const letter = await letterTo(db, email, 'microsoft-proof')
      expect(letter.language).toBe(language)
      expect(await lettersTo(db, 'nobody@people.example')).toEqual([])
      // In another browser the letter's link opens nothing.
      const elsewhere = await openBrowser({ brand: language === 'fr' ? 'boreal' : 'northwind' })
      await elsewhere.goto(linkIn(letter))
      await expect(elsewhere.getByText(text.link.elsewhere)).toBeVisible()
      for (let visit = 0; visit < 3; visit++) await page.goto(linkIn(letter))
      expect(await db.value('select count(*)::int from microsoft_link')).toBe(0)
      await expect(reader.main).toContainText(owen.address)
      await reader.button(text.link.button).click()
      await reader.told('microsoft-linked')
      await expect(page).toHaveURL(/\/profile/)
      await letterTo(db, email, 'microsoft-linked')
      await page.context().clearCookies()
      await reader.go('/sign-in?next=/profile')
      await comeBy(page, 'owen', language)
      await expect(page).toHaveURL(/\/profile$/)
      const profile = microsoftProfileWords[language]
      await reader.ready()
      await page.getByRole('button', { name: profile.unlinkThat(owen.address) }).click()
      await reader.told('microsoft-unlinked')
      await letterTo(db, email, 'microsoft-unlinked')
      await page.context().clearCookies()
      await reader.go('/sign-in')
      await comeBy(page, 'owen', language)
      await expect(page.getByRole('heading', { name: text.title })).toBeVisible()
    })

  test(`somebody who is invited accepts with Microsoft: a click, no password, ${how}`, async ({
    db,
    as,
    openBrowser,
  }) => {
    await switchedOn(db)
    const { address } = microsoftPeople.jo
    const owns = await as(owner)
    await owns.goto('/accounts/maple-logistics/settings/administrators/new')
    await owns.getByLabel('Subscription Owner', { exact: true }).check()
    await owns.getByLabel('Email', { exact: true }).fill(address)
    await owns.getByRole('button', { name: 'Send invitation' }).click()
    const letter = await letterTo(db, address, 'administrator-invited')
    const page = await openBrowser({ javaScriptEnabled })
    const reader = new Reader(page, 'en', javaScriptEnabled)
    const text = microsoftInvitationWords.en
    await page.goto(linkIn(letter))
    await reader.ready()
    await reader.button(text.begin).click()
    await choose(page, 'owen')
    // Another account than the invited one: both are named, and nothing is accepted.
    await expect(page.getByText(text.otherOnly(address, owen.address))).toBeVisible()
    await reader.ready()
    await forgetMicrosoft(page)
    await reader.button(text.another).click()
    await choose(page, 'jo')
    await expect(page.getByText(text.makes(address))).toBeVisible()
    expect(await db.value('select count(*)::int from person where email = $1', [address])).toBe(0)
    await reader.ready()
    await page.getByLabel(invitationWords.en.name).first().fill('Jo Marsh')
    await reader.button(text.accept).click()
    await reader.told('microsoft-accepted')
    await expect(page).toHaveURL(/\/accounts\/maple-logistics/)
    expect(
      await db.rows(
        `select p.password_hash is null as bare, m.roles, l.object_id as object from person p join membership m on m.person_id = p.id
          join microsoft_link l on l.person_id = p.id where p.email = $1`,
        [address],
      ),
    ).toEqual([{ bare: true, roles: ['subscription-owner'], object: microsoftPeople.jo.object }])
  })

  test(`the desk sets it up, tests it, switches it on, and reads who depends on it before it goes, ${how}`, async ({
    db,
    as,
    openBrowser,
  }) => {
    const page = await as('platform@northwind.example', { javaScriptEnabled })
    const desk = new Reader(page, 'en', javaScriptEnabled)
    const text = deskWords.en
    await desk.go('/provider/sign-in')
    await expect(desk.main).toContainText('/api/auth/callback/microsoft')
    await expect(desk.main).toContainText('boreal.localhost')
    await desk.button(text.testNow).click()
    await desk.refused(text.tested.unset)
    await page.getByLabel(text.tenants).fill('contoso.example')
    await page.getByLabel(text.clientId).fill(clientId)
    await page.getByLabel(text.clientSecret).fill(clientSecret)
    await desk.button(text.save).click()
    await desk.refused(microsoftWords.en.tenants['not-a-tenant'])
    await page.getByLabel(text.tenants).fill(tenants.harbour.toUpperCase())
    await page.getByLabel(text.clientSecret).fill(clientSecret)
    await desk.button(text.save).click()
    await desk.told('microsoft-saved')
    expect(await page.content()).not.toContain(clientSecret)
    await desk.ready()
    await desk.button(text.testNow).click()
    await expect(page.getByText(text.tested.fine(`${microsoft.base}/${tenants.harbour}/v2.0`))).toBeVisible()
    await desk.go('/provider/sign-in')
    const guest = await openBrowser()
    await guest.goto('/sign-in')
    await expect(guest.getByRole('button', { name: microsoftWords.en.button.signIn })).toHaveCount(0)
    await desk.button(text.switchOn).click()
    await desk.told('microsoft-on')
    await guest.goto('/sign-in')
    await comeBy(guest, 'harriet')
    await expect(guest.getByRole('heading', { name: notKnown.en.title })).toBeVisible()
    await linkedTo(db, 'owner@harbour-dental.example', harriet)
    await linkedTo(db, owner, owen)
    await db.rows('update person set password_hash = null where email = $1', [owner])
    await desk.go('/provider/sign-in')
    await desk.follow(desk.link(text.switchOff))
    await expect(desk.main).toContainText(text.offPeople('2 people'))
    await expect(desk.main).toContainText(text.offAlone('1 person'))
    await desk.button(text.off).click()
    await desk.told('microsoft-off')
    await guest.goto('/sign-in')
    await expect(guest.getByRole('button', { name: microsoftWords.en.button.signIn })).toHaveCount(0)
    await desk.go('/provider/activity')
    await expect(desk.main).toContainText('Switched off the sign-in with Microsoft.')
    await expect(desk.main).toContainText('no. 1')
    expect(await page.content()).not.toContain(clientSecret)
  })
}

test('signed in, somebody links an account from their profile; what is another’s way in is refused', async ({
  db,
  as,
}) => {
  await switchedOn(db)
  await linkedTo(db, 'billing@maple.example', harriet)
  const page = await as(owner)
  const reader = new Reader(page, 'en', true)
  const text = microsoftProfileWords.en
  await reader.go('/profile')
  await reader.button(text.link).click()
  await choose(page, 'harriet')
  await expect(page.getByText(microsoftWords.en.link['linked-elsewhere'])).toBeVisible()
  await reader.ready()
  await reader.button(text.another).click()
  await choose(page, 'owen')
  await expect(reader.main).toContainText(owen.address)
  expect(await db.value('select count(*)::int from microsoft_link')).toBe(1)
  await reader.ready()
  await reader.button(text.button).click()
  await reader.told('microsoft-linked')
  await expect(reader.main).toContainText(tenants.maple)
  // The only way in beside a letter is not taken away.
  await db.rows('update person set password_hash = null where email = $1', [owner])
  await reader.go('/profile')
  await page.getByRole('button', { name: text.unlinkThat(owen.address) }).click()
  await reader.refused(microsoftWords.en.unlink['last-way-in'])
  // An old proof of who somebody is does not do for a change of how they come in.
  await db.rows(`update session set authenticated_at = authenticated_at - interval '16 minutes'`)
  await reader.go('/profile')
  await reader.button(text.linkAnother).click()
  await page.waitForURL(/\/confirm\?next=%2Fprofile/)
})

test('who comes on a sister brand is handed over to their own; who was shut out is told', async ({
  db,
  openBrowser,
}) => {
  await switchedOn(db)
  await linkedTo(db, owner, owen)
  const page = await openBrowser({ brand: 'boreal' })
  await page.goto('/sign-in')
  await comeBy(page, 'owen', 'fr')
  await page.waitForURL(/\/sign-in\/elsewhere/)
  await page.getByRole('main').getByRole('link').first().click()
  await page.waitForURL(/northwind\.localhost.*\/sign-in\/hand-over/)
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(/northwind\.localhost.*\/accounts\/maple-logistics/)
  // Whoever is shut out gets no picture any more: the page has its own before that happens.
  await expect(page.getByRole('banner').getByRole('img').first()).toHaveJSProperty('complete', true)
  await db.rows('update person set disabled_at = now() where email = $1', [owner])
  const shut = await openBrowser()
  await shut.goto('/sign-in')
  await comeBy(shut, 'owen')
  await expect(shut.getByText(notKnown.en.why['shut-out']('Northwind Telecom'))).toBeVisible()
  expect(
    await db.value(
      'select count(*)::int from session where person_id = (select id from person where email = $1)',
      [owner],
    ),
  ).toBe(1)
})

test('an account of another tenant is named, told why, and may be another one next', async ({
  db,
  openBrowser,
}) => {
  await switchedOn(db)
  await linkedTo(db, owner, owen)
  const page = await openBrowser()
  await page.goto('/sign-in?next=/profile')
  await comeBy(page, 'mallory')
  await expect(page.getByText(notKnown.en.why['other-tenant']('Northwind Telecom'))).toBeVisible()
  await expect(page.getByRole('main')).toContainText(tenants.foreign)
  await expect(page.getByLabel(notKnown.en.email)).toHaveCount(0)
  await page.getByRole('button', { name: microsoftWords.en.button.another }).click()
  await choose(page, 'owen')
  await page.waitForURL(/\/profile$/)
})

test('an address that a tenant claims opens nothing: any organisation, the owner’s own address', async ({
  db,
  openBrowser,
}) => {
  await switchedOn(db, 'any')
  const page = await openBrowser()
  await page.goto('/sign-in')
  await comeBy(page, 'mallory')
  await expect(page.getByText(notKnown.en.why['not-linked']('Northwind Telecom'))).toBeVisible()
  expect(await db.value('select count(*)::int from session')).toBe(0)
  expect(await db.value('select count(*)::int from microsoft_link')).toBe(0)
})

test('answers that no browser waits for: replayed, without cookies, of another tab, brand or provider', async ({
  db,
  portal,
  openBrowser,
}) => {
  await switchedOn(db)
  await linkedTo(db, owner, owen)
  const page = await openBrowser()
  const stale = page.getByText(microsoftWords.en.failure.stale)
  const back: string[] = []
  page.on('request', request => {
    if (request.url().includes('/api/auth/callback/')) back.push(request.url())
  })
  await page.goto('/sign-in')
  await comeBy(page, 'owen')
  await page.waitForURL(/\/accounts\/maple-logistics/)
  const [used = ''] = back
  const asked = microsoft.asked()
  await page.goto(used)
  await expect(stale).toBeVisible()
  const { pathname, search } = new URL(used)
  for (const brand of ['northwind', 'boreal', 'southern'] as const) {
    const answer = await portal.ask(brand, { path: pathname + search })
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      portal.url(brand, '/sign-in/microsoft?why=stale'),
    ])
  }
  // Two tabs: the later one counts, and the earlier is told.
  const context = page.context()
  await context.clearCookies()
  const [first, second] = [page, await context.newPage()]
  await first.goto('/sign-in')
  await first.getByRole('button', { name: microsoftWords.en.button.signIn }).click()
  await first.waitForURL(/\/interaction\//)
  await second.goto('/sign-in')
  await second.getByRole('button', { name: microsoftWords.en.button.signIn }).click()
  await second.waitForURL(/\/interaction\//)
  await choose(first, 'owen')
  await expect(first.getByText(microsoftWords.en.failure.stale)).toBeVisible()
  await choose(second, 'owen')
  await second.waitForURL(/\/accounts\/maple-logistics/)
  expect(microsoft.asked(), 'nothing was asked of Microsoft for what nobody waits for').toBe(asked + 1)
})

test('Microsoft that is left, that lies, or that does not answer is told in words', async ({
  db,
  openBrowser,
}) => {
  await switchedOn(db)
  await linkedTo(db, owner, owen)
  const page = await openBrowser()
  await page.goto('/sign-in')
  await comeBy(page, 'Cancel')
  await expect(page.getByText(microsoftWords.en.failure.cancelled)).toBeVisible()
  microsoft.wrongs.signature = 'another-key'
  await page.getByRole('button', { name: microsoftWords.en.button.another }).click()
  await choose(page, 'owen')
  await expect(page.getByText(microsoftWords.en.failure.untrusted)).toBeVisible()
  delete microsoft.wrongs.signature
  microsoft.wrongs.silent = true
  await page.getByRole('button', { name: microsoftWords.en.button.another }).click()
  await expect(page.getByText(microsoftWords.en.failure.unreachable)).toBeVisible({ timeout: 20_000 })
  await page.goto('/sign-in/microsoft?why=<b>x</b>')
  await expect(page).toHaveURL(/\/sign-in$/)
  expect(await db.value('select count(*)::int from session')).toBe(0)
})
