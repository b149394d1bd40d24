import { answerAsk } from '../designation/answer.ts'
import { askToEnd } from '../designation/ask.ts'
import { designate } from '../designation/designate.ts'
import { durationOf } from './choices.ts'
import type { OnDesignation } from './designation-commands.ts'
import { type Key, platform } from './model.ts'
import type { NewAccount, World } from './world.ts'

interface Player {
  readonly world: World
  readonly account: NewAccount
  idOf(key: Key): string
}

/** Plays what concerns designations, and gives what came of it; `made` is what came into being. */
export async function playDesignation(player: Player, command: OnDesignation) {
  const { world, account } = player
  if (command.do === 'designate') {
    const giving = {
      scope: { name: 'services', pages: [] },
      duration: durationOf(command.duration ?? 'ongoing'),
    } as const
    const of = { accountId: account.id, partnerId: world.partner('brightline-it') }
    const set = await world.asProvider(platform, change => designate(change, of, giving, 'They know it.'))
    return { result: set, made: set !== 'not-found' && set.ok ? set.value.grantId : null }
  }
  if (command.do === 'ask-to-end') {
    const id = player.idOf(command.grant)
    const asked = await world.onAccount(command.by, account.id, 'partners.decide', change =>
      askToEnd(change, id, 'We never see them.'),
    )
    return { result: asked, made: asked !== 'not-found' && asked.ok ? asked.value.askId : null }
  }
  const id = player.idOf(command.ask)
  const result = await world.asProvider(platform, change =>
    answerAsk(change, id, command.says, 'Because of this.'),
  )
  return { result, made: null }
}
