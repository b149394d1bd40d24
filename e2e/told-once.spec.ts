import { words as generalWords } from '#app/accounts/[account]/settings/general/words.ts'
import { accountWords } from '#lib/account/words.ts'
import { expect, type Reader, test } from './fixtures/test.ts'
import { asIfDone } from './fixtures/told.ts'

const owner = 'owner@harbour-dental.example'
const edit = '/accounts/harbour-dental/settings/general/edit'
const field = accountWords.en.field

async function saves(edits: Reader, city: string) {
  await edits.go(edit)
  await edits.main.getByLabel(field.city).fill(city)
  await edits.button(generalWords.en.save).click()
  await edits.told('saved')
}

test('what was done is told once: neither a reload nor the way back tells it again', async ({ reader }) => {
  const edits = await reader(owner)
  await edits.go(edit)
  const asked: string[] = []
  edits.page.on('request', request => {
    if (!request.url().includes('/_next/static/')) asked.push(request.method())
  })
  await edits.main.getByLabel(field.city).fill('Burnaby')
  await edits.button(generalWords.en.save).click()
  await edits.told('saved')
  await expect(edits.page).toHaveURL(/\/settings\/general$/)
  expect(asked, 'a cleaner address costs nothing').toEqual(['POST'])
  await edits.page.reload()
  await edits.ready()
  await expect(edits.main).toContainText('Burnaby')
  await expect(edits.page.getByRole('status')).toHaveCount(0)
  await saves(edits, 'Surrey')
  await expect(edits.page, 'the same sentence once more').toHaveURL(/\/settings\/general$/)
  await edits.go('/profile')
  await edits.page.goBack()
  await edits.ready()
  await expect(edits.main).toContainText('Surrey')
  await expect(edits.page.getByRole('status')).toHaveCount(0)
})

test('a link from elsewhere tells of nothing that was not done here', async ({ reader }) => {
  const edits = await reader(owner, { javaScriptEnabled: false })
  for (const path of [edit, '/profile', '/accounts/harbour-dental/settings/authorisation'])
    for (const code of ['saved', 'all-revoked', 'password-changed']) {
      await edits.go(`${path}?done=${code}`)
      await expect(edits.page.getByRole('status')).toHaveCount(0)
    }
  // What was done on one page is not told on another.
  await saves(edits, 'Burnaby')
  await edits.go(`${edit}?done=saved`)
  await expect(edits.page.getByRole('status')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false])
  test(`what was done is never told beside a refusal, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    reader,
  }) => {
    const edits = await reader(owner, { javaScriptEnabled })
    await asIfDone(edits.page, `${edit}?done=saved`)
    await edits.go(`${edit}?done=saved`)
    await edits.told('saved')
    await edits.main.getByLabel(field.phone).fill('not a phone')
    await edits.button(generalWords.en.save).click()
    await expect(edits.main.getByRole('alert')).toBeVisible()
    await expect(edits.page.getByRole('status')).toHaveCount(0)
    await edits.main.getByLabel(field.phone).fill('+1 604 555 0199')
    await edits.button(generalWords.en.save).click()
    await edits.told('saved')
  })
