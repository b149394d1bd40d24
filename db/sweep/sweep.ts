import type pg from 'pg'
import { firstDueRequest, sweepRequests } from '../access-request/lapse.ts'
import { writing } from '../client.ts'
import { believeClock } from '../clock/watch.ts'
import { getPool } from '../driver/pool.ts'
import { firstDueGrant, postpone, sweepGrants } from '../grant/sweep.ts'
import { firstDueInvitation, sweepInvitations } from '../invitation/lapse.ts'
import { firstDuePersonInvitation, sweepPersonInvitations } from '../person-invitation/lapse.ts'
import { type Batches, inBatches, type Watch } from './batches.ts'

export interface SweepCounts {
  started: number
  expired: number
  reminded: number
  lapsed: number
  requestsReminded: number
  invitationsLapsed: number
  invitationsReminded: number
  personInvitationsLapsed: number
  /** Rows that could not be dealt with; they stand in nobody's way and are tried again later. */
  setAside: number
  /** Whether the time ran out before the work did; the next call goes on where this one stopped. */
  more: boolean
}

const worker = { role: 'worker' } as const
const grantBatch = 2000
const requestBatch = 40

/**
 * Tidies up what time has brought: each batch is a transaction of its own, so that a killed sweep loses nothing and the
 * next one goes on. Safe twice, at once, and after any silence. `budget` is in milliseconds; `watch` hears of every batch
 * and is waited for before the next one. Whoever calls has looked at the clock before (db/clock/watch.ts) and believes it.
 */
export async function sweep(
  budget: number,
  from: pg.Pool = getPool(),
  watch: Watch = () => {},
): Promise<SweepCounts> {
  const end = Date.now() + budget
  const ofGrants = { started: 0, expired: 0, reminded: 0 }
  const ofOthers = {
    lapsed: 0,
    requestsReminded: 0,
    invitationsLapsed: 0,
    invitationsReminded: 0,
    personInvitationsLapsed: 0,
  }
  const counts: SweepCounts = { ...ofGrants, ...ofOthers, setAside: 0, more: false }
  const grants = await inBatches({ of: 'grants', largest: grantBatch, end, watch }, grantSweep(counts, from))
  const requests = await inBatches(
    { of: 'requests', largest: requestBatch, end, watch },
    requestSweep(counts, from),
  )
  const invitations = await inBatches(
    { of: 'invitations', largest: requestBatch, end, watch },
    invitationSweep(counts, from),
  )
  const persons = await inBatches(
    { of: 'person invitations', largest: requestBatch, end, watch },
    personInvitationSweep(counts, from),
  )
  counts.more = !grants || !requests || !invitations || !persons
  if (!counts.more) await believeClock(from)
  return counts
}

function grantSweep(counts: SweepCounts, from: pg.Pool): Batches {
  return {
    async batch(size, after) {
      const swept = await writing(worker, tx => sweepGrants(tx, size, after), from)
      counts.started += swept.started
      counts.expired += swept.expired
      counts.reminded += swept.reminded
      return swept
    },
    async stepOver(after) {
      const bad = await writing(worker, tx => firstDueGrant(tx, after), from)
      if (!bad) return null
      counts.setAside += 1
      // Where not even this can be written, the row is met again by the next sweep.
      await writing(worker, tx => postpone(tx, bad.id), from).catch(() => {})
      return bad
    },
  }
}

function requestSweep(counts: SweepCounts, from: pg.Pool): Batches {
  return {
    async batch(size, after) {
      const swept = await writing(worker, tx => sweepRequests(tx, size, after), from)
      counts.lapsed += swept.lapsed
      counts.requestsReminded += swept.reminded
      return swept
    },
    async stepOver(after) {
      const bad = await writing(worker, tx => firstDueRequest(tx, after), from)
      if (bad) counts.setAside += 1
      return bad
    },
  }
}

function invitationSweep(counts: SweepCounts, from: pg.Pool): Batches {
  return {
    async batch(size, after) {
      const swept = await writing(worker, tx => sweepInvitations(tx, size, after), from)
      counts.invitationsLapsed += swept.lapsed
      counts.invitationsReminded += swept.reminded
      return swept
    },
    async stepOver(after) {
      const bad = await writing(worker, tx => firstDueInvitation(tx, after), from)
      if (bad) counts.setAside += 1
      return bad
    },
  }
}

function personInvitationSweep(counts: SweepCounts, from: pg.Pool): Batches {
  return {
    async batch(size, after) {
      const swept = await writing(worker, tx => sweepPersonInvitations(tx, size, after), from)
      counts.personInvitationsLapsed += swept.lapsed
      return swept
    },
    async stepOver(after) {
      const bad = await writing(worker, tx => firstDuePersonInvitation(tx, after), from)
      if (bad) counts.setAside += 1
      return bad
    },
  }
}
