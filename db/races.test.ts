import { afterAll, describe, expect, test } from 'vitest'
import { ownerCapabilities } from '#lib/access/roles.ts'
import type { Command } from './proof/commands.ts'
import { admin, cedar, manager, owner, platform, tech } from './proof/model.ts'
import { type Boundary, type Race, run, type Seen, serial } from './proof/race.ts'
import { newWorld } from './proof/world.ts'

/**
 * Every pair of competing moves, raced on real connections: what comes of it, with answers, history, letters and access,
 * must be what would have come of one after the other.
 */
const tries = 8
const members = [...ownerCapabilities].sort().join(' ')
const full = { name: 'full', pages: [] } as const
const services = { name: 'services', pages: [] } as const

const ask: Command = {
  do: 'ask',
  key: 'r0',
  by: tech,
  way: 'slug',
  scope: full,
  duration: 24,
  startsIn: null,
}
const approve: Command = { do: 'approve', key: 'g0', by: owner, request: 'r0', scope: services, duration: 24 }
const question: Command = { do: 'question', by: owner, request: 'r0' }
const suspend: Command = { do: 'suspend', by: owner, grant: 'g0' }

const onRequest: Record<string, Command> = {
  'approve for 24 hours': approve,
  'approve for good': { ...approve, by: manager, scope: full, duration: 'ongoing' },
  decline: { do: 'decline', by: manager, request: 'r0' },
  'ask a question': question,
  withdraw: { do: 'withdraw', by: tech, request: 'r0' },
  'withdraw as administrator': { do: 'withdraw', by: admin, request: 'r0' },
  'ask again': { ...ask, key: 'r1', by: admin },
  'end relationship': { do: 'end-relationship' },
}
const onQuestion: Record<string, Command> = {
  ...onRequest,
  answer: { do: 'answer', by: tech, request: 'r0' },
  'answer as administrator': { do: 'answer', by: admin, request: 'r0' },
}
const onGrant: Record<string, Command> = {
  revoke: { do: 'revoke', by: owner, grant: 'g0' },
  'revoke as the other approver': { do: 'revoke', by: manager, grant: 'g0' },
  'revoke all': { do: 'revoke-all', by: manager, firm: null },
  suspend,
  'suspend as provider': { do: 'suspend', by: platform, grant: 'g0' },
  relinquish: { do: 'relinquish', by: admin, grant: 'g0' },
  terminate: { do: 'terminate', by: platform, grant: 'g0' },
  'end relationship': { do: 'end-relationship' },
  'ask for more': { ...ask, key: 'r1' },
}
const onSuspended: Record<string, Command> = {
  ...onGrant,
  resume: { do: 'resume', by: owner, grant: 'g0' },
  'resume as the other approver': { do: 'resume', by: manager, grant: 'g0' },
}

const invite: Command = {
  do: 'invite',
  key: 'i0',
  by: owner,
  firm: 'cedar-consulting',
  scope: services,
  duration: 24,
}
const accept: Command = { do: 'accept', key: 'g0', by: cedar, invitation: 'i0' }
const onInvitation: Record<string, Command> = {
  accept,
  decline: { do: 'decline-invitation', by: cedar, invitation: 'i0' },
  cancel: { do: 'cancel', by: manager, invitation: 'i0' },
  block: { do: 'block', by: manager, firm: 'cedar-consulting', revoke: false },
  'block and revoke': { do: 'block', by: owner, firm: 'cedar-consulting', revoke: true },
  'invite again': { ...invite, key: 'i1', by: manager },
  'ask beside it': { ...ask, by: cedar, way: 'code' },
}
const ofServing: readonly Command[] = [{ ...invite, firm: 'brightline-it' }]
const onServing: Record<string, Command> = {
  accept: { ...accept, by: admin },
  'end relationship': { do: 'end-relationship' },
}

/** Sometimes the clock comes first and sometimes the move, on a fast machine and on a slow one. */
const soon = 'clock_timestamp() + make_interval(secs => $2 / 1000.0)'
const lapses: Boundary = {
  hours: 168,
  sql: `update access_request set lapses_at = ${soon} where account_id = $1`,
}
const invitationLapses: Boundary = {
  hours: 168,
  sql: `update partner_invitation set lapses_at = ${soon} where account_id = $1`,
}
const expires: Boundary = {
  hours: 1,
  sql: `update access_grant set ends_at = ${soon}, due_at = ${soon} where account_id = $1`,
}
const begins: Boundary = {
  hours: 5,
  sql: `update access_grant set starts_at = ${soon}, due_at = ${soon} where account_id = $1`,
}

