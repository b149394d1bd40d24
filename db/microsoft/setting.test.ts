import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Values } from '#lib/edit.ts'
import { notReady, type SettingField } from '#lib/microsoft/setting.ts'
import { reading } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import {
  changeMicrosoft,
  isMicrosoftOn,
  microsoftCredentials,
  microsoftSettingOf,
  microsoftSettingShown,
  peopleByMicrosoft,
  settingValues,
  switchMicrosoft,
  type TypedSetting,
} from './setting.ts'

const world = await newWorld()
afterAll(() => world.close())
beforeEach(() => world.rows('truncate microsoft_setting, microsoft_link'))

const key = 'a secret of the tests, which guards nothing'
const [platform, southern] = ['platform@northwind.example', 'platform@southern.example']
const providerId = world.provider('northwind')
const tenant = '11111111-1111-4111-8111-111111111111'
const typed: TypedSetting = {
  whose: 'listed',
  tenants: [tenant],
  clientId: '0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f',
  clientSecret: 'tell nobody of it',
}
const none: Values<SettingField> = { microsoftTenants: '', microsoftClient: '', microsoftSecret: '' }

const read = <T>(work: Parameters<typeof reading<T>>[1], provider = providerId) =>
  reading({ role: 'app', providerId: provider }, work, world.pool)
const setting = (provider = providerId) => read(tx => microsoftSettingOf(tx, provider), provider)
const save = (more: Partial<TypedSetting> = {}, shown = none, by = platform) =>
  world.asProvider(by, change => changeMicrosoft(change, shown, { ...typed, ...more }, key))
const turn = (isOn: boolean, by = platform) => world.asProvider(by, change => switchMicrosoft(change, isOn))
const events = (action: string) =>
  world.rows<{ data: object; account: string | null }>(
    'select data, account_id as account from event where action = $1 order by id desc',
    [action],
  )

describe('what a provider sets', () => {
  test('is one row and one event; the secret is sealed, and in neither', async () => {
    expect(await save()).toEqual({ outcome: 'changed' })
    const { clientSecret: _, ...told } = typed
    expect(await setting()).toEqual({ ...told, hasSecret: true, isOn: false, secretNumber: 1 })
    const [row] = await world.rows<{ whole: string; secret: string }>(
      'select s::text as whole, client_secret as secret from microsoft_setting s',
    )
    expect(row?.whole).not.toContain(typed.clientSecret)
    expect(row?.secret).toMatch(/^v1\./)
    const [event] = await events('microsoft.changed')
    expect(event).toEqual({
      account: null,
      data: {
        changes: {
          microsoftTenants: ['', tenant],
          microsoftClient: ['', typed.clientId],
          microsoftSecret: ['', '1'],
        },
      },
    })
    expect(await read(tx => microsoftCredentials(tx, providerId, key))).toMatchObject(typed)
  })

  test('another provider’s setting is its own, and its secret opens nowhere else', async () => {
    await save()
    expect(await setting(world.provider('southern'))).toMatchObject({ isOn: false, clientId: '' })
    await save({ clientSecret: 'southern’s own' }, none, southern)
    await world.rows(
      `update microsoft_setting set client_secret = (select client_secret from microsoft_setting where provider_id = $1)
        where provider_id <> $1`,
      [providerId],
    )
    const other = world.provider('southern')
    expect(await read(tx => microsoftCredentials(tx, other, key), other)).toMatchObject({ clientSecret: '' })
  })

  test('a secret that AUTH_SECRET opens no more is as good as none until it is entered again', async () => {
    await save()
    await world.rows('update microsoft_setting set is_on = true')
    const lost = await read(tx => microsoftCredentials(tx, providerId, `${key}!`))
    expect(lost).toMatchObject({ isOn: true, hasSecret: false, clientSecret: '' })
    expect(notReady(lost)).toBe('setup')
    const shown = (by: string) => read(tx => microsoftSettingShown(tx, providerId, by))
    expect(await shown(key)).toMatchObject({ hasSecret: true, isSecretLost: false })
    expect(await shown(`${key}!`)).toMatchObject({ hasSecret: false, isSecretLost: true, secretNumber: 1 })
    expect(await shown(key)).not.toHaveProperty('clientSecret')
    await world.rows('truncate microsoft_setting')
    expect(await shown(key)).toMatchObject({ hasSecret: false, isSecretLost: false })
  })

  test('a secret that is not typed again is kept; another one replaces it', async () => {
    await save()
    const shown = settingValues(await setting())
    expect(await save({ clientSecret: '', tenants: [], whose: 'any' }, shown)).toEqual({ outcome: 'changed' })
    expect((await events('microsoft.changed'))[0]?.data).toEqual({
      changes: { microsoftTenants: [tenant, 'any'] },
    })
    expect((await read(tx => microsoftCredentials(tx, providerId, key))).clientSecret).toBe(
      typed.clientSecret,
    )
    const now = settingValues(await setting())
    await save({ clientSecret: 'another', tenants: [], whose: 'any' }, now)
    expect((await read(tx => microsoftCredentials(tx, providerId, key))).clientSecret).toBe('another')
    expect((await events('microsoft.changed'))[0]?.data).toEqual({ changes: { microsoftSecret: ['1', '2'] } })
  })

  test('saved as it was, nothing is changed and nothing told', async () => {
    await save()
    const before = (await events('microsoft.changed')).length
    expect(await save({ clientSecret: '' }, settingValues(await setting()))).toEqual({ outcome: 'nothing' })
    expect(await events('microsoft.changed')).toHaveLength(before)
  })

  test('of two who edit at once the second is told by whom, and nothing of the first is lost', async () => {
    await save()
    const shown = settingValues(await setting())
    const two = await Promise.all([
      save({ tenants: [], whose: 'any', clientSecret: '' }, shown),
      save({ clientSecret: 'another' }, shown),
    ])
    const outcomes = two.map(one => (one === 'not-found' ? one : one.outcome)).sort()
    expect(outcomes).toEqual(['changed', 'meanwhile'])
  })
})

