import { words as administratorWords } from '#app/accounts/[account]/settings/administrators/words.ts'
import { words as clientWords } from '#app/accounts/[account]/settings/clients/words.ts'
import { words as helpWords } from '#app/help/words.ts'
import { words as frameWords } from '#components/frame/words.ts'
import { attemptWords } from '#lib/history/attempt-words.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { addManager } from './fixtures/members.ts'
import { expect, type Reader, test } from './fixtures/test.ts'

// An account adds client accounts and acts on them; on a client account money is its parent's and the provider's alone.

const adds = 'contributor@maple.example'
const clientOwner = 'owner@depot.example'
const maple = '/accounts/maple-logistics/settings'
const depot = '/accounts/maple-depot-west/settings'
const say = clientWords.en

async function fillIn(reader: Reader, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await reader.main.locator(`input[name="${name}"]`).fill(value)
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`a Subscription and Service Contributor adds a client account and acts on it as its owner, ${how}`, async ({
    db,
    reader,
  }) => {
    const reads = await reader(adds, { javaScriptEnabled })
    await reads.go(`${maple}/clients`)
    await reads.follow(reads.link(say.add))
    // A name that could be taken for another customer's is asked about, and the other one is not named.
    await fillIn(reads, { name: 'Harbour-Dental', legalName: 'Maple Yard Ltd' })
    await reads.button(say.save).click()
    await expect(reads.main.getByText(say.likeOther).first()).toBeVisible()
    await fillIn(reads, { name: 'Maple Yard', ownerName: 'Yara Stone', ownerEmail: 'yara@yard.example' })
    await reads.main.getByLabel('Cloud PBX').check()
    await reads.button(say.save).click()
    await reads.told('client-added-inviting')
    const row = reads.row('Maple Yard')
    await expect(row).toContainText(say.state.waiting)
    await expect(row).toContainText('Cloud PBX')
    const letter = await letterTo(db, 'yara@yard.example', 'activation')
    expect(letter.text.replace(/\s+/g, ' ')).toContain(
      'Connor Blake of Maple Logistics added you as administrator of Maple Yard',
    )

    await reads.follow(row.getByRole('link', { name: say.openNamed('Maple Yard') }))
    const bar = reads.page.getByRole('region', { name: frameWords.en.actingFor('Maple Logistics') })
    await expect(bar).toContainText(frameWords.en.onClient('Maple Yard'))
    await expect(reads.main).toContainText('Client account of Maple Logistics')
    await addManager(reads, 'maple-yard', {
      email: 'manager@yard.example',
      name: 'Mona Field',
      brand: 'Northwind Telecom · northwind.localhost',
      language: 'en',
    })
    await reads.told('person-added')
    await reads.go('/accounts/maple-yard/settings/activity')
    for (const told of [
      'Created the account.',
      'Added Mona Field (manager@yard.example) as account manager.',
    ])
      await expect(reads.row(told)).toContainText('Maple Logistics')

    const owns = await reader('owner@maple.example', { javaScriptEnabled })
    await owns.go(`${maple}/activity`)
    await expect(owns.row('Added Maple Yard as a client account.')).toContainText('Connor Blake')
    await owns.go(`${maple}/clients?q=yard`)
    await expect(owns.row('Maple Yard')).toContainText(say.notYours)
    await expect(owns.main.getByRole('link', { name: say.openNamed('Maple Yard') })).toHaveCount(0)
    await expect(owns.main).toContainText(say.whoAdds)
  })
}

test('one press adds one client account, from two tabs and twice', async ({ db, portal }) => {
  const hand = await handOf(db, adds)
  const form = await formOn(portal, hand, `${maple}/clients/new`, one => has(one, 'legalName'))
  const values = { name: 'Maple Twice', legalName: 'Maple Twice' }
  const both = await Promise.all([1, 2].map(() => send(portal, hand, `${maple}/clients/new`, form, values)))
  expect(both.map(one => one.status)).toEqual([303, 303])
  expect(await db.value(`select count(*)::int from account where name = 'Maple Twice'`)).toBe(1)
  const other = await formOn(portal, hand, `${maple}/clients/new`, one => has(one, 'legalName'))
  const again = await send(portal, hand, `${maple}/clients/new`, other, values)
  expect(again.status).toBe(200)
  expect(again.body).toContain(say.likeKnown('Maple Twice (maple-twice)'))
})

