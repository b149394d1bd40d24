import { frameWords } from '#app/_server/frame-words.ts'
import { words as passwordPageWords } from '#app/(password)/words.ts'
import { memberWords } from '#app/accounts/[account]/settings/member-words.ts'
import { words as catalogue } from '#app/accounts/[account]/settings/user-access/words.ts'
import { words as overviewWords } from '#app/accounts/[account]/words.ts'
import { membershipWords } from '#lib/membership/words.ts'
import { newPasswordWords, setPasswordWords } from '#lib/person/words.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { addManager } from './fixtures/members.ts'
import { expect, mainJob, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'
const owner = 'owner@harbour-dental.example'
const words = catalogue.en
const say = memberWords.en
const page = passwordPageWords.fr
const newcomer = 'gestion@erable.example'
const password = 'un petit caribou violet'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(
    `the provider adds a manager on the French brand, who activates and lands there, ${how}`,
    mainJob,
    async ({ db, reader, openBrowser }) => {
      const provider = await reader(platform, { javaScriptEnabled })
      await addManager(provider, 'erable-sante', { email: newcomer, brand: 'Boréal Voix · boreal.localhost' })
      await provider.told('person-added')
      await expect(provider.main).toContainText(membershipWords.en.state.invited)
      const letter = await letterTo(db, newcomer, 'activation')
      expect(letter.language).toBe('fr')
      expect(letter.from).toContain('Boréal Voix')
      expect(letter.text).toContain(newcomer)
      expect(letter.html).toContain('http://boreal.localhost')
      const link = linkIn(letter)
      expect(new URL(link).hostname).toBe('boreal.localhost')

      const browser = await openBrowser({ brand: 'boreal', javaScriptEnabled })
      // A scanner's visits, however many, spend nothing.
      for (let visit = 0; visit < 3; visit++) await browser.goto(link)
      await browser.getByLabel(page.newPassword).fill('court')
      await browser.getByRole('button', { name: page.set }).click()
      await expect(browser.getByText(newPasswordWords.fr['too-short']).first()).toBeVisible()
      await browser.getByLabel(page.newPassword).fill(password)
      await browser.getByRole('button', { name: page.set }).click()
      await browser.waitForURL(/\/accounts\/erable-sante/)
      // The provider is a party under its own name; the brand says whose it is.
      await expect(browser.getByRole('main')).toContainText('Northwind Telecom')
      await expect(browser.getByRole('main')).toContainText(overviewWords.fr.as('Boréal Voix'))
      await expect(
        browser.getByRole('link', { name: frameWords.fr.nav['user-access'] }).first(),
      ).toBeVisible()
      expect(
        await db.value(
          `select state from membership where person_id = (select id from person where email = $1)`,
          [newcomer],
        ),
      ).toBe('active')

      // The link explains itself by now, and the address is refused everywhere else.
      const again = await openBrowser({ brand: 'boreal', javaScriptEnabled })
      await again.goto(link)
      await expect(again.getByText(setPasswordWords.fr.state.used)).toBeVisible()
      const elsewhere = await reader(owner, { javaScriptEnabled })
      await addManager(elsewhere, 'harbour-dental', { email: 'GESTION@erable.example' })
      await elsewhere.refused(membershipWords.en.taken)
      await expect(elsewhere.main.getByLabel('Name', { exact: true })).toHaveValue('Gaëlle Marchand')
      expect(await db.value('select count(*) from person where email_canonical = $1', [newcomer])).toBe('1')
    },
  )

  test(`the temporary password leads to one’s own, once, ${how}`, async ({ db, reader, openBrowser }) => {
    const owns = await reader(owner, { javaScriptEnabled })
    await addManager(owns, 'harbour-dental', {
      email: newcomer,
      brand: 'Northwind Telecom · northwind.localhost',
    })
    await owns.told('person-added')
    const letter = await letterTo(db, newcomer, 'activation')
    const temporary = /\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b/.exec(letter.text)?.[0] ?? ''
    const browser = await openBrowser({ javaScriptEnabled })
    await browser.goto('/sign-in')
    await browser.getByLabel('Email').fill(newcomer)
    await browser.getByLabel('Password').fill(temporary)
    await browser.getByRole('button', { name: 'Sign in', exact: true }).click()
    await browser.waitForURL(/\/activate/)
    await browser.locator('input[name=newPassword]').fill(temporary)
    await browser.locator('form button[type=submit]').last().click()
    await expect(
      browser
        .getByText(setPasswordWords.fr.notTemporary)
        .or(browser.getByText(setPasswordWords.en.notTemporary))
        .first(),
    ).toBeVisible()
    await browser.locator('input[name=newPassword]').fill(password)
    await browser.locator('form button[type=submit]').last().click()
    await browser.waitForURL(/\/accounts\/harbour-dental/)
    const second = await openBrowser({ javaScriptEnabled })
    await second.goto('/sign-in')
    await second.getByLabel('Email').fill(newcomer)
    await second.getByLabel('Password').fill(temporary)
    await second.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(second.getByRole('alert').first()).toBeVisible()
  })

  test(`resending kills the letter before; disabling signs out; removing ends it, ${how}`, async ({
    db,
    reader,
    openBrowser,
  }) => {
    const owns = await reader(owner, { javaScriptEnabled })
    await addManager(owns, 'harbour-dental', {
      email: newcomer,
      brand: 'Northwind Telecom · northwind.localhost',
    })
    await owns.told('person-added')
    const first = linkIn(await letterTo(db, newcomer, 'activation'))
    await owns.button('Resend activation').click()
    await owns.told('activation-sent')
    const newest = linkIn(await letterTo(db, newcomer, 'activation', 2))
    const browser = await openBrowser({ javaScriptEnabled })
    await browser.goto(first)
    await expect(browser.getByText(setPasswordWords.fr.state.replaced)).toBeVisible()
    await browser.goto(newest)
    await browser.getByLabel(page.newPassword).fill(password)
    await browser.getByRole('button', { name: page.set }).click()
    await browser.waitForURL(/\/accounts\/harbour-dental/)

    await owns.page.reload()
    await owns.button('Reset password').click()
    await owns.told('reset-sent')
    await letterTo(db, newcomer, 'reset')
    await owns.follow(owns.link(say.act.disable))
    await owns.button(say.confirm.disable.submit).click()
    await owns.told('person-disabled')
    await browser.goto('/accounts/harbour-dental')
    await expect(browser).toHaveURL(/\/sign-in/)
    await owns.button(say.act.enable).click()
    await owns.told('person-enabled')
    await owns.follow(owns.link(say.act.remove))
    await owns.button(say.confirm.remove.submit).click()
    await owns.told('person-removed')
    await expect(owns.main).not.toContainText('Gaëlle Marchand')
    await expect(owns.main).toContainText(words.column.person)
    await owns.go('/accounts/harbour-dental/settings/activity')
    for (const told of [
      `Added Gaëlle Marchand (${newcomer}) as account manager.`,
      `Removed Gaëlle Marchand (${newcomer}), account manager.`,
    ])
      await expect(owns.main).toContainText(told)
  })

  test(`a forgotten password: the same answer for every address, and all other sessions end, ${how}`, async ({
    db,
    reader,
    openBrowser,
  }) => {
    const inside = await reader(owner)
    expect(await inside.go('/accounts/harbour-dental')).toBe(200)
    const browser = await openBrowser({ javaScriptEnabled })
    const answers: string[] = []
    for (const email of ['nobody@nowhere.example', owner]) {
      await browser.goto('/sign-in')
      await browser.getByRole('link', { name: 'Forgot your password?' }).click()
      await browser.getByLabel('Email').fill(email)
      await browser.getByRole('button', { name: passwordPageWords.en.send }).click()
      await browser.waitForURL(/\/sign-in/)
      answers.push((await browser.getByRole('status').first().textContent()) ?? '')
    }
    expect(answers[0]).toBe(answers[1])
    const link = linkIn(await letterTo(db, owner, 'reset'))
    await browser.goto(link)
    await browser.getByLabel(passwordPageWords.en.newPassword).fill('the ferry left at 6:40')
    await browser.getByRole('button', { name: passwordPageWords.en.set }).click()
    await browser.waitForURL(/\/accounts\/harbour-dental/)
    await letterTo(db, owner, 'password-changed')
    await inside.page.goto('/accounts/harbour-dental')
    await expect(inside.page).toHaveURL(/\/sign-in/)
  })
}
