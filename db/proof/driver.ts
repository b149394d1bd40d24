import { randomUUID } from 'node:crypto'
import type { Result } from '#lib/result.ts'
import { answerQuestion, sendRequest, withdrawRequest } from '../access-request/ask.ts'
import { approveRequest, askQuestion, declineRequest } from '../access-request/decide.ts'
import { changeGrant, revokeAll } from '../grant/change.ts'
import { giveUpGrant } from '../partner/grants.ts'
import { endRelationship } from '../partner/relationship.ts'
import { changeGrantAsProvider } from '../provider/grants.ts'
import { sweep } from '../sweep/sweep.ts'
import { age } from './age.ts'
import { isOnAssignment } from './assignment-commands.ts'
import { playAssignment } from './assignment-driver.ts'
import { durationOf } from './choices.ts'
import type { Asking, Command, Deciding, FromFirm, OnGrant } from './commands.ts'
import type { OnDesignation } from './designation-commands.ts'
import { playDesignation } from './designation-driver.ts'
import { playInvitation } from './invitation-driver.ts'
import { firmOf, type Key, platform, tech } from './model.ts'
import { isOverTime, TimeDriver } from './time-driver.ts'
import type { NewAccount, World } from './world.ts'

/** What the portal answered: `ok`, a refusal's code, `not-found` or a number; and what a latecomer was told. */
export interface Answered {
  readonly answer: string
  readonly told?: string | undefined
}

/** Plays commands against the database for one account, through the functions that the actions call. */
export class Driver {
  readonly world: World
  readonly account: NewAccount
  readonly #ids = new Map<string, string>()
  #relationship: string
  #relationships = 1
  readonly #names: ReadonlyMap<string, string>
  readonly #overTime: TimeDriver

