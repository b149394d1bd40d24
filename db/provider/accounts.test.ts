import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf } from '#lib/email.ts'
import { foldedText } from '#lib/fold.ts'
import { namesakeOf } from '../account/namesake.ts'
import { changeProducts } from '../account/products.ts'
import { replaceRequestCode } from '../account/replace-code.ts'
import { actsFromParent, decidesOnIts } from '../approvers.ts'
import { reading } from '../client.ts'
import { betweenWords, foldedWords } from '../lists/name-search.ts'
import { createPartner } from '../partner/create.ts'
import { renamePartner } from '../partner/rename.ts'
import { inviteStaff } from '../partner/staff-add.ts'
import { newWorld, type World } from '../proof/world.ts'
import { onAccountAsProvider } from './account-change.ts'
import { accountCounts, accountsOf } from './accounts.ts'
import { accountMeant } from './find.ts'

const platform = 'platform@northwind.example'
let world: World

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const names = async (of: Partial<Parameters<typeof accountsOf>[2]> = {}) => {
  const listed = await world.asProvider(platform, ({ tx, actor }) =>
    accountsOf(tx, actor.providerId, { filter: 'open', search: '', after: undefined, ...of }),
  )
  return listed === 'not-found' ? [] : listed.accounts.map(one => one.slug)
}

describe('the list of accounts', () => {
  test('comes by name, without regard to case and accents', async () => {
    expect(await names()).toEqual(['erable-sante', 'harbour-dental', 'maple-depot-west', 'maple-logistics'])
  })

  test.each([
    ['dent', ['harbour-dental']],
    ['ERABLE', ['erable-sante']],
    ['érab san', ['erable-sante']],
    ['maple-d', ['maple-depot-west']],
    ['west maple', ['maple-depot-west']],
    ['maple', ['maple-depot-west', 'maple-logistics']],
    ['arbour', []],
    ['bakery', []],
    ['%', ['erable-sante', 'harbour-dental', 'maple-depot-west', 'maple-logistics']],
    ["' or 1=1", []],
    [`dental ${'x'.repeat(10_000)}`, []],
    ['\u0000dental', ['harbour-dental']],
  ])('“%s” finds accounts in whose words all of this begins', async (search, slugs) => {
    expect(await names({ search })).toEqual(slugs)
  })

  test('an account with two words that match stands there once', async () => {
    const { id } = await world.newAccount()
    await world.rows(`update account set name = 'Depot Depots' where id = $1`, [id])
    expect((await names({ search: 'dep' })).filter(slug => slug.startsWith('made'))).toHaveLength(1)
    await world.rows(`update account set closed_at = now() where id = $1`, [id])
    expect(await names({ search: 'dep' })).toEqual(['maple-depot-west'])
    expect(await names({ search: 'dep', filter: 'closed' })).toHaveLength(1)
  })

  test('another provider’s accounts are found by nothing', async () => {
    const wall = { role: 'app', providerId: world.provider('southern') } as const
    const seen = await reading(
      wall,
      tx =>
        accountsOf(tx, world.provider('northwind'), { filter: 'open', search: 'maple', after: undefined }),
      world.pool,
    )
    expect(seen.accounts).toEqual([])
  })

  test('pages follow each other without gap or double, searched and not', async () => {
    for (let i = 0; i < 30; i += 1) await world.newAccount()
    for (const search of ['', 'made']) {
      const met: string[] = []
      let after: string | undefined
      for (let pages = 0; pages < 5; pages += 1) {
        const page = await world.asProvider(platform, ({ tx, actor }) =>
          accountsOf(tx, actor.providerId, { filter: 'open', search, after }),
        )
        if (page === 'not-found') throw new Error('no desk')
        met.push(...page.accounts.map(one => one.slug))
        if (!page.next) break
        after = page.next
      }
      expect(new Set(met).size).toBe(met.length)
      expect(met.filter(slug => slug.startsWith('made')).length).toBeGreaterThanOrEqual(30)
    }
  })
})

