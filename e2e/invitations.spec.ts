import { deadLinkWords } from '#app/_server/not-there-words.ts'
import { blockWords } from '#app/accounts/[account]/settings/authorisation/block-words.ts'
import { invitationWords } from '#app/accounts/[account]/settings/authorisation/invitation-words.ts'
import { words as answerWords } from '#app/partner/[partner]/invitations/words.ts'
import { words as profileWords } from '#app/partner/[partner]/profile/words.ts'
import { words as shareWords } from '#app/partners/[code]/words.ts'
import { requestWords } from '#lib/access-request/words.ts'
import { nothingTold } from '#lib/history/told.ts'
import { historyWords } from '#lib/history/words.ts'
import { invitationStateWords } from '#lib/invitation/words.ts'
import { suggestedPartnerId } from '#lib/partner/partner-id.ts'
import { formOn, get, handOf, has, inAnyOrder, nobody, send } from './fixtures/by-hand.ts'
import { letterTo, linkIn } from './fixtures/mailbox.ts'
import { asked, invited, openRequest } from './fixtures/story.ts'
import { type Database, expect, type Reader, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const cedar = 'admin@cedar.example'
const tech = 'tech@brightline.example'
/** It fits, and is nobody's. */
const strange = suggestedPartnerId('Nobody Networks', 12)
const own = '/accounts/harbour-dental'
const list = `${own}/settings/authorisation`
const desk = '/partner/cedar-consulting'

const settings = [
  { language: 'en', approver: owner, slug: 'harbour-dental', account: 'Harbour Dental' },
  { language: 'fr', approver: 'proprio@erable.example', slug: 'erable-sante', account: 'Érable Santé' },
] as const

async function addPartner(reads: Reader, slug: string, partnerId: string, duration?: string): Promise<void> {
  await reads.go(`/accounts/${slug}/settings/authorisation`)
  await reads.follow(reads.link(reads.say.addPartner, reads.main).first())
  await expect(reads.main.getByLabel(reads.say.duration)).toHaveValue('24h')
  await expect(reads.main.getByLabel(reads.say.readOnly, { exact: true })).toBeChecked()
  await reads.main.getByLabel(reads.say.partnerId).fill(partnerId)
  if (duration) {
    await reads.main.getByLabel(reads.say.duration).selectOption(duration)
    await reads.main.getByLabel(reads.say.services, { exact: true }).check()
  }
  await reads.button(reads.say.submit, reads.main).click()
}

const newest = (db: Database, column: string) =>
  db.value<string>(`select ${column} from partner_invitation order by created_at desc limit 1`)

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  for (const { language, approver, slug, account } of settings) {
    test(`invited by Partner ID for 7 days, accepted, and inside, ${language}, ${how}`, async ({
      db,
      reader,
    }) => {
      const invites = await reader(approver, { javaScriptEnabled })
      await addPartner(invites, slug, 'cdr 7310', '168h')
      await invites.told('partner-invited')
      const row = invites.row('Cedar Consulting')
      await expect(row).toContainText(invitationStateWords[language].invited)
      await expect(row).toContainText(invites.say.services)

      const letter = await letterTo(db, cedar, 'partner-invited')
      expect(letter.text).toContain(account)
      const accepts = await reader(cedar, { javaScriptEnabled })
      await accepts.go(`${desk}/customers`)
      await expect(accepts.row(account)).toContainText('Invited')
      await accepts.go(new URL(linkIn(letter)).pathname)
      await expect(accepts.main).toContainText('7 days')
      expect(await newest(db, 'state')).toBe('invited')
      await accepts.button('Accept', accepts.main).click()
      await accepts.told('invitation-accepted')
      await accepts.follow(accepts.link(answerWords.en.enter(account), accepts.main))
      await expect(accepts.page.getByText(`acting for ${account}`)).toBeVisible()

      const [grant] = await db.rows<{ seconds: number; scope: string }>(
        `select extract(epoch from ends_at - starts_at)::int as seconds, scope from access_grant where invitation_id is not null`,
      )
      expect(grant).toEqual({ seconds: 604_800, scope: 'services' })
      await letterTo(db, approver, 'partner-invitation-accepted')
      await invites.go(`/accounts/${slug}/settings/authorisation`)
      await expect(invites.row('Cedar Consulting').filter({ hasText: invites.say.services })).toBeVisible()
      await invites.go(`/accounts/${slug}/settings/activity`)
      await expect(invites.main).toContainText(
        language === 'en'
          ? 'Invited Cedar Consulting: Services support, 7 days.'
          : 'A invité Cedar Consulting',
      )
      await expect(invites.main).toContainText('Cecilia Park')
    })
  }

  test(`what is wrong is told at the field, and a slip as a slip, ${how}`, async ({ db, reader }) => {
    const invites = await reader(owner, { javaScriptEnabled })
    const before = await db.digest()
    await addPartner(invites, 'harbour-dental', 'CDR-7311')
    await invites.refused(invitationWords.en.fault['wrong-check-digit'])
    await expect(invites.main.getByLabel('Partner ID')).toHaveValue('CDR-7311')
    // A Partner ID that fits and is nobody's, and that of another provider's firm.
    for (const partnerId of [strange, 'OBN-1177']) {
      await invites.main.getByLabel('Partner ID').fill(partnerId)
      await invites.button('Submit', invites.main).click()
      await invites.refused('No partner can be invited with this.')
      await expect(invites.main.getByLabel('Partner ID')).toHaveValue(partnerId)
    }
    expect(await db.digest()).toBe(before)
  })

  test(`inviting a firm that has asked leads to its request, ${how}`, async ({ db, reader }) => {
    const invites = await reader(owner, { javaScriptEnabled })
    await addPartner(invites, 'harbour-dental', 'BRT-4821')
    await expect(invites.page).toHaveURL(new RegExp(`/requests/${await openRequest(db)}`))
    await expect(invites.page.getByText('This firm has asked by itself already.')).toBeVisible()
  })

  test(`cancelled, declined with a reason, and invited again, ${how}`, async ({ db, reader }) => {
    const first = await invited(db, owner, 'harbour-dental', 'cedar-consulting')
    const invites = await reader(owner, { javaScriptEnabled })
    await invites.go(list)
    await invites.follow(invites.link(invitationWords.en.cancelOf('Cedar Consulting')))
    await invites.button('Cancel invitation', invites.main).click()
    await invites.told('invitation-cancelled')
    expect((await letterTo(db, cedar, 'partner-invitation-cancelled')).text).toContain('Harriet Osei')

    const answers = await reader(cedar, { javaScriptEnabled })
    await answers.go(`${desk}/invitations/${first}`)
    await expect(answers.main).toContainText('This invitation has been cancelled by Harriet Osei.')
    await expect(answers.button('Accept')).toHaveCount(0)

    await invites.follow(invites.link('Invite again', invites.main))
    await expect(invites.main.getByLabel('Partner ID')).toHaveValue('CDR-7310')
    await expect(invites.main.getByLabel('Access duration')).toHaveValue('168h')
    await expect(invites.main.getByLabel('Services support', { exact: true })).toBeChecked()
    await invites.button('Submit', invites.main).click()
    await invites.told('partner-invited')

    await answers.go(`${desk}/invitations`)
    await answers.follow(answers.link(answerWords.en.viewOf('Harbour Dental')).first())
    await answers.main.getByLabel('Reason').fill('Not before January.')
    await answers.button('Decline', answers.main).click()
    await answers.told('invitation-declined')
    expect((await letterTo(db, owner, 'partner-invitation-declined')).text).toContain('Not before January.')
    await invites.go(list)
    await expect(invites.row('Not before January.')).toContainText(invitationStateWords.en.declined)
    await invites.go(`${own}/settings/activity`)
    await expect(invites.main).toContainText('Declined the invitation from Harriet Osei.')
  })

  test(`who comes too late is told what has become of it, and by whom, ${how}`, async ({ db, reader }) => {
    const id = await invited(db, owner, 'harbour-dental', 'cedar-consulting')
    const answers = await reader(cedar, { javaScriptEnabled })
    await answers.go(`${desk}/invitations/${id}`)
    const cancels = await reader(manager, { javaScriptEnabled: false })
    await cancels.go(`${list}/invitations/${id}?act=cancel`)
    await cancels.button('Cancel invitation', cancels.main).click()
    await cancels.told('invitation-cancelled')
    await answers.button('Accept', answers.main).click()
    await answers.refused('This invitation has been cancelled by')
    await expect(answers.button('Accept')).toHaveCount(0)
    expect(
      await db.value<number>('select count(*)::int from access_grant where invitation_id is not null'),
    ).toBe(0)
  })

  test(`the share URL, signed out first: sign in, see the firm, confirm, ${how}`, async ({
    db,
    openBrowser,
  }) => {
    const page = await openBrowser({ javaScriptEnabled })
    await page.goto('/partners/share-cedar')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await page.getByLabel('Email').fill(owner)
    await page.getByLabel('Password').fill('latchkey-demo')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL(/\/partners\/share-cedar/)
    const main = page.getByRole('main')
    await expect(main).toContainText('Cedar Consulting')
    await expect(main).toContainText('CDR-7310')
    await expect(main).toContainText(shareWords.en.servesNot('Harbour Dental'))
    const before = await db.value('select count(*)::int from partner_invitation')
    expect(before).toBe(0)
    await expect(main.getByLabel('Access duration').locator('option').first()).toHaveText('1 hour')
    await main.getByRole('button', { name: 'Confirm', exact: true }).click()
    await expect(main.getByRole('row').filter({ hasText: 'Cedar Consulting' })).toContainText('Invited')
    expect(await newest(db, `scope || ' ' || duration`)).toBe('read-only 24h')
    await letterTo(db, cedar, 'partner-invited')
  })

  test(`a firm is blocked with what it asked, and told so, then unblocked, ${how}`, async ({
    db,
    reader,
  }) => {
    const request = await openRequest(db)
    const blocks = await reader(owner, { javaScriptEnabled })
    await blocks.go(`${list}/requests/${request}`)
    await blocks.follow(blocks.link(blockWords.en.block, blocks.main))
    await expect(blocks.main).toContainText(blockWords.en.declines)
    await blocks.main.getByLabel('Reason').fill('They call every week.')
    await blocks.button(blockWords.en.block, blocks.main).click()
    await blocks.told('partner-blocked')
    expect((await letterTo(db, tech, 'access-declined')).text).toContain('takes no requests from your firm')
    await expect(blocks.row('They call every week.')).toContainText('Harriet Osei')

    const asks = await reader(tech, { javaScriptEnabled })
    await asks.go('/partner/brightline-it/customers')
    await expect(asks.row('Harbour Dental')).toContainText('takes no requests from your firm')
    await asks.go('/partner/brightline-it/requests/new?by=code')
    await asks.main.getByLabel('Request code').fill('HARB-2K7Q-9D')
    await asks.main.getByLabel('Reason').fill('Please.')
    await asks.button('Send request').click()
    await asks.refused(requestWords.en.refusal.blocked())

    await addPartner(blocks, 'harbour-dental', 'BRT-4821')
    await blocks.refused('This account blocks Brightline IT.')
    await blocks.follow(blocks.link(blockWords.en.unblockOf('Brightline IT')).first())
    await blocks.button(blockWords.en.unblockOf('Brightline IT'), blocks.main).click()
    await blocks.told('partner-unblocked')
    await addPartner(blocks, 'harbour-dental', 'BRT-4821')
    await blocks.told('partner-invited')
    await blocks.go(`${own}/settings/activity`)
    await expect(blocks.main).toContainText(
      historyWords.en.sentence['partner.unblocked']({
        ...nothingTold,
        partner: 'Brightline IT',
      }),
    )
  })

  test(`a partner administrator replaces the share URL; the old one leads nowhere, also in mid-form, ${how}`, async ({
    db,
    reader,
  }) => {
    const confirms = await reader(owner, { javaScriptEnabled })
    await confirms.go('/partners/share-cedar')
    const replaces = await reader(cedar, { javaScriptEnabled })
    await replaces.go(`${desk}/profile`)
    await expect(replaces.main).toContainText('CDR-7310')
    await expect(replaces.main).toContainText('/partners/share-cedar')
    const dialog = await replaces.open(replaces.button(profileWords.en.replace, replaces.main))
    await replaces.button(profileWords.en.replace, dialog).click()
    await replaces.told('share-url-replaced')
    await expect(replaces.main).not.toContainText('/partners/share-cedar')
    await confirms.button('Confirm', confirms.main).click()
    const told = javaScriptEnabled ? shareWords.en.replaced : 'nothing was sent.'
    await expect(confirms.main).toContainText(told)
    expect(await db.value<number>('select count(*)::int from partner_invitation')).toBe(0)
    expect(await confirms.go('/partners/share-cedar')).toBe(404)
    await expect(confirms.main).toContainText(deadLinkWords.en.title)
  })
}

