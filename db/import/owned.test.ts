import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFiles } from '#lib/import/files.ts'
import { problemText } from '#lib/import/words.ts'
import { newWorld } from '../proof/world.ts'
import { takeIn } from './import.ts'

// Services, invoices and balances by file: looked at, taken in as a whole, and nothing of it twice.

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')

async function* bytes(text: string) {
  yield Buffer.from(text)
}

async function imported(files: Readonly<Record<string, string>>, apply = true) {
  const client = await world.pool.connect()
  try {
    const sources = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)]))
    return await takeIn(client, { provider: 'northwind', sources, apply, inviteWith: null })
  } finally {
    client.release()
  }
}
const problemsOf = async (files: Readonly<Record<string, string>>) => {
  const answer = await imported(files)
  if (answer.kind !== 'problems') throw new Error(`it was ${answer.kind}`)
  return answer.problems.map(problemText)
}
const count = async (table: string) =>
  (await world.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n

const services = 'account,key,kind,product,identifier,label,forward_to,enabled'
const invoices = 'account,key,number,issued,due,currency,state,text,amount,tax,total'
const good = {
  services: `${services}\nmaple-logistics,f-1,number,cloud-pbx,+1 514 555 0191,From a file,,yes\n`,
  invoices: `${invoices}\nmaple-logistics,i-1,F-1,2026-11-01,2026-11-22,JPY,open,Seats,1000,50,1500\nmaple-logistics,i-1,F-1,2026-11-01,2026-11-22,JPY,open,Numbers,450,50,1500\n`,
  balances: 'account,currency,amount,as_of\nmaple-logistics,JPY,1500,2026-11-29\n',
}

describe('a folder', () => {
  beforeAll(() => world.rows('delete from back_office_change'))

  test('is looked at without a trace, taken in whole, told once, and changes nothing when it comes again', async () => {
    const before = [
      await count('service'),
      await count('invoice'),
      await count('balance'),
      await count('event'),
    ]
    const look = await imported(good, false)
    expect(look).toMatchObject({
      kind: 'done',
      applied: false,
      counts: { services: { new: 1 }, invoices: { new: 2 }, balances: { new: 1 } },
    })
    expect([
      await count('service'),
      await count('invoice'),
      await count('balance'),
      await count('event'),
    ]).toEqual(before)
    expect(await imported(good)).toMatchObject({ kind: 'done', applied: true, events: 1 })
    const [told] = await world.rows<{ action: string; data: unknown }>(
      'select action, data from event where account_id = $1 order by id desc limit 1',
      [maple],
    )
    expect(told).toMatchObject({
      action: 'back-office.imported',
      data: { counts: { 'services-added': 1, 'invoices-added': 1, 'balances-added': 1 } },
    })
    const [invoice] = await world.rows<{ total: string; lines: unknown[] }>(
      `select * from invoice where key = 'i-1'`,
    )
    expect(invoice).toMatchObject({ total: '1500', net: '1450', lines: [{ amount: 1000 }, { amount: 450 }] })
    expect(await imported(good)).toMatchObject({
      events: 0,
      counts: { services: { same: 1 }, invoices: { same: 2 }, balances: { same: 1 } },
    })
  })

  test('tells from what to what a thing changes, and leaves one whose change is on its way', async () => {
    const file = `${services}\nmaple-logistics,f-1,number,cloud-pbx,+1 514 555 0191,Renamed,,yes\n`
    expect(await imported({ services: file }, false)).toMatchObject({
      told: [{ what: 'maple-logistics, f-1', changes: { label: ['From a file', 'Renamed'] } }],
    })
    await world.rows(
      `insert into back_office_change (provider_id, account_id, kind, key, changes)
        select provider_id, id, 'services', 'f-1', '{"label": ["a", "b"]}' from account where id = $1`,
      [maple],
    )
    expect(await imported({ services: file })).toMatchObject({
      counts: { services: { left: 1 } },
      told: [{ why: 'held' }],
    })
    await world.rows('delete from back_office_change')
  })

  test('an invoice’s columns that are left out, and a service’s, are not the import’s to change', async () => {
    const short =
      'account,key,kind,product,identifier\nmaple-logistics,f-1,number,cloud-pbx,+1 514 555 0191\n'
    expect(await imported({ services: short })).toMatchObject({ counts: { services: { same: 1 } } })
  })
})

test('what is wrong is told with file, line, column and cure, and nothing at all is taken in', async () => {
  const [theirs] = await world.rows<{ key: string }>(
    'select key from service where account_id = $1 limit 1',
    [world.account('harbour-dental')],
  )
  const before = await count('service')
  const told = await problemsOf({
    services: [
      services,
      'maple-logistics,f-2,number,cloud-pbx,+1 514 555 0192,Good,,yes',
      'maple-logistics,f-3,device,cloud-pbx,00:15,=HYPERLINK(A1),,yes',
      'nobody,f-4,number,cloud-pbx,+1 514 555 0194,x,,yes',
      'maple-logistics,f-2,number,cloud-pbx,+1 514 555 0195,x,,yes',
      '',
    ].join('\n'),
    invoices: `${invoices}\nmaple-logistics,i-2,F-2,2026-11-01,2026-11-22,XXQ,open,Seats,10.00,0,10.00\nmaple-logistics,i-3,F-3,2026-11-01,2026-11-22,CAD,open,Seats,"10,00",0,10.00\n`,
  })
  expect(told.join('\n')).toMatch(/services\.csv, line 3, column label.*begins with =/)
  expect(told.join('\n')).toMatch(/services\.csv, line 4, column account.*No account has this short name/)
  expect(told.join('\n')).toMatch(/services\.csv, line 5, column key.*Line 2 has the same key/)
  expect(told.join('\n')).toMatch(/invoices\.csv, line 2, column currency.*No currency has this code/)
  expect(told.join('\n')).toMatch(/invoices\.csv, line 3, column amount.*This is no amount/)
  const later = await problemsOf({
    services: `${services}\nmaple-logistics,${theirs?.key},number,cloud-pbx,+1 514 555 0192,x,,yes\nmaple-logistics,f-9,number,cloud-pbx,+1 514 555 0193,x,+1 514 555 0193,yes\n`,
    invoices: `${invoices}\nmaple-logistics,i-4,F-4,2026-11-01,2026-11-22,CAD,open,Seats,10.00,0,11.00\n`,
  })
  expect(later.join('\n')).toMatch(/services\.csv, line 2, column key.*a thing of another account/)
  expect(later.join('\n')).toMatch(/services\.csv, line 3, column forward_to/)
  expect(later.join('\n')).toMatch(
    /invoices\.csv, line 2, column total.*This is not the net amount and the tax/,
  )
  const apart = await problemsOf({
    invoices: `${invoices}\nmaple-logistics,i-5,F-5,2026-11-01,2026-11-22,CAD,open,Seats,10.00,0,20.00\nmaple-logistics,i-5,F-5,2026-11-01,2026-11-23,CAD,open,Seats,10.00,0,20.00\n`,
  })
  expect(apart.join('\n')).toMatch(/line 3, column key.*Line 2 says otherwise about the same invoice/)
  expect(await count('service')).toBe(before)
})

const plan = (fate: 'new' | 'same') => ({
  offers: { [fate]: 2 },
  subscriptions: { [fate]: 1 },
  licences: { [fate]: 2 },
  trials: { [fate]: 1 },
})

test('a plan’s faults are told at their columns, and columns that are left out are not the import’s to change', async () => {
  const heads = {
    subscriptions: 'account,key,name,product,quantity,unit_price,currency,period,starts,ends,state',
    licences: 'account,key,subscription,email',
  }
  const seats = 'Seats,cloud-pbx'
  const told = await problemsOf({
    subscriptions: [
      heads.subscriptions,
      `maple-logistics,s-1,${seats},3.5,19.95,CAD,month,2026-11-01,,active`,
      `maple-logistics,s-2,${seats},3,19.995,CAD,month,2026-11-01,,active`,
      `maple-logistics,s-3,${seats},3,19.95,CAD,month,2026-13-01,,active`,
      '',
    ].join('\n'),
  })
  expect(told.join('\n')).toMatch(
    /line 2, column quantity[\s\S]*line 3, column unit_price[\s\S]*line 4, column starts/,
  )
  const later = await problemsOf({
    subscriptions: `${heads.subscriptions}\nmaple-logistics,s-1,${seats},3,19.95,CAD,month,2026-11-01,2026-10-01,active\n`,
    licences: `${heads.licences}\nmaple-logistics,l-1,s-1,nobody\n`,
  })
  expect(later.join('\n')).toMatch(/subscriptions\.csv, line 2, column ends.*This day lies before/)
  expect(later.join('\n')).toMatch(/licences\.csv, line 2, column email.*no e-mail address/)
  const good = `maple-logistics,s-1,${seats},3,19.95,CAD,month,2026-11-01,2027-11-01,active`
  await imported({ subscriptions: `${heads.subscriptions}\n${good}\n` })
  const short = heads.subscriptions.replace(',ends', '')
  expect(await imported({ subscriptions: `${short}\n${good.replace(',2027-11-01', '')}\n` })).toMatchObject({
    counts: { subscriptions: { same: 1 } },
  })
})

test('the sample of the README holds by itself', async () => {
  const folder = join(import.meta.dirname, '../../docs/import-sample')
  const files = Object.fromEntries(
    importFiles.map(name => [name, readFileSync(join(folder, `${name}.csv`), 'utf8')]),
  )
  expect(await imported(files)).toMatchObject({
    kind: 'done',
    counts: { services: { new: 3 }, invoices: { new: 3 }, ...plan('new') },
  })
  expect(await imported(files)).toMatchObject({
    counts: { services: { same: 3 }, invoices: { same: 3 }, ...plan('same') },
  })
})