  constructor(world: World, account: NewAccount) {
    this.world = world
    this.account = account
    this.#relationship = account.relationshipId
    this.#ids.set(account.relationshipId, 'c1')
    for (const firm of ['brightline-it', 'cedar-consulting']) this.#ids.set(world.partner(firm), firm)
    this.#names = new Map(
      ['owner@harbour-dental.example', 'manager@harbour-dental.example', 'admin@brightline.example', tech]
        .concat('admin@cedar.example', platform)
        .map(email => [world.actor(email).name, email]),
    )
    this.#overTime = new TimeDriver(world, account.id, {
      of: key => this.idOf(key),
      keep: (key, id) => this.#ids.set(id, key),
    })
  }

  /** Forms are rendered anew, with each grant's end and scope as they are now. */
  async look(): Promise<void> {
    await this.#overTime.look()
  }

  /** The key of a row, for comparing with the model. */
  keyOf(id: string): string {
    return this.#ids.get(id) ?? id
  }

  /** The id of a row by its key; a stranger's where there is none. */
  idOf(key: Key): string {
    for (const [id, known] of this.#ids) if (known === key) return id
    return randomUUID()
  }

  name(id: string, key: string): void {
    this.#ids.set(id, key)
  }

  async play(command: Command): Promise<Answered> {
    const { world, account } = this
    if (isOverTime(command)) return this.#answered(await this.#overTime.play(command))
    if (isOnAssignment(command)) {
      const { result, made } = await playAssignment(this, command)
      if (made && 'key' in command) this.#ids.set(made, command.key)
      return this.#answered(result)
    }
    switch (command.do) {
      case 'age':
        await age(world.pool, account.id, command.hours)
        return { answer: 'ok' }
      case 'sweep': {
        await sweep(60_000, world.pool)
        return { answer: 'ok' }
      }
      case 'appoint':
        return this.#appoint()
      case 'dismiss':
      case 'hire':
        return this.#staff(command.do)
      case 'designate':
      case 'ask-to-end':
      case 'answer-ask':
        return this.#designation(command)
      case 'ask':
        return this.#ask(command)
      case 'approve':
      case 'decline':
      case 'question':
        return this.#decide(command)
      case 'answer':
      case 'withdraw':
        return this.#fromFirm(command)
      case 'invite':
      case 'accept':
      case 'decline-invitation':
      case 'cancel':
      case 'block':
      case 'unblock':
        return this.#answered(await playInvitation(this, command))
      case 'revoke-all': {
        const of = { accountId: account.id, ...(command.firm ? { partnerSlug: command.firm } : {}) }
        const ended = await world.onAccount(command.by, account.id, 'partners.decide', change =>
          revokeAll(change, of),
        )
        return { answer: String(ended) }
      }
      case 'end-relationship':
        return this.#answered(
          await world.asProvider(platform, change =>
            endRelationship(change, this.#relationship, 'not renewed'),
          ),
        )
      default:
        return this.#changeGrant(command)
    }
  }

  async #appoint(): Promise<Answered> {
    const made = randomUUID()
    const rows = await this.world.rows(
      `insert into channel_relationship (id, provider_id, partner_id, account_id)
        select $1, provider_id, $3, $2 from account where id = $2 on conflict do nothing returning id`,
      [made, this.account.id, this.world.partner('brightline-it')],
    )
    if (rows.length > 0) {
      this.#relationship = made
      this.#relationships += 1
      this.#ids.set(made, `c${this.#relationships}`)
    }
    return { answer: 'ok' }
  }

  async #staff(act: 'dismiss' | 'hire'): Promise<Answered> {
    const { personId } = this.world.actor(tech)
    if (act === 'dismiss')
      await this.world.rows(
        'update partner_staff set removed_at = clock_timestamp() where person_id = $1 and removed_at is null',
        [personId],
      )
    else
      await this.world.rows(
        `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
          select provider_id, id, $1, 'technician', clock_timestamp() from partner where slug = 'brightline-it' on conflict do nothing`,
        [personId],
      )
    return { answer: 'ok' }
  }

  async #designation(command: OnDesignation): Promise<Answered> {
    const { result, made } = await playDesignation(this, command)
    if (made && 'key' in command) this.#ids.set(made, command.key)
    return this.#answered(result)
  }

  async #ask(command: Asking): Promise<Answered> {
    const startsAt = command.startsIn === null ? null : new Date(Date.now() + command.startsIn * 3_600_000)
    const asking = {
      account: command.way === 'slug' ? { slug: this.account.slug } : { code: this.account.code },
      reason: 'The front desk loses calls.',
      ticket: 'T-1',
      scope: command.scope,
      duration: durationOf(command.duration),
      startsAt,
    }
    const sent = await this.world.asPartner(command.by, firmOf(command.by), change =>
      sendRequest(change, asking),
    )
    if (sent !== 'not-found' && sent.ok) this.#ids.set(sent.value.requestId, command.key)
    return this.#answered(sent)
  }

  async #decide(command: Deciding): Promise<Answered> {
    const id = this.idOf(command.request)
    const decided = await this.world.onAccount(command.by, this.account.id, 'partners.decide', change => {
      if (command.do === 'decline') return declineRequest(change, id, 'not now')
      if (command.do === 'question') return askQuestion(change, id, 'Which number?')
      const { scope, reaches: reachesClients = false } = command
      return approveRequest(change, id, { scope, duration: durationOf(command.duration), reachesClients })
    })
    if (command.do === 'approve' && decided !== 'not-found' && decided.ok) {
      const made = await this.world.rows<{ id: string }>(
        'select id from access_grant where request_id = $1',
        [id],
      )
      for (const row of made) this.#ids.set(row.id, command.key)
    }
    return this.#answered(decided)
  }

  async #fromFirm(command: FromFirm): Promise<Answered> {
    const id = this.idOf(command.request)
    return this.#answered(
      await this.world.asPartner(command.by, firmOf(command.by), change =>
        command.do === 'withdraw'
          ? withdrawRequest(change, id)
          : answerQuestion(change, id, 'The first one.'),
      ),
    )
  }

  async #changeGrant(command: OnGrant): Promise<Answered> {
    const { world, account } = this
    const of = { grantId: this.idOf(command.grant), accountId: account.id }
    const { by, do: act } = command
    if (by === platform && (act === 'suspend' || act === 'resume' || act === 'terminate'))
      return this.#answered(await world.asProvider(by, change => changeGrantAsProvider(change, of, act, '')))
    if (command.do === 'relinquish')
      return this.#answered(
        await world.asPartner(command.by, firmOf(command.by), change => giveUpGrant(change, of.grantId, '')),
      )
    return this.#answered(
      await world.onAccount(command.by, account.id, 'partners.decide', change =>
        changeGrant(change, of, command.do, 'account', 'no longer needed'),
      ),
    )
  }

  #answered(result: Result<unknown, string> | 'not-found' | number): Answered {
    if (result === 'not-found' || typeof result === 'number') return { answer: String(result) }
    if (result.ok) return { answer: 'ok' }
    const { refusal, seen } = result
    // From when a firm may ask again is a moment of the real clock, which the model does not know.
    if (['declined-recently', 'asked-too-often', 'invited-too-often', 'kept-recently'].includes(refusal))
      return { answer: refusal }
    const by = seen?.by && (this.#names.get(seen.by) ?? seen.by)
    return { answer: refusal, told: seen && (by ? `${seen.state} by ${by}` : seen.state) }
  }
}