test('nobody left: by places, by disabled people, and not where the parent’s people may', async () => {
  const undecided = async () =>
    (await names({ filter: 'undecided' })).filter(slug => !slug.startsWith('made'))
  expect(await undecided()).toEqual([])
  await world.rows(`update person set disabled_at = now() where email = 'proprio@erable.example'`)
  expect(await undecided()).toEqual(['erable-sante'])
  const gone = (email: string) =>
    world.rows(
      `update membership set state = 'removed' where person_id = (select id from person where email = $1)`,
      [email],
    )
  await gone('owner@depot.example')
  expect(await undecided()).toEqual(['erable-sante'])
  await gone('contributor@maple.example')
  expect(await undecided()).toEqual(['erable-sante', 'maple-depot-west'])
  const counts = await world.asProvider(platform, ({ tx, actor }) => accountCounts(tx, actor.providerId))
  expect(counts).toMatchObject({ undecided: 2 })
})

test('who may decide is said alike where accounts are noted and where they are looked at', async () => {
  const rows = await world.rows<{ name: string; text: string }>(
    `select proname as name, prosrc as text from pg_proc where proname like 'note_%approvers'`,
  )
  expect(rows).toHaveLength(3)
  for (const { name, text } of rows)
    expect(text, name).toContain(decidesOnIts(name === 'note_disabled_approvers' ? 'm' : 'n'))
  const acting = actsFromParent('m', 'a')
    .slice(1, -1)
    .replace('m.account_id = a.parent_id and ', '')
    .replace(/\s+/g, ' ')
  for (const { name, text } of rows.filter(row => row.name !== 'note_new_approvers'))
    expect(text.replaceAll('o.', 'm.'), name).toContain(acting)
})

test('the database cuts names into the words by which they are looked up', async () => {
  const samples = [
    'Érable Santé',
    'O’Brien & Sons, Ltd.',
    'A—B/C_D',
    'Łódź 24×7',
    '東京 通信',
    'x'.repeat(100),
  ]
  for (const name of samples) {
    const rows = await world.rows<{ word: string }>(
      `select word from account_words($1, '') as w(word) order by word collate "C"`,
      [foldedText(name)],
    )
    expect(rows.map(row => row.word)).toEqual([...foldedWords(name)].sort())
  }
  const [definition] = await world.rows<{ text: string }>(
    `select prosrc as text from pg_proc where proname = 'account_words'`,
  )
  expect(definition?.text).toContain(betweenWords)
})

test('an account is meant by its slug or its name; else those are named that may be', async () => {
  const meant = (typed: string) =>
    world.asProvider(platform, ({ tx, actor }) => accountMeant(tx, actor.providerId, typed))
  expect(await meant('maple-logistics')).toMatchObject({ one: { slug: 'maple-logistics' } })
  expect(await meant('MAPLE LOGISTICS')).toMatchObject({ one: { slug: 'maple-logistics' } })
  expect(await meant('maple')).toMatchObject({
    several: [{ slug: 'maple-depot-west' }, { slug: 'maple-logistics' }],
  })
  expect(await meant('southern-bakery')).toEqual({ several: [] })
})

test('another open account that reads alike is found, and not the account itself', async () => {
  const called = async (name: string, except: string | null = null, by = platform) => {
    const other = await world.asProvider(by, ({ tx, actor }) =>
      namesakeOf(tx, actor.providerId, name, except),
    )
    if (other === 'not-found' || other === null) return other
    return other.kind === 'account' ? other.of.slug : other.kind
  }
  expect(await called('HARBOUR dental')).toBe('harbour-dental')
  expect(await called('Erable Sante')).toBe('erable-sante')
  for (const name of ['Harbour-Dental', 'HARB0UR DENTAL', 'Ｈａｒｂｏｕｒ  Denta1', 'Harbour Dental!'])
    expect(await called(name), name).toBe('harbour-dental')
  expect(await called('H\u0430rbour Dental')).toBe('mixed-scripts')
  expect(await called('Northwind Telecom Support')).toBe('provider')
  expect(await called('Harbour Dental', world.account('harbour-dental'))).toBeNull()
  for (const name of ['Harbour', 'Southern Bakery', '%', "' or true --", 'x'.repeat(10_000)])
    expect(await called(name), name.slice(0, 20)).toBeNull()
  expect(await called('Harbour Dental', null, 'platform@southern.example')).toBeNull()
  const { id } = await world.newAccount()
  await world.rows(`update account set name = 'Closed Once', closed_at = now() where id = $1`, [id])
  expect(await called('Closed Once')).toBeNull()
})

