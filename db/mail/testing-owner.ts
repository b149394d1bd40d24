import { randomUUID } from 'node:crypto'
import { authorityOf } from '#lib/access/authority.ts'
import { approveRequest } from '../access-request/decide.ts'
import type { AccountChange } from '../change.ts'
import { writing } from '../client.ts'
import type { LettersBench } from './testing.ts'

export const owner = 'owner@harbour-dental.example'
export const manager = 'manager@harbour-dental.example'
export const tech = 'tech@brightline.example'
export const admin = 'admin@brightline.example'

/** Does something as Harbour Dental's owner, with the id of the demo's open request. */
export async function asOwner<T>(
  bench: LettersBench,
  work: (change: AccountChange, requestId: string) => Promise<T>,
): Promise<T> {
  const who = await bench.row(
    `select p.id, p.provider_id, p.name, a.id as account_id, a.slug, a.name as account, a.time_zone,
       (select id from access_request where state = 'pending' and account_id = a.id) as request_id
     from person p, account a where p.email = $1 and a.slug = 'harbour-dental'`,
    [owner],
  )
  const text = (key: string) => String(who[key])
  return writing(
    { role: 'app', providerId: text('provider_id'), lock: text('account_id') },
    tx => {
      const actor = {
        personId: text('id'),
        providerId: text('provider_id'),
        name: text('name'),
        email: owner,
        language: 'en' as const,
        timeZone: text('time_zone'),
        sessionId: randomUUID(),
        address: '127.0.0.1',
        authenticatedAt: new Date(),
      }
      const account = {
        id: text('account_id'),
        slug: text('slug'),
        name: text('account'),
        timeZone: text('time_zone'),
        parentId: null,
        parentName: null,
        parentIsClient: false,
        providerName: 'Northwind Telecom',
      }
      const manager = { kind: 'account-manager' as const, roles: [], modules: [] }
      const authority = authorityOf({
        isClientAccount: false,
        parentIsClient: false,
        products: [],
        memberships: [manager],
        parentMemberships: [],
        grants: [],
        platform: null,
        visitUntil: null,
      })
      if (!authority) throw new Error('an account manager without authority')
      const { personId, providerId, name, address } = actor
      const author = { personId, providerId, name, address, kind: 'account' as const, firm: account.name }
      return work(
        { tx, actor, author, account, authority, partnerId: null, now: new Date() },
        text('request_id'),
      )
    },
    bench.database.pool,
  )
}

/** Approves the demo's open request: Services support for 24 hours, less than was asked for. */
export function approve(bench: LettersBench) {
  return asOwner(bench, (change, requestId) =>
    approveRequest(change, requestId, {
      scope: { name: 'services', pages: [] },
      duration: { kind: 'hours', hours: 24 },
    }),
  )
}
