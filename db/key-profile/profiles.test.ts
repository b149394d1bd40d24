import { afterAll, beforeEach, expect, test } from 'vitest'
import { emptyKey, profileValues, type TypedKey } from '#lib/key-profile/key.ts'
import { added as addedExtension, inAdmin } from '../pbx-extension/testing.ts'
import { newWorld } from '../proof/world.ts'
import { profileHead, profileOf } from './reads.ts'
import { addProfile, copyProfile, editProfile, removeProfile } from './write.ts'

const world = await newWorld()
afterAll(() => world.close())
const act = inAdmin(world)
const harbour = world.account('harbour-dental')

beforeEach(async () => {
  await world.rows('delete from profile_key')
  await world.rows('delete from pbx_extension')
  await world.rows('delete from key_profile')
})

const added = async (name = 'Front') => {
  const answer = await act(change => addProfile(change, name, 'desk-4'))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.profileId
}
const one = (id: string) => act(({ tx, account }) => profileOf(tx, account.id, id))
const keys = (...some: TypedKey[]): TypedKey[] => [
  ...some,
  ...Array.from({ length: 4 - some.length }, () => emptyKey),
]
const speed: TypedKey = { kind: 'speed-dial', value: '604 555 0177', label: 'Lab' }
const edit = async (
  id: string,
  typed: readonly TypedKey[],
  move: { from: number; to: number } | null = null,
) => {
  const stored = await one(id)
  const shown = profileValues(stored?.name ?? '', stored?.keys ?? [])
  return act(change => editProfile(change, id, shown, { name: stored?.name ?? '', keys: typed, move }))
}
const history = () =>
  world.rows<{ action: string; data: { what?: string; whom?: string; changes?: object } }>(
    `select action, data from event where account_id = $1 and action ~ '^key' order by id desc limit 3`,
    [harbour],
  )

test('keys are set, moved with all else that was typed, and told one by one', async () => {
  await addedExtension(act, { number: '301' })
  const id = await added()
  const lamp: TypedKey = { kind: 'blf', value: '301', label: '' }
  expect(await edit(id, keys(speed, lamp))).toMatchObject({ value: { outcome: 'changed' } })
  expect((await history())[0]?.data).toEqual({
    what: 'Front',
    changes: { key1: ['', 'speed-dial|604 555 0177|Lab'], key2: ['', 'blf|301|'] },
  })
  expect(await edit(id, keys(speed, lamp))).toMatchObject({ value: { outcome: 'nothing' } })
  const third: TypedKey = { kind: 'code', value: '*97', label: '' }
  await edit(id, keys(speed, lamp, third), { from: 1, to: 0 })
  expect((await one(id))?.keys.map(key => key.kind)).toEqual(['blf', 'speed-dial', 'code', 'none'])
  // A key that the phone does not have is none, whoever sends it.
  await edit(id, [...keys(lamp, speed, third), speed], { from: 3, to: 4 })
  expect((await world.rows('select 1 from profile_key')).length).toBe(3)
})

test('a lamp follows its extension to another number, and says when that is gone', async () => {
  const extension = await addedExtension(act, { number: '301' })
  const id = await added()
  await edit(id, keys({ kind: 'blf', value: '301', label: 'Room' }))
  await world.rows(`update pbx_extension set number = '309' where id = $1`, [extension])
  expect((await one(id))?.keys[0]).toEqual({ kind: 'blf', value: '309', label: 'Room', astray: false })
  await world.rows('update pbx_extension set ended_at = now() where id = $1', [extension])
  expect((await one(id))?.keys[0]).toMatchObject({ value: '', astray: true })
})

test('what the rules refuse is told by its key, and nothing is changed', async () => {
  const id = await added()
  const bad = await edit(
    id,
    keys({ kind: 'line', value: '9', label: '' }, { kind: 'blf', value: '399', label: '' }),
  )
  expect(bad).toEqual({
    ok: false,
    faults: [
      { key: 1, fault: 'not-a-line' },
      { key: 2, fault: 'no-such-extension' },
    ],
  })
  expect(await world.rows('select 1 from profile_key')).toEqual([])
  await added('Back')
  expect(await act(change => addProfile(change, 'FRONT', 'desk-4'))).toMatchObject({ refusal: 'name-taken' })
})

test('of two who edit at once the second is told by whom', async () => {
  const id = await added()
  const shown = profileValues('Front', keys())
  await edit(id, keys(speed))
  const late = await act(change => editProfile(change, id, shown, { name: 'Desk', keys: keys(), move: null }))
  expect(late).toMatchObject({
    value: {
      outcome: 'meanwhile',
      theirs: ['key1'],
      by: [{ by: 'Noor Haddad' }],
      merged: { profileName: 'Desk' },
    },
  })
})

test('is copied with its keys; in use it goes only with another in its place, also for what may come back', async () => {
  const id = await added()
  await edit(id, keys(speed))
  const copied = await act(change => copyProfile(change, id, 'Copy'))
  const copy = copied.ok ? copied.value.profileId : ''
  expect((await one(copy))?.keys[0]).toMatchObject({ value: '604 555 0177' })
  const live = await addedExtension(act, { number: '301', profile: id })
  const ended = await addedExtension(act, { number: '302', profile: id })
  await world.rows('update pbx_extension set ended_at = now() where id = $1', [ended])
  expect(await act(change => removeProfile(change, id, ''))).toMatchObject({ refusal: 'in-use' })
  expect(await act(change => removeProfile(change, id, id))).toMatchObject({ refusal: 'no-replacement' })
  expect(await act(change => removeProfile(change, id, copy))).toMatchObject({ ok: true })
  const given = await world.rows('select profile_id as profile from pbx_extension where id = any($1)', [
    [live, ended],
  ])
  expect(given).toEqual([{ profile: copy }, { profile: copy }])
  expect((await history())[0]).toMatchObject({
    action: 'key-profile.replaced',
    data: { what: 'Front', whom: 'Copy' },
  })
  expect(await act(change => removeProfile(change, id, copy))).toMatchObject({
    refusal: 'removed',
    seen: { by: 'Noor Haddad' },
  })
  const head = await act(({ tx, account }) => profileHead(tx, account.id))
  expect(head.profiles).toMatchObject([{ name: 'Copy', set: 1, used: 1 }])
})

test('of one account is nobody else’s', async () => {
  const id = await added()
  await world.rows(
    `update membership set modules = '{admin}' where account_id = $1 and kind = 'portal-user'`,
    [world.account('maple-logistics')],
  )
  const maple = inAdmin(world, 'maple-logistics', 'desk@harbour-dental.example')
  expect(await maple(({ tx, account }) => profileOf(tx, account.id, id))).toBeNull()
  expect(await maple(change => copyProfile(change, id, 'Mine'))).toMatchObject({ refusal: 'not-found' })
  expect(await maple(change => removeProfile(change, id, ''))).toMatchObject({ refusal: 'not-found' })
})
