import { randomUUID } from 'node:crypto'
import { fieldWords } from '#lib/form-fields.ts'
import { formOn, type Hand, handOf, has, nobody, post, type Values } from './fixtures/by-hand.ts'
import { changedBetween } from './fixtures/database.ts'
import { filled, type RenderedForm } from './fixtures/forms.ts'
import { actionsTable as table } from './fixtures/guarded/actions-table.ts'
import { requestsEverywhere } from './fixtures/guarded/everywhere.ts'
import { accountIn, actionNeeds, allowedOn } from './fixtures/guarded/needs.ts'
import type { Target } from './fixtures/guarded/target.ts'
import { first, list, owners, sameTarget } from './fixtures/guarded/target.ts'
import { actionsThere } from './fixtures/routes.ts'
import { everybody } from './fixtures/standing.ts'
import { type Database, expect, type PortalUnderTest, test } from './fixtures/test.ts'

/** Without JavaScript whoever is not signed in gets their words back, and the way to the sign-in page. */
function isToldToSignIn({ status, body }: { status: number; body: string }): boolean {
  return status === 404 && body.includes(fieldWords.en.goneOut) && /href="\/sign-in\?next=/.test(body)
}

/** A form is sent with a key of its own each time, as if everybody had been shown one. */
function send(
  portal: PortalUnderTest,
  hand: Hand,
  path: string,
  form: RenderedForm,
  values: Values = {},
  file?: Target['file'],
) {
  return post(portal, hand, path, filled(form, { ...values, once: randomUUID() }), {}, file ? [file] : [])
}

/** How another page answers an action that it does not know: at the framework's door, or before it where it carries a file. */
function notFoundThere(status: number, file: Target['file']): boolean {
  return status === (file ? 400 : 409)
}

async function handsOf(db: Database, emails: readonly string[]): Promise<ReadonlyMap<string, Hand>> {
  const hands = new Map<string, Hand>()
  for (const email of emails) hands.set(email, await handOf(db, email))
  return hands
}

test('the table knows every action of the portal, and no other', () => {
  expect(Object.keys(table).sort()).toEqual([...actionsThere()].sort())
})

for (const [action, rule] of Object.entries(table)) {
  if (typeof rule !== 'function') continue
  test(`${action}: sent by everybody, done for those who may`, async ({ portal, db }, info) => {
    info.setTimeout(600_000)
    const targets = await rule(db)
    const needs = actionNeeds(action)
    for (const { path, may } of needs ? targets : [])
      expect([...may].sort(), `${path}: whom the one table of who may do what allows`).toEqual(
        [...allowedOn(accountIn(path), needs ? [needs] : [])].sort(),
      )
    const hands = await handsOf(db, everybody)
    const wrong: string[] = []
    let tries = 0
    for (const { path, reader, choose, values, file, may } of targets) {
      const form = await formOn(portal, hands.get(reader) ?? nobody, path, choose)
      const before = await db.digest()
      // To its own address, and to other pages: the framework finds some actions there and others not (409).
      const elsewhere = [
        '/profile',
        '/accounts/harbour-dental',
        '/accounts/erable-sante/settings/authorisation',
      ]
      for (const to of [path, ...elsewhere]) {
        const unsigned = await send(portal, nobody, to, form, values, file)
        tries += 1
        const sentAway = isToldToSignIn(unsigned)
        if (!sentAway && !(to !== path && notFoundThere(unsigned.status, file)))
          wrong.push(`${path} sent by nobody to ${to}: ${unsigned.status}`)
      }
      const strangers = [...hands].filter(([email]) => !may.includes(email))
      for (const to of [path, ...elsewhere]) {
        const answers = await Promise.all(
          strangers.map(async ([email, hand]) => ({
            email,
            ...(await send(portal, hand, to, form, values, file)),
          })),
        )
        tries += answers.length
        for (const { email, status } of answers)
          if (status !== 404 && !(to !== path && notFoundThere(status, file)))
            wrong.push(`${path} sent by ${email} to ${to}: ${status}`)
      }
      const changed = changedBetween(before, await db.digest())
      if (changed) wrong.push(`${path}: ${changed} changed by those who may not`)
    }
    for (const one of targets) {
      for (const email of one.may) {
        await db.reset()
        const target = sameTarget(one, targets, await rule(db))
        const hand = await handOf(db, email)
        const form = await formOn(portal, await handOf(db, target.reader), target.path, target.choose)
        const before = await db.digest()
        const answer = await send(portal, hand, target.path, form, target.values, target.file)
        tries += 1
        if (answer.status !== (target.answers ?? 303))
          wrong.push(`${target.path} sent by ${email}, who may: ${answer.status}`)
        else if (!target.onlyTells && (await db.digest()) === before)
          wrong.push(`${target.path} sent by ${email}, who may: nothing done`)
      }
    }
    console.log(`permission matrix, ${action}: ${tries} tries, ${wrong.length} failures`)
    expect(wrong).toEqual([])
  })
}