test('dead links are all one answer, to the byte; before sign-in nobody learns whether one is good', async ({
  portal,
  db,
}) => {
  await db.rows(
    `update partner set closed_at = now(), share_code = 'share-bright' where slug = 'brightline-it'`,
  )
  const hand = await handOf(db, owner)
  const dead = ['share-nobody', 'share-bright', 'share-outback']
  const answers = await Promise.all(
    dead.map(async code => {
      const { status, body } = await get(portal, hand, `/partners/${code}`)
      const plain = body
        .replaceAll(code, 'CODE')
        .replaceAll(/nonce="[^"]*"|nonce\\":\\"[^"\\]*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
        .replaceAll(/"[A-Za-z0-9+/=]{20,}"/g, '')
      return { status, plain }
    }),
  )
  for (const { status, plain } of answers) {
    expect(status).toBe(404)
    expect(plain).toContain(`<h1>${deadLinkWords.en.title}</h1>`)
    expect(inAnyOrder(plain)).toEqual(inAnyOrder(answers[0]?.plain ?? ''))
  }
  for (const code of [...dead, 'share-cedar']) {
    const { status, headers } = await get(portal, nobody, `/partners/${code}`)
    expect([status, headers.location]).toEqual([303, `/sign-in?next=%2Fpartners%2F${code}`])
  }
})

