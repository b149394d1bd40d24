import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { type ContactKind, contactFieldOf, contactKinds, peopleOf } from '#lib/account/contacts.ts'
import { canonicalOf } from '#lib/email.ts'
import type { Change } from '../change.ts'
import { writing } from '../client.ts'
import { codeOf } from '../faults.ts'
import { actOnMembership } from '../membership/act.ts'
import { newWorld } from '../proof/world.ts'
import { onAccountAsProvider } from '../provider/account-change.ts'
import { accountAtDesk } from '../provider/account-page.ts'
import { closeAccount } from './close.ts'
import { createAccount } from './create.ts'
import { type TypedAtDesk, updateAtDesk } from './desk-edit.ts'
import { generalOf } from './details.ts'
import { inviteAdministrators } from './first-people.ts'
import { contactChoices, contactValues } from './named-contacts.ts'

const world = await newWorld()
afterAll(() => world.close())

const [nora, sam] = ['platform@northwind.example', 'platform@southern.example']
const secret = 'a secret of the tests, which guards nothing'
const [harbour, maple] = [world.account('harbour-dental'), world.account('maple-logistics')]

async function as<T>(email: string, work: (change: Change) => Promise<T>): Promise<T> {
  const answer = await world.asProvider(email, work)
  if (answer === 'not-found') throw new Error(`${email} is not of the staff`)
  return answer as T
}

/** Who is named, by purpose. */
async function named(account: string): Promise<Partial<Record<ContactKind, string>>> {
  const { contacts } = await as(nora, ({ tx }) => generalOf(tx, account))
  return Object.fromEntries(contacts.map(({ kind, name }) => [kind, name]))
}

async function placeOf(email: string, account: string): Promise<string> {
  const rows = await world.rows<{ id: string }>(
    `select m.id from membership m join person p on p.id = m.person_id where p.email = $1 and m.account_id = $2 and m.state <> 'removed'`,
    [email, account],
  )
  return rows[0]?.id ?? ''
}

/** Chooses these contacts on the desk, in a form that showed `shown` of them. */
const choose = (
  chosen: Partial<Record<ContactKind, string>>,
  { account = harbour, by = nora, shown = {} as Partial<Record<ContactKind, string>> } = {},
) =>
  as(by, async change => {
    const on = await onAccountAsProvider(change, account)
    if (!on) return null
    const { details, contacts, homeBrand } = await generalOf(change.tx, account)
    const fields = (of: Partial<Record<ContactKind, string>>) =>
      Object.fromEntries(Object.entries(of).map(([kind, id]) => [contactFieldOf(kind as ContactKind), id]))
    const before = { ...details, homeBrand, ...contactValues(contacts), ...fields(shown) }
    return updateAtDesk(on, { ...before, ...fields(chosen) } as TypedAtDesk, before, { looked: false })
  })

const changes = (account: string) =>
  world.rows<{ action: string; changes: Record<string, unknown> }>(
    `select action, data->'changes' as changes from event where account_id = $1 and data ? 'changes' order by id desc`,
    [account],
  )

const details = {
  name: 'Quay Optics',
  legalName: 'Quay Optics Ltd.',
  addressLine: '',
  city: '',
  postalCode: '',
  country: '',
  phone: '',
  emergencyContact: '',
  timeZone: 'UTC',
}

describe('at the creation of an account', () => {
  test('whoever is named for something is kept, one person for several, and the history names them', async () => {
    const kinds = { owner: 'Quinn Avery', service: 'Sol Reyes', support: 'Quinn Avery' } as const
    const people = peopleOf(
      Object.entries(kinds).map(([kind, name]) => ({
        kind: kind as ContactKind,
        name,
        email: `${name.split(' ')[0]}@quay.example`,
        roles: ['service-viewer'] as const,
      })),
      canonicalOf,
    )
    const id = await as(nora, async change => {
      const [home] = await world.rows<{ id: string }>(
        `select id from branding_domain where host = 'northwind.localhost'`,
      )
      const made = await createAccount(change, {
        details,
        brandId: home?.id,
        parent: '',
        products: [],
        people,
        looked: true,
      })
      if (!made.ok) throw new Error(made.refusal)
      const on = await onAccountAsProvider(change, made.value.id)
      if (!on) throw new Error('not there')
      const at = { homeBrandId: made.value.brandId, language: 'en', timeZone: 'UTC' } as const
      expect(await inviteAdministrators(on, people, at, secret)).toBeNull()
      return made.value.id
    })
    expect(await named(id)).toEqual(kinds)
    const [created] = (await changes(id)).filter(one => one.action === 'account.created')
    expect(created?.changes).toEqual({
      ownerContact: ['', 'Quinn Avery'],
      serviceContact: ['', 'Sol Reyes'],
      supportContact: ['', 'Quinn Avery'],
    })
    const desk = await as(nora, ({ tx, actor }) => accountAtDesk(tx, actor, 'quay-optics'))
    expect(desk?.contacts.map(one => one.kind).sort()).toEqual(['owner', 'service', 'support'])
    // Whoever still waits to come in is a contact, and can be taken out.
    expect(await choose({ support: '' }, { account: id })).toEqual({ outcome: 'changed' })
  })
})

