import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { pinMark } from '#lib/pbx-extension/pin.ts'
import { endUserOf, endUserValues, updateEndUser } from '../account/end-users.ts'
import type { AccountChange } from '../change.ts'
import { newWorld } from '../proof/world.ts'
import { profileExtensions, removeExtensions, restoreExtensions } from './bulk.ts'
import { adminCounts } from './counts.ts'
import { extensionOf } from './one.ts'
import { type ExtensionFilter, extensionHead, extensionsOf, removedExtensions } from './reads.ts'
import { added, inAdmin, typed } from './testing.ts'
import { addExtension, editExtension, setPin } from './write.ts'

const world = await newWorld()
afterAll(() => world.close())
const act = inAdmin(world)
const harbour = world.account('harbour-dental')

beforeEach(async () => {
  await world.rows('delete from profile_key')
  await world.rows('delete from pbx_extension')
})

const member = async (email: string) => {
  const [row] = await world.rows<{ id: string }>(
    `select m.id from membership m join person p on p.id = m.person_id
      where p.email = $1 and m.account_id = $2 and m.state <> 'removed'`,
    [email, harbour],
  )
  return row?.id ?? ''
}
const one = (id: string) => act(({ tx, account }) => extensionOf(tx, account.id, id))
const found = (more: { search?: string; only?: ExtensionFilter; after?: string; limit?: number } = {}) =>
  act(({ tx, account }) => {
    const { search = '', only = null, after = null, limit = 50 } = more
    return extensionsOf(tx, account.id, { search, only, profile: null, after, limit })
  })
const numbers = async (more = {}) => (await found(more)).extensions.map(row => row.number)
const edit = async (id: string, more: Parameters<typeof typed>[0], by = act) => {
  const shown = (await one(id))?.values ?? typed()
  return by(change => editExtension(change, id, shown, { ...shown, ...more }))
}
const history = () =>
  world.rows<{ action: string; data: { what?: string; whom?: string; changes?: Record<string, string[]> } }>(
    `select action, data from event where account_id = $1 and action ~ '^pbx' order by id desc limit 3`,
    [harbour],
  )
const rows = async () =>
  (await world.rows<{ n: number }>('select count(*)::int as n from pbx_extension'))[0]?.n