test('what was confirmed is what was shown: a firm that was renamed meanwhile is shown anew', async ({
  db,
  portal,
}) => {
  const hand = await handOf(db, owner)
  const form = await formOn(portal, hand, '/partners/share-cedar', one => has(one, 'shown'))
  await db.rows(`update partner set name = 'Cedar & Sons' where slug = 'cedar-consulting'`)
  const answer = await send(portal, hand, '/partners/share-cedar', form)
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('it is called Cedar &amp; Sons by now')
  expect(await db.value<number>('select count(*)::int from partner_invitation')).toBe(0)
})

test('for which account: chosen where there are several, told where there is none', async ({
  db,
  reader,
}) => {
  await db.rows(
    `insert into membership (provider_id, account_id, person_id, kind, state)
      select a.provider_id, a.id, p.id, 'account-manager', 'active' from account a, person p
      where a.slug = 'erable-sante' and p.email = $1`,
    [owner],
  )
  const chooses = await reader(owner)
  await chooses.go('/partners/share-cedar')
  await expect(chooses.button('Confirm')).toHaveCount(0)
  await chooses.follow(chooses.link('Érable Santé', chooses.main))
  await chooses.button('Confirm', chooses.main).click()
  await chooses.told('partner-invited')
  await expect(chooses.page).toHaveURL(/erable-sante/)
  const none = await reader('desk@harbour-dental.example')
  await none.go('/partners/share-cedar')
  await expect(none.main).toContainText(shareWords.en.nobody)
})

