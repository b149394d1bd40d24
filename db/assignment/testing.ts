import { randomUUID } from 'node:crypto'
import { reading } from '../client.ts'
import { changeGrant } from '../grant/change.ts'
import { removeStaff } from '../partner/staff-change.ts'
import { admin, owner, platform, tech } from '../proof/model.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { answerJoin, askToJoin } from './ask.ts'
import { type Assigning, assign } from './assign.ts'
import { type AssigningMany, assignToMany } from './assign-many.ts'
import { endAssignment } from './end.ts'
import { techniciansUnder } from './reads.ts'

// What tests of assignments share: a firm with two technicians and two administrators, and what they do.

export const world = await newWorld()

export const firm = world.partner('brightline-it')
export const slug = 'brightline-it'
/** Another technician of the firm, and another administrator. */
export const [other, second] = ['desk@harbour-dental.example', 'owner@maple.example']
export const wall = { role: 'app', providerId: world.provider('northwind') } as const
export let account: NewAccount
export let grantId: string
export const staff = new Map<string, string>()

export async function grantOn(
  accountId: string,
  more = `ends_at = now() + interval '24 hours'`,
): Promise<string> {
  const id = randomUUID()
  await world.rows(
    `insert into access_grant (id, provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
      values ($1, $2, $3, $4, 'services', '24h', now(), 'active', $5)`,
    [id, wall.providerId, accountId, firm, world.actor(owner).personId],
  )
  await world.rows(`update access_grant set ${more} where id = $1`, [id])
  return id
}

/** Before each test: an account with a live access of the firm, and the firm's people as they are meant. */
export async function begin(): Promise<void> {
  await world.rows(
    `update partner_staff set removed_at = now() where partner_id = $1 and removed_at is null
      and person_id in (select id from person where email = any($2))`,
    [firm, [tech, other, second]],
  )
  for (const [email, role] of [
    [tech, 'technician'],
    [other, 'technician'],
    [second, 'administrator'],
  ] as const) {
    const [row] = await world.rows<{ id: string }>(
      `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
        select provider_id, $1, id, $3, now() from person where email = $2 returning id`,
      [firm, email, role],
    )
    staff.set(email, row?.id ?? '')
  }
  account = await world.newAccount()
  grantId = await grantOn(account.id)
}

/** From here on another access is meant. */
export function meanGrant(id: string): void {
  grantId = id
}

export const id = (email: string) => staff.get(email) ?? ''
export const give = (more: Partial<Assigning> = {}, by = admin) =>
  world.asPartner(by, slug, change =>
    assign(change, { grantId, staffIds: [id(tech)], scope: null, duration: null, shown: null, ...more }),
  )
export const giveMany = (grantIds: readonly string[], more: Partial<AssigningMany> = {}) =>
  world.asPartner(admin, slug, change =>
    assignToMany(change, {
      staffId: id(tech),
      grantIds,
      scope: null,
      duration: null,
      shown: new Map(),
      ...more,
    }),
  )
export const off = (email = tech, by = admin) =>
  world.asPartner(by, slug, change => endAssignment(change, { grantId, staffId: id(email) }))
export const ask = (by = tech) =>
  world.asPartner(by, slug, change => askToJoin(change, grantId, 'I know it.'))
export const answer = (askId: string, act: 'grant' | 'decline', by = admin) =>
  world.asPartner(by, slug, change => answerJoin(change, askId, act, 'As you like.'))
export const asked = async () => {
  const sent = await ask()
  if (sent === 'not-found' || !sent.ok) throw new Error('it was not asked')
  return sent.value.askId
}
export const revoke = () =>
  world.onAccount(owner, account.id, 'partners.decide', change =>
    changeGrant(change, { accountId: account.id, grantId }, 'revoke', 'account'),
  )
export const remove = (email = tech) =>
  world.asProvider(platform, change => removeStaff(change, { partnerId: firm, staffId: id(email) }))
export const sees = (email: string) => world.sight(email, account.id)
export const inside = async (email: string) => (await sees(email)) !== null
export const actions = async () =>
  (
    await world.rows<{ action: string }>(
      `select action from event where account_id = $1 and action like 'assignment%' order by id`,
      [account.id],
    )
  ).map(({ action }) => action)
export const ofFirm = async () =>
  (
    await world.rows<{ action: string }>(
      `select e.action from event e join assignment_ask k on k.id = e.subject_id where k.grant_id = $1 and e.partner_id = $2
        and e.account_id is null order by e.id`,
      [grantId, firm],
    )
  ).map(({ action }) => action)
export const letters = async (kind: string) =>
  (
    await world.rows<{ to: string }>(
      'select to_address as "to" from letter where account_id = $1 and kind = $2 order by 1',
      [account.id, kind],
    )
  ).map(({ to }) => to)
export const unended = () =>
  world.rows<{ n: number }>(
    'select count(*)::int as n from assignment where staff_id = $1 and ended_at is null',
    [id(tech)],
  )
export const askState = async (askId: string) =>
  (await world.rows<{ state: string }>('select state from assignment_ask where id = $1', [askId]))[0]?.state
export const technicians = () => reading(wall, tx => techniciansUnder(tx, { id: firm }, grantId), world.pool)
