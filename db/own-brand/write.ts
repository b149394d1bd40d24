import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import type { KeptPicture } from '#lib/branding/codec.ts'
import { type LinkField, type LogoKind, linkFields, type OwnLinks } from '#lib/branding/own.ts'
import { pictureText } from '#lib/branding/picture.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { whoChanged } from '../meanwhile.ts'
import { accountLogo } from '../schema/own-brand.ts'
import { together, type Write } from '../write.ts'
import { type KeptLogo, linksOf, logosOf } from './reads.ts'

const action = 'own-brand.updated'

/** Changes the account's own links. Of two who edit at once the second is told. */
export async function saveLinks(
  change: AccountChange,
  typed: OwnLinks,
  shown: OwnLinks,
): Promise<Edited<LinkField>> {
  const { tx, actor, account, partnerId } = change
  const values = { shown, stored: await linksOf(tx, account.id), typed }
  const subject = { id: account.id, action, where: { accountId: account.id }, partnerId } as const
  return applyEdit(change, subject, linkFields, values, () => [
    {
      query: sql`(insert into account_brand (account_id, provider_id, shop_link, support_link)
        values (${account.id}::uuid, ${actor.providerId}::uuid, ${typed.shopLink}, ${typed.supportLink})
        on conflict (account_id) do update set shop_link = excluded.shop_link, support_link = excluded.support_link
        returning account_id)`,
      rows: 1,
    },
  ])
}

/** `before` is the id of the logo that the page showed, or empty where it showed none. */
type LogoChanged = Result<null, 'meanwhile'>

/**
 * Puts a logo in place of the one that is worn, which is kept as the one before. Refuses `meanwhile`, naming who was faster,
 * where another one is worn by now than the page showed.
 */
export async function replaceLogo(
  change: AccountChange,
  kind: LogoKind,
  picture: KeptPicture,
  before: string,
): Promise<LogoChanged> {
  const { tx, actor, account } = change
  const found = await standing(change, kind, before)
  if (!found.ok) return found
  const { contentType, content, width, height } = picture
  const row = { id: randomUUID(), providerId: actor.providerId, accountId: account.id, kind, width, height }
  await together(tx, [
    ...madeBefore(change, kind, found.value),
    {
      query: tx
        .insert(accountLogo)
        .values({ ...row, contentType, content })
        .returning({ id: accountLogo.id }),
      rows: 1,
    },
    changed(change, kind, found.value, pictureText({ ...picture, bytes: content.length })),
  ])
  return ok(null)
}

/** Takes off the logo that is worn; for some days it can be brought back. Refuses as `replaceLogo` does. */
export async function removeLogo(
  change: AccountChange,
  kind: LogoKind,
  before: string,
): Promise<LogoChanged> {
  const found = await standing(change, kind, before)
  if (!found.ok) return found
  if (!found.value) return ok(null)
  await together(change.tx, [
    ...madeBefore(change, kind, found.value),
    changed(change, kind, found.value, ''),
  ])
  return ok(null)
}

/** Brings the one before back in place of what is worn. Refuses as `replaceLogo` does, and `gone` where there is no such any more. */
export async function restoreLogo(
  change: AccountChange,
  id: string,
  before: string,
): Promise<Result<null, 'meanwhile' | 'gone'>> {
  const { tx, account } = change
  const back = (await logosOf(tx, account.id)).find(one => one.id === id)
  if (!back) return refuse('gone')
  const found = await standing(change, back.kind, before)
  if (!found.ok) return found
  if (back.endedAt === null) return ok(null)
  await together(tx, [
    ...ended(change, found.value),
    {
      query: sql`(update account_logo set ended_at = null
        where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is not null returning id)`,
      rows: 1,
    },
    changed(change, back.kind, found.value, pictureText(back)),
  ])
  return ok(null)
}

/** What is worn, where that is what the page showed. */
async function standing(
  { tx, account }: AccountChange,
  kind: LogoKind,
  before: string,
): Promise<Result<KeptLogo | null, 'meanwhile'>> {
  const all = await logosOf(tx, account.id)
  const worn = all.find(one => one.kind === kind && one.endedAt === null) ?? null
  if ((worn?.id ?? '') === before) return ok(worn)
  const [last] = await whoChanged(tx, { accountId: account.id, subjectId: account.id, action }, [kind])
  return refuse('meanwhile', { state: worn ? 'worn' : 'none', by: last?.by ?? null })
}

function ended({ account }: AccountChange, worn: KeptLogo | null): readonly Write[] {
  if (!worn) return []
  return [
    {
      query: sql`(update account_logo set ended_at = clock_timestamp()
        where id = ${worn.id}::uuid and account_id = ${account.id}::uuid and ended_at is null returning id)`,
      rows: 1,
    },
  ]
}

/** What is worn becomes the one before; what was that goes for good, so that an account never keeps more than two of a kind. */
function madeBefore(change: AccountChange, kind: LogoKind, worn: KeptLogo | null): readonly Write[] {
  const older: SQL = sql`(delete from account_logo where account_id = ${change.account.id}::uuid and kind = ${kind}
    and ended_at is not null returning id)`
  return worn ? [{ query: older }, ...ended(change, worn)] : []
}

function changed(change: AccountChange, kind: LogoKind, worn: KeptLogo | null, now: string): Write {
  const changes = { [kind]: [worn ? pictureText(worn) : '', now] as const }
  return told(change, action, change.account.id, { changes })
}