test('a technician sees an invitation and can’t answer it; the attempt stands in the firm’s history', async ({
  db,
  portal,
  reader,
}) => {
  const id = await invited(db, 'owner@maple.example', 'maple-logistics', 'brightline-it')
  const sees = await reader(tech)
  await sees.go(`/partner/brightline-it/invitations/${id}`)
  await expect(sees.main).toContainText(answerWords.en.onlyAdministrators)
  await expect(sees.button('Accept')).toHaveCount(0)
  const admin = await handOf(db, 'admin@brightline.example')
  const form = await formOn(portal, admin, `/partner/brightline-it/invitations/${id}`, one =>
    has(one, 'invitation'),
  )
  const tried = await send(portal, await handOf(db, tech), `/partner/brightline-it/invitations/${id}`, form)
  expect(tried.status).toBe(404)
  await sees.go('/partner/brightline-it/activity')
  await expect(sees.main).toContainText('Tried to accept an invitation, which they may not do here.')
})

test('a firm with Full administration invites nobody: neither itself nor another firm', async ({
  db,
  portal,
  reader,
}) => {
  const id = await invited(db, owner, 'harbour-dental', 'cedar-consulting', {
    scope: { name: 'full', pages: [] },
    duration: { kind: 'ongoing' },
  })
  const accepts = await reader(cedar)
  await accepts.go(`${desk}/invitations/${id}`)
  await accepts.button('Accept', accepts.main).click()
  await accepts.told('invitation-accepted')
  expect(await accepts.go(own)).toBe(200)
  for (const path of ['', '/invitations/new', `/invitations/${id}`, '/firms/brightline-it/block'])
    expect(await accepts.go(`${list}${path}`), path).toBe(404)
  const form = await formOn(portal, await handOf(db, owner), `${list}/invitations/new`, one =>
    has(one, 'partnerId'),
  )
  const before = await db.value('select count(*)::int from partner_invitation')
  const tried = await send(portal, await handOf(db, cedar), `${list}/invitations/new`, form, {
    partnerId: 'BRT-4821',
  })
  expect(tried.status).toBe(404)
  expect(await db.value('select count(*)::int from partner_invitation')).toBe(before)
  // They see the account, so the attempt stands in its history.
  expect(await db.value(`select data->>'what' from event where action = 'attempt.refused'`)).toBe(
    'invite-partner',
  )
  await accepts.go('/partners/share-brightline')
  await expect(accepts.main).toContainText(shareWords.en.nobody)
})

test('access without an end asks for a fresh proof, and keeps what was chosen', async ({ db, reader }) => {
  const invites = await reader(owner)
  await db.rows(`update session set authenticated_at = now() - interval '20 minutes'`)
  await addPartner(invites, 'harbour-dental', 'CDR-7310', 'ongoing')
  await expect(invites.page).toHaveURL(/\/confirm\?next=/)
  await invites.page.getByLabel('Password').fill('latchkey-demo')
  await invites.button('Confirm').click()
  await expect(invites.main.getByLabel('Partner ID')).toHaveValue('CDR-7310')
  await expect(invites.main.getByLabel('Access duration')).toHaveValue('ongoing')
  await expect(invites.main.getByLabel('Services support', { exact: true })).toBeChecked()
  await invites.button('Submit', invites.main).click()
  await invites.told('partner-invited')
})

test('a firm that is invited does not ask beside it', async ({ db }) => {
  await invited(db, 'owner@maple.example', 'maple-logistics', 'brightline-it')
  await expect(asked(db, tech, 'brightline-it', {})).rejects.toThrow('invited-already')
})
