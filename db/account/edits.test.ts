import { afterAll, describe, expect, test } from 'vitest'
import { type AccountDetails, detailFields } from '#lib/account/details.ts'
import type { AccountChange } from '../change.ts'
import { newWorld } from '../proof/world.ts'
import { generalOf, updateDetails } from './details.ts'
import { endUserOf, endUsersOf, endUserValues, updateEndUser } from './end-users.ts'
import { serviceOf, servicesOf, serviceValues, updateService } from './services.ts'

const world = await newWorld()
afterAll(() => world.close())

const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const harbour = world.account('harbour-dental')
const maple = world.account('maple-logistics')

type Needs = 'general.update' | 'services.update' | 'people.update'

const edit = <T>(email: string, account: string, needs: Needs, work: (change: AccountChange) => Promise<T>) =>
  world.onAccount(email, account, needs, work)

async function details(): Promise<AccountDetails> {
  const answer = await world.onAccount(owner, harbour, 'general.read', ({ tx }) => generalOf(tx, harbour))
  if (answer === 'not-found') throw new Error('not there')
  return answer.details
}

async function newest(account: string, action: string) {
  const rows = await world.rows<{ by: string; changes: object; what: string; n: number }>(
    `select actor_name as by, data->'changes' as changes, data->>'what' as what, (count(*) over ())::int as n
      from event where account_id = $1 and action = $2 order by id desc limit 1`,
    [account, action],
  )
  return rows[0]
}

async function idOf(identifier: string): Promise<string> {
  const rows = await world.rows<{ id: string }>('select id from service where identifier = $1', [identifier])
  return rows[0]?.id ?? ''
}

async function userOf(email: string): Promise<string> {
  const rows = await world.rows<{ id: string }>(
    `select m.id from membership m join person p on p.id = m.person_id where p.email = $1 and m.kind = 'end-user'`,
    [email],
  )
  return rows[0]?.id ?? ''
}

describe('the account’s details', () => {
  test('are saved with one event that tells old and new, field by field', async () => {
    const shown = await details()
    const typed = { ...shown, phone: '+1 604 555 0111', city: 'Vancouver' }
    const saved = await edit(owner, harbour, 'general.update', one => updateDetails(one, typed, shown))
    expect(saved).toEqual({ outcome: 'changed' })
    expect(await details()).toEqual(typed)
    expect(await newest(harbour, 'account.updated')).toMatchObject({
      by: 'Harriet Osei',
      what: 'Harbour Dental',
      changes: { phone: [shown.phone, '+1 604 555 0111'], city: [shown.city, 'Vancouver'] },
    })
  })

  test('saved as they are leave no trace', async () => {
    const shown = await details()
    const before = await newest(harbour, 'account.updated')
    expect(await edit(owner, harbour, 'general.update', one => updateDetails(one, shown, shown))).toEqual({
      outcome: 'nothing',
    })
    expect(await newest(harbour, 'account.updated')).toEqual(before)
  })

  test('of two who edit at once both see what the other did, and nothing is lost', async () => {
    const shown = await details()
    const mine = { ...shown, phone: '+1 604 555 0112', emergencyContact: 'Harriet' }
    const theirs = { ...shown, phone: '+1 604 555 0113', country: 'CA' }
    const answers = await Promise.all([
      edit(owner, harbour, 'general.update', one => updateDetails(one, mine, shown)),
      edit(manager, harbour, 'general.update', one => updateDetails(one, theirs, shown)),
    ])
    const won = answers.findIndex(one => one !== 'not-found' && one.outcome === 'changed')
    const lost = answers[1 - won]
    if (!lost || lost === 'not-found' || lost.outcome !== 'meanwhile') throw new Error('nobody was overtaken')
    const [first, second] = won === 0 ? [mine, theirs] : [theirs, mine]
    expect(await details()).toEqual(first)
    expect(lost.by).toMatchObject([
      { by: won === 0 ? 'Harriet Osei' : 'Marcus Lindqvist', firm: 'Harbour Dental' },
    ])
    expect(lost.merged).toMatchObject({ phone: second.phone })
    // Whoever saves again does so over what they were shown, and nothing else is touched.
    const again = await edit(owner, harbour, 'general.update', one =>
      updateDetails(one, lost.merged, lost.stored),
    )
    expect(again).toEqual({ outcome: 'changed' })
    expect(await details()).toEqual(lost.merged)
    for (const field of detailFields) {
      if (first[field] !== shown[field] && second[field] === shown[field])
        expect(lost.merged[field]).toBe(first[field])
    }
  })

  test.each([
    'Maple Logistics',
    'Мaple Logistics',
    'Northwind-Telecom',
    'Brightline IT',
    'N0rthwind Telecom Support',
  ])('can’t be called %s, which reads as another name', async name => {
    const shown = await details()
    const typed = { ...shown, name, city: 'Elsewhere' }
    expect(await edit(owner, harbour, 'general.update', one => updateDetails(one, typed, shown))).toEqual({
      outcome: 'alike',
    })
    expect(await details()).toEqual(shown)
  })

  test('can be called anything else, and the same in other capitals', async () => {
    const shown = await details()
    for (const name of ['HARBOUR DENTAL', 'Seaside Smiles', shown.name]) {
      const now = await details()
      expect(
        await edit(owner, harbour, 'general.update', one => updateDetails(one, { ...now, name }, now)),
      ).toEqual({ outcome: 'changed' })
    }
  })

  test('can’t be changed by whoever may not, nor on another account', async () => {
    const shown = await details()
    const typed = { ...shown, name: 'Mine now' }
    for (const email of ['desk@harbour-dental.example', 'owner@maple.example', 'tech@brightline.example'])
      expect(await edit(email, harbour, 'general.update', one => updateDetails(one, typed, shown))).toBe(
        'not-found',
      )
    expect(await details()).toEqual(shown)
  })
})