test('an owner without the role has no way to it: no button, no page, and a form made by hand is refused and told', async ({
  db,
  portal,
  reader,
}) => {
  const owner = await handOf(db, 'owner@maple.example')
  const list = await get(portal, owner, `${maple}/clients`)
  expect(list.status).toBe(200)
  expect(list.body).not.toContain(`${maple}/clients/new`)
  expect((await get(portal, owner, `${maple}/clients/new`)).status).toBe(404)
  const path = `${maple}/clients/new`
  const form = await formOn(portal, await handOf(db, adds), path, one => has(one, 'legalName'))
  const before = await db.digest()
  expect((await send(portal, owner, path, form, { name: 'By Hand', legalName: 'By Hand' })).status).toBe(404)
  expect(await db.digest()).toBe(before)
  const owns = await reader('owner@maple.example')
  await owns.go(`${maple}/activity?kind=refused`)
  await expect(owns.main).toContainText(attemptWords.en.named['add-client-account'])
})

test('the owner and Subscription Contributor of a client account comes to its money by no road', async ({
  db,
  portal,
  reader,
}) => {
  const hand = await handOf(db, clientOwner)
  const parentHand = await handOf(db, adds)
  const before = await db.digest()
  let tries = 0
  const refused = async (path: string, from: string, by: typeof hand, choose: string, values = {}) => {
    const form = await formOn(portal, by, from, one => has(one, choose))
    tries += 1
    expect((await send(portal, hand, path, form, values)).status, path).toBe(404)
  }
  const client = { name: 'Depot Kiosk', legalName: 'Depot Kiosk' }
  const self = await db.value<string>(
    `select m.id from membership m join person p on p.id = m.person_id where p.email = $1`,
    [clientOwner],
  )
  expect((await get(portal, hand, `${depot}/clients/new`)).status).toBe(404)
  // The parent's and the provider's very own forms, sent by them.
  await refused(`${depot}/clients/new`, `${depot}/clients/new`, parentHand, 'legalName', client)
  await refused(`${maple}/clients/new`, `${maple}/clients/new`, parentHand, 'legalName', client)
  const owner = await handOf(db, 'owner@maple.example')
  await refused(`${maple}/administrators/new`, `${maple}/administrators/new`, owner, 'email', {
    email: clientOwner,
    roles: ['subscription-contributor'],
    way: 'email',
  })
  // Every role for themselves, by the form of somebody else's page.
  const roles = await formOn(portal, parentHand, `${depot}/administrators/${self}`, one =>
    has(one, 'version'),
  )
  const given = await send(portal, hand, `${depot}/administrators/${self}`, roles, {
    roles: ['account-owner', 'subscription-contributor', 'service-contributor'],
  })
  tries += 1
  expect(given.status).not.toBe(303)
  expect(await db.digest()).toBe(before)
  console.log(`a client account's own way to money: ${tries} tries, 0 failures`)

  // What is offered there says what it will not give, and why.
  const reads = await reader(clientOwner)
  await reads.go(`${depot}/administrators/new`)
  const words = administratorWords.en.notHere(
    'add and change subscriptions and licences; add client accounts',
  )
  await expect(reads.main).toContainText(words)
  // The role that they gave comes to nothing that costs money, either.
  const colleague = 'ravi@depot.example'
  await db.rows(
    `insert into membership (provider_id, account_id, person_id, kind, state, roles)
      select a.provider_id, a.id, p.id, 'administrator', 'active', '{subscription-contributor}' from account a, person p
      where a.slug = 'maple-depot-west' and p.email = $1`,
    [colleague],
  )
  const ravi = await handOf(db, colleague)
  expect((await get(portal, ravi, `${depot}/clients`)).status).toBe(200)
  expect((await get(portal, ravi, `${depot}/clients/new`)).status).toBe(404)
})

test('a French account reads of client accounts and of its rights in French', async ({ reader }) => {
  const lit = await reader('proprio@erable.example')
  await lit.go('/accounts/erable-sante/settings/clients')
  const fr = clientWords.fr
  for (const text of [fr.title, fr.none, fr.whoAdds]) await expect(lit.main).toContainText(text)
  await lit.go('/help')
  await expect(lit.main).toContainText(helpWords.fr.title)
  await expect(lit.main).toContainText('décider des accès des partenaires')
})

test('another provider’s people find neither the list nor the form', async ({ db, portal }) => {
  for (const email of ['owner@bakery.example', 'platform@southern.example']) {
    const hand = await handOf(db, email)
    for (const page of ['clients', 'clients/new'])
      expect((await get(portal, hand, `${maple}/${page}`)).status).toBe(404)
  }
})

test('the help page is one press away from every page, and tells the reader what they may do where', async ({
  reader,
}) => {
  const reads = await reader(adds)
  await reads.go('/accounts/maple-depot-west')
  await reads.follow(reads.link(frameWords.en.help, reads.page.locator('footer')))
  await expect(reads.main).toContainText(helpWords.en.yoursText)
  const mine = reads.main.locator('dl').first()
  await expect(mine).toContainText('Maple Depot West')
  await expect(mine).toContainText('see, add and change subscriptions and licences')
  await expect(reads.row('Subscription Contributor of the parent account').first()).toContainText(
    helpWords.en.money,
  )
})
