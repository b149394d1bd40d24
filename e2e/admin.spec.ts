import { words as extensionWords } from '#app/accounts/[account]/admin/extensions/words.ts'
import { words as profilePages } from '#app/accounts/[account]/admin/profiles/words.ts'
import { adminWords } from '#app/accounts/[account]/admin/words.ts'
import { importWords } from '#components/import/words.ts'
import { profileWords } from '#lib/key-profile/words.ts'
import { languages } from '#lib/language.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { Reader } from './fixtures/reader.ts'
import { expect, test } from './fixtures/test.ts'

// The Admin module, as somebody works with it who holds it: extensions of the virtual PBX, and profiles of keys.

const noor = 'noor@harbour-dental.example'
const root = '/accounts/harbour-dental/admin'
const list = `${root}/extensions`

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
    const words = extensionWords[language]
    const { fault, pin } = pbxWords[language]
    const keys = profilePages[language]

    test(`an extension is added, changed, given a PIN, removed and brought back: ${how}`, async ({
      db,
      as,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const reader = new Reader(await as(noor, { javaScriptEnabled }), language, javaScriptEnabled)
      const input = (name: string) => reader.main.locator(`[name="${name}"]`)
      await reader.go('/accounts/harbour-dental')
      await reader.follow(
        reader.page.getByRole('navigation').getByRole('link', { name: adminWords[language].title }).first(),
      )
      await expect(reader.main).toContainText(adminWords[language].extensionCount(8))
      await reader.follow(reader.link(adminWords[language].extensionsOpen))
      await reader.follow(reader.link(words.add))
      await input('number').fill('9110')
      await input('name').fill('Zébra room')
      await reader.button(words.save).click()
      await expect(reader.main).toContainText(fault['emergency-extension']('911'))
      await input('number').fill('201')
      await reader.button(words.save).click()
      await expect(reader.main).toContainText(fault.taken('Ines Carvalho'))
      await expect(input('name'), 'what was typed stays').toHaveValue('Zébra room')
      await input('number').fill('230')
      await input('busy').selectOption('extension')
      await input('busyTo').fill('211')
      await reader.button(words.save).click()
      await reader.told('pbx-extension-added')

      await reader.go(`${list}?q=surgery+1`)
      await reader.follow(reader.link('211'))
      await input('busy').selectOption('extension')
      await input('busyTo').fill('230')
      await reader.button(words.save).click()
      await expect(reader.main).toContainText('211 → 230 → 211')

      await reader.go(`${list}?q=zebra`)
      await reader.follow(reader.link('230'))
      const own = new URL(reader.page.url()).pathname
      await input('pin').fill('1234')
      await reader.button(words.setPin).click()
      await expect(reader.main).toContainText(pin['pin-too-easy'])
      await input('pin').fill('4071')
      await reader.button(words.setPin).click()
      await reader.told('voicemail-pin-set')
      await expect(reader.main).toContainText(words.pinSet)
      expect(await reader.page.content()).not.toContain('4071')
      await reader.button(words.remove).click()
      await reader.told('pbx-extension-removed')
      await reader.button(words.restoreNamed('230')).click()
      await reader.told('pbx-extension-restored')
      await reader.go(own)
      await expect(input('busyTo')).toHaveValue('211')
      const told = await db.rows<{ action: string }>(
        `select action from event where action like 'pbx-extension.%' order by id`,
      )
      expect(told.map(event => event.action.replace('pbx-extension.', ''))).toEqual([
        'added',
        'pin-set',
        'removed',
        'restored',
      ])
    })

    test(`a profile gets keys, is moved, applied, downloaded and replaced: ${how}`, async ({ db, as }) => {
      await db.rows(`update person set language = '${language}'`)
      const said = profileWords[language]
      const reader = new Reader(await as(noor, { javaScriptEnabled }), language, javaScriptEnabled)
      const input = (name: string) => reader.main.locator(`[name="${name}"]`)
      await reader.go(`${root}/profiles`)
      await input('profileName').fill('surgery')
      await reader.button(keys.add).click()
      await expect(reader.main).toContainText(said.refusal['name-taken'])
      await input('profileName').fill('Hygiene')
      await reader.main.locator('[name="phone"][value="desk-4"]').check()
      await reader.button(keys.add).click()
      await reader.told('key-profile-added')
      await input('kind1').selectOption('speed-dial')
      await input('value1').fill('+1 604 555 0177')
      await input('label1').fill('<Lab> & co')
      await input('kind2').selectOption('blf')
      await input('value2').fill('299')
      await reader.button(keys.save).first().click()
      await expect(reader.main).toContainText(said.fault['no-such-extension'])
      await expect(input('label1')).toHaveValue('<Lab> & co')
      await input('value2').fill('201')
      await reader.button(keys.up('2')).click()
      await reader.told('key-moved')
      await expect(input('value1')).toHaveValue('201')
      await expect(reader.main.getByRole('figure')).toContainText('<Lab> & co')
      const own = new URL(reader.page.url()).pathname
      const xml = await reader.page
        .evaluate(async path => (await fetch(path)).text(), `${own}/xml`)
        .catch(() => '')
      if (javaScriptEnabled) {
        expect(xml).toContain('<P1466>201</P1466>')
        expect(xml).toContain('&lt;Lab&gt; &amp; co')
      }

      await reader.go(list)
      for (const number of ['211', '212'])
        await reader.main.getByRole('checkbox', { name: words.choose(number), exact: true }).check()
      await reader.main.locator('select[name="profile"]').selectOption({ label: 'Hygiene' })
      await reader.button(words.apply).click()
      await reader.told('pbx-extensions-profiled')
      await expect(reader.main.getByRole('rowheader')).toHaveCount(2)

      await reader.go(own)
      await reader.button(keys.remove).click()
      await expect(reader.main).toContainText(said.refusal['in-use'])
      await input('replacement').selectOption({ label: 'Surgery' })
      await reader.button(keys.remove).click()
      await reader.told('key-profile-removed')
      expect(
        await db.value(
          `select count(*) from pbx_extension x join key_profile k on k.id = x.profile_id where k.name = 'Surgery'`,
        ),
      ).toBe('2')
      await reader.go(own)
      await expect(reader.main).toContainText(keys.gone('Noor Haddad'))
    })

    test(`a file of extensions is looked at, put right and taken in; several go and come back at once: ${how}`, async ({
      db,
      as,
    }) => {
      await db.rows(`update person set language = '${language}'`)
      const said = importWords[language]
      const reader = new Reader(await as(noor, { javaScriptEnabled }), language, javaScriptEnabled)
      const send = async (text: string) => {
        await reader.go(`${list}/import`)
        await reader.main
          .locator('[name="file"]')
          .setInputFiles({ name: 'extensions.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
        await reader.follow(reader.button(said.look))
      }
      const before = Number(await db.value<string>('select count(*) from pbx_extension'))
      await send('number,name,busy,busyTo\n301,A,extension,302\n302,B,extension,301\n')
      await expect(reader.main).toContainText('301 → 302 → 301')
      await expect(reader.button(said.takeIn)).toHaveCount(0)
      const good = 'number,name,busy,busyTo\n301,A,extension,302\n302,B,nothing,\n'
      await send(good)
      await reader.button(said.takeIn).click()
      await reader.told('pbx-extensions-imported')
      expect(Number(await db.value<string>('select count(*) from pbx_extension'))).toBe(before + 2)
      await send(good)
      await expect(reader.button(said.takeIn)).toHaveCount(0)

      await reader.go(`${list}?q=30`)
      await reader.main.getByRole('checkbox', { name: words.choose('302'), exact: true }).check()
      await reader.button(words.takeAway).click()
      await expect(reader.main, '301 sends calls there').toContainText('301 (A)')
      for (const number of ['301', '302'])
        await reader.main.getByRole('checkbox', { name: words.choose(number), exact: true }).check()
      await reader.button(words.takeAway).click()
      await reader.told('pbx-extensions-removed')
      await reader.button(words.restoreSeveral('2')).click()
      await reader.told('pbx-extensions-restored')
    })
  }
