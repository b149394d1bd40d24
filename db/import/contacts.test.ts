import { afterAll, expect, test } from 'vitest'
import { done, folder, importWorld, type Texts } from './testing-world.ts'

/** Whom the provider speaks with, from its files. */
const { world, take, digest, close } = await importWorld()
afterAll(() => close())

const named = async (slug: string) =>
  Object.fromEntries(
    (
      await world.rows<{ kind: string; email: string }>(
        `select c.kind, p.email from account_contact c join account a on a.id = c.account_id
          join membership m on m.id = c.membership_id join person p on p.id = m.person_id where a.slug = $1`,
        [slug],
      )
    ).map(({ kind, email }) => [kind, email]),
  )

const told = (slug: string) =>
  world.rows<{ action: string; changes: unknown }>(
    `select e.action, e.data->'changes' as changes from event e join account a on a.id = e.account_id
      where a.slug = $1 and e.data ? 'changes' order by e.id desc`,
    [slug],
  )

const head = 'email,name,kind,account,roles,modules,contact'
const people = (...rows: string[]): Texts => ({ people: [head, ...rows].join('\n') })

test('come in with new people, and in place of others: told by purpose, old and new', async () => {
  const { accounts = '' } = folder
  done(await take({ accounts }))
  const fresh = people(
    'mara@lakeside.example,Mara Lind,account-manager,lakeside-clinic,,,service; support',
    'noel@lakeside.example,Noël Roy,administrator,lakeside-clinic,account-owner,,owner',
    'desk@harbour-dental.example,Dana Petrov,portal-user,harbour-dental,,sms; call-log,support; provisioning',
  )
  const before = await digest()
  expect(done(await take(fresh, { apply: false })).told).toEqual([
    expect.objectContaining({
      line: 4,
      changes: {
        supportContact: ['Marcus Lindqvist', 'Dana Petrov'],
        provisioningContact: ['', 'Dana Petrov'],
      },
    }),
  ])
  expect(await digest()).toEqual(before)
  expect(done(await take(fresh))).toMatchObject({ events: 3 })
  expect(await named('lakeside-clinic')).toEqual({
    owner: 'noel@lakeside.example',
    service: 'mara@lakeside.example',
    support: 'mara@lakeside.example',
  })
  expect(await named('harbour-dental')).toEqual({
    owner: 'owner@harbour-dental.example',
    service: 'manager@harbour-dental.example',
    support: 'desk@harbour-dental.example',
    provisioning: 'desk@harbour-dental.example',
  })
  expect(await told('harbour-dental')).toEqual([
    {
      action: 'membership.updated',
      changes: {
        supportContact: ['Marcus Lindqvist', 'Dana Petrov'],
        provisioningContact: ['', 'Dana Petrov'],
      },
    },
  ])
  expect(await told('lakeside-clinic')).toContainEqual({
    action: 'membership.imported',
    changes: { serviceContact: ['', 'Mara Lind'], supportContact: ['', 'Mara Lind'] },
  })
  const after = await digest()
  expect(done(await take(fresh)).counts.people).toMatchObject({ new: 0, changed: 0, same: 3 })
  expect(await digest()).toEqual(after)
})

test('stay as they are where the column is empty or missing, and where the person was removed', async () => {
  const before = await digest()
  done(
    await take(people('desk@harbour-dental.example,Dana Petrov,portal-user,harbour-dental,,sms; call-log,')),
  )
  done(
    await take({
      people:
        'email,name,kind,account,modules\ndesk@harbour-dental.example,Dana Petrov,portal-user,harbour-dental,sms; call-log',
    }),
  )
  expect(await digest()).toEqual(before)
  await world.rows(
    `update membership set state = 'removed' where person_id = (select id from person where email = 'mara@lakeside.example')`,
  )
  expect(await named('lakeside-clinic')).toEqual({ owner: 'noel@lakeside.example' })
  const gone = await take(people('mara@lakeside.example,Mara Lind,account-manager,lakeside-clinic,,,service'))
  expect(done(gone).counts.people).toMatchObject({ left: 1 })
  expect(await named('lakeside-clinic')).toEqual({ owner: 'noel@lakeside.example' })
})
