import type { Product } from '#lib/access/products.ts'
import { type ClientRefusal, mostClientsADay, productsForClients } from '#lib/account/clients.ts'
import { maySendFrom } from '#lib/asking-pace.ts'
import type { AccountChange } from '../change.ts'
import { type CreatedAccount, createAccount, type NewAccount, type NewAccountRefusal } from './create.ts'
import { inviteAdministrators, type NotInvited } from './first-people.ts'

export type NewClient = Omit<NewAccount, 'parent'>

export type NewClientRefusal =
  | Extract<NewAccountRefusal, { readonly refusal: 'unknown-brand' }>
  /** `known`: it is the account itself or one of its clients, which may be named to it; other customers may not. */
  | (Extract<NewAccountRefusal, { readonly refusal: 'alike' }> & { readonly known: boolean })
  | { readonly refusal: Extract<ClientRefusal, 'not-its-product'> }
  /** From when the account may add again. */
  | { readonly refusal: Extract<ClientRefusal, 'enough-today'>; readonly from: Date }
  | { readonly refusal: 'not-invited'; readonly who: NotInvited }

type Added =
  | { readonly ok: true; readonly value: CreatedAccount }
  | ({ readonly ok: false } & NewClientRefusal)

/**
 * Adds a client account to the account whose change this is, behind its lock, with its first Account Owner if one is named:
 * the provider's own way of making accounts, in the parent's name. Refuses more than `mostClientsADay` within 24 hours,
 * products that the parent has not, and whatever makes no account or no owner; a refusal is to be undone by the caller.
 */
export async function addClient(change: AccountChange, asked: NewClient, secret: string): Promise<Added> {
  const { account, now } = change
  const parent = await standingOf(change)
  const from = maySendFrom({ lastSentAt: parent.lastAdded }, now, mostClientsADay)
  if (from) return { ok: false, refusal: 'enough-today', from }
  if (!asked.products.every(product => parent.products.includes(product)))
    return { ok: false, refusal: 'not-its-product' }
  const created = await createAccount(change, { ...asked, parent: { id: account.id } })
  if (!created.ok) {
    if (created.refusal === 'unknown-parent') throw new Error('the parent was there a moment ago')
    if (created.refusal !== 'alike') return created
    const { namesake } = created
    const known = namesake.kind === 'account' && (await isNear(change, namesake.of.slug))
    return { ...created, known }
  }
  const { id, slug, brandId, language } = created.value
  const { name, timeZone } = asked.details
  // Whoever may add a client account names its first owner; what else they may do there is not asked.
  const on = {
    ...change,
    partnerId: null,
    account: {
      ...account,
      id,
      slug,
      name,
      timeZone,
      parentId: account.id,
      parentName: account.name,
      parentIsClient: account.parentId !== null,
    },
  }
  const home = { homeBrandId: brandId, language, timeZone }
  const who = await inviteAdministrators(on, asked.people, home, secret)
  return who ? { ok: false, refusal: 'not-invited', who } : { ok: true, value: created.value }
}

interface Parent {
  readonly products: readonly Product[]
  /** When its latest client accounts were added, the newest first; closed ones too. */
  readonly lastAdded: readonly Date[]
}

async function standingOf({ tx, account }: AccountChange): Promise<Parent> {
  const answer = await tx.$client.query<{ products: string[]; added: Date[] }>(
    `select array(select o.product from account_product o where o.account_id = $1) as products,
        array(select c.created_at from account c where c.parent_id = $1 order by c.created_at desc limit ${mostClientsADay}) as added`,
    [account.id],
  )
  const [row] = answer.rows
  return { products: productsForClients(row?.products ?? []), lastAdded: row?.added ?? [] }
}

async function isNear({ tx, account, actor }: AccountChange, slug: string): Promise<boolean> {
  const answer = await tx.$client.query(
    'select 1 from account a where a.provider_id = $1 and a.slug = $2 and (a.id = $3 or a.parent_id = $3)',
    [actor.providerId, slug, account.id],
  )
  return answer.rowCount === 1
}
