import { afterAll, expect, test } from 'vitest'
import { unseal } from '#lib/mail/seal.ts'
import { closeAccount } from '../account/close.ts'
import { reading, writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { comesInSomewhere } from './has-place.ts'
import { secret, sendPasswordLetter } from './testing.ts'
import { waitingFor } from './waiting.ts'

/** Links of people who have no place left to come in to. */
const world = await newWorld()
afterAll(() => world.close())

const platform = 'platform@northwind.example'
const behind = { role: 'app', providerId: world.provider('northwind') } as const

/** Somebody invited to these accounts, with the letter's link. */
async function invited(email: string, slugs: readonly string[]) {
  const [person] = await world.rows<{ id: string }>(
    `insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
      select provider_id, $1, $1, 'Ned Wills', 'en', 'UTC', home_brand_id from person where email = $2 returning id`,
    [email, platform],
  )
  const id = person?.id ?? ''
  await world.rows(
    `insert into membership (provider_id, account_id, person_id, kind, state, roles)
      select provider_id, id, $1, 'administrator', 'invited', '{service-viewer}' from account where slug = any($2)`,
    [id, slugs],
  )
  await writing(
    behind,
    tx =>
      sendPasswordLetter(tx, {
        purpose: 'activation',
        personId: id,
        accountId: null,
        hasPassword: false,
        replaces: true,
        facts: {},
      }),
    world.pool,
  )
  const [letter] = await world.rows<{ secret: string }>('select secret from letter where person_id = $1', [
    id,
  ])
  const { token } = JSON.parse(unseal(letter?.secret ?? '', secret)) as { token: string }
  return { id, token }
}

const seen = ({ id, token }: { id: string; token: string }) =>
  reading(
    behind,
    async tx => ({
      waiting: await waitingFor(tx, 'activation', token),
      open: await comesInSomewhere(tx, id),
    }),
    world.pool,
  )

test('an invitation to a closed account leads nowhere, one of two leads to the other', async () => {
  const [one, two] = [
    await invited('one@people.example', ['erable-sante']),
    await invited('two@people.example', ['erable-sante', 'harbour-dental']),
  ]
  for (const person of [one, two])
    expect(await seen(person)).toMatchObject({ open: true, waiting: { isOpen: true } })
  await world.asProvider(platform, change => closeAccount(change, world.account('erable-sante'), 'Over.'))
  expect(await seen(one)).toMatchObject({ open: false, waiting: { isOpen: false, places: [] } })
  expect(await seen(two)).toMatchObject({
    open: true,
    waiting: { isOpen: true, places: [{ name: 'Harbour Dental' }] },
  })
})
