import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import { hasPbx } from '#lib/access/products.ts'
import { foldedText } from '#lib/fold.ts'
import {
  mostProfiles,
  movedKey,
  type PhoneKind,
  type ProfileField,
  profileFields,
  profileValues,
  type TypedKey,
} from '#lib/key-profile/key.ts'
import type { ProfileRefusal } from '#lib/key-profile/words.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { together, type Write } from '../write.ts'
import { checkedKeys, type FaultyKeys, plain, rewrittenKeys } from './keys.ts'
import { goneProfile, type OneProfile, profileHead, profileOf } from './reads.ts'

type Gone = 'removed' | 'not-found'

/** Adds a profile whose keys do nothing yet. Refuses an account without a PBX, a name that is taken, and too many. */
export async function addProfile(
  change: AccountChange,
  name: string,
  phone: PhoneKind,
): Promise<Result<{ readonly profileId: string }, ProfileRefusal>> {
  const fits = await mayBeCalled(change, name, null)
  if (!fits.ok) return fits
  const id = randomUUID()
  await together(change.tx, [
    inserted(change, id, name, phone),
    told(change, 'key-profile.added', id, { what: name }),
  ])
  return ok({ profileId: id })
}

/** Another profile with the same keys under another name; refuses as `addProfile` does, and one that is gone. */
export async function copyProfile(
  change: AccountChange,
  id: string,
  name: string,
): Promise<Result<{ readonly profileId: string }, ProfileRefusal | Gone>> {
  const found = await there(change, id)
  if (!found.ok) return found
  const fits = await mayBeCalled(change, name, null)
  if (!fits.ok) return fits
  const copy = randomUUID()
  await together(change.tx, [
    inserted(change, copy, name, found.value.phone),
    {
      query: sql`(insert into profile_key (provider_id, account_id, profile_id, position, kind, value, label, extension_id)
        select y.provider_id, y.account_id, ${copy}::uuid, y.position, y.kind, y.value, y.label, y.extension_id
        from profile_key y where y.profile_id = ${id}::uuid returning position)`,
    },
    told(change, 'key-profile.copied', copy, { what: name, whom: found.value.name }),
  ])
  return ok({ profileId: copy })
}

export interface TypedProfile {
  readonly name: string
  readonly keys: readonly TypedKey[]
  /** One key is put a place up or down with all else that was typed: from which to which, from 0. */
  readonly move: { readonly from: number; readonly to: number } | null
}

/**
 * Changes a profile's name and keys, and where they are. Of two who edit at once the second is told. Refuses keys that can't
 * be so, by their numbers, a name that is taken, and `removed`, naming who removed it.
 */
export async function editProfile(
  change: AccountChange,
  id: string,
  shown: Readonly<Record<ProfileField, string>>,
  typed: TypedProfile,
): Promise<Result<Edited<ProfileField>, ProfileRefusal | Gone> | FaultyKeys> {
  const { account, partnerId } = change
  const found = await there(change, id)
  if (!found.ok) return found
  const { name, keys } = found.value
  const stored = profileValues(name, keys)
  const overtaken = profileFields.some(field => shown[field] !== stored[field])
  // Whoever sends more keys than the phone has sends them for nothing.
  const sent = typed.keys.slice(0, keys.length)
  const checked = await checkedKeys(change, sent, keys)
  if (!checked.ok && !overtaken) return checked
  const fits = await mayBeCalled(change, typed.name, id)
  if (!fits.ok && !overtaken) return fits
  const moved = ({ from, to } = typed.move ?? { from: 0, to: 0 }) => ({
    kept: movedKey(checked.ok ? checked.value : [], from, to),
    texts: movedKey(plain(sent, checked), from, to),
  })
  const { kept, texts } = moved()
  const subject = {
    id,
    action: 'key-profile.updated',
    what: name,
    where: { accountId: account.id },
    partnerId,
  } as const
  const values = { shown, stored, typed: profileValues(typed.name, overtaken ? sent : texts) }
  return ok(
    await applyEdit(change, subject, profileFields, values, () => [
      {
        query: sql`(update key_profile set name = ${typed.name}, folded = ${foldedText(typed.name)}
          where id = ${id}::uuid and account_id = ${account.id}::uuid returning id)`,
        rows: 1,
      },
      ...rewrittenKeys(change, id, kept),
    ]),
  )
}

/**
 * Removes a profile for good. Where extensions use it they get the replacement in the same statement. Refuses one in use
 * without a replacement, a replacement that is gone or is itself, and `removed`, naming who was faster.
 */
export async function removeProfile(
  change: AccountChange,
  id: string,
  replacementId: string,
): Promise<Result<null, ProfileRefusal | Gone>> {
  const { tx, account } = change
  const found = await there(change, id)
  if (!found.ok) return found
  const { name, users } = found.value
  if (users.length > 0 && !replacementId) return refuse('in-use')
  const replacement = replacementId ? await profileOf(tx, account.id, replacementId) : null
  if (replacementId && (!replacement || replacement.id === id)) return refuse('no-replacement')
  await together(tx, [
    // Those that were removed and may come back, too: they come back with what stands in its place.
    {
      query: sql`(update pbx_extension set profile_id = ${replacement?.id ?? null}::uuid
        where account_id = ${account.id}::uuid and profile_id = ${id}::uuid returning id)`,
    },
    {
      query: sql`(delete from key_profile where id = ${id}::uuid and account_id = ${account.id}::uuid returning id)`,
      rows: 1,
    },
    replacement && users.length > 0
      ? told(change, 'key-profile.replaced', id, { what: name, whom: replacement.name })
      : told(change, 'key-profile.removed', id, { what: name }),
  ])
  return ok(null)
}

async function there({ tx, account }: AccountChange, id: string): Promise<Result<OneProfile, Gone>> {
  const found = await profileOf(tx, account.id, id)
  if (found) return ok(found)
  const gone = await goneProfile(tx, account.id, id)
  return gone ? refuse('removed', { state: 'removed', by: gone.by }) : refuse('not-found')
}

function inserted({ actor, account }: AccountChange, id: string, name: string, phone: PhoneKind): Write {
  return {
    query: sql`(insert into key_profile (id, provider_id, account_id, name, folded, phone)
      values (${id}::uuid, ${actor.providerId}::uuid, ${account.id}::uuid, ${name}, ${foldedText(name)}, ${phone}) returning id)`,
    rows: 1,
  }
}

/** `id`: the profile that is renamed, which stands in nobody's way. */
async function mayBeCalled(
  { tx, account }: AccountChange,
  name: string,
  id: string | null,
): Promise<Result<null, ProfileRefusal>> {
  const { products, profiles } = await profileHead(tx, account.id)
  if (!hasPbx(products)) return refuse('no-pbx')
  const others = profiles.filter(one => one.id !== id)
  if (others.some(one => foldedText(one.name) === foldedText(name))) return refuse('name-taken')
  return others.length >= mostProfiles ? refuse('too-many') : ok(null)
}