test('products: what is held stays, and whoever is overtaken is told by whom', async () => {
  const id = world.account('harbour-dental')
  const change = (typed: Parameters<typeof changeProducts>[1], shown: string) =>
    world.asProvider(platform, async desk => {
      const on = await onAccountAsProvider(desk, id)
      if (!on) throw new Error('no account')
      return changeProducts(on, typed, shown)
    })
  const all = 'business-cloud-communications,sip-trunks'
  expect(await change(['business-cloud-communications'], all)).toMatchObject({
    outcome: 'held',
    held: [{ product: 'sip-trunks', services: 1, endUsers: 0 }],
  })
  const more = ['business-cloud-communications', 'sip-trunks', 'branding'] as const
  expect(await change(more, all)).toMatchObject({ outcome: 'changed' })
  expect(await change([...more, 'specialty-lines'], all)).toMatchObject({
    outcome: 'meanwhile',
    by: [{ by: 'Nora Whitfield' }],
  })
  expect(await change(['business-cloud-communications', 'sip-trunks'], more.join(','))).toMatchObject({
    outcome: 'changed',
  })
})

test('a request code that was replaced is another one, and stands in no history', async () => {
  const { id, code } = await world.newAccount()
  await world.asProvider(platform, async desk => {
    const on = await onAccountAsProvider(desk, id)
    if (on) await replaceRequestCode(on)
  })
  const [row] = await world.rows<{ code: string; said: string }>(
    `select request_code as code, (select string_agg(data::text, '') from event where account_id = $1) as said from account where id = $1`,
    [id],
  )
  expect(row?.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{2}$/)
  expect(row?.code).not.toBe(code)
  expect(row?.said).not.toContain(row?.code)
})

test('two firms of one name get slugs of their own, also at once, and no Partner ID twice', async () => {
  const create = (partnerCode: string) =>
    world.asProvider(platform, change => createPartner(change, { name: 'Twin Firm', partnerCode }))
  const both = await Promise.all([create('TWN-0000'), create('TWN-0000')])
  expect(both.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
  expect(both).toContainEqual(
    expect.objectContaining({ refusal: 'id-taken', seen: { state: 'taken', by: 'Twin Firm' } }),
  )
  expect(await create('TWN-0009')).toMatchObject({ refusal: 'wrong-check-digit' })
  const id = world.partner('cedar-consulting')
  const rename = (shown: string, name: string) =>
    world.asProvider(platform, change => renamePartner(change, { partnerId: id, shown, name }))
  expect(await rename('Cedar Consulting', 'Cedar Group')).toMatchObject({ outcome: 'changed' })
  expect(await rename('Cedar Consulting', 'Cedar Inc')).toMatchObject({
    outcome: 'meanwhile',
    stored: { name: 'Cedar Group' },
    by: [{ by: 'Nora Whitfield' }],
  })
})

test('a firm’s first administrator gets a place, a letter and a line in the history', async () => {
  const id = world.partner('brightline-it')
  const [home] = await world.rows<{ id: string }>(
    `select id from branding_domain where host = 'northwind.localhost'`,
  )
  const settled = { homeBrandId: home?.id ?? '', language: 'en', timeZone: 'UTC' } as const
  const invite = (name: string, email: string) =>
    world.asProvider(platform, change =>
      inviteStaff(
        change,
        { ...settled, name, email: addressOf(email) },
        { partnerId: id, role: 'administrator' },
        'a secret of the tests, which guards nothing',
      ),
    )
  expect(await invite('Quinn Avery', 'Quinn@Brightline.example')).toMatchObject({ ok: true })
  expect(await invite('Q. Avery', 'quinn@brightline.example')).toMatchObject({ refusal: 'here-already' })
  const own = await invite('Nora Whitfield', 'platform@northwind.example')
  expect(own, 'the provider’s own staff is nobody’s partner').toEqual({ ok: false, refusal: 'taken' })
  const told = await world.rows(
    `select e.actor_name as by, e.data, s.role from event e join partner_staff s on s.id = e.subject_id
      where e.action = 'staff.added' and e.partner_id = $1`,
    [id],
  )
  expect(told).toEqual([
    {
      by: 'Nora Whitfield',
      data: {
        what: 'Quinn Avery',
        email: 'Quinn@brightline.example',
        kind: 'partner-administrator',
        partner: 'Brightline IT',
      },
      role: 'administrator',
    },
  ])
  expect(
    await world.rows(
      `select 1 from letter where to_address = 'Quinn@brightline.example' and kind = 'activation'`,
    ),
  ).toHaveLength(1)
})