describe('on the desk', () => {
  test('another one is chosen, or nobody; the history tells by name from whom to whom', async () => {
    const [owner, desk] = [
      await placeOf('owner@harbour-dental.example', harbour),
      await placeOf('desk@harbour-dental.example', harbour),
    ]
    expect(await choose({ support: owner, service: '', provisioning: desk })).toEqual({ outcome: 'changed' })
    expect(await named(harbour)).toEqual({
      owner: 'Harriet Osei',
      support: 'Harriet Osei',
      provisioning: 'Dana Petrov',
    })
    expect((await changes(harbour))[0]).toEqual({
      action: 'account.updated',
      changes: {
        serviceContact: ['Marcus Lindqvist', ''],
        supportContact: ['Marcus Lindqvist', 'Harriet Osei'],
        provisioningContact: ['', 'Dana Petrov'],
      },
    })
    expect(await choose({})).toEqual({ outcome: 'nothing' })
  })

  test('end users, people of another account, and what is none, are refused field by field; nothing is changed', async () => {
    const before = await named(harbour)
    const [endUser, elsewhere] = [
      await placeOf('ines@harbour-dental.example', harbour),
      await placeOf('owner@maple.example', maple),
    ]
    for (const id of [endUser, elsewhere, randomUUID()])
      expect(await choose({ owner: id, support: id })).toEqual({
        outcome: 'not-there',
        fields: ['ownerContact', 'supportContact'],
      })
    expect(await named(harbour)).toEqual(before)
    const offered = await as(nora, ({ tx }) => contactChoices(tx, harbour))
    expect(offered.map(one => one.email).sort()).toEqual([
      'asha@harbour-dental.example',
      'desk@harbour-dental.example',
      'manager@harbour-dental.example',
      'noor@harbour-dental.example',
      'owner@harbour-dental.example',
      'piotr@harbour-dental.example',
    ])
  })

  test('of two who choose at once the second is told whom the first has chosen', async () => {
    const [owner, manager] = [
      await placeOf('owner@harbour-dental.example', harbour),
      await placeOf('manager@harbour-dental.example', harbour),
    ]
    await choose({ owner: manager })
    expect(await choose({ owner: '' }, { shown: { owner } })).toMatchObject({
      outcome: 'meanwhile',
      theirs: ['ownerContact'],
      stored: { ownerContact: manager },
      by: [{ by: 'Nora Whitfield', fields: ['ownerContact'] }],
    })
  })

  test('another provider’s account is not there', async () => {
    expect(await choose({ owner: '' }, { by: sam })).toBeNull()
  })
})

describe('whoever has no place any more', () => {
  test('is no contact, whichever way they were removed; who is disabled stays one', async () => {
    const id = await placeOf('billing@maple.example', maple)
    const act = (by: 'disable' | 'remove') =>
      as(nora, async change => {
        const on = await onAccountAsProvider(change, maple)
        return on && actOnMembership(on, { id, by }, ['administrator'], secret)
      })
    expect(await act('disable')).toMatchObject({ ok: true })
    expect(await named(maple)).toMatchObject({ service: 'Bianca Reyes' })
    // The form was open while it happened: what it showed is taken over as nobody.
    expect(await act('remove')).toMatchObject({ ok: true })
    expect(await named(maple)).toEqual({
      owner: 'Owen Maplewood',
      support: 'Connor Blake',
      provisioning: 'Connor Blake',
    })
    expect(await choose({}, { account: maple, shown: { service: id } })).toMatchObject({
      outcome: 'meanwhile',
      merged: { serviceContact: '' },
    })
    expect(await choose({ service: id }, { account: maple })).toEqual({
      outcome: 'not-there',
      fields: ['serviceContact'],
    })
  })

  test('chosen and removed at once: no place that is none is ever named', async () => {
    const connor = await placeOf('contributor@maple.example', maple)
    const [chosen] = await Promise.all([
      choose({ service: connor }, { account: maple }),
      as(nora, async change => {
        const on = await onAccountAsProvider(change, maple)
        return on && actOnMembership(on, { id: connor, by: 'remove' }, ['administrator'], secret)
      }),
    ])
    expect(['changed', 'not-there']).toContain(chosen?.outcome)
    expect(Object.values(await named(maple))).not.toContain('Connor Blake')
  })

  test('a closed account has no contacts', async () => {
    const erable = world.account('erable-sante')
    await as(nora, change => closeAccount(change, erable, 'Over.'))
    expect(await world.rows('select 1 from account_contact where account_id = $1', [erable])).toEqual([])
  })
})

test('the database names nobody who is not of the account, and one for each purpose', async () => {
  const elsewhere = await placeOf('owner@maple.example', maple)
  const insert = (membership: string, kind: string) =>
    writing(
      { role: 'app', providerId: world.provider('northwind') },
      tx =>
        tx.$client.query(
          'insert into account_contact (provider_id, account_id, kind, membership_id) values ($1, $2, $3, $4)',
          [world.provider('northwind'), harbour, kind, membership],
        ),
      world.pool,
    ).then(() => 'ok', codeOf)
  expect(await insert(elsewhere, 'service')).toBe('23503')
  const owner = await placeOf('owner@harbour-dental.example', harbour)
  expect(await insert(owner, 'owner')).toBe('23505')
  expect(contactKinds).toHaveLength(4)
})
