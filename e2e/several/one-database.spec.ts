import { reviewWords } from '#app/accounts/[account]/settings/authorisation/review-words.ts'
import { askWords } from '#app/partner/[partner]/requests/ask-words.ts'
import { get, handOf } from '../fixtures/by-hand.ts'
import { letterTo } from '../fixtures/mailbox.ts'
import { names } from '../fixtures/names.ts'
import { expect, type PortalUnderTest, test } from '../fixtures/test.ts'

// Two servers on Node and one on workerd, on one database behind one address.

const tech = 'tech@brightline.example'
const owner = 'proprio@erable.example'

function fleetOf({ fleet }: PortalUnderTest) {
  if (!fleet) throw new Error('this run is of one server')
  return fleet
}

for (const [first, second] of [
  ['start', 'edge'],
  ['edge', 'start'],
] as const) {
  test(`a request made on ${first} is approved on ${second}, and revoked on ${first}`, async ({
    portal,
    db,
    reader,
  }) => {
    const fleet = fleetOf(portal)
    await fleet.only(first)
    const asks = await reader(tech)
    await asks.go('/partner/brightline-it/requests/new?by=code')
    await asks.main.getByLabel(askWords.en.code).fill('ERAB-7M2K-6H')
    await asks.main.getByLabel('Reason').fill('The lines are silent.')
    await asks.main.getByLabel('Full administration', { exact: true }).check()
    await asks.main.getByLabel('Access duration').selectOption('ongoing')
    await asks.button(names.en.sendRequest).click()
    await asks.told('request-sent')

    await fleet.only(second)
    const say = names.fr
    const reads = await reader(owner)
    await reads.go('/accounts/erable-sante/settings/authorisation')
    const dialog = await reads.open(reads.button(say.review).first())
    await dialog.getByLabel(say.services, { exact: true }).check()
    await reads.button(say.save, dialog).click()
    await reads.told('request-approved')
    expect((await letterTo(db, tech, 'access-approved')).text).toContain(names.en.services)
    const hand = await handOf(db, tech)
    expect((await get(portal, hand, '/accounts/erable-sante')).status).toBe(200)

    await fleet.only(first)
    expect((await get(portal, hand, '/accounts/erable-sante')).status).toBe(200)
    await reads.go('/accounts/erable-sante/settings/authorisation')
    const form = await reads.follow(reads.button(say.revoke).first())
    await reads.button(reviewWords.fr.revoke, form).click()
    await reads.told('grant-revoked')
    await fleet.only(second)
    expect((await get(portal, hand, '/accounts/erable-sante')).status).toBe(404)
    await fleet.only()
  })
}

test('each restarts in turn while people read: nobody meets an error, and all have answered', async ({
  portal,
  db,
}) => {
  test.setTimeout(240_000)
  const fleet = fleetOf(portal)
  const hand = await handOf(db, owner)
  const wrong: string[] = []
  let asked = 0
  let over = false
  const reading = async () => {
    while (!over) {
      const answer = await get(portal, hand, '/accounts/erable-sante').catch(fault => fault as Error)
      asked++
      if (answer instanceof Error) wrong.push(answer.message)
      else if (answer.status !== 200 || !answer.body.includes('Érable Santé')) wrong.push(`${answer.status}`)
    }
  }
  const readers = Promise.all([reading(), reading(), reading()])
  const answering = () => fleet.answered().filter(count => count > 0).length
  try {
    await expect.poll(answering, { timeout: 30_000 }).toBe(3)
    await fleet.restartEach()
    await expect.poll(answering, { timeout: 30_000 }).toBe(fleet.answered().length)
  } finally {
    over = true
    await readers
  }
  console.log(`restarts: ${asked} pages read meanwhile, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(50)
  expect(fleet.answered()).toHaveLength(6)
})
