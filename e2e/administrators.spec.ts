import type { Page } from '@playwright/test'
import { words as catalogue } from '#app/accounts/[account]/settings/administrators/words.ts'
import { words as invitationPage } from '#app/invitations/words.ts'
import { words as codeWords } from '#app/sign-in/code/words.ts'
import { words as signInWords } from '#app/sign-in/words.ts'
import { placeWords } from '#lib/access/place-words.ts'
import { newPasswordWords } from '#lib/person/words.ts'
import { personInvitationWords } from '#lib/person-invitation/words.ts'
import { formOn, handOf, has, send } from './fixtures/by-hand.ts'
import { invitedByLink, viewersEverywhere } from './fixtures/invited-people.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// Administrators of an account: invited by e-mail or by a link, by whoever may, to roles that are theirs to give.

const owner = 'owner@maple.example'
const other = 'desk@harbour-dental.example'
const list = '/accounts/maple-logistics/settings/administrators'
const password = 'seven tame geese at dusk'

const linkShown = async (page: Page) =>
  (
    (await page.getByRole('main').locator('code').filter({ hasText: '/invitations/' }).textContent()) ?? ''
  ).trim()

async function signedIn(page: Page, email: string, language: 'en' | 'fr' = 'en', secret = 'latchkey-demo') {
  const say = signInWords[language]
  await page.getByLabel(say.email).fill(email)
  await page.getByLabel(say.password).fill(secret)
  await page.getByRole('button', { name: say.signIn, exact: true }).click()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const language of ['en', 'fr'] as const) {
    const say = catalogue[language]
    const text = invitationPage[language]

    test(`by link: the wrong person switches, the right one accepts and has just that, ${language}, ${how}`, async ({
      db,
      as,
    }) => {
      await db.rows('update person set language = $1 where email = any($2)', [language, [owner, other]])
      const owns = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      await owns.go(list)
      await owns.follow(owns.link(say.invite).first())
      await owns.main.getByLabel(placeWords[language].role['subscription-owner'], { exact: true }).check()
      if (javaScriptEnabled) await expect(owns.main).toContainText(say.together)
      await owns.button(say.link).click()
      await owns.told('invitation-link-made')
      const link = await linkShown(owns.page)

      // First signed in as somebody else, who is named before anything happens.
      const page = await as('manager@harbour-dental.example', { javaScriptEnabled })
      await db.rows(`update person set language = $1 where email = 'manager@harbour-dental.example'`, [
        language,
      ])
      const invited = new Reader(page, language, javaScriptEnabled)
      for (let visit = 0; visit < 3; visit++) await page.goto(link)
      expect(new URL(page.url()).pathname).toBe('/invitations')
      await expect(page.getByText('manager@harbour-dental.example')).toBeVisible()
      await invited.button(text.switch).click()
      // Nobody is signed in: the brand’s own language.
      await invited.link(invitationPage.en.signIn).click()
      await signedIn(page, other)
      await page.waitForURL(/\/invitations$/)
      await expect(page.getByText(other).first()).toBeVisible()
      const secondTab = new Reader(await page.context().newPage(), language, javaScriptEnabled)
      await secondTab.go('/invitations')
      await invited.button(text.accept).click()
      await page.waitForURL(/\/accounts\/maple-logistics/)
      await invited.told('administrator-accepted')
      await secondTab.button(text.accept).click()
      await secondTab.told('administrator-accepted-before')
      expect(new URL(secondTab.page.url()).pathname).toBe('/accounts/maple-logistics')
      expect(
        await db.value(
          `select m.roles from membership m join person p on p.id = m.person_id join account a on a.id = m.account_id
            where p.email = $1 and a.slug = 'maple-logistics' and m.kind = 'administrator'`,
          [other],
        ),
      ).toEqual(['subscription-owner'])
      expect((await page.goto(list))?.status()).toBe(404)
      expect((await letterTo(db, owner, 'administrator-accepted')).text).toContain('Maple Logistics')
      // Used, it says so, and nothing of the account.
      await page.goto(link)
      await expect(page.getByText(text.end.accepted)).toBeVisible()
      await expect(page.getByRole('main')).not.toContainText('Maple')
      await owns.go('/accounts/maple-logistics/settings/activity')
      await expect(owns.main).toContainText(placeWords[language].role['subscription-owner'])
    })

    test(`by e-mail: who has no sign-in makes one from the letter, comes back, and accepts, ${language}, ${how}`, async ({
      db,
      as,
      openBrowser,
    }) => {
      const email = 'jo.marsh@people.example'
      await db.rows('update person set language = $1 where email = $2', [language, owner])
      const owns = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      await owns.go(`${list}/new`)
      await owns.main.getByLabel(placeWords[language].role['account-owner'], { exact: true }).check()
      // A link is never for an Account Owner.
      await owns.button(say.link).click()
      await owns.refused(say.notInvited)
      await owns.main.getByLabel(say.email).fill(email)
      await owns.main.getByLabel(say.language).selectOption(language)
      await owns.button(say.send).click()
      await owns.told('invitation-sent')
      const first = linkIn(await letterTo(db, email, 'administrator-invited'))
      await owns.button(say.resend).click()
      await owns.told('invitation-renewed')
      const letter = await letterTo(db, email, 'administrator-invited', 2)
      expect(letter.language).toBe(language)
      const page = await openBrowser({ javaScriptEnabled })
      await page.goto(first)
      await expect(page.getByText(text.end.replaced)).toBeVisible()
      await page.goto(linkIn(letter))
      await page.getByLabel(text.name).fill('Jo Marsh')
      await page.getByLabel(text.newPassword).fill('short')
      await page.getByRole('button', { name: text.makeButton }).click()
      await expect(page.getByText(newPasswordWords[language]['too-short']).first()).toBeVisible()
      await page.getByLabel(text.newPassword).fill(password)
      await page.getByRole('button', { name: text.makeButton }).click()
      await expect(page.getByRole('button', { name: text.accept })).toBeVisible()
      expect(
        await db.value(
          `select count(*)::int from membership m join person p on p.id = m.person_id where p.email = $1`,
          [email],
        ),
      ).toBe(0)
      await page.getByRole('button', { name: text.accept }).click()
      await page.waitForURL(/\/accounts\/maple-logistics/)
      expect((await page.goto(list))?.status()).toBe(200)
    })
  }

  test(`by link, without any sign-in: the mailbox is proved by a letter first, ${how}`, async ({
    db,
    as,
    openBrowser,
  }) => {
    const email = 'new.hand@people.example'
    const id = await invitedByLink(db, 'maple-logistics', ['service-viewer'])
    const owns = await as(owner, { javaScriptEnabled })
    await owns.goto(`${list}/invitations/${id}`)
    const link = await linkShown(owns)
    const text = invitationPage.en
    const page = await openBrowser({ javaScriptEnabled })
    await page.goto(link)
    await page.getByLabel(text.name).fill('New Hand')
    await page.getByLabel(text.email, { exact: true }).fill(email)
    await page.getByRole('button', { name: text.joinButton }).click()
    await page.waitForURL(/\/sign-in\/code/)
    const code = /\b\d{6}\b/.exec((await letterTo(db, email, 'sign-in-link')).text)?.[0] ?? ''
    await page.getByLabel(codeWords.en.code).fill(code)
    await page.getByRole('button', { name: codeWords.en.signIn, exact: true }).click()
    await page.waitForURL(/\/invitations$/)
    await page.getByRole('button', { name: text.accept }).click()
    await page.waitForURL(/\/accounts\/maple-logistics/)
  })

  test(`declined from the letter without a sign-in, cancelled, changed and sent elsewhere, ${how}`, async ({
    db,
    as,
    openBrowser,
  }) => {
    const say = catalogue.en
    const text = invitationPage.en
    const owns = new Reader(await as(owner, { javaScriptEnabled }), 'en', javaScriptEnabled)
    const invite = async (email: string) => {
      await owns.go(`${list}/new`)
      await owns.main.getByLabel('Service Viewer', { exact: true }).check()
      await owns.main.getByLabel(say.email).fill(email)
      await owns.button(say.send).click()
    }
    await invite('first@people.example')
    await owns.told('invitation-sent')
    await owns.main.getByLabel(say.another_, { exact: true }).fill('second@people.example')
    await owns.button(say.readdress).click()
    await owns.told('invitation-renewed')
    await owns.main.getByLabel('Sync Contributor', { exact: true }).check()
    await owns.button(say.save).click()
    await owns.told('invitation-offer-changed')
    const page = await openBrowser({ javaScriptEnabled })
    await page.goto(linkIn(await letterTo(db, 'second@people.example', 'administrator-invited')))
    await expect(page.getByText('Sync Contributor')).toBeVisible()
    await page.getByRole('button', { name: text.decline }).click()
    await page.waitForURL(/\/sign-in/)
    await letterTo(db, owner, 'administrator-declined')

    await invite('third@people.example')
    await owns.told('invitation-sent')
    const third = linkIn(await letterTo(db, 'third@people.example', 'administrator-invited'))
    await invite('third@people.example')
    await owns.refused(say.notInvited)
    await expect(owns.main).toContainText(personInvitationWords.en.refusal['already-invited']())
    await owns.go(list)
    await owns.follow(owns.link(say.openInvitation('third@people.example')))
    await owns.follow(owns.link(say.cancelInvitation))
    await owns.button(say.cancelInvitation).click()
    await owns.told('administrator-invitation-cancelled')
    await page.goto(third)
    await expect(page.getByText(text.end.cancelled)).toBeVisible()
  })

  test(`an offer that was changed behind an open page is not accepted by it, but read anew first, ${how}`, async ({
    db,
    as,
  }) => {
    const say = catalogue.en
    const text = invitationPage.en
    const owns = new Reader(await as(owner, { javaScriptEnabled }), 'en', javaScriptEnabled)
    await owns.go(`${list}/new`)
    await owns.main.getByLabel('Subscription Viewer', { exact: true }).check()
    await owns.button(say.link).click()
    await owns.told('invitation-link-made')
    const reads = new Reader(await as(other, { javaScriptEnabled }), 'en', javaScriptEnabled)
    await reads.page.goto(await linkShown(owns.page))
    await reads.ready()
    await expect(reads.main).toContainText('Subscription Viewer')
    await owns.main.getByLabel('Subscription Viewer', { exact: true }).uncheck()
    await owns.main.getByLabel('Subscription Contributor', { exact: true }).check()
    await owns.button(say.save).click()
    await owns.told('invitation-offer-changed')
    await reads.button(text.accept).click()
    await expect(reads.page.getByText(personInvitationWords.en.refusal['offer-changed']())).toBeVisible()
    await expect(reads.main).toContainText('Subscription Contributor')
    expect(await db.value(`select state from person_invitation where email is null`)).toBe('created')
    await reads.button(text.accept).click()
    await reads.told('administrator-accepted')
  })

  test(`roles changed hold on the next click; nobody changes their own, ${how}`, async ({ db, as }) => {
    const say = catalogue.en
    const owns = new Reader(await as(owner, { javaScriptEnabled }), 'en', javaScriptEnabled)
    const billing = await as('billing@maple.example', { javaScriptEnabled })
    expect((await billing.goto('/accounts/maple-logistics/settings/services'))?.status()).toBe(404)
    await owns.go(list)
    await owns.follow(owns.link(say.openNamed(await nameOf(db, 'billing@maple.example'))))
    await owns.main.getByLabel('Service Viewer', { exact: true }).check()
    await owns.button(say.save).click()
    await owns.told('roles-changed')
    expect((await billing.goto('/accounts/maple-logistics/settings/services'))?.status()).toBe(200)
    await owns.go(list)
    await owns.follow(owns.link(say.openNamed(await nameOf(db, owner))))
    await expect(owns.main).toContainText(say.own)
  })
}

