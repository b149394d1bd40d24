import { afterAll } from 'vitest'
import type { Command } from './proof/commands.ts'
import { admin, cedar, manager, owner, platform, tech } from './proof/model.ts'
import type { Boundary } from './proof/race.ts'
import { begins, expires, holdRaces, lapses, type Pair, pairs, soon, timed } from './proof/race-table.ts'
import { newWorld } from './proof/world.ts'

/**
 * Every pair of competing moves, raced on real connections: what comes of it, with answers, history, letters and access,
 * must be what would have come of one after the other.
 */
const tries = 8
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
/** What the provider set, and the account has asked it to end. */
const asked: readonly Command[] = [
  { do: 'designate', key: 'g0', duration: 24 },
  { do: 'ask-to-end', key: 'k0', by: owner, grant: 'g0' },
]
const onAsk: Record<string, Command> = {
  'end it, as asked': { do: 'answer-ask', ask: 'k0', says: 'end' },
  'keep it': { do: 'answer-ask', ask: 'k0', says: 'keep' },
  'ask once more': { do: 'ask-to-end', key: 'k1', by: manager, grant: 'g0' },
  'suspend as provider': { do: 'suspend', by: platform, grant: 'g0' },
  relinquish: { do: 'relinquish', by: admin, grant: 'g0' },
  terminate: { do: 'terminate', by: platform, grant: 'g0' },
  'end relationship': { do: 'end-relationship' },
}
const asking = Object.fromEntries(
  ['end it, as asked', 'keep it', 'ask once more'].map(name => [name, onAsk[name] as Command]),
)

const invitationLapses: Boundary = {
  hours: 168,
  sql: `update partner_invitation set lapses_at = ${soon} where account_id = $1`,
}
const givenHour: readonly Command[] = [ask, { ...approve, duration: 1 }]
const givenLater: readonly Command[] = [
  { ...ask, startsIn: 5 },
  { ...approve, duration: 'ongoing' },
]

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
  'an ask to end what the provider set': pairs(asked, onAsk, Object.keys(asking)),
  'an ask about a grant that ends': timed(
    [{ do: 'designate', key: 'g0', duration: 1 }, ...asked.slice(1)],
    asking,
    expires,
  ),
  'asking at once': pairs(asked.slice(0, 1), {
    ask: { do: 'ask-to-end', key: 'k0', by: owner, grant: 'g0' },
    'ask as the other approver': { do: 'ask-to-end', key: 'k1', by: manager, grant: 'g0' },
  }),
  'a grant that begins': timed(givenLater, onGrant, begins),
}

const world = await newWorld()
afterAll(() => world.close())
holdRaces(world, tries, groups)
