import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { foldedText } from '#lib/fold.ts'
import { contactValues, mostContacts } from '#lib/phonebook/contact.ts'
import { dialsFrom } from '../account/dials-from.ts'
import { newWorld } from '../proof/world.ts'
import { groupContacts, removeContacts, restoreTogether } from './bulk.ts'
import { addContact, editContact, removeContact, restoreContact } from './contacts.ts'
import { addGroup, removeGroup, renameGroup, restoreGroup } from './groups.ts'
import { contactOf, contactsOf, removedOf } from './reads.ts'
import { added, desk, details, inPhonebook } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
const act = inPhonebook(world)
const maple = world.account('maple-logistics')

beforeEach(async () => {
  await world.rows('delete from contact')
  await world.rows('delete from contact_group')
})

const found = (search: string, more: { group?: string; after?: string; limit?: number } = {}) =>
  act(async ({ tx, account }) => {
    const from = await dialsFrom(tx, account.id)
    const { group = null, after, limit = 50 } = more
    return contactsOf(tx, account.id, from, { search, group, after, limit })
  })
const names = async (search: string, more = {}) => (await found(search, more)).contacts.map(one => one.name)
const group = async (name: string) => {
  const answer = await act(change => addGroup(change, name))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.groupId
}
const history = () =>
  world.rows<{ action: string; data: { what?: string }; firm: string }>(
    `select action, data, actor_firm as firm from event where account_id = $1 and action ~ '^(contact|phonebook)' order by id desc`,
    [maple],
  )

describe('contacts', () => {
  test('are listed by name and company, whatever the case and the accents, page by page', async () => {
    for (const name of ['Zoë', 'élan', 'Elan', 'Ångström', 'anna', 'Łukasz', 'Lucas'])
      await added(act, { name })
    expect((await names('')).map(name => foldedText(name))).toEqual([
      'angstrom',
      'anna',
      'elan',
      'elan',
      'lucas',
      'lukasz',
      'zoe',
    ])
    const first = await found('', { limit: 3 })
    const second = await found('', { limit: 3, after: first.next ?? '' })
    const third = await found('', { limit: 3, after: second.next ?? '' })
    expect([...first.contacts, ...second.contacts, ...third.contacts].map(one => one.id)).toEqual(
      (await found('')).contacts.map(one => one.id),
    )
    expect(third.next).toBeNull()
  })

  test('are found by words and by numbers, in one group or in all', async () => {
    const night = await group('Night')
    await added(act, { name: 'Élodie Gagnon', company: 'Épicerie', work: '514-555-0106' }, [night])
    await added(act, { name: 'Ben', work: '+44 20 7946 0123', note: '100% _sure\\' })
    expect(await names('gagnon ELODIE')).toEqual(['Élodie Gagnon'])
    expect(await names('+1 (514) 555-0106')).toEqual(['Élodie Gagnon'])
    expect(await names('0106')).toEqual(['Élodie Gagnon'])
    expect(await names('011 44 20 7946 0123')).toEqual(['Ben'])
    expect(await names('100%')).toEqual(['Ben'])
    expect(await names('%')).toEqual(['Ben'])
    expect(await names('_sure\\')).toEqual(['Ben'])
    expect(await names("' or true --")).toEqual([])
    expect(await names('', { group: night })).toEqual(['Élodie Gagnon'])
    expect(await names('ben', { group: night })).toEqual([])
  })

  test('of one account are nobody else’s: not listed, not opened, not changed', async () => {
    const id = await added(act)
    const depot = world.account('maple-depot-west')
    const seen = await act(({ tx }) => contactOf(tx, depot, id))
    expect(seen).toBeNull()
    await world.rows(
      `insert into contact (provider_id, account_id, name, likeness, findable, reach) select provider_id, id, 'Theirs', 'theirs', 'theirs', '{}' from account where id = $1`,
      [depot],
    )
    const [theirs] = await world.rows<{ id: string }>(`select id from contact where name = 'Theirs'`)
    const other = theirs?.id ?? ''
    expect(await names('')).toEqual(['Test Person'])
    expect(await act(change => removeContact(change, other))).toMatchObject({ refusal: 'not-found' })
    expect(await act(change => removeContacts(change, [other]))).toMatchObject({ refusal: 'none-left' })
    // A cursor of another account only says where to go on.
    expect(await names('', { after: `${other}_theirs` })).toEqual([])
    expect(await names('', { after: `${other}_a` })).toEqual(['Test Person'])
  })

  test('are the desk’s alone who has the module: no owner, no other module, no stranger', async () => {
    const refused = [
      'owner@maple.example',
      'billing@maple.example',
      'platform@northwind.example',
      'admin@cedar.example',
    ]
    for (const email of refused)
      expect(await world.onAccount(email, maple, 'module.phonebook', async () => true)).toBe('not-found')
    const harbour = world.account('harbour-dental')
    expect(await world.onAccount(desk, harbour, 'module.phonebook', async () => true)).toBe('not-found')
  })

  test('are no more than a phonebook holds, also where two add the last one at once', async () => {
    await world.rows(
      `insert into contact (provider_id, account_id, name, likeness, findable, reach)
        select provider_id, id, 'C' || n, 'c' || n, 'c', '{}' from account, generate_series(2, ${mostContacts}) n where id = $1`,
      [maple],
    )
    const add = () => act(change => addContact(change, { details: details(), groups: [] }))
    const answers = await Promise.all([add(), add()])
    expect(answers.filter(one => one.ok)).toHaveLength(1)
    expect(answers.find(one => !one.ok)).toMatchObject({ refusal: 'too-many' })
  })
})

