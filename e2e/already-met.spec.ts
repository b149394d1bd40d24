import { invitingWords } from '#app/_server/inviting-words.ts'
import { invitationWords } from '#app/accounts/[account]/settings/authorisation/invitation-words.ts'
import { words as shareWords } from '#app/partners/[code]/words.ts'
import { sendingRefused } from '#lib/invitation/words.ts'
import { languages } from '#lib/language.ts'
import { Reader } from './fixtures/reader.ts'
import { asked, blocked, given, invited } from './fixtures/story.ts'
import { type Database, expect, test } from './fixtures/test.ts'

// What can't be sent is not offered: a share URL tells what there is already, and a closed firm is not invited again.

const owner = 'owner@harbour-dental.example'
const cedar = 'admin@cedar.example'
const firm = 'Cedar Consulting'
const list = '/accounts/harbour-dental/settings/authorisation'

const asks = (db: Database) => asked(db, cedar, 'cedar-consulting', { account: { code: 'HARB-2K7Q-9D' } })
const refused = (refusal: Parameters<typeof sendingRefused>[0], language: 'en' | 'fr') =>
  sendingRefused(refusal, { firm, from: null }, 'UTC', language)

for (const language of languages)
  for (const javaScriptEnabled of [true, false]) {
    const how = `${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`a share URL tells what there is already, and leads there: ${how}`, async ({ db, as }) => {
      await db.rows('update person set language = $1 where email = $2', [language, owner])
      const owns = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      const words = shareWords[language]
      const confirm = owns.button(words.confirm)
      const told = async (sentence: string, way: string) => {
        await owns.go('/partners/share-cedar')
        await expect(owns.main).toContainText(sentence)
        await expect(confirm).toHaveCount(0)
        await owns.follow(owns.link(way, owns.main))
        return owns.page.url()
      }
      await owns.go('/partners/share-cedar')
      await expect(confirm).toBeVisible()

      const invitation = await invited(db, owner, 'harbour-dental', 'cedar-consulting')
      const { seeOpen, unblock } = invitingWords[language]
      expect(await told(refused('already-invited', language), seeOpen)).toContain(invitation)
      await db.rows(`update partner_invitation set lapses_at = now() - interval '1 minute'`)

      const request = await asks(db)
      expect(await told(refused('has-asked', language), words.seeRequest)).toContain(request)

      const grant = await given(db, owner, request)
      const hasAccess = words.hasAccess(firm, 'Harbour Dental')
      expect(await told(hasAccess, words.seeAccess)).toContain(grant)
      expect(await told(hasAccess, words.inviteAnyway)).toContain('partnerId=CDR-7310')
      await expect(owns.main.getByLabel(invitationWords[language].partnerId)).toHaveValue('CDR-7310')

      await blocked(db, owner, 'harbour-dental', 'cedar-consulting')
      expect(await told(refused('blocked', language), unblock(firm))).toContain(
        '/firms/cedar-consulting/block',
      )
    })

    test(`a firm that was closed is not invited again: ${how}`, async ({ db, as }) => {
      const id = await invited(db, owner, 'harbour-dental', 'cedar-consulting')
      await db.rows(`update partner_invitation set state = 'lapsed', decided_at = now() where id = $1`, [id])
      await db.rows('update person set language = $1 where email = $2', [language, owner])
      const owns = new Reader(await as(owner, { javaScriptEnabled }), language, javaScriptEnabled)
      const words = invitationWords[language]
      await owns.go(list)
      await expect(owns.link(words.againOf(firm))).toBeVisible()
      // Closed while the form stands open.
      await owns.follow(owns.link(words.againOf(firm)))
      await db.rows(`update partner set closed_at = now() where slug = 'cedar-consulting'`)
      await owns.button(words.submit, owns.main).click()
      await owns.refused(refused('unknown-partner', language))
      await owns.go(list)
      await expect(owns.row(firm)).toBeVisible()
      await expect(owns.link(words.againOf(firm))).toHaveCount(0)
      await owns.go(`${list}/invitations/${id}`)
      await expect(owns.main).toContainText(words.partnerClosed(firm))
      await expect(owns.link(words.again, owns.main)).toHaveCount(0)
    })
  }
