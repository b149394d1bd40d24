import { afterAll, describe, expect, test } from 'vitest'
import type { LinkWay } from '#lib/person-invitation/link.ts'
import { writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { reachableAt, signInByLetter } from './sign-in.ts'
import { address, invitingIn, newAddress } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())

const secret = 'a secret of the tests, which guards nothing'
const someone = 'desk@harbour-dental.example'
const providerId = world.provider('northwind')
const wall = { role: 'app', providerId } as const
const { invited, linkOf } = invitingIn(world, secret)

describe('a sign-in for whoever has none', () => {
  const [home] = ['northwind.localhost']
  const place = async () => ({
    providerId,
    brandingDomainId:
      (await world.rows<{ id: string }>('select id from branding_domain where host = $1', [home]))[0]?.id ??
      '',
  })
  const byLetter = async (id: string, way: LinkWay = 'letter') =>
    writing(
      wall,
      async tx =>
        signInByLetter(
          tx,
          await place(),
          await linkOf(id, way),
          { name: 'Jo', language: 'en', hash: 'x' },
          secret,
        ),
      world.pool,
    )

  test('by the letter alone, which proves the mailbox; whoever has a password is not touched', async () => {
    const to = newAddress()
    const id = await invited({ email: address(to) })
    expect(await byLetter(id, 'copied')).toMatchObject({ refusal: 'not-found' })
    expect(await byLetter(id)).toMatchObject({ ok: true })
    expect(await byLetter(id)).toMatchObject({ refusal: 'has-sign-in' })
    const known = await invited({ email: address(someone) })
    const hash = () => world.rows('select password_hash, name from person where email = $1', [someone])
    const before = await hash()
    expect(await byLetter(known)).toMatchObject({ refusal: 'has-sign-in' })
    expect(await hash()).toEqual(before)
  })

  test('by a link only to a mailbox that is still to be proved, and for a bound one to no other', async () => {
    const reach = async (id: string, email: string) =>
      writing(
        wall,
        async tx =>
          reachableAt(
            tx,
            await place(),
            await linkOf(id),
            { name: 'Jo', language: 'en', email: address(email) },
            secret,
          ),
        world.pool,
      )
    const [bound, to] = [await invited({ email: address('bound@people.example') }), newAddress()]
    expect(await reach(bound, to)).toMatchObject({ refusal: 'other-address' })
    expect(await reach(bound, 'bound@people.example')).toMatchObject({ ok: true })
    const link = await invited({ email: null })
    expect(await reach(link, to)).toMatchObject({ ok: true })
    expect(
      await world.rows('select password_hash as hash from person where email = any($1)', [
        [to, 'bound@people.example'],
      ]),
    ).toEqual([{ hash: null }, { hash: null }])
  })
})