const nameOf = (db: { value<T>(text: string, values: readonly unknown[]): Promise<T> }, email: string) =>
  db.value<string>('select name from person where email = $1', [email])

test('the French brand: who is at home there is handed over with the invitation, and accepts', async ({
  db,
  as,
  openBrowser,
}) => {
  const id = await invitedByLink(db, 'maple-logistics', ['service-viewer'])
  const owns = await as(owner)
  await owns.goto(`${list}/invitations/${id}`)
  const page = await openBrowser()
  await page.goto(await linkShown(owns))
  await page.getByRole('link', { name: invitationPage.en.signIn }).click()
  await signedIn(page, 'proprio@erable.example')
  await page.waitForURL(/\/sign-in\/elsewhere/)
  await page
    .getByRole('link')
    .filter({ hasText: /Boréal|boreal/ })
    .first()
    .click()
  await page.waitForURL(/boreal\.localhost.*\/sign-in\/hand-over/)
  await page.getByRole('button').last().click()
  await page.waitForURL(/boreal\.localhost.*\/invitations$/)
  await page.getByRole('button', { name: invitationPage.fr.accept }).click()
  await page.waitForURL(/boreal\.localhost.*\/accounts\/maple-logistics/)
})

test('hand-made: roles beyond, doubled, unknown; another account’s invitation; an old form', async ({
  portal,
  db,
}) => {
  const hand = await handOf(db, owner)
  const before = await db.value<number>('select count(*)::int from person_invitation')
  for (const roles of [['nonsense'], ['account-owner,sync-contributor'], [], ['__proto__']]) {
    const form = await formOn(portal, hand, `${list}/new`, one => has(one, 'email'))
    const answer = await send(portal, hand, `${list}/new`, form, { way: 'link', roles })
    expect(answer.status, String(roles)).toBe(200)
  }
  expect(await db.value('select count(*)::int from person_invitation')).toBe(before)
  const id = await invitedByLink(db, 'harbour-dental')
  const mine = await invitedByLink(db, 'maple-logistics')
  const form = await formOn(portal, hand, `${list}/invitations/${mine}?act=cancel`, one =>
    has(one, 'invitation'),
  )
  const answer = await send(portal, hand, `${list}/invitations/${mine}?act=cancel`, form, { invitation: id })
  expect(answer.status).toBe(404)
  expect(await db.value('select state from person_invitation where id = $1', [id])).toBe('created')
  const [viewer] = (await viewersEverywhere(db)).filter(({ account }) => account === 'maple-logistics')
  const old = await formOn(portal, hand, `${list}/${viewer?.id}`, one => has(one, 'version'))
  await db.rows(`update membership set roles = '{sync-contributor}', version = version + 1 where id = $1`, [
    viewer?.id,
  ])
  await send(portal, hand, `${list}/${viewer?.id}`, old, { roles: ['brand-contributor'] })
  expect(await db.value('select roles from membership where id = $1', [viewer?.id])).toEqual([
    'sync-contributor',
  ])
})
