import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { declineRequest } from '../access-request/decide.ts'
import { undo } from '../client.ts'
import { loadDemo } from '../demo/load.ts'
import { changeGrant } from '../grant/change.ts'
import { endRelationship } from '../partner/relationship.ts'
import { sweep } from '../sweep/sweep.ts'
import { freshDatabase } from '../testing.ts'
import { relay } from './relay.ts'
import { type LettersBench, openLettersBench } from './testing.ts'
import { admin, approve, asOwner, manager, owner, tech } from './testing-owner.ts'

// What letters say, from the change that wrote them to the mail service.

const budget = 10_000
const demo = await freshDatabase()
await loadDemo(demo.url)
let bench: LettersBench
beforeEach(async () => {
  bench = await openLettersBench(demo)
})
afterEach(() => bench.close())
afterAll(() => demo.close())

const mails = () =>
  bench.service.mails.map(({ to, subject }) => `${to}: ${subject}`).sort((a, b) => a.localeCompare(b))
const dropped = () =>
  bench.rows(
    `select to_address, kind, drop_reason from letter where state = 'dropped' order by to_address, kind`,
  )

describe('from the change to the letter', () => {
  test('a request reaches every approver, each from their own brand', async () => {
    await relay(bench.tools, budget)
    expect(mails()).toEqual([
      `${manager}: Brightline IT asks for access to Harbour Dental`,
      `${owner}: Brightline IT asks for access to Harbour Dental`,
    ])
    const [mail] = bench.service.mails
    expect(mail?.from).toBe('"Northwind Telecom" <portal@northwind.example>')
    expect(mail?.text).toContain('Ticket: HD-1042')
    expect(mail?.text).toMatch(
      /^https:\/\/northwind\.localhost\/accounts\/harbour-dental\/settings\/authorisation\/requests\/[0-9a-f-]{36}$/m,
    )
  })

  test('an approval reaches the partner and the other approvers; the overtaken request reaches nobody', async () => {
    await approve(bench)
    await relay(bench.tools, budget)
    expect(mails()).toEqual([
      `${admin}: Access to Harbour Dental approved`,
      `${manager}: Brightline IT has been given access to Harbour Dental`,
      `${tech}: Access to Harbour Dental approved`,
    ])
    expect(await dropped()).toEqual(
      [manager, owner].map(to => ({
        to_address: to,
        kind: 'access-requested',
        drop_reason: 'request-decided',
      })),
    )
    const toTech = bench.service.mails.find(mail => mail.to === tech)
    expect(toTech?.text).toContain('approved your request')
    expect(toTech?.text).toContain('Scope: Services support')
    expect(toTech?.text).toContain('Scope asked for: Full administration')
  })

  test('a revocation overtakes the approval: only the end is told, with the reason and by whom', async () => {
    await approve(bench)
    const grant = await bench.row(`select id from access_grant where state = 'active' and duration = '24h'`)
    await asOwner(bench, change =>
      changeGrant(
        change,
        { grantId: String(grant.id), accountId: change.account.id },
        'revoke',
        'account',
        'Done early.',
      ),
    )
    await relay(bench.tools, budget)
    expect(mails()).toEqual([
      `${admin}: Your access to Harbour Dental has ended`,
      `${manager}: Brightline IT’s access to Harbour Dental has ended`,
      `${tech}: Your access to Harbour Dental has ended`,
    ])
    expect((await dropped()).map(row => row.drop_reason)).toContain('grant-ended')
    expect(bench.service.mails[0]?.text).toMatch(/was revoked by Harriet Osei of\s+Harbour/)
    expect(bench.service.mails[0]?.text).toContain('> Done early.')
  })

  test('with the mail service down the change still stands, and its letters wait', async () => {
    bench.service.behave(() => 'break')
    expect(await approve(bench)).toMatchObject({ ok: true })
    const counts = await relay(bench.tools, budget)
    expect(counts).toMatchObject({ sent: 0, again: 3, waiting: 3 })
    expect(await bench.row(`select state from access_request where ticket = 'HD-1042'`)).toEqual({
      state: 'approved',
    })
    bench.service.behave(() => 'accept')
    await bench.passTime()
    expect(await relay(bench.tools, budget)).toMatchObject({ sent: 3, waiting: 0 })
  })

  const runOut = (endsAt: string) =>
    bench.rows(`update access_grant set starts_at = now() - interval '20 hours', ends_at = ${endsAt}, due_at = now()
      where state = 'active' and duration = '24h'`)

  test('the sweep reminds both sides before the end, and of no end that has moved', async () => {
    await approve(bench)
    await relay(bench.tools, budget)
    await runOut(`now() + interval '90 minutes'`)
    await sweep(budget, bench.database.pool)
    await relay(bench.tools, budget)
    expect(mails().filter(mail => mail.includes('ends in'))).toEqual([
      `${admin}: Your access to Harbour Dental ends in 1 h 29 min`,
      `${manager}: Brightline IT’s access ends in 1 h 29 min`,
      `${owner}: Brightline IT’s access ends in 1 h 29 min`,
      `${tech}: Your access to Harbour Dental ends in 1 h 29 min`,
    ])
    await runOut(`now() + interval '80 minutes'`)
    await sweep(budget, bench.database.pool)
    await bench.rows(`update access_grant set ends_at = ends_at + interval '1 hour' where duration = '24h'`)
    expect(await relay(bench.tools, budget)).toMatchObject({ sent: 0, dropped: 4 })
    expect((await dropped()).at(-1)).toMatchObject({ kind: 'grant-ending', drop_reason: 'end-moved' })
  })

  test('the sweep tells both sides that time has ended the access', async () => {
    await approve(bench)
    await relay(bench.tools, budget)
    await runOut(`now() - interval '1 second'`)
    await sweep(budget, bench.database.pool)
    await relay(bench.tools, budget)
    const ended = bench.service.mails.filter(mail => mail.subject.includes('has ended'))
    expect(ended).toHaveLength(4)
    expect(ended[0]?.text).toMatch(/has come to its agreed\s+end\./)
  })

  test('the end of one access, while another is suspended, says so and speaks of no new request', async () => {
    await approve(bench)
    await bench.rows(`insert into access_grant (provider_id, account_id, partner_id, scope, duration, state, suspended_by, approved_by, starts_at, ends_at)
      select provider_id, account_id, partner_id, 'read-only', '7d', 'suspended', 'account', approved_by, now(), now() + interval '7 days'
      from access_grant where state = 'active' and duration = '24h'`)
    await relay(bench.tools, budget)
    await runOut(`now() - interval '1 second'`)
    await sweep(budget, bench.database.pool)
    await relay(bench.tools, budget)
    const ended = bench.service.mails.filter(mail => mail.subject.startsWith('One of'))
    expect(ended).toHaveLength(4)
    for (const { text } of ended) {
      expect(text).toMatch(/Another\s+access\s+to\s+it\s+stands,\s+suspended\s+or\s+not\s+yet\s+begun/)
      expect(text).not.toMatch(/To\s+come\s+back/)
    }
  })

  const endOfRelationship = async () => {
    const relationship = await bench.row(
      `select c.id from channel_relationship c join account a on a.id = c.account_id where a.slug = 'harbour-dental'`,
    )
    await asOwner(bench, change => {
      const author = { ...change.author, name: 'Nora Whitfield', firm: 'Northwind Telecom' }
      return endRelationship({ ...change, author }, String(relationship.id), 'Contract over.')
    })
    await relay(bench.tools, budget)
  }

  test('the end of a relationship with access: one letter to each tells what ended with it', async () => {
    await approve(bench)
    await endOfRelationship()
    const told = bench.service.mails.filter(mail => mail.subject.includes('no longer serves'))
    expect(told.map(mail => mail.to).sort()).toEqual([admin, manager, owner, tech])
    expect(bench.service.mails.filter(mail => mail.subject.includes('has ended'))).toEqual([])
    expect(told[0]?.text).toMatch(/Access\s+ended:?\s+1\s+permission/)
    expect(told[0]?.text).toMatch(/Nobody\s+of\s+(?:this|your)\s+firm\s+can\s+enter\s+the\s+account\s+now/)
    expect(told[0]?.text).toContain('> Contract over.')
    expect(await dropped()).toContainEqual({
      to_address: tech,
      kind: 'access-approved',
      drop_reason: 'grant-ended',
    })
  })

  test('the end of a relationship without access: both sides are told what ended with it', async () => {
    await endOfRelationship()
    const told = bench.service.mails.filter(mail => mail.subject.includes('no longer serves'))
    expect(told.map(mail => mail.to).sort()).toEqual([admin, manager, owner, tech])
    expect(told[0]?.text).toContain('Access ended: 0 permissions')
    expect(told[0]?.text).toContain('Requests ended: 1 request')
    expect(await dropped()).toContainEqual({
      to_address: owner,
      kind: 'access-requested',
      drop_reason: 'request-decided',
    })
  })

  test('a change that is undone leaves no letter', async () => {
    const before = await bench.rows('select id from letter')
    await asOwner(bench, async (change, requestId) => {
      await declineRequest(change, requestId, 'no')
      return undo('undone')
    })
    expect(await bench.rows('select id from letter')).toEqual(before)
  })
})