describe('an edit', () => {
  test('is told field by field, groups by their names', async () => {
    const [day, night] = [await group('Day'), await group('Night')]
    const id = await added(act, {}, [day])
    const shown = contactValues(details(), [day])
    const typed = { details: details({ work: '205', company: 'Acme' }), groups: [night] }
    expect(await act(change => editContact(change, id, shown, typed))).toMatchObject({
      value: { outcome: 'changed' },
    })
    expect(await act(({ tx, account }) => contactOf(tx, account.id, id))).toMatchObject({
      work: '205',
      company: 'Acme',
      groups: [night],
    })
    expect((await history())[0]).toMatchObject({
      action: 'contact.updated',
      data: {
        what: 'Test Person',
        changes: { work: ['204', '205'], company: ['', 'Acme'], groups: ['Day', 'Night'] },
      },
    })
    expect(await names('205')).toEqual(['Test Person'])
    expect(await names('204')).toEqual([])
  })

  test('that comes second loses nothing of the first, and says whose it was', async () => {
    const id = await added(act)
    const shown = contactValues(details(), [])
    const edit = (more: Partial<ReturnType<typeof details>>) =>
      act(change => editContact(change, id, shown, { details: details(more), groups: [] }))
    const answers = await Promise.all([edit({ work: '301' }), edit({ note: 'Second' })])
    const outcomes = answers.map(one => one.ok && one.value.outcome)
    expect(outcomes.sort()).toEqual(['changed', 'meanwhile'])
    const late = answers.find(one => one.ok && one.value.outcome === 'meanwhile')
    expect(late).toMatchObject({ value: { by: [{ by: 'Dana Petrov' }] } })
  })

  test('of what was removed meanwhile is refused, naming who removed it', async () => {
    const id = await added(act)
    await act(change => removeContact(change, id))
    const shown = contactValues(details(), [])
    const edited = await act(change => editContact(change, id, shown, { details: details(), groups: [] }))
    expect(edited).toMatchObject({ refusal: 'removed', seen: { by: 'Dana Petrov' } })
    expect(await act(change => removeContact(change, id))).toMatchObject({ refusal: 'removed' })
  })
})