test('own things: nobody reaches those of another, and nobody at all is sent to sign in', async ({
  portal,
  db,
}) => {
  const [owner, manager] = ['owner@harbour-dental.example', 'manager@harbour-dental.example']
  const mine = await handOf(db, owner)
  const others = await handsOf(db, everybody)
  const sessions = await formOn(portal, others.get(owner) ?? nobody, '/profile', form =>
    form.buttons.some(one => one.name === 'session'),
  )
  const session = sessions.buttons.find(one => one.name === 'session')?.value ?? ''
  const rename = await formOn(portal, mine, '/profile', form => has(form, 'timeZone'))
  const everyOther = await formOn(
    portal,
    mine,
    '/profile',
    form =>
      form.fields.length > 0 &&
      form.buttons.every(one => one.name === '') &&
      !has(form, 'name') &&
      !has(form, 'language') &&
      !has(form, 'currentPassword') &&
      /others/i.test(form.label),
  )
  const count = () => db.value<string>('select count(*) from session where person_id = $1', [personId])
  const personId = await db.id('person', owner)
  const before = await count()
  let tries = 0
  for (const [email, hand] of others) {
    if (email === owner) continue
    await send(portal, hand, '/profile', sessions, { session })
    await send(portal, hand, '/profile', everyOther)
    tries += 2
  }
  expect(await count(), 'nobody ended a session of somebody else').toBe(before)
  for (const form of [rename, everyOther]) {
    const answer = await send(portal, nobody, '/profile', form)
    tries += 1
    expect(isToldToSignIn(answer)).toBe(true)
  }
  await send(portal, others.get(manager) ?? nobody, '/profile', rename, { name: 'Somebody Else' })
  expect(await db.value('select name from person where email = $1', [owner])).toBe('Harriet Osei')
  expect(await db.value('select name from person where email = $1', [manager])).toBe('Somebody Else')
  console.log(`own things: ${tries} tries, 0 failures`)
})

test('the child of one account under another: not there, and nothing done', async ({ portal, db }) => {
  const requests = await requestsEverywhere(db)
  const wrong: string[] = []
  let tries = 0
  const before = await db.digest()
  for (const own of requests) {
    const hand = await handOf(db, first(owners(own.account)))
    const form = await formOn(portal, hand, `${list(own.account)}/requests/${own.id}`, one =>
      has(one, 'duration'),
    )
    for (const other of requests) {
      if (other === own) continue
      const account = await db.id('account', other.account)
      for (const forged of [
        { request: other.id },
        { account },
        { request: other.id, account },
      ] satisfies Values[]) {
        // Who owns two of these accounts may really decide on both, but never on one through the other.
        if (forged.request && forged.account && owners(other.account).includes(first(owners(own.account))))
          continue
        const answer = await send(portal, hand, list(own.account), form, forged)
        tries += 1
        if (answer.status !== 404)
          wrong.push(`${own.account} with ${JSON.stringify(forged)}: ${answer.status}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(await db.digest()).toBe(before)
  console.log(`children under strangers: ${tries} tries, 0 failures`)
})
