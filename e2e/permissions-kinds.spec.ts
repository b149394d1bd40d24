import { randomUUID } from 'node:crypto'
import { formOn, get, type Hand, handOf, post } from './fixtures/by-hand.ts'
import { changedBetween } from './fixtures/database.ts'
import { filled } from './fixtures/forms.ts'
import { actionsTable } from './fixtures/guarded/actions-table.ts'
import { accountIn, actionNeeds, holds, pageNeeds } from './fixtures/guarded/needs.ts'
import { pagesTable } from './fixtures/guarded/pages-table.ts'
import { prepared } from './fixtures/guarded/prepared.ts'
import { everyKind, kindAccounts, type OfKind } from './fixtures/kinds.ts'
import { actionsThere, routesThere } from './fixtures/routes.ts'
import { type Database, expect, test } from './fixtures/test.ts'

// Every kind of person that the one table of who may do what knows, each on an account of its own and on a client account: the
// portal answers as the table says. The demo's own people, who are several things at once, stand in the other matrices.

const isKindAccount = (path: string) => (kindAccounts as readonly string[]).includes(accountIn(path))

async function handsOf(db: Database, people: readonly OfKind[]) {
  const hands: { readonly one: OfKind; readonly hand: Hand }[] = []
  for (const one of people) hands.push({ one, hand: await handOf(db, one.email, 'northwind') })
  return hands
}

/** As many at once as a server is asked in earnest, so that none is turned away for the crowd. */
async function inTens<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += 10) await Promise.all(all.slice(at, at + 10).map(work))
}

test('every page of an account, and every action on one, says which right it needs', () => {
  const ofAccount = (path: string) => path.startsWith('/accounts/[account]')
  expect(Object.keys(pageNeeds).sort()).toEqual(routesThere().filter(ofAccount).sort())
  expect(Object.keys(pagesTable).filter(ofAccount).sort()).toEqual(Object.keys(pageNeeds).sort())
  const actions = actionsThere().filter(one => one.startsWith('accounts/'))
  expect(actions.filter(one => actionNeeds(one) === undefined)).toEqual([])
})

test('every page of an account, as every kind of person: what the table says', async ({
  portal,
  db,
}, info) => {
  info.setTimeout(900_000)
  const things = await prepared(db)
  const hands = await handsOf(db, await everyKind(db))
  const wrong: string[] = []
  let [tries, open] = [0, 0]
  for (const [route, needs] of Object.entries(pageNeeds)) {
    const rule = pagesTable[route]
    const addresses = typeof rule === 'function' ? rule(things) : []
    // What only its sender may see, and what is not there at all, is the other matrix's to try.
    const here = addresses.filter(({ path, may }) => isKindAccount(path) && may.length > 0)
    for (const { path, status = 200 } of route.endsWith('import/[upload]') ? [] : here) {
      const ofThere = hands.filter(({ one }) => one.account === accountIn(path))
      await inTens(ofThere, async ({ one, hand }) => {
        const answer = await get(portal, hand, path)
        const expected = holds(one.key, one.account, needs) ? status : 404
        tries += 1
        if (expected !== 404) open += 1
        if (answer.status !== expected)
          wrong.push(`${path} answers ${one.key} ${answer.status}, not ${expected}`)
      })
    }
  }
  console.log(
    `pages by kind of person: ${hands.length} people, ${tries} tries, ${open} open, ${wrong.length} failures`,
  )
  expect(wrong).toEqual([])
  expect(open).toBeGreaterThan(300)
})

for (const [action, rule] of Object.entries(actionsTable)) {
  const needs = actionNeeds(action)
  if (typeof rule !== 'function' || !needs) continue
  test(`${action}: refused to every kind of person who may not`, async ({ portal, db }, info) => {
    info.setTimeout(300_000)
    const targets = (await rule(db)).filter(({ path }) => isKindAccount(path))
    const hands = await handsOf(db, await everyKind(db))
    const wrong: string[] = []
    let tries = 0
    for (const { path, reader, choose, values, file } of targets) {
      const form = await formOn(portal, await handOf(db, reader), path, choose)
      const before = await db.digest()
      const strangers = hands.filter(
        ({ one }) => one.account === accountIn(path) && !holds(one.key, one.account, [needs]),
      )
      await inTens(strangers, async ({ one, hand }) => {
        const fields = filled(form, { ...values, once: randomUUID() })
        const answer = await post(portal, hand, path, fields, {}, file ? [file] : [])
        tries += 1
        if (answer.status !== 404) wrong.push(`${path} sent by ${one.key}: ${answer.status}`)
      })
      const changed = changedBetween(before, await db.digest())
      if (changed) wrong.push(`${path}: ${changed} changed by those who may not`)
    }
    console.log(`${action}, by kind of person: ${tries} tries, ${wrong.length} failures`)
    expect(wrong).toEqual([])
    expect(tries).toBeGreaterThan(0)
  })
}
