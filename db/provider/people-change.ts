import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PlatformRole } from '#lib/access/platform.ts'
import type { EmailAddress } from '#lib/email.ts'
import type { EventAction } from '#lib/history/event.ts'
import type { Language } from '#lib/language.ts'
import {
  actOn,
  type PlatformAct,
  type PlatformRefusal,
  type PlatformState,
  roleBy,
} from '#lib/platform/platform-user.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { homeChosen, homesOf } from '../branding-domain/homes.ts'
import type { Change } from '../change.ts'
import { type NewEvent, recorded } from '../events.ts'
import { personFor } from '../person/add.ts'
import { isActiveStaff, isHeldStaff, stateOfStaff } from '../person/has-place.ts'
import { passwordLetter } from '../person/password-letter.ts'
import { shutOut } from '../person/shut-out.ts'
import { endAllSessions } from '../sign-in/session.ts'
import { together, type Write } from '../write.ts'
import { platformRoleOf } from './platform.ts'

/**
 * Changes among the provider's own people happen one after the other, behind the provider's row: else two administrators
 * could remove each other at once. Who acts is looked at again there; false where they administer nothing any more.
 */
async function lockDesk({ tx, actor }: Change): Promise<boolean> {
  await tx.$client.query('select 1 from provider where id = $1 for no key update', [actor.providerId])
  return (await platformRoleOf(tx, actor))?.role === 'administrator'
}

export interface NewPlatformUser {
  readonly name: string
  readonly email: EmailAddress
  /** Null where there is nothing to choose. */
  readonly brandId: string | null
  readonly language: Language
  readonly role: PlatformRole
}

/**
 * Adds one of the provider's own people, with their activation letter; the place waits for them. `address-taken`: somebody
 * has it who is something here already, wherever that is. Whoever was here once and is nothing any more comes in like
 * anybody new.
 */
export async function addPlatformUser(
  change: Change,
  { name, email, brandId, language, role }: NewPlatformUser,
  secret: string,
): Promise<Result<{ readonly id: string }, 'address-taken' | 'too-many-letters' | 'no-brand' | 'not-found'>> {
  const { tx, actor, author } = change
  const { providerId, timeZone } = actor
  if (!(await lockDesk(change))) return refuse('not-found')
  const home = homeChosen(await homesOf(tx, providerId), brandId)
  // One that is named and is not the provider's was never offered.
  if (!home) return refuse(brandId ? 'not-found' : 'no-brand')
  const kind = `platform-${role}` as const
  const newcomer = { email, name, language, timeZone, homeBrandId: home.id }
  const met = await personFor(tx, providerId, newcomer, { kind, at: providerId })
  if (!met.ok) return refuse('address-taken')
  const { personId } = met.value
  // The password of a former place opens nothing of the new one.
  if (met.value.hasPassword)
    await tx.$client.query('update person set password_hash = null where id = $1', [personId])
  const id = randomUUID()
  const facts = { kind, place: author.firm, by: actor.name, firm: author.firm }
  const letter = await passwordLetter(
    tx,
    { purpose: 'activation', personId, accountId: null, hasPassword: false, replaces: true, facts },
    secret,
  )
  if (!letter.ok) return letter
  await together(tx, [
    {
      query: sql`(insert into platform_user (id, provider_id, person_id, role)
        values (${id}::uuid, ${providerId}::uuid, ${personId}::uuid, ${role}) returning id)`,
      rows: 1,
    },
    ...letter.value,
    recorded(tx, author, [
      { ...event('platform-user.added', { id, name, email: email.address }, { what: role }), to: 'invited' },
    ]),
  ])
  return ok({ id })
}

interface Loaded {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly hasPassword: boolean
  readonly role: PlatformRole
  readonly state: PlatformState
  readonly othersAdminister: boolean
}

async function load({ tx, actor }: Change, id: string): Promise<Loaded | null> {
  const answer = await tx.$client.query<Loaded>(
    `select u.id, u.person_id as "personId", p.name, p.email, p.password_hash is not null as "hasPassword", u.role,
        ${stateOfStaff('u')} as state,
        exists (select 1 from platform_user o join person q on q.id = o.person_id
          where o.provider_id = u.provider_id and o.id <> u.id and o.role = 'administrator' and ${isActiveStaff('o')}
            and q.disabled_at is null) as "othersAdminister"
      from platform_user u join person p on p.id = u.person_id
      where u.provider_id = $1 and u.id = $2 and ${isHeldStaff('u')}`,
    [actor.providerId, id],
  )
  return answer.rows[0] ?? null
}

type Acted = Result<Pick<Loaded, 'name' | 'state'>, PlatformRefusal | 'too-many-letters' | 'not-found'> & {
  readonly name?: string
}

/** Does something to one of the provider's own people: row, sessions, letters and history together; gives how they were. */
export async function actOnPlatformUser(
  change: Change,
  id: string,
  act: PlatformAct,
  secret: string,
): Promise<Acted> {
  if (!(await lockDesk(change))) return refuse('not-found')
  const user = await load(change, id)
  if (!user) return refuse('not-found')
  const { name, personId } = user
  const allowed = actOn(act, { ...user, isActor: personId === change.actor.personId })
  if (!allowed.ok) return { ...allowed, name }
  const writes = await writesOf(change, user, act, secret)
  if (!writes.ok) return { ...writes, name }
  await together(change.tx, writes.value)
  if (act === 'remove') await shutOut(change.tx, [personId])
  // What was signed in before goes on with nothing of the new role.
  if (act === 'make-administrator') await endAllSessions(change.tx, [personId])
  return ok({ name, state: user.state })
}

type Moved = Pick<NewEvent, 'from' | 'to'>

async function writesOf(
  change: Change,
  user: Loaded,
  act: PlatformAct,
  secret: string,
): Promise<Result<readonly Write[], 'too-many-letters'>> {
  const { tx, author, actor } = change
  const { id, personId, role, state, hasPassword } = user
  const told = (action: EventAction, facts: NewEvent['facts'] = {}, moved: Moved = {}) =>
    recorded(tx, author, [{ ...event(action, user, facts), ...moved }])
  const to = roleBy(act)
  if (to)
    return ok([
      {
        query: sql`(update platform_user u set role = ${to}
          where u.id = ${id}::uuid and u.role = ${role} and ${sql.raw(isHeldStaff('u'))} returning u.id)`,
        rows: 1,
      },
      told('platform-user.role-changed', { changes: { role: [role, to] } }),
    ])
  if (act === 'remove')
    return ok([
      {
        query: sql`(update platform_user u set removed_at = clock_timestamp()
          where u.id = ${id}::uuid and ${sql.raw(isHeldStaff('u'))} returning u.id)`,
        rows: 1,
      },
      told('platform-user.removed', {}, { from: state, to: 'removed' }),
    ])
  const by = { by: actor.name, firm: author.firm }
  const invited = act === 'resend'
  const letter = {
    purpose: invited ? ('activation' as const) : ('reset' as const),
    personId,
    accountId: null,
    hasPassword,
    replaces: true,
    facts: invited ? { kind: `platform-${role}`, place: author.firm, ...by } : by,
  }
  const written = await passwordLetter(tx, letter, secret)
  if (!written.ok) return written
  return ok([...written.value, told(invited ? 'platform-user.resent' : 'platform-user.reset')])
}

function event(
  action: EventAction,
  { id: subjectId, name: whom, email }: Pick<Loaded, 'id' | 'name' | 'email'>,
  facts: NewEvent['facts'] = {},
): NewEvent {
  return { action, accountId: null, partnerId: null, subjectId, facts: { whom, email, ...facts } }
}
