import { answerJoin, askToJoin, withdrawJoin } from '../assignment/ask.ts'
import { assign } from '../assignment/assign.ts'
import { endAssignment } from '../assignment/end.ts'
import type { OnAssignment } from './assignment-commands.ts'
import { firmOf, type Key, tech } from './model.ts'
import type { World } from './world.ts'

interface Player {
  readonly world: World
  idOf(key: Key): string
}

/** Plays what concerns who works under the firm's access, and gives what came of it; `made` is what came into being. */
export async function playAssignment(player: Player, command: OnAssignment) {
  const { world } = player
  const { by } = command
  const asFirm = <T>(work: Parameters<typeof world.asPartner<T>>[2]) => world.asPartner(by, firmOf(by), work)
  switch (command.do) {
    case 'assign': {
      const { scope, hours, grant } = command
      const duration = hours === null ? null : ({ kind: 'hours', hours } as const)
      const staffIds = [await placeOf(world)]
      const assigning = { grantId: player.idOf(grant), staffIds, scope, duration, shown: null }
      return { result: await asFirm(change => assign(change, assigning)), made: null }
    }
    case 'take-off': {
      const of = { grantId: player.idOf(command.grant), staffId: await placeOf(world) }
      return { result: await asFirm(change => endAssignment(change, of)), made: null }
    }
    case 'ask-to-join': {
      const id = player.idOf(command.grant)
      const result = await asFirm(change => askToJoin(change, id, 'I know it.'))
      return { result, made: result !== 'not-found' && result.ok ? result.value.askId : null }
    }
    case 'answer-join': {
      const id = player.idOf(command.join)
      return { result: await asFirm(change => answerJoin(change, id, command.says, '')), made: null }
    }
    case 'withdraw-join': {
      const id = player.idOf(command.join)
      return { result: await asFirm(change => withdrawJoin(change, id)), made: null }
    }
  }
}

/** The technician's latest place in the firm, also where it was taken from them. */
async function placeOf(world: World): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    'select id from partner_staff where person_id = $1 and partner_id = $2 order by activated_at desc limit 1',
    [world.actor(tech).personId, world.partner('brightline-it')],
  )
  if (!row) throw new Error('the technician never had a place in the firm')
  return row.id
}