describe('services', () => {
  test('are listed by product and kind, and found by any spelling of the number', async () => {
    const found = await world.onAccount(owner, harbour, 'services.read', async ({ tx }) => ({
      all: await servicesOf(tx, harbour, { search: '', kind: null, after: null, limit: 50 }),
      digits: await servicesOf(tx, harbour, { search: '604555-0124', kind: null, after: null, limit: 50 }),
      wild: await servicesOf(tx, harbour, { search: '%', kind: null, after: null, limit: 50 }),
      devices: await servicesOf(tx, harbour, { search: '', kind: 'device', after: null, limit: 50 }),
    }))
    if (found === 'not-found') throw new Error('not there')
    expect(found.all.counts).toMatchObject({ numbers: 2, trunks: 1, devices: 2, users: 2 })
    expect(found.all.services.map(one => one.kind)).toEqual(['number', 'number', 'device', 'device', 'trunk'])
    expect(found.digits.services.map(one => one.label)).toEqual(['Appointments'])
    expect(found.wild.services).toEqual([])
    expect(found.devices.services).toHaveLength(2)
  })

  test('are paged without a gap or a repetition', async () => {
    const seen = await world.onAccount(owner, harbour, 'services.read', async ({ tx }) => {
      const ids: string[] = []
      for (let after: string | null = null; ; ) {
        const { services } = await servicesOf(tx, harbour, { search: '', kind: null, after, limit: 2 })
        ids.push(...services.slice(0, 2).map(one => one.id))
        if (services.length <= 2) return ids
        after = services[1]?.id ?? null
      }
    })
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  })

  test('are changed with version and event; the history names the number', async () => {
    const id = await idOf('+1 604 555 0124')
    const answer = await edit(owner, harbour, 'services.update', async one => {
      const found = await serviceOf(one.tx, harbour, id)
      if (!found) throw new Error('not there')
      const typed = { ...serviceValues(found), forwardTo: '+1 604 555 0177', enabled: 'off' }
      return updateService(one, id, typed, serviceValues(found), false)
    })
    expect(answer).toEqual({ ok: true, value: { outcome: 'changed' } })
    expect(await world.rows('select enabled, forward_to, version from service where id = $1', [id])).toEqual([
      { enabled: false, forward_to: '+1 604 555 0177', version: 2 },
    ])
    expect(await newest(harbour, 'service.updated')).toMatchObject({
      what: '+1 604 555 0124',
      changes: { forwardTo: ['', '+1 604 555 0177'], enabled: ['on', 'off'] },
    })
  })

  test('of another account are not there, whatever the caller may do at home', async () => {
    const foreign = await idOf('+1 514 555 0177')
    const typed = { label: 'Mine', forwardTo: '', enabled: 'on' }
    const answer = await edit(owner, harbour, 'services.update', one =>
      updateService(one, foreign, typed, typed, false),
    )
    expect(answer).toEqual({ ok: false, refusal: 'not-found' })
    expect(await world.rows('select label from service where id = $1', [foreign])).toEqual([
      { label: 'Dispatch' },
    ])
  })

  test('the partner’s technician changes one under its grant', async () => {
    const id = await idOf('+1 514 555 0178')
    const shown = { label: 'Accounts', forwardTo: '', enabled: 'on' }
    const answer = await edit('tech@brightline.example', maple, 'services.update', one =>
      updateService(one, id, { ...shown, label: 'Billing' }, shown, false),
    )
    expect(answer).toEqual({ ok: true, value: { outcome: 'changed' } })
    const rows = await world.rows('select partner_id from event where subject_id = $1', [id])
    expect(rows).toEqual([{ partner_id: world.partner('brightline-it') }])
  })
})

