import { canComeBack } from '#db/lists/come-back.ts'
import type { PbxValues } from '#lib/pbx-extension/extension.ts'
import type { Tx } from '../client.ts'
import { isLive, type ListedExtension, seenColumns, withAround } from './reads.ts'

/** An extension that somebody has the address of; `removed` once it is not there any more. */
export interface OneExtension extends ListedExtension {
  /** As a form holds it. */
  readonly values: PbxValues
  readonly pinSetAt: Date | null
  /** Those that send calls to it. */
  readonly senders: readonly string[]
  readonly removed: {
    readonly by: string | null
    readonly at: Date
    readonly canComeBack: boolean
    /** How many the same press removed that are still removed, this one among them. */
    readonly together: number
  } | null
}

/** Of one that was removed: another that the same press removed, which gave all of them one moment. */
export const removedWith = (x: string, another: string) =>
  `${another}.account_id = ${x}.account_id and ${another}.ended_at = ${x}.ended_at`

/** What a form holds of the extension `x`, field by field. */
export const valuesJson = `json_build_object('number', x.number, 'name', x.name, 'member', coalesce(x.membership_id::text, ''),
  'device', x.device, 'callerName', x.caller_name, 'busy', x.busy,
  'busyTo', case x.busy when 'extension' then coalesce(b.number, '') when 'outside' then x.busy_number else '' end,
  'ring', x.ring_seconds::text, 'unanswered', x.unanswered,
  'unansweredTo', case x.unanswered when 'extension' then coalesce(u.number, '') when 'outside' then x.unanswered_number else '' end,
  'voicemail', case when x.voicemail then 'on' else 'off' end, 'profile', coalesce(x.profile_id::text, ''))`

/** The events `e` that tell how the extension `x` went: by itself, with others in one press, with or from its person. */
const tellsRemoval = `e.at >= x.ended_at and (
  (e.action = 'pbx-extension.removed' and e.subject_id = x.id)
  or (e.action = 'pbx-extensions.removed' and e.subject_id = x.account_id and e.at < x.ended_at + interval '10 seconds')
  or (e.action = 'membership.removed' and e.subject_id = x.membership_id)
  or (e.action in ('end-user.updated', 'membership.updated') and e.subject_id = x.membership_id
    and e.data->'changes'->'extension' = jsonb_build_array(x.number, '')))`

export async function extensionOf(tx: Tx, accountId: string, id: string): Promise<OneExtension | null> {
  const answer = await tx.$client.query<
    Omit<OneExtension, 'removed'> & {
      endedAt: Date | null
      back: boolean | null
      together: number
      by: string | null
    }
  >(
    `select ${seenColumns}, ${valuesJson} as values, x.pin_set_at as "pinSetAt", x.ended_at as "endedAt",
        ${canComeBack('x')} as back,
        array(select s.number::text from pbx_extension s where s.account_id = x.account_id and ${isLive('s')}
          and x.id in (s.busy_extension_id, s.unanswered_extension_id) order by s.number) as senders,
        (select count(*)::int from pbx_extension o where ${removedWith('x', 'o')}) as together,
        (select e.actor_name from event e where e.account_id = x.account_id and ${tellsRemoval} order by e.id limit 1) as by
      from ${withAround} where x.account_id = $1 and x.id = $2`,
    [accountId, id],
  )
  const [row] = answer.rows
  if (!row) return null
  const { endedAt, back, together, by, ...one } = row
  return { ...one, removed: endedAt ? { by, at: endedAt, canComeBack: back === true, together } : null }
}