describe('the switch', () => {
  test('goes on only once everything is there, and is told each time', async () => {
    expect(await turn(true)).toMatchObject({ refusal: 'incomplete' })
    await save()
    expect(await turn(true)).toMatchObject({ ok: true })
    expect(await read(tx => isMicrosoftOn(tx, providerId))).toBe(true)
    expect(await turn(true)).toMatchObject({ refusal: 'already-so' })
    expect(await turn(false)).toMatchObject({ ok: true })
    expect(await read(tx => isMicrosoftOn(tx, providerId))).toBe(false)
    expect(await events('microsoft.switched-on')).toHaveLength(1)
    expect(await events('microsoft.switched-off')).toHaveLength(1)
  })

  test('two who switch at once: one does, the other is told', async () => {
    await save()
    let tries = 0
    for (; tries < 5; tries++) {
      const isOn = tries % 2 === 0
      const two = await Promise.all([turn(isOn), turn(isOn)])
      expect(two.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
    }
    console.log(`switched by two at once: ${tries} tries, 0 failures`)
  })

  test('ends no session and no link, and tells before how many come in by it', async () => {
    await save()
    await turn(true)
    const link = (email: string) =>
      world.rows(
        `insert into microsoft_link (provider_id, person_id, tenant_id, object_id, name, address)
          select provider_id, id, $2, id::text, name, email from person where email = $1`,
        [email, tenant],
      )
    await link('owner@maple.example')
    await link('billing@maple.example')
    await link('owner@bakery.example')
    await world.rows(`update person set password_hash = null where email = 'billing@maple.example'`)
    expect(await read(tx => peopleByMicrosoft(tx, providerId))).toEqual({ all: 2, alone: 1 })
    const sessions = await world.rows('select id from session')
    await turn(false)
    expect(await world.rows('select id from session')).toEqual(sessions)
    expect(await world.rows('select 1 from microsoft_link where ended_at is null')).toHaveLength(3)
  })

  test('whoever is not of the provider’s own staff finds nothing to switch', async () => {
    await save()
    expect(await turn(true, 'owner@maple.example')).toBe('not-found')
    expect(await read(tx => isMicrosoftOn(tx, providerId))).toBe(false)
  })
})
