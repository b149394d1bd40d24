import 'server-only'
import type { Adapter, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { writing } from '#db/client.ts'
import { beginSession, endSession, type SessionPlace, sessionOf } from '#db/sign-in/session.ts'

/**
 * next-auth's way to our sessions, for one branding domain. A token of another brand finds nothing; people, their
 * addresses and their sign-in are not next-auth's to make or change.
 */
export function sessionAdapter(
  place: SessionPlace,
  from: { readonly address: string; readonly userAgent: string },
): Adapter {
  const wall = { role: 'app', providerId: place.providerId } as const
  return {
    // The life that next-auth would give it is left aside: the limits are ours.
    async createSession({ sessionToken, userId }) {
      const begun = await writing(wall, tx => beginSession(tx, place, userId, from, sessionToken))
      return { sessionToken, userId, expires: begun.expires }
    },
    async getSessionAndUser(token) {
      const found = await sessionOf(place, token, from.address)
      if (!found) return null
      const user: AdapterUser = {
        id: found.personId,
        name: found.name,
        email: found.email,
        emailVerified: null,
      }
      const session: AdapterSession = {
        sessionToken: token,
        userId: found.personId,
        expires: found.expiresAt,
      }
      return { session, user }
    },
    async deleteSession(token) {
      await writing(wall, tx => endSession(tx, token))
    },
    // A session's life is fixed when it begins: nothing that a client sends makes it longer.
    updateSession: () => null,
    createUser: notHere,
    getUser: () => null,
    getUserByEmail: () => null,
    getUserByAccount: () => null,
    updateUser: notHere,
    linkAccount: notHere,
  }
}

function notHere(): never {
  throw new Error('people are made and changed by the portal’s own pages, not here')
}
