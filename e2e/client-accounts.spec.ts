import { memberWords } from '#app/accounts/[account]/settings/member-words.ts'
import { words as servicesWords } from '#app/accounts/[account]/settings/services/words.ts'
import { membershipWords } from '#lib/membership/words.ts'
import { formOn, get, handOf, has, send } from './fixtures/by-hand.ts'
import { letterTo } from './fixtures/mailbox.ts'
import { addManager, givenManager } from './fixtures/members.ts'
import { expect, test } from './fixtures/test.ts'

// Maple Depot West is a client account of Maple Logistics: the parent's Service Contributors act there as Account Owners,
// and nobody else of the parent does, its account managers included.

const contributor = 'contributor@maple.example'
const clientOwner = 'owner@depot.example'
const say = memberWords.en
const depot = '/accounts/maple-depot-west/settings'
const brand = 'Northwind Telecom · northwind.localhost'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`the parent’s Service Contributor adds and looks after the client account’s people, in the parent’s name, ${how}`, async ({
    db,
    reader,
  }) => {
    const acts = await reader(contributor, { javaScriptEnabled })
    const manager = 'manager@depot.example'
    await addManager(acts, 'maple-depot-west', { email: manager, name: 'Mona Field', brand, language: 'en' })
    await acts.told('person-added')
    const letter = await letterTo(db, manager, 'activation')
    expect(letter.text.replace(/\s+/g, ' ')).toContain(
      'Connor Blake of Maple Logistics added you as account manager of Maple Depot West.',
    )
    await acts.button('Resend activation').click()
    await acts.told('activation-sent')

    await acts.go(`${depot}/services?show=users`)
    await acts.follow(acts.link(servicesWords.en.addUser))
    await acts.main.getByLabel(say.name, { exact: true }).fill('Uma Reyes')
    await acts.main.getByLabel(say.email, { exact: true }).fill('uma@depot.example')
    await acts.button('Save').click()
    await acts.told('person-added')
    await acts.follow(acts.link(say.act.remove))
    await expect(acts.main).toContainText(say.confirm['remove-invited'].consequences[0] ?? '')
    await acts.button(say.confirm['remove-invited'].submit).click()
    await acts.told('invited-removed')

    // The same address again, for somebody who manages the parent: one account manager, one account.
    await addManager(await reader('owner@maple.example', { javaScriptEnabled }), 'maple-logistics', {
      email: 'boss@maple.example',
      brand,
    })
    await addManager(acts, 'maple-depot-west', { email: 'boss@maple.example', brand })
    await acts.refused(membershipWords.en.taken)

    const owns = await reader(clientOwner, { javaScriptEnabled })
    await owns.go(`${depot}/activity`)
    for (const told of [
      `Added Mona Field (${manager}) as account manager.`,
      'Added Uma Reyes (uma@depot.example) as end user.',
    ])
      await expect(owns.row(told)).toContainText('Maple Logistics')
  })
}

test('an account manager of the parent is nobody on its client account: no page, no act, nothing told', async ({
  db,
  portal,
}) => {
  const manager = 'manager@maple.example'
  await givenManager(db, manager, 'Mel Sato', { state: 'active', account: 'maple-logistics' })
  const waiting = await givenManager(db, 'waits@depot.example', 'Wanda Ito', { account: 'maple-depot-west' })
  const user = await db.value<string>(
    `select m.id from membership m join person p on p.id = m.person_id where p.email = 'ravi@depot.example'`,
  )
  const [parent, may] = [await handOf(db, manager, 'northwind'), await handOf(db, contributor)]
  const own = await get(portal, parent, '/accounts/maple-logistics/settings/user-access')
  expect(own.status).toBe(200)
  expect(own.body).not.toContain('Maple Depot West')
  const before = await db.digest()
  const forms = [
    [`${depot}/user-access/new`, 'email', { name: 'New', email: 'new@depot.example' }],
    [`${depot}/user-access/${waiting}`, 'homeBrand', { language: 'fr' }],
    [`${depot}/user-access/${waiting}?act=remove`, 'act', {}],
    [`${depot}/services/users/new`, 'product', { name: 'New', email: 'user@depot.example' }],
    [`${depot}/services/users/${user}`, 'endUser', { extension: '7777' }],
    [`${depot}/services/users/${user}?act=remove`, 'act', {}],
  ] as const
  for (const path of [`${depot}/user-access`, `${depot}/services`, ...forms.map(([path]) => path)]) {
    expect((await get(portal, parent, path)).status, path).toBe(404)
    expect((await get(portal, may, path)).status, path).toBe(200)
  }
  for (const [path, field, values] of forms) {
    const form = await formOn(portal, may, path, one => has(one, field))
    expect((await send(portal, parent, path, form, values)).status, path).toBe(404)
  }
  expect(await db.digest()).toBe(before)
  // The very same forms, sent by somebody who may: none of them was refused for another reason.
  for (const [path, field, values] of forms) {
    const form = await formOn(portal, may, path, one => has(one, field))
    expect((await send(portal, may, path, form, values)).status, path).toBe(303)
  }
  console.log(
    `a parent's account manager on a client account: ${forms.length + 2} pages, ${forms.length} acts, 0 failures`,
  )
})

test('the client account’s own people are nobody on the parent', async ({ db, portal }) => {
  const hand = await handOf(db, clientOwner)
  for (const page of ['user-access', 'user-access/new', 'services', 'services/users/new'])
    expect((await get(portal, hand, `/accounts/maple-logistics/settings/${page}`)).status).toBe(404)
})
