import { frameWords } from '#app/_server/frame-words.ts'
import { words as passwordWords } from '#app/(password)/words.ts'
import { memberWords } from '#app/accounts/[account]/settings/member-words.ts'
import { brands } from '#db/demo/cast.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { addManager } from './fixtures/members.ts'
import { expect, test } from './fixtures/test.ts'

/** Who adds somebody on which account, on each host of the demo. Only where there is a choice it is asked. */
const hosts = [
  {
    brand: 'northwind',
    by: 'owner@harbour-dental.example',
    slug: 'harbour-dental',
    choice: 'Northwind Telecom · northwind.localhost',
  },
  {
    brand: 'boreal',
    by: 'proprio@erable.example',
    slug: 'erable-sante',
    choice: 'Boréal Voix · boreal.localhost',
  },
  { brand: 'southern', by: 'owner@bakery.example', slug: 'southern-bakery', choice: null },
] as const

for (const { brand, by, slug, choice } of hosts) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

    test(`on ${brand}: added, written to in its look and language, and landed there, ${how}`, async ({
      db,
      portal,
      reader,
      openBrowser,
    }) => {
      const cast = brands.find(one => one.key === brand)
      if (!cast) throw new Error(brand)
      const { language, name, accent, support } = cast
      const email = `newcomer@${slug}.example`
      const adds = await reader(by, { javaScriptEnabled })
      const words = memberWords[adds.language]
      await adds.go(`/accounts/${slug}/settings/user-access/new`)
      expect(await adds.main.getByLabel(words.homeBrand).count()).toBe(choice ? 1 : 0)
      await addManager(adds, slug, { email, language, ...(choice && { brand: choice }) })
      await adds.told('person-added')
      await expect(adds.main).toContainText(`${brand}.localhost`)

      const letter = await letterTo(db, email, 'activation')
      expect(letter.language).toBe(language)
      expect(letter.from).toContain(name)
      expect(letter.html).toContain(accent)
      expect(letter.html).toContain(`lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}"`)
      expect(letter.text).toContain(support.phone)
      const own = [...`${letter.text} ${letter.html}`.matchAll(/\b([\w-]+\.localhost)\b/g)].map(
        ([host]) => host,
      )
      expect(new Set(own)).toEqual(new Set([`${brand}.localhost`]))

      const link = linkIn(letter)
      expect(new URL(link).origin).toBe(portal.url(brand, ''))
      const newcomer = await openBrowser({ brand, javaScriptEnabled })
      await newcomer.goto(link)
      await expect(newcomer.locator('html')).toHaveAttribute('lang', language === 'fr' ? 'fr-CA' : 'en-CA')
      await newcomer.getByLabel(passwordWords[language].newPassword).fill('otters read 17 maps')
      await newcomer.getByRole('button', { name: passwordWords[language].set }).click()
      await newcomer.waitForURL(portal.url(brand, `/accounts/${slug}`))
      await expect(newcomer).toHaveTitle(new RegExp(`${name}$`))
      const nav = frameWords[language].nav['user-access']
      await expect(newcomer.getByRole('link', { name: nav }).first()).toBeVisible()
    })
  }
}
