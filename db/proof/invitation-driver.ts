import type { Result } from '#lib/result.ts'
import { acceptInvitation, cancelInvitation, declineInvitation } from '../invitation/answer.ts'
import { sendInvitation } from '../invitation/invite.ts'
import { blockPartner, unblockPartner } from '../partner/block.ts'
import { durationOf } from './choices.ts'
import type { InvitationCommand } from './invitation-commands.ts'
import { type Firm, firmOf, type Key } from './model.ts'
import type { NewAccount, World } from './world.ts'

const codes: Record<Firm, string> = { 'brightline-it': 'BRT-4821', 'cedar-consulting': 'CDR-7310' }

/** What the driver lends: where it plays, and the keys of rows. */
interface Stage {
  readonly world: World
  readonly account: NewAccount
  idOf(key: Key): string
  name(id: string, key: string): void
}

/** Plays what is done about invitations and blocked firms. */
export async function playInvitation(
  stage: Stage,
  command: InvitationCommand,
): Promise<Result<unknown, string> | 'not-found'> {
  const { world, account } = stage
  const decides = <T>(work: Parameters<typeof world.onAccount<T>>[3]) =>
    world.onAccount(command.by, account.id, 'partners.decide', work)
  switch (command.do) {
    case 'invite': {
      const { firm, scope, duration } = command
      const inviting = { firm: { partnerCode: codes[firm] }, scope, duration: durationOf(duration) }
      const sent = await decides(change => sendInvitation(change, inviting))
      if (sent !== 'not-found' && sent.ok) stage.name(sent.value.invitationId, command.key)
      return sent
    }
    case 'accept': {
      const id = stage.idOf(command.invitation)
      const accepted = await world.asPartner(command.by, firmOf(command.by), change =>
        acceptInvitation(change, id),
      )
      if (accepted !== 'not-found' && accepted.ok) stage.name(accepted.value.grantId, command.key)
      return accepted
    }
    case 'decline-invitation':
      return world.asPartner(command.by, firmOf(command.by), change =>
        declineInvitation(change, stage.idOf(command.invitation), 'not now'),
      )
    case 'cancel':
      return decides(change => cancelInvitation(change, stage.idOf(command.invitation)))
    case 'block':
      return decides(change =>
        blockPartner(change, command.firm, { reason: 'too often', revoke: command.revoke }),
      )
    case 'unblock':
      return decides(change => unblockPartner(change, command.firm))
  }
}
