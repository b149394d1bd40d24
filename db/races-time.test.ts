import { afterAll } from 'vitest'
import type { Command } from './proof/commands.ts'
import { admin, manager, owner, platform, tech } from './proof/model.ts'
import { expires, holdRaces, type Pair, pairs, timed } from './proof/race-table.ts'
import { newWorld } from './proof/world.ts'

/** More time, less time and less scope against each other and against all that ends an access: as in races.test.ts. */
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
const approve: Command = { do: 'approve', key: 'g0', by: owner, request: 'r0', scope: full, duration: 24 }
const askMore: Command = { do: 'ask-more', key: 'x0', by: tech, grant: 'g0', extra: 24 }
const suspend: Command = { do: 'suspend', by: owner, grant: 'g0' }

const moved: Record<string, Command> = {
  'extend by a day': { do: 'extend', by: owner, grant: 'g0', extra: 24, extension: null },
  'extend for good': { do: 'extend', by: manager, grant: 'g0', extra: 'ongoing', extension: null },
  shorten: { do: 'shorten', by: manager, grant: 'g0', hours: 1 },
  trim: { do: 'trim', by: owner, grant: 'g0', scope: services },
  'ask for more': askMore,
}
const ends: Record<string, Command> = {
  revoke: { do: 'revoke', by: owner, grant: 'g0' },
  'revoke all': { do: 'revoke-all', by: manager, firm: null },
  relinquish: { do: 'relinquish', by: admin, grant: 'g0' },
  terminate: { do: 'terminate', by: platform, grant: 'g0' },
  'end relationship': { do: 'end-relationship' },
}
const held: Record<string, Command> = {
  suspend,
  'suspend as provider': { do: 'suspend', by: platform, grant: 'g0' },
}
const answers: Record<string, Command> = {
  'as asked': { do: 'extend', by: owner, grant: 'g0', extra: 'asked', extension: 'x0' },
  'as asked by the other approver': {
    do: 'extend',
    by: manager,
    grant: 'g0',
    extra: 'asked',
    extension: 'x0',
  },
  less: { do: 'extend', by: manager, grant: 'g0', extra: 1, extension: 'x0' },
  decline: { do: 'decline-more', by: owner, extension: 'x0' },
  'decline as the other approver': { do: 'decline-more', by: manager, extension: 'x0' },
  withdraw: { do: 'withdraw-more', by: tech, extension: 'x0' },
  'withdraw as administrator': { do: 'withdraw-more', by: admin, extension: 'x0' },
}
const again: Command = { ...askMore, key: 'x1', by: admin }

const some = (moves: Record<string, Command>, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(moves).filter(([name]) => names.includes(name)))

const groups: Record<string, readonly Pair[]> = {
  'an active grant': pairs([ask, approve], { ...moved, ...ends, ...held }, Object.keys(moved)),
  'an extension that waits': pairs(
    [ask, approve, askMore],
    {
      ...answers,
      ...some(moved, 'extend by a day', 'shorten', 'trim'),
      ...some(ends, 'revoke', 'terminate', 'end relationship'),
      'ask for more': again,
    },
    Object.keys(answers),
  ),
  'a suspended grant': pairs(
    [ask, approve, askMore, suspend],
    { ...answers, resume: { do: 'resume', by: manager, grant: 'g0' } },
    ['resume'],
  ),
  'a grant that ends': timed([ask, { ...approve, duration: 1 }], moved, expires),
  'an extension whose grant ends': timed([ask, { ...approve, duration: 1 }, askMore], answers, expires),
}

const world = await newWorld()
afterAll(() => world.close())
holdRaces(world, tries, groups)
