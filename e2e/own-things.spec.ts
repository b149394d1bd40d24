import { doneWords } from '#app/_server/done.ts'
import { words as choose } from '#app/choose/words.ts'
import { words as confirm } from '#app/confirm/words.ts'
import { words as profile } from '#app/profile/words.ts'
import { words as code } from '#app/sign-in/code/words.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { expect, test } from './fixtures/test.ts'

// What belongs to a person and not to an account: their profile, their places, and proving once more who they are.

const owner = 'owner@maple.example'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`people change their name, language and zone, ${how}`, async ({ as }) => {
    const page = await as(owner, { javaScriptEnabled })
    await page.goto('/profile')
    await page.getByLabel(profile.en.name, { exact: true }).fill('  ')
    await page.getByRole('button', { name: profile.en.save, exact: true }).click()
    await expect(page.getByText('This is needed.').first()).toBeVisible()
    await page.getByLabel(profile.en.name, { exact: true }).fill('Owen M. Maplewood')
    await page.getByLabel(profile.en.language, { exact: true }).selectOption('fr')
    await page.getByLabel(profile.en.timeZone, { exact: true }).selectOption('Australia/Sydney')
    await page.getByRole('button', { name: profile.en.save, exact: true }).click()
    await expect(page.getByRole('status')).toContainText(doneWords.fr.saved)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(profile.fr.title)
    await expect(page.getByLabel(profile.fr.name, { exact: true })).toHaveValue('Owen M. Maplewood')
    await expect(page.getByRole('table')).toContainText(/UTC\+1[01]/)
  })

  test(`a session is ended from another one, and its next click leads to the sign-in, ${how}`, async ({
    as,
  }) => {
    const [here, there] = [await as(owner, { javaScriptEnabled }), await as(owner, { javaScriptEnabled })]
    await there.goto('/accounts/maple-logistics')
    await here.goto('/profile')
    await here.getByRole('button', { name: /^End the session of/ }).click()
    await expect(here.getByRole('status')).toContainText(doneWords.en['session-ended'])
    await there.goto('/accounts/maple-logistics')
    await expect(there).toHaveURL(/\/sign-in/)
    await here.goto('/accounts/maple-logistics')
    await expect(here).toHaveURL(/\/accounts\/maple-logistics$/)
  })

  test(`proving once more who one is renews the session and leads back, ${how}`, async ({ as, db }) => {
    const page = await as(owner, { javaScriptEnabled })
    await db.rows(`update session set authenticated_at = authenticated_at - interval '1 hour'`)
    const before = (await page.context().cookies())[0]?.value
    await page.goto('/confirm?next=/profile')
    const field = page.getByLabel(confirm.en.password, { exact: true })
    const press = page.getByRole('button', { name: confirm.en.confirm, exact: true })
    await field.fill('not the password')
    await press.click()
    await expect(page.getByText(signInRefusalWords.en['password-not-right'])).toBeVisible()
    await field.fill('latchkey-demo')
    await press.click()
    await expect(page.getByRole('status')).toContainText(doneWords.en.confirmed)
    expect(new URL(page.url()).pathname).toBe('/profile')
    expect((await page.context().cookies()).map(cookie => cookie.value)).not.toContain(before)
    const recent = `select clock_timestamp() - authenticated_at < interval '1 minute' from session`
    expect(await db.value(recent)).toBe(true)
  })

  test(`a code proves it just as well, ${how}`, async ({ as, db }) => {
    const page = await as(owner, { javaScriptEnabled })
    await db.rows(`update session set authenticated_at = authenticated_at - interval '1 hour'`)
    await page.goto('/confirm?next=/profile')
    await page.getByRole('button', { name: confirm.en.letter, exact: true }).click()
    const letter = await letterTo(db, owner, 'sign-in-link')
    await page.getByLabel(code.en.code, { exact: true }).fill(/\b\d{6}\b/.exec(letter.text)?.[0] ?? '')
    await page.getByRole('button', { name: code.en.signIn, exact: true }).click()
    await expect(page).toHaveURL('/profile')
    // The session before it is over.
    const sessions = await db.rows(
      `select authenticated_at > now() - interval '1 minute' as fresh from session`,
    )
    expect(sessions).toEqual([{ fresh: true }])
  })

  test(`of several places one is chosen, and stands first the next time, ${how}`, async ({ as }) => {
    const page = await as('desk@harbour-dental.example', { javaScriptEnabled })
    await page.goto('/')
    await expect(page).toHaveURL('/choose')
    const places = page.getByRole('list', { name: choose.en.places }).getByRole('link')
    await expect(places).toHaveCount(2)
    await expect(places.first()).toContainText('Harbour Dental')
    await places.filter({ hasText: 'Maple Logistics' }).click()
    await expect(page).toHaveURL('/accounts/maple-logistics')
    await page.goto('/choose')
    await expect(places.first()).toContainText('Maple Logistics')
    await expect(places.first()).toContainText(choose.en.last)
  })
}

test('many places can be searched, and are shown page after page', async ({ as, db }) => {
  await db.rows(
    `with made as (
        insert into account (provider_id, slug, name, home_brand_id, time_zone, request_code)
        select p.provider_id, 'clinic-' || n, 'Clinic ' || lpad(n::text, 2, '0'), p.home_brand_id, 'UTC', 'code-' || n
        from person p, generate_series(1, 30) n where p.email = $1 returning id, provider_id)
      insert into membership (provider_id, account_id, person_id, kind, state, modules)
      select m.provider_id, m.id, p.id, 'portal-user', 'active', '{sms}' from made m, person p where p.email = $1`,
    ['desk@harbour-dental.example'],
  )
  const page = await as('desk@harbour-dental.example')
  await page.goto('/choose')
  const places = page.getByRole('list', { name: choose.en.places }).getByRole('link')
  await expect(places).toHaveCount(24)
  await page.getByRole('link', { name: choose.en.next, exact: true }).click()
  await expect(places).toHaveCount(8)
  await expect(places.last()).toContainText('Maple Logistics')
  await page.getByRole('searchbox').fill('clinic 07')
  await page.getByRole('button', { name: choose.en.searchButton, exact: true }).click()
  await expect(places).toHaveCount(1)
  await page.getByRole('searchbox').fill('no such place')
  await page.getByRole('button', { name: choose.en.searchButton, exact: true }).click()
  await expect(page.getByText(choose.en.notFound('no such place'))).toBeVisible()
})