const givenHour: readonly Command[] = [ask, { ...approve, duration: 1 }]
const givenLater: readonly Command[] = [
  { ...ask, startsIn: 5 },
  { ...approve, duration: 'ongoing' },
]

type Pair = readonly [name: string, race: Race]

/** Each move against each, itself included: a double click is a race too. */
function pairs(
  prelude: readonly Command[],
  moves: Record<string, Command>,
  only?: readonly string[],
): readonly Pair[] {
  const names = Object.keys(moves)
  return names.flatMap((one, i) =>
    names.slice(i).flatMap((other): Pair[] => {
      const [first, second] = [moves[one], moves[other]]
      if (!first || !second || (only && !only.includes(one) && !only.includes(other))) return []
      return [[`${one} / ${other}`, { prelude, first, second }]]
    }),
  )
}

function timed(
  prelude: readonly Command[],
  moves: Record<string, Command>,
  boundary: Boundary,
): readonly Pair[] {
  return Object.entries(moves).map(([name, first]) => [
    `${name} / the clock`,
    { prelude, first, second: { do: 'sweep' }, boundary },
  ])
}

const groups: Record<string, readonly Pair[]> = {
  'a pending request': pairs([ask], onRequest),
  'an open question': pairs([ask, question], onQuestion, ['answer', 'answer as administrator']),
  'a request that lapses': timed(
    [ask],
    { ...onRequest, 'approve for 24 hours': { ...approve, duration: 'ongoing' } },
    lapses,
  ),
  'a question that lapses': timed(
    [ask, question],
    { answer: { do: 'answer', by: tech, request: 'r0' } },
    lapses,
  ),
  'an open invitation': pairs([invite], onInvitation),
  'an invitation to a serving partner': pairs(ofServing, onServing),
  'an invitation that lapses': timed([{ ...invite, duration: 'ongoing' }], onInvitation, invitationLapses),
  'asking and inviting': pairs([], {
    invite: { ...invite, firm: 'brightline-it' },
    ask,
    block: { do: 'block', by: manager, firm: 'brightline-it', revoke: false },
  }),
  'an active grant': pairs([ask, approve], onGrant),
  'a suspended grant': pairs([ask, approve, suspend], onSuspended, [
    'resume',
    'resume as the other approver',
  ]),
  'a grant that ends': timed(givenHour, onGrant, expires),
  'a suspended grant that ends': timed(
    [...givenHour, suspend],
    { resume: { do: 'resume', by: owner, grant: 'g0' } },
    expires,
  ),
  'a grant that begins': timed(givenLater, onGrant, begins),
}

const world = await newWorld()
const table: string[] = []
afterAll(async () => {
  console.log(['tries  first  second  pair', ...table].join('\n'))
  await world.close()
})

function same(one: Seen, other: Seen): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

describe.each(Object.entries(groups))('%s', (group, races) => {
  test.each(races)(
    '%s',
    async (name, race) => {
      const orders = [serial(race, 'first', members), serial(race, 'second', members)] as const
      const won = [0, 0]
      for (let turn = 0; turn < tries; turn++) {
        const seen = await run(world, race, turn)
        const order = orders.findIndex(wanted => same(normal(seen), normal(wanted)))
        if (order < 0) expect({ turn, ...normal(seen) }).toEqual([normal(orders[0]), normal(orders[1])])
        won[order] = (won[order] ?? 0) + 1
      }
      const either = same(normal(orders[0]), normal(orders[1]))
      const [first, second] = either ? ['same', 'same'] : won
      table.push(
        [
          String(tries).padEnd(6),
          String(first).padEnd(6),
          String(second).padEnd(7),
          `${group}: ${name}`,
        ].join(' '),
      )
    },
    60_000,
  )
})

/** In one order of keys, so that it can be compared as text. */
function normal(seen: Seen): Seen {
  const sorted = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  const { first, second, states, events, letters, access } = seen
  return { first, second, states: sorted(states), events, letters, access: sorted(access) }
}
