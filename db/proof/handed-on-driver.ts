import { randomUUID } from 'node:crypto'
import { isWithin, type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { assign } from '../assignment/assign.ts'
import { endAssignment } from '../assignment/end.ts'
import { sightOf } from '../authority.ts'
import { reading } from '../client.ts'
import { changeExclusion } from '../exclusion/change.ts'
import { changeGrant } from '../grant/change.ts'
import { changeTerms } from '../grant/terms.ts'
import { removeColleague } from '../partner/staff-change.ts'
import { sweep } from '../sweep/sweep.ts'
import { age } from './age.ts'
import {
  type Facts,
  forever,
  handOn,
  heldBy,
  lives,
  moveTerms,
  noFacts,
  type OracleGrant,
  type Place,
  people,
  places,
  type Technician,
  type Who,
} from './handed-on-oracle.ts'
import { type Of, type OnGrant, type Step, wantedBy } from './handed-on-steps.ts'
import { admin, owner, tech } from './model.ts'
import type { NewAccount, World } from './world.ts'

const firm = 'brightline-it'
const second = 'desk@harbour-dental.example'
const emails: Record<Who, string> = { administrator: admin, first: tech, second }

export type Seen = Record<`${Who} on ${Place}`, readonly string[]>

/** One parent account, its client and a firm with an administrator and two technicians, in the database and as facts. */
export class HandedOn {
  readonly facts: Facts = noFacts()
  readonly #world: World
  readonly #accounts: Record<Place, NewAccount>
  readonly #ids: string[] = []
  readonly #staff: Record<Technician, string> = { first: '', second: '' }

  private constructor(world: World, accounts: Record<Place, NewAccount>) {
    this.#world = world
    this.#accounts = accounts
  }

  static async begin(world: World): Promise<HandedOn> {
    const accounts = { parent: await world.newAccount(), client: await world.newAccount() }
    await world.rows('update account set parent_id = $2 where id = $1', [
      accounts.client.id,
      accounts.parent.id,
    ])
    const one = new HandedOn(world, accounts)
    await world.rows(
      `update partner_staff set removed_at = clock_timestamp() where partner_id = $1 and removed_at is null
        and person_id = any($2)`,
      [world.partner(firm), [tech, second].map(email => world.actor(email).personId)],
    )
    await one.#join('first')
    await one.#join('second')
    return one
  }

  /** Does it in both; gives whether the facts say that it can be, and what the portal answered. */
  async play(step: Step): Promise<{ readonly expected: boolean; readonly answered: boolean }> {
    switch (step.do) {
      case 'give':
        return both(await this.#give(step))
      case 'leave':
        return this.#leave(step.who)
      case 'join':
        if (this.facts.term[step.who] !== null) return both(true)
        this.facts.terms += 1
        this.facts.term[step.who] = this.facts.terms
        return both(await this.#join(step.who))
      case 'exclude':
      case 'include':
        return this.#exclusion(step.do)
      case 'age':
        for (const { id } of Object.values(this.#accounts)) await age(this.#world.pool, id, step.hours)
        this.facts.now += step.hours
        return both(true)
      case 'sweep':
        await sweep(60_000, this.#world.pool)
        return both(true)
      default:
        return this.#onGrant(step)
    }
  }

  /** What everybody may do by the database's own access check. */
  async seen(): Promise<Seen> {
    const { providerId } = this.#world.actor(owner)
    return reading(
      { role: 'app', providerId },
      async tx => {
        const seen: Record<string, readonly string[]> = {}
        for (const who of people)
          for (const on of places) {
            const sight = await sightOf(tx, this.#world.actor(emails[who]), this.#accounts[on])
            seen[`${who} on ${on}`] = [...(sight?.authority.capabilities ?? [])].sort()
          }
        return seen as Seen
      },
      this.#world.pool,
    )
  }

  async #give({ on, scope, startsIn, hours, reaches }: Of<'give'>): Promise<true> {
    const id = randomUUID()
    const { providerId, personId } = this.#world.actor(owner)
    await this.#world.rows(
      `insert into access_grant (id, provider_id, account_id, partner_id, scope, scope_pages, duration, starts_at, ends_at, due_at,
          state, approved_by, reaches_clients)
        select $1, $2, $3, $4, $5, $6, 'ongoing', s.at, s.at + make_interval(hours => $8), case when $7 > 0 then s.at
            else s.at + make_interval(hours => $8) end, case when $7 > 0 then 'scheduled' else 'active' end, $9, $10
          from (select clock_timestamp() + make_interval(hours => $7) as at) s`,
      [
        id,
        providerId,
        this.#accounts[on].id,
        this.#world.partner(firm),
        scope.name,
        scope.pages,
        startsIn,
        hours,
        personId,
        reaches && on === 'parent',
      ],
    )
    const startsAt = this.facts.now + startsIn
    const endsAt = hours === null ? forever : startsAt + hours
    const about = { key: this.#ids.length, on, reaches: reaches && on === 'parent', startsAt, scope, endsAt }
    this.facts.grants.push({ ...about, suspended: false, isOver: false })
    this.#ids.push(id)
    return true
  }

  async #join(who: Technician): Promise<true> {
    const [row] = await this.#world.rows<{ id: string }>(
      `with back as (update person set disabled_at = null where id = $1)
        insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
          select provider_id, id, $1, 'technician', clock_timestamp() from partner where id = $2 returning id`,
      [this.#world.actor(emails[who]).personId, this.#world.partner(firm)],
    )
    this.#staff[who] = row?.id ?? ''
    return true
  }

  async #leave(who: Technician) {
    const left = await this.#world.asPartner(admin, firm, change => removeColleague(change, this.#staff[who]))
    const expected = this.facts.term[who] !== null
    this.facts.term[who] = null
    return { expected, answered: left !== 'not-found' && left.ok }
  }

  async #exclusion(act: 'exclude' | 'include') {
    const { facts } = this
    const reaches = facts.grants.some(grant => grant.on === 'parent' && grant.reaches && lives(facts, grant))
    const expected = act === 'include' ? facts.excluded : reaches && !facts.excluded
    const done = await this.#world.onAccount(owner, this.#accounts.client.id, 'partners.decide', change =>
      changeExclusion(change, this.#world.partner(firm), act, ''),
    )
    if (expected) facts.excluded = act === 'exclude'
    return { expected, answered: done !== 'not-found' && done.ok }
  }

  async #onGrant(step: OnGrant) {
    const grant = this.#meant(step)
    if (!grant) return both(true)
    const id = this.#ids[grant.key] ?? ''
    const live = lives(this.facts, grant)
    switch (step.do) {
      case 'hand-on':
        return this.#handOn(step, grant, id)
      case 'take-off': {
        const held = heldBy(this.facts, grant.key, step.who)
        if (held && live) held.isOff = true
        const staffId = this.#staff[step.who]
        const off = await this.#world.asPartner(admin, firm, change =>
          endAssignment(change, { grantId: id, staffId }),
        )
        return { expected: live && held !== undefined, answered: off !== 'not-found' && off.ok }
      }
      case 'revoke':
      case 'suspend':
      case 'resume': {
        const expected = live && (step.do === 'revoke' || grant.suspended === (step.do === 'resume'))
        if (expected && step.do === 'revoke') grant.isOver = true
        else if (expected) grant.suspended = step.do === 'suspend'
        const moved = await this.#onAccount(grant, change =>
          changeGrant(change, { accountId: change.account.id, grantId: id }, step.do, 'account'),
        )
        return { expected, answered: moved }
      }
      default:
        return this.#terms(step, grant, id, live)
    }
  }

  #meant({ target: { live, back } }: OnGrant): OracleGrant | undefined {
    const some = live ? this.facts.grants.filter(grant => lives(this.facts, grant)) : this.facts.grants
    return some.at(-1 - (back % Math.max(1, some.length)))
  }

  async #onAccount(
    { on }: OracleGrant,
    work: (change: Parameters<Parameters<World['onAccount']>[3]>[0]) => Promise<{ readonly ok: boolean }>,
  ): Promise<boolean> {
    const done = await this.#world.onAccount(owner, this.#accounts[on].id, 'partners.decide', work)
    return done !== 'not-found' && done.ok
  }

  async #handOn({ by, to, scope, fits, hours }: Of<'hand-on'>, grant: OracleGrant, id: string) {
    const part: Scope | null = scope && fits && !isWithin(scope, grant.scope) ? grant.scope : scope
    const expected =
      by === 'administrator' && handOn(this.facts, { grant: grant.key, to, scope: part, hours })
    const assigning = {
      grantId: id,
      staffIds: to.map(who => this.#staff[who]),
      scope: part,
      duration: hours === null ? null : ({ kind: 'hours', hours } as const),
      shown: null,
    }
    const given = await this.#world.asPartner(emails[by], firm, change => assign(change, assigning))
    return { expected, answered: given !== 'not-found' && given.ok }
  }

  async #terms(
    step: Of<'trim'> | Of<'shorten'> | Of<'extend'>,
    grant: OracleGrant,
    id: string,
    live: boolean,
  ) {
    const [row] = await this.#world.rows<{ scope: string; pages: string[]; endsAt: Date | null }>(
      'select scope, scope_pages as pages, ends_at as "endsAt" from access_grant where id = $1',
      [id],
    )
    if (!row) throw new Error('no grant of that number')
    const shown = { endsAt: row.endsAt, scope: scopeFrom(row.scope, row.pages) }
    const answered = await this.#onAccount(grant, change => changeTerms(change, id, wantedBy(step), shown))
    return { expected: live && moveTerms(this.facts, grant, step), answered }
  }
}

const both = (answer: boolean) => ({ expected: answer, answered: answer })
