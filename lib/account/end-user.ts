import { type EndUserLevel, endUserLevelsOf, isEndUserLevel } from '#lib/access/products.ts'
import type { Values } from '#lib/edit.ts'
import { emergencyBeside, extensionNumberRefusals, refusedAsExtension } from '#lib/extension-number.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { EndUserField } from './details.ts'

export const endUserRefusals = [
  ...extensionNumberRefusals,
  'extension-taken',
  'extension-in-use',
  'too-many-extensions',
  'no-pbx',
  'not-a-level',
  'level-not-theirs-to-give',
  'name-is-their-own',
] as const
export type EndUserRefusal = (typeof endUserRefusals)[number]

/** Of the account's virtual PBX, what lets an extension come and go beside its number. */
export interface PbxStanding {
  readonly has: boolean
  /** It holds as many extensions as it can. */
  readonly full: boolean
  /** The extensions that send calls to the end user's own. */
  readonly senders: readonly string[]
}

export interface EndUserStanding {
  readonly product: string
  readonly name: string
  /** The extension that they have; empty: none. */
  readonly extension: string
  readonly pbx: PbxStanding
  /** Whether their name is theirs alone to change, or other people's business too. */
  readonly isTheirName: boolean
  /** The levels that whoever sets it may give: see endUserLevelsToGive. */
  readonly toGive: readonly EndUserLevel[]
}

/**
 * Whether an end user can be set so. `holder` is whoever has the extension on this account already. An extension that stays
 * is not judged: it may be older than its rule.
 */
export function checkEndUser(
  endUser: EndUserStanding,
  typed: Values<EndUserField>,
  holder: string | null,
): Result<Values<EndUserField>, EndUserRefusal> {
  if (typed.name !== endUser.name && endUser.isTheirName) return refuse('name-is-their-own')
  const stays = typed.extension === '' || typed.extension === endUser.extension
  const odd = stays ? null : refusedAsExtension(typed.extension)
  if (odd) return refuse(odd, { state: emergencyBeside(typed.extension) ?? '', by: null })
  if (typed.extension !== '' && holder !== null)
    return refuse('extension-taken', { state: typed.extension, by: holder })
  const kept = refusedByPbx(endUser, typed.extension)
  if (kept) return refuse(kept, { state: endUser.pbx.senders.join(', '), by: null })
  if (!isEndUserLevel(typed.level) || !endUserLevelsOf(endUser.product).includes(typed.level))
    return refuse('not-a-level')
  if (!endUser.toGive.includes(typed.level)) return refuse('level-not-theirs-to-give')
  return ok(typed)
}

/** As the room of the extensions would refuse it. */
function refusedByPbx({ extension, pbx }: EndUserStanding, wanted: string): EndUserRefusal | null {
  if (wanted === extension) return null
  if (wanted === '') return pbx.senders.length > 0 ? 'extension-in-use' : null
  if (!pbx.has) return 'no-pbx'
  return extension === '' && pbx.full ? 'too-many-extensions' : null
}