describe('extensions', () => {
  test('are listed by their digits, page by page, found by digits, name and person, and narrowed', async () => {
    const ines = await member('ines@harbour-dental.example')
    await added(act, { number: '31', name: 'Élan' })
    await added(act, { number: '301', name: '', member: ines })
    await added(act, { number: '4000', name: 'Lobby', device: 'mobile' })
    await added(act, { number: '302', name: '50% _odd\\', busy: 'outside', busyTo: '604 555 0177' })
    expect(await numbers()).toEqual(['301', '302', '31', '4000'])
    const first = await found({ limit: 3 })
    expect(first.next).toBe('31')
    expect(await numbers({ limit: 3, after: first.next })).toEqual(['4000'])
    expect(await numbers({ search: 'elan' })).toEqual(['31'])
    expect(await numbers({ search: 'carvalho' })).toEqual(['301'])
    expect(await numbers({ search: '(604) 555' })).toEqual(['302'])
    expect(await numbers({ search: '% _o' })).toEqual(['302'])
    expect(await numbers({ search: "' or true --" })).toEqual([])
    expect(await numbers({ only: 'mobile' })).toEqual(['4000'])
    expect(await numbers({ only: 'nobody' })).toEqual(['302', '31', '4000'])
    const head = await act(({ tx, account }) => extensionHead(tx, account.id))
    expect(head).toMatchObject({ total: 4, counts: { desk: 3, mobile: 1, nobody: 3, astray: 0 } })
    const counts = await act(({ tx, account }) => adminCounts(tx, account.id))
    expect(counts).toMatchObject({ extensions: 4, unowned: 3, people: 4, switches: 8 })
  })

  test('of one account are nobody else’s: not opened, not changed, not called', async () => {
    const id = await added(act)
    await world.rows(
      `update membership set modules = '{admin}' where account_id = $1 and kind = 'portal-user'`,
      [world.account('maple-logistics')],
    )
    const maple = inAdmin(world, 'maple-logistics', 'desk@harbour-dental.example')
    expect(await maple(({ tx, account }) => extensionOf(tx, account.id, id))).toBeNull()
    expect(await maple(change => editExtension(change, id, typed(), typed({ name: 'X' })))).toMatchObject({
      refusal: 'not-found',
    })
    expect(await maple(change => removeExtensions(change, [id]))).toMatchObject({ refusal: 'none-left' })
    expect(await maple(change => restoreExtensions(change, id, true))).toMatchObject({ refusal: 'not-found' })
    expect(await maple(change => setPin(change, id, '4071', 's'))).toMatchObject({ refusal: 'not-found' })
    expect(
      await maple(change => addExtension(change, typed({ number: '302', busy: 'extension', busyTo: '301' }))),
    ).toMatchObject({ fault: { field: 'busyTo', code: 'no-such-extension' } })
    expect(
      await maple(async change =>
        addExtension(change, typed({ member: await member('ines@harbour-dental.example') })),
      ),
    ).toMatchObject({ fault: { code: 'unknown-member' } })
  })

  test('what the rules refuse leaves nothing behind, and no line in the history', async () => {
    await added(act)
    const before = [await rows(), (await history()).length]
    for (const [more, code] of [
      [{ number: '301' }, 'taken'],
      [{ number: '911' }, 'emergency-extension'],
      [{ number: '302', name: '' }, 'no-name'],
      [{ number: '302', busy: 'extension', busyTo: '399' }, 'no-such-extension'],
    ] as const)
      expect(await act(change => addExtension(change, typed(more)))).toMatchObject({ fault: { code } })
    expect([await rows(), (await history()).length]).toEqual(before)
  })

  test('a number that is older than its rule is marked, and keeps nothing else from being changed', async () => {
    const id = await added(act, { number: '391' })
    await world.rows(`update pbx_extension set number = '9110' where id = $1`, [id])
    expect(await numbers({ only: 'emergency' })).toEqual(['9110'])
    expect(await edit(id, { name: 'Changed' })).toMatchObject({ value: { outcome: 'changed' } })
    expect(await edit(id, { number: '9111' })).toMatchObject({ fault: { code: 'emergency-extension' } })
    await edit(id, { number: '391' })
    expect(await numbers({ only: 'emergency' })).toEqual([])
  })

  test('without a product that has a virtual PBX nothing is added or changed', async () => {
    const id = await added(act)
    await world.rows(
      `update account_product set product = 'business-lines'
      where account_id = $1 and product = 'business-cloud-communications'`,
      [harbour],
    )
    expect(await act(change => addExtension(change, typed({ number: '302' })))).toMatchObject({
      refusal: 'no-pbx',
    })
    expect(await edit(id, { name: 'Other' })).toMatchObject({ refusal: 'no-pbx' })
    await world.rows(
      `update account_product set product = 'business-cloud-communications'
      where account_id = $1 and product = 'business-lines'`,
      [harbour],
    )
  })

  test('two who want one number at once: one gets it', async () => {
    const answers = await Promise.all([
      act(change => addExtension(change, typed({ name: 'One' }))),
      act(change => addExtension(change, typed({ name: 'Two' }))),
    ])
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(await rows()).toBe(1)
    // And what a query forgets the database holds by itself.
    await expect(
      world.rows(`insert into pbx_extension (provider_id, account_id, number)
        select provider_id, account_id, number from pbx_extension`),
    ).rejects.toMatchObject({ code: '23P01' })
  })

  test('a change is told field by field, people by name; of two at once the second is told by whom', async () => {
    const id = await added(act)
    const shown = (await one(id))?.values ?? typed()
    const jun = await member('jun@harbour-dental.example')
    expect(
      await edit(id, { number: '305', member: jun, busy: 'outside', busyTo: '(604) 555-0177' }),
    ).toMatchObject({
      value: { outcome: 'changed' },
    })
    expect((await history())[0]?.data).toEqual({
      what: '301 (Test room)',
      changes: {
        number: ['301', '305'],
        member: ['', 'Jun Watanabe'],
        busy: ['voicemail', 'outside'],
        busyTo: ['', '+16045550177'],
      },
    })
    const late = await act(change => editExtension(change, id, shown, { ...shown, name: 'Late' }))
    expect(late).toMatchObject({
      value: { outcome: 'meanwhile', by: [{ by: 'Noor Haddad' }], merged: { name: 'Late', number: '305' } },
    })
    expect(await edit(id, {})).toMatchObject({ value: { outcome: 'nothing' } })
  })

  test('calls go round in no circle, and who sends calls to one keeps it from being removed', async () => {
    const a = await added(act, { number: '301' })
    const b = await added(act, { number: '302', unanswered: 'extension', unansweredTo: '301' })
    expect(await edit(a, { busy: 'extension', busyTo: '302' })).toMatchObject({
      fault: { field: 'busyTo', code: 'circle', fact: '301 → 302 → 301' },
    })
    expect(await act(change => removeExtensions(change, [a]))).toEqual({
      ok: false,
      used: ['302 (Test room)'],
    })
    expect(await act(change => removeExtensions(change, [a, b]))).toMatchObject({ value: { count: 2 } })
    expect((await history())[0]).toMatchObject({
      action: 'pbx-extensions.removed',
      data: { whom: '301, 302' },
    })
    expect(await act(({ tx, account }) => removedExtensions(tx, account.id))).toHaveLength(2)
    expect(await act(change => restoreExtensions(change, a, true))).toMatchObject({ value: { count: 2 } })
    expect((await one(b))?.unanswered).toEqual({ kind: 'extension', to: '301' })
    expect(await act(change => restoreExtensions(change, a, true))).toMatchObject({ refusal: 'there' })
  })

  test('what comes back fits what is there by now, or is refused with the reason', async () => {
    const jun = await member('jun@harbour-dental.example')
    const a = await added(act, { number: '301', name: '', member: jun })
    await act(change => removeExtensions(change, [a]))
    const other = await added(act, { number: '301' })
    expect(await act(change => restoreExtensions(change, a, false))).toMatchObject({
      fault: { field: 'number', code: 'taken' },
    })
    await edit(other, { number: '302', member: jun })
    expect(await act(change => restoreExtensions(change, a, false))).toMatchObject({ value: { count: 1 } })
    expect(await one(a), 'its person has another one by now').toMatchObject({
      person: null,
      name: 'Jun Watanabe',
    })
    await act(change => removeExtensions(change, [a]))
    await world.rows(`update pbx_extension set ended_at = now() - interval '31 days' where id = $1`, [a])
    expect(await act(change => restoreExtensions(change, a, false))).toMatchObject({ refusal: 'not-found' })
  })

  test('whoever removes one that was removed is told, and changes nothing', async () => {
    const id = await added(act)
    await act(change => removeExtensions(change, [id]))
    expect(await act(change => editExtension(change, id, typed(), typed({ name: 'X' })))).toMatchObject({
      refusal: 'removed',
      seen: { by: 'Noor Haddad' },
    })
    expect(await act(change => removeExtensions(change, [id]))).toMatchObject({ refusal: 'none-left' })
    expect(await act(change => setPin(change, id, '4071', 's'))).toMatchObject({ refusal: 'removed' })
  })

  test('a PIN is kept as a mark that the table alone does not open, and goes with the voicemail', async () => {
    const id = await added(act, { number: '201' })
    expect(await act(change => setPin(change, id, '1234', 'secret'))).toMatchObject({
      refusal: 'pin-too-easy',
    })
    expect(await act(change => setPin(change, id, '4071', 'secret'))).toMatchObject({ ok: true })
    const [kept] = await world.rows<{ key: string; mark: string; all: string }>(
      `select pin_key as key, pin_mark as mark, to_jsonb(x)::text as all from pbx_extension x where id = $1`,
      [id],
    )
    expect(kept?.mark).toBe(pinMark(id, kept?.key ?? '', '4071', 'secret'))
    expect(kept?.all).not.toContain('4071')
    expect(JSON.stringify(await history())).not.toContain('4071')
    await edit(id, { voicemail: 'off', busy: 'nothing', unanswered: 'nothing' })
    expect((await one(id))?.pinSetAt).toBeNull()
    expect(await act(change => setPin(change, id, '4072', 'secret'))).toMatchObject({
      refusal: 'no-voicemail',
    })
  })

  test('a PIN goes with the number and with the person, whichever way they go, and stays through all else', async () => {
    const jun = await member('jun@harbour-dental.example')
    const ines = await member('ines@harbour-dental.example')
    const id = await added(act, { number: '201', name: '', member: jun })
    const isSet = async () => (await one(id))?.pinSetAt !== null
    const set = async () => {
      await act(change => setPin(change, id, '4071', 'secret'))
      expect(await isSet()).toBe(true)
    }
    await set()
    await edit(id, { name: 'Surgery', device: 'mobile' })
    expect(await isSet()).toBe(true)
    await edit(id, { member: ines })
    expect(await isSet(), 'of the next person').toBe(false)
    await set()
    await edit(id, { number: '305' })
    expect(await isSet(), 'under another number').toBe(false)
    await set()
    await act(change => removeExtensions(change, [id]))
    await act(change => restoreExtensions(change, id, false))
    expect(await isSet(), 'as it was').toBe(true)
    await act(change => removeExtensions(change, [id]))
    await added(act, { number: '306', name: '', member: ines })
    await act(change => restoreExtensions(change, id, false))
    expect(await one(id), 'back without its person').toMatchObject({ person: null, pinSetAt: null })
  })

  test('several get a key profile, and lose it, in one line', async () => {
    const ids = [await added(act, { number: '301' }), await added(act, { number: '302' })]
    const [profile] = await world.rows<{ id: string }>(
      `select id from key_profile where account_id = $1 and name = 'Surgery'`,
      [harbour],
    )
    const given = await act(change => profileExtensions(change, ids, profile?.id ?? ''))
    expect(given).toMatchObject({ value: { count: 2 } })
    expect((await history())[0]).toMatchObject({ data: { what: 'Surgery', whom: '301, 302' } })
    const stranger = '00000000-0000-4000-8000-000000000000'
    expect(await act(change => profileExtensions(change, ids, stranger))).toMatchObject({
      refusal: 'no-profile',
    })
    expect(await act(change => profileExtensions(change, [stranger], ''))).toMatchObject({
      refusal: 'none-left',
    })
    await act(change => profileExtensions(change, ids, ''))
    expect((await found()).extensions.map(row => row.profile)).toEqual([null, null])
  })
})

