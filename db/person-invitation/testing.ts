import { canonicalOf } from '#lib/email.ts'
import { invitationToken, type LinkWay } from '#lib/person-invitation/link.ts'
import type { newWorld } from '../proof/world.ts'
import { type Inviting, invitePerson } from './create.ts'

export const address = (email: string) => ({ address: email, canonical: canonicalOf(email) })

let made = 0
/** An address that nobody has. */
export const newAddress = () => `invited${++made}@people.example`

/** How Maple Logistics' owner, or somebody else, invites in a world. */
export function invitingIn(world: Awaited<ReturnType<typeof newWorld>>, secret: string) {
  const maple = world.account('maple-logistics')
  const invite = (more: Partial<Inviting> = {}, by = 'owner@maple.example', account = maple) =>
    world.onAccount(by, account, 'administrators.manage', change =>
      invitePerson(
        change,
        {
          email: address(newAddress()),
          anyAddress: false,
          roles: ['subscription-owner'],
          language: 'en',
          ...more,
        },
        secret,
      ),
    )
  return {
    invite,
    /** The invitation's id. */
    async invited(more: Partial<Inviting> = {}, by?: string, account = maple): Promise<string> {
      const done = await invite(more, by, account)
      if (done === 'not-found' || !done.ok) throw new Error(`not invited: ${JSON.stringify(done)}`)
      return done.value.invitationId
    },
    /** The newest link of an invitation. */
    async linkOf(id: string, way: LinkWay = 'copied') {
      const [row] = await world.rows<{ round: number }>('select round from person_invitation where id = $1', [
        id,
      ])
      return { token: invitationToken({ id, round: row?.round ?? 0 }, way, secret), invitationId: id }
    },
  }
}