describe('what was removed', () => {
  test('comes back as it was, once, and for thirty days', async () => {
    const night = await group('Night')
    const id = await added(act, {}, [night])
    await act(change => removeContact(change, id))
    expect(await names('')).toEqual([])
    expect(await act(({ tx, account }) => removedOf(tx, account.id))).toMatchObject([{ id, kind: 'contact' }])
    const back = await Promise.all([1, 2].map(() => act(change => restoreContact(change, id))))
    expect(back.map(one => one.ok).sort()).toEqual([false, true])
    expect(back.find(one => !one.ok)).toMatchObject({ refusal: 'there' })
    expect(await names('', { group: night })).toEqual(['Test Person'])
    await act(change => removeContact(change, id))
    await world.rows(`update contact set ended_at = ended_at - interval '30 days 1 minute'`)
    expect(await act(change => restoreContact(change, id))).toMatchObject({ refusal: 'not-found' })
    expect(await act(({ tx, account }) => removedOf(tx, account.id))).toEqual([])
  })

  test('at once stands in the history as one act, with the names', async () => {
    const ids = [await added(act, { name: 'Anna' }), await added(act, { name: 'Ben' })]
    const gone = await added(act, { name: 'Carl' })
    await act(change => removeContact(change, gone))
    expect(await act(change => removeContacts(change, [...ids, gone]))).toMatchObject({ value: { count: 2 } })
    expect((await history())[0]).toMatchObject({
      action: 'contacts.removed',
      data: { what: '2', whom: 'Anna, Ben' },
    })
    expect(await act(change => removeContacts(change, ids))).toMatchObject({ refusal: 'none-left' })
  })

  test('at once comes back at once, once, and nothing that was removed by itself', async () => {
    const night = await group('Night')
    const [anna, ben, carl] = [
      await added(act, { name: 'Anna' }, [night]),
      await added(act, { name: 'Ben' }),
      await added(act, { name: 'Carl' }),
    ] as const
    await act(change => removeContact(change, carl))
    const removed = await act(change => removeContacts(change, [ben, anna]))
    expect(removed).toMatchObject({ value: { count: 2, first: anna } })
    expect(await act(({ tx, account }) => contactOf(tx, account.id, anna))).toMatchObject({
      removed: { together: 2 },
    })
    const backs = await Promise.all([anna, ben].map(id => act(change => restoreTogether(change, id))))
    expect(backs.find(one => one.ok)).toMatchObject({ value: { count: 2 } })
    expect(backs.find(one => !one.ok)).toMatchObject({ refusal: 'there' })
    expect(await names('')).toEqual(['Anna', 'Ben'])
    expect(await names('', { group: night })).toEqual(['Anna'])
    expect((await history())[0]).toMatchObject({
      action: 'contacts.restored',
      data: { what: '2', whom: 'Anna, Ben' },
    })

    await act(change => removeContacts(change, [anna, ben]))
    await act(change => restoreContact(change, anna))
    expect(await act(change => restoreTogether(change, ben))).toMatchObject({ value: { count: 1 } })
    await act(change => removeContacts(change, [anna, ben]))
    await world.rows(`update contact set ended_at = ended_at - interval '30 days 1 minute'`)
    expect(await act(change => restoreTogether(change, ben))).toMatchObject({ refusal: 'not-found' })
  })
})

describe('groups', () => {
  test('have names of their own, are renamed, removed and brought back with their contacts', async () => {
    const night = await group('Night')
    expect(await act(change => addGroup(change, 'NIGHT'))).toMatchObject({ refusal: 'group-taken' })
    const id = await added(act, {}, [night])
    expect(await act(change => renameGroup(change, night, 'Night', 'Nuit'))).toMatchObject({ ok: true })
    expect(await act(change => renameGroup(change, night, 'Night', 'Evening'))).toMatchObject({
      value: { outcome: 'meanwhile' },
    })
    await act(change => removeGroup(change, night))
    expect(await act(({ tx, account }) => contactOf(tx, account.id, id))).toMatchObject({ groups: [] })
    expect(await act(change => groupContacts(change, [id], night))).toMatchObject({
      refusal: 'group-removed',
      seen: { by: 'Dana Petrov' },
    })
    await group('nuit')
    expect(await act(change => restoreGroup(change, night)), 'its name has another').toMatchObject({
      refusal: 'group-taken',
    })
    await world.rows(`update contact_group set folded = 'x', name = 'x' where ended_at is null`)
    expect(await act(change => restoreGroup(change, night))).toMatchObject({ ok: true })
    expect(await act(({ tx, account }) => contactOf(tx, account.id, id))).toMatchObject({ groups: [night] })
  })

  test('take several in at once; who is in one already stays there once', async () => {
    const night = await group('Night')
    const ids = [await added(act, { name: 'Anna' }, [night]), await added(act, { name: 'Ben' })]
    expect(await act(change => groupContacts(change, ids, night))).toMatchObject({ value: { count: 2 } })
    expect(await names('', { group: night })).toEqual(['Anna', 'Ben'])
    const stranger = '00000000-0000-4000-8000-000000000000'
    expect(await act(change => groupContacts(change, ids, stranger))).toMatchObject({ refusal: 'not-found' })
  })
})
