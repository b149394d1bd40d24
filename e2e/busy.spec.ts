import { accountWords } from '#lib/account/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { axeFinds } from './fixtures/axe.ts'
import { formOn, handOf, has, send } from './fixtures/by-hand.ts'
import { signInAs } from './fixtures/people.ts'
import { openRequest } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'

test('what waits too long for others is told so, keeps what was typed, and succeeds when sent again', async ({
  portal,
  db,
}) => {
  const request = await openRequest(db)
  const path = `/accounts/harbour-dental/settings/authorisation/requests/${request}`
  const hand = await handOf(db, owner)
  const form = await formOn(portal, hand, path, one => has(one, 'reason') && has(one, 'request'))
  const holder = await db.pool.connect()
  try {
    await holder.query('begin')
    await holder.query(`select 1 from account where slug = 'harbour-dental' for update`)
    const refused = await send(portal, hand, path, form, { reason: 'We do this ourselves, thank you.' })
    expect(refused.status).toBe(200)
    expect(refused.body).toContain(fieldWords.en.busy)
    expect(refused.body).toContain('We do this ourselves, thank you.')
    await holder.query('rollback')
  } finally {
    holder.release()
  }
  const state = () => db.value<string>('select state from access_request where id = $1', [request])
  expect(await state()).toBe('pending')
  const again = await send(portal, hand, path, form, { reason: 'We do this ourselves, thank you.' })
  expect(again.status).toBe(303)
  expect(await state()).toBe('declined')
})

test.describe('a connection that goes away', () => {
  test.use({ expectedFaults: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/] })

  for (const lost of ['before', 'behind'] as const)
    test(`${lost} the answer: what was typed stays, and sending again does it once`, async ({
      portal,
      reader,
      db,
    }) => {
      const edits = await reader(owner)
      await edits.go('/accounts/harbour-dental/settings/general/edit')
      await edits.main.getByLabel(accountWords.en.field.city).fill('Burnaby')
      const { page } = edits
      if (lost === 'before') await page.context().setOffline(true)
      else
        await page.route('**/general/edit', async route => {
          const request = route.request()
          if (request.method() !== 'POST') return route.continue()
          const { host: _, ...headers } = await request.allHeaders()
          const body = request.postData() ?? ''
          const answer = await portal.ask('northwind', {
            path: new URL(request.url()).pathname,
            method: 'POST',
            headers,
            body,
          })
          expect(answer.headers['x-action-redirect']).toContain('done=saved')
          await route.abort()
        })
      await edits.button('Save').click()
      await expect(edits.main.getByRole('alert')).toContainText('No answer came')
      await expect(edits.main.getByLabel(accountWords.en.field.city)).toHaveValue('Burnaby')
      await page.unrouteAll()
      await page.context().setOffline(false)
      await edits.button('Save').click()
      await edits.told('saved')
      const changes = `select count(*) from event e join account a on a.id = e.account_id
        where a.slug = 'harbour-dental' and e.action = 'account.updated'`
      expect(await db.value(changes)).toBe('1')
      expect(await db.value(`select city from account where slug = 'harbour-dental'`)).toBe('Burnaby')
    })
})

for (const javaScriptEnabled of [true, false])
  test(`signed out while a form stands open, ${javaScriptEnabled ? 'with' : 'without'} JavaScript: told so, and nothing is saved`, async ({
    portal,
    db,
    reader,
  }) => {
    const edits = await reader(owner, { javaScriptEnabled })
    await edits.go('/accounts/harbour-dental/settings/general/edit')
    await edits.main.getByLabel(accountWords.en.field.city).fill('Burnaby')
    await db.rows('delete from session')
    await edits.button('Save').click()
    if (javaScriptEnabled) {
      await edits.refused(fieldWords.en.signedOut)
      await expect(edits.main.getByLabel(accountWords.en.field.city)).toHaveValue('Burnaby')
      await signInAs(edits.page.context(), portal, db, owner)
      await edits.button('Save').click()
      await edits.told('saved')
    } else {
      await expect(edits.page.getByRole('heading', { level: 1 })).toHaveText(fieldWords.en.goneOut)
      await expect(edits.page.getByRole('main')).toContainText('Burnaby')
      await expect(edits.link(fieldWords.en.signIn)).toHaveAttribute(
        'href',
        /^\/sign-in\?next=.*general%2Fedit/,
      )
      expect(await db.value(`select city from account where slug = 'harbour-dental'`)).not.toBe('Burnaby')
    }
  })

test.describe('a fault on our side', () => {
  test.use({ expectedFaults: [/status of 500|React error #441/] })

  test('is told under the brand, with the support to turn to', async ({ db, reader }) => {
    const reads = await reader(owner, { viewport: { width: 360, height: 800 } })
    await db.rows('alter table account_product rename to account_product_elsewhere')
    try {
      expect((await reads.page.goto('/accounts/harbour-dental'))?.status()).toBe(500)
      await expect(reads.page.getByRole('heading', { level: 1 })).toContainText('Something went wrong')
      await expect(reads.page.getByRole('img', { name: 'Northwind Telecom' })).toBeVisible()
      const foot = reads.page.getByRole('contentinfo')
      await expect(foot).toContainText('Support · Soutien: Northwind Care')
      await expect(foot.getByRole('link', { name: 'care@northwind.example' })).toBeVisible()
      await expect(foot.getByRole('link', { name: '+1 604 555 0100' })).toBeVisible()
      expect(await axeFinds(reads.page, { best: true })).toEqual([])
    } finally {
      await db.rows('alter table account_product_elsewhere rename to account_product')
    }
  })
})
