import { words as passwordPage } from '#app/(password)/words.ts'
import { words as catalogue } from '#app/accounts/[account]/settings/portal-users/words.ts'
import { words as shellWords } from '#components/frame/words.ts'
import { moduleName } from '#lib/access/place-words.ts'
import { portalUserWords } from '#lib/membership/switch-words.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, given } from './fixtures/story.ts'
import { type Database, expect, test } from './fixtures/test.ts'

// Other roads to the same switches: a firm that helps with people, and the provider's French brand.

const list = '/accounts/harbour-dental/settings/portal-users'
const admin = 'admin@brightline.example'

const scopes = {
  full: { scope: { name: 'full', pages: [] }, duration: { kind: 'hours', hours: 24 } },
  people: { scope: { name: 'people', pages: [] }, duration: { kind: 'hours', hours: 24 } },
} as const

/** Brightline IT may enter Harbour Dental so far; gives the grant's id. */
async function letIn(db: Database, name: keyof typeof scopes): Promise<string> {
  const giving = scopes[name]
  await db.rows(`update access_request set state = 'withdrawn' where state = 'pending'`)
  const request = await asked(db, admin, 'brightline-it', { account: { slug: 'harbour-dental' }, ...giving })
  return given(db, 'owner@harbour-dental.example', request, giving)
}

const held = (db: Database) =>
  db.value<string[]>(
    `select m.modules from membership m join person p on p.id = m.person_id join account a on a.id = m.account_id
      where p.email = 'desk@harbour-dental.example' and a.slug = 'harbour-dental' and m.kind = 'portal-user'`,
  )

test('a firm switches the modules that it has, under the bar and in its own name, until the access ends', async ({
  db,
  as,
}) => {
  const grant = await letIn(db, 'full')
  const works = new Reader(await as(admin), 'en', true)
  await works.go(list)
  const bar = works.page.getByRole('region', { name: shellWords.en.actingFor('Harbour Dental') })
  await expect(bar).toBeVisible()
  const fax = portalUserWords.en.switch(moduleName('fax', 'en'), 'Dana Petrov')
  await works.main.getByRole('checkbox', { name: fax, exact: true }).check()
  const said = portalUserWords.en.isOn(moduleName('fax', 'en'), 'Dana Petrov')
  await expect(works.main.locator('.switches-said')).toHaveText(said)

  const owner = new Reader(await as('owner@harbour-dental.example'), 'en', true)
  await owner.go('/accounts/harbour-dental/settings/activity')
  await expect(owner.row('Dana Petrov').first()).toContainText('Brightline IT')

  await db.rows(`update access_grant set state = 'revoked', ended_at = now() where id = $1`, [grant])
  await works.main.getByRole('checkbox', { name: fax, exact: true }).uncheck()
  await expect(works.main.locator('.switches-said'), 'the page is not theirs any more').toHaveCount(0)
  expect(await held(db)).toEqual(['fax', 'sms', 'call-log'])
  expect(await works.go(list)).toBe(404)
})

test('a firm with People support, which holds no module, switches none and is told why', async ({
  db,
  as,
}) => {
  await letIn(db, 'people')
  const works = new Reader(await as(admin), 'en', true)
  await works.go(list)
  await expect(works.main).toContainText(catalogue.en.noneYours)
  for (const one of await works.main.locator('input[name="modules"][type="checkbox"]').all())
    await expect(one).toBeDisabled()
  expect(await held(db)).toEqual(['sms', 'call-log'])
})

for (const javaScriptEnabled of [true, false])
  test(`on the French brand: letter, sign-in and module, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    db,
    as,
    openBrowser,
  }) => {
    const say = catalogue.fr
    const email = 'luc@personnes.example'
    const owns = new Reader(
      await as('proprio@erable.example', { javaScriptEnabled }),
      'fr',
      javaScriptEnabled,
    )
    await owns.go('/accounts/erable-sante/settings/portal-users/new')
    await owns.main.getByLabel(say.email, { exact: true }).fill(email)
    await owns.main.getByLabel(moduleName('phonebook', 'fr'), { exact: true }).check()
    await owns.button(say.save).click()
    await owns.told('person-added')
    const letter = await letterTo(db, email, 'activation')
    expect(letter.language).toBe('fr')
    const page = await openBrowser({ brand: 'boreal', javaScriptEnabled })
    await page.goto(linkIn(letter))
    expect(new URL(page.url()).hostname).toBe('boreal.localhost')
    await page.getByLabel(passwordPage.fr.newPassword).fill('sept oies au crépuscule')
    await page.getByRole('button', { name: passwordPage.fr.set, exact: true }).click()
    await page.waitForURL(/\/accounts\/erable-sante/)
    expect((await page.goto('/accounts/erable-sante/phonebook'))?.status()).toBe(200)
    expect((await page.goto('/accounts/erable-sante/call-log'))?.status()).toBe(404)
  })