describe('end users', () => {
  async function change(
    email: string,
    typed: Partial<ReturnType<typeof endUserValues>>,
    by = owner,
    account = harbour,
  ) {
    const id = await userOf(email)
    return edit(by, account, 'people.update', async one => {
      const found = await endUserOf(one.tx, account, id)
      if (!found) throw new Error('not there')
      const shown = endUserValues(found)
      return updateEndUser(one, id, { ...shown, name: undefined, ...typed }, shown)
    })
  }

  test('an extension is used once on an account, and the answer says by whom', async () => {
    expect(await change('ines@harbour-dental.example', { extension: '202' })).toEqual({
      ok: false,
      refusal: 'extension-taken',
      seen: { state: '202', by: 'Jun Watanabe' },
    })
  })

  test('a partner’s access gives nobody a level that administers, and leaves the one that is there', async () => {
    const tech = 'tech@brightline.example'
    const give = (scope: string) =>
      world.rows(`update access_grant set scope = $2 where account_id = $1 and state = 'active'`, [
        maple,
        scope,
      ])
    await give('full')
    const [email = ''] = (
      await world.rows<{ email: string }>(
        `select p.email from membership m join person p on p.id = m.person_id
          where m.account_id = $1 and m.kind = 'end-user' and m.level = 'user' and m.product = 'cloud-pbx'`,
        [maple],
      )
    ).map(row => row.email)
    expect(await change(email, { level: 'admin' }, tech, maple)).toMatchObject({
      refusal: 'level-not-theirs-to-give',
    })
    expect(await change(email, { level: 'admin' }, 'owner@maple.example', maple)).toMatchObject({ ok: true })
    expect(await change(email, { extension: '377' }, tech, maple)).toMatchObject({ ok: true })
    expect(await change(email, { level: 'user' }, tech, maple)).toMatchObject({ ok: true })
    await give('services')
  })

  test('two who want the same extension at once: one gets it', async () => {
    const answers = await Promise.all([
      change('ines@harbour-dental.example', { extension: '299' }),
      change('jun@harbour-dental.example', { extension: '299' }, manager),
    ])
    expect(answers.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
    const rows = await world.rows(`select 1 from pbx_extension where account_id = $1 and number = '299'`, [
      harbour,
    ])
    expect(rows).toHaveLength(1)
  })

  test('a name, a level and an extension are changed together, with one event', async () => {
    const typed = { name: 'Inês Carvalho', level: 'admin', extension: '' }
    await world.rows(`update pbx_extension set busy = 'voicemail', busy_extension_id = null, unanswered = 'voicemail',
      unanswered_extension_id = null`)
    expect(await change('ines@harbour-dental.example', typed)).toEqual({
      ok: true,
      value: { outcome: 'changed' },
    })
    const rows = await world.rows(
      `select p.name, m.level, (select number from pbx_extension x where x.membership_id = m.id and x.ended_at is null) as extension
        from membership m join person p on p.id = m.person_id where m.id = $1`,
      [await userOf('ines@harbour-dental.example')],
    )
    expect(rows).toEqual([{ name: 'Inês Carvalho', level: 'admin', extension: null }])
    expect(await newest(harbour, 'end-user.updated')).toMatchObject({
      what: 'Ines Carvalho',
      changes: { name: ['Ines Carvalho', 'Inês Carvalho'], level: ['user', 'admin'] },
    })
  })

  test('the name of somebody with another place anywhere is theirs alone', async () => {
    const person = `(select id from person where email = 'lena@maple.example')`
    await world.rows(
      `insert into partner_staff (id, provider_id, partner_id, person_id, role)
        select gen_random_uuid(), provider_id, $1, ${person}, 'technician' from account where id = $2`,
      [world.partner('cedar-consulting'), maple],
    )
    const by = 'owner@maple.example'
    const renamed = await change('lena@maple.example', { name: 'Somebody Else' }, by, maple)
    expect(renamed).toMatchObject({ ok: false, refusal: 'name-is-their-own' })
    const moved = await change('lena@maple.example', { extension: '311' }, by, maple)
    expect(moved).toEqual({ ok: true, value: { outcome: 'changed' } })
    expect(await world.rows(`select name from person where id = ${person}`)).toEqual([
      { name: 'Lena Fischer' },
    ])
  })

  test('are listed and found within the account only', async () => {
    const found = await world.onAccount(owner, harbour, 'people.read', async ({ tx }) => ({
      all: await endUsersOf(tx, harbour, { search: '', after: null, limit: 50 }),
      jun: await endUsersOf(tx, harbour, { search: 'watan', after: null, limit: 50 }),
      accented: await endUsersOf(tx, harbour, { search: 'WÀTÄN', after: null, limit: 50 }),
      lena: await endUsersOf(tx, harbour, { search: 'lena', after: null, limit: 50 }),
    }))
    if (found === 'not-found') throw new Error('not there')
    expect(found.all).toHaveLength(2)
    expect(found.jun.map(one => one.name)).toEqual(['Jun Watanabe'])
    expect(found.accented).toEqual(found.jun)
    expect(found.lena).toEqual([])
  })

  test('nobody without the right to people changes one', async () => {
    expect(await change('lena@maple.example', { extension: '333' }, 'tech@brightline.example', maple)).toBe(
      'not-found',
    )
  })
})