describe('the extension of somebody', () => {
  test('goes under “Services and users” by the same rules, and who took it stands with it', async () => {
    const ines = await member('ines@harbour-dental.example')
    const own = await added(act, { number: '301', name: '', member: ines })
    const other = await added(act, { number: '302', busy: 'extension', busyTo: '301' })
    const give = (extension: string) =>
      world.onAccount(
        'owner@harbour-dental.example',
        harbour,
        'people.update',
        async (change: AccountChange) => {
          const found = await endUserOf(change.tx, harbour, ines)
          if (!found) throw new Error('no such end user')
          const shown = endUserValues(found)
          return updateEndUser(change, ines, { ...shown, extension }, shown)
        },
      )
    expect(await give('')).toMatchObject({ refusal: 'extension-in-use', seen: { state: '302' } })
    expect((await one(own))?.removed).toBeNull()
    expect(await give('303')).toMatchObject({ ok: true })
    await edit(other, { busy: 'voicemail' })
    expect(await give('')).toMatchObject({ ok: true })
    expect((await one(own))?.removed?.by).toBe(world.actor('owner@harbour-dental.example').name)
  })

  test('that a server of the release before writes is carried over, and kept as removed where it is another’s', async () => {
    const [ines, jun] = [
      await member('ines@harbour-dental.example'),
      await member('jun@harbour-dental.example'),
    ]
    const old = (id: string, extension: string) =>
      world.rows('update membership set extension = $2 where id = $1', [id, extension])
    await old(ines, '301')
    await old(ines, '302')
    expect(await numbers()).toEqual(['302'])
    await old(jun, '302')
    expect(await numbers()).toEqual(['302'])
    const gone = await act(({ tx, account }) => removedExtensions(tx, account.id))
    expect(gone).toMatchObject([{ number: '302', name: 'Jun Watanabe' }])
    expect(await act(change => restoreExtensions(change, gone[0]?.id ?? '', false))).toMatchObject({
      fault: { code: 'taken', fact: 'Ines Carvalho' },
    })
    await old(ines, '')
    expect(await numbers()).toEqual([])
    await old(jun, '')
  })

  test('that went with others in one press says by whom, also after it was removed by another before', async () => {
    const ids = [await added(act, { number: '301' }), await added(act, { number: '302' })]
    await act(change => removeExtensions(change, ids))
    expect((await one(ids[1] ?? ''))?.removed?.by).toBe('Noor Haddad')
  })

  test('goes with their place, whichever way it ends, and calls that went there are told as astray', async () => {
    const ines = await member('ines@harbour-dental.example')
    const own = await added(act, { number: '301', name: '', member: ines })
    const other = await added(act, { number: '302', busy: 'extension', busyTo: '301' })
    await world.rows(`update membership set state = 'removed' where id = $1`, [ines])
    expect((await one(own))?.removed).toMatchObject({ canComeBack: true })
    expect((await one(other))?.busy).toEqual({ kind: 'extension', to: '' })
    expect(await numbers({ only: 'astray' })).toEqual(['302'])
    expect(await edit(other, { name: 'Changed' })).toMatchObject({ fault: { code: 'no-such-extension' } })
    expect(await act(change => restoreExtensions(change, own, false))).toMatchObject({ ok: true })
    expect(await one(own)).toMatchObject({ person: null, name: 'Ines Carvalho' })
    expect(await numbers({ only: 'astray' })).toEqual([])
    await world.rows('delete from pbx_extension where id = $1', [own])
    expect((await one(other))?.busy).toEqual({ kind: 'extension', to: '' })
    await world.rows(`update membership set state = 'active' where id = $1`, [ines])
  })
})
