import { sql } from 'drizzle-orm'
import {
  type ContactField,
  contactFieldOf,
  contactFields,
  contactKinds,
  isContactField,
} from '#lib/account/contacts.ts'
import { type AccountDetails, type DeskField, deskFields, detailFields } from '#lib/account/details.ts'
import { isRenamed, type Namesake } from '#lib/account/namesake.ts'
import type { Changes, Values } from '#lib/edit.ts'
import { holdHome } from '../branding-domain/homes.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import type { Edited } from '../edit.ts'
import { account } from '../schema/account.ts'
import type { Write } from '../write.ts'
import { generalOf } from './details.ts'
import { applyAccountEdit } from './edit.ts'
import { contactValues, namedFor, namesOfPlaces } from './named-contacts.ts'
import { namesakeOf } from './namesake.ts'

export type DeskEdited =
  | Exclude<Edited<DeskField>, { readonly outcome: 'meanwhile' }>
  /** With what those are called who are named contacts there by now, as the history tells them. */
  | (Extract<Edited<DeskField>, { readonly outcome: 'meanwhile' }> & {
      readonly called: (field: string, value: string) => string
    })
  /** The new name could be taken for another's, and nobody has looked: nothing was changed. */
  | { readonly outcome: 'alike'; readonly namesake: Namesake }
  /** What was chosen in these fields can't be chosen: nothing was changed. */
  | { readonly outcome: 'not-there'; readonly fields: readonly ('homeBrand' | ContactField)[] }

/** As it was typed; the home is missing where there is no choice of one. */
export type TypedAtDesk = Omit<Values<DeskField>, 'homeBrand'> & { readonly homeBrand?: string | undefined }

/**
 * The provider changes what an account says about itself, its home and its named contacts. A home is one of the
 * provider's branding domains that is in use, a contact somebody of the account. Whoever was overtaken is told by whom.
 */
export async function updateAtDesk(
  edit: AccountChange,
  typed: TypedAtDesk,
  shown: Values<DeskField>,
  { looked }: { readonly looked: boolean },
): Promise<DeskEdited> {
  const { tx, account: seen } = edit
  const stored = await storedAtDesk(tx, seen.id)
  const wanted = { ...typed, homeBrand: typed.homeBrand ?? stored.homeBrand }
  // What was left as it was shown is not this person's choice.
  const chosen = <Field extends DeskField>(field: Field) =>
    wanted[field] !== stored[field] && wanted[field] !== shown[field]
  const asks = !looked && chosen('name') && isRenamed(stored.name, wanted.name)
  const namesake = asks ? await namesakeOf(tx, edit.author.providerId, wanted.name, seen.id) : null
  if (namesake) return { outcome: 'alike', namesake }
  const brandId = chosen('homeBrand') ? await holdHome(tx, edit.author.providerId, wanted.homeBrand) : null
  const places = contactFields.flatMap(field => [wanted[field], stored[field]]).filter(id => id !== '')
  const names = await namesOfPlaces(tx, seen.id, places)
  const missing = [
    ...(chosen('homeBrand') && !brandId ? (['homeBrand'] as const) : []),
    ...contactFields.filter(field => chosen(field) && wanted[field] !== '' && !names.has(wanted[field])),
  ]
  if (missing.length > 0) return { outcome: 'not-there', fields: missing }
  const called = (field: string, value: string) => (isContactField(field) ? (names.get(value) ?? '') : value)
  const subject = {
    id: seen.id,
    action: 'account.updated',
    what: stored.name,
    called,
  } as const
  const edited = await applyAccountEdit(
    edit,
    subject,
    deskFields,
    { shown, stored, typed: wanted },
    changes => [
      {
        query: tx
          .update(account)
          .set({ ...detailsIn(wanted), ...(brandId && { homeBrandId: brandId, movedFromBrandId: null }) })
          .where(sql`${account.id} = ${seen.id}::uuid`)
          .returning({ id: account.id }),
        rows: 1,
      },
      ...contactWrites(edit, changes),
    ],
  )
  return edited.outcome === 'meanwhile' ? { ...edited, called } : edited
}

async function storedAtDesk(tx: Tx, accountId: string): Promise<Values<DeskField>> {
  const { details, contacts, homeBrand } = await generalOf(tx, accountId)
  return { ...details, homeBrand, ...contactValues(contacts) }
}

function detailsIn(values: AccountDetails): AccountDetails {
  return Object.fromEntries(detailFields.map(field => [field, values[field]])) as Record<
    keyof AccountDetails,
    string
  >
}

function contactWrites(edit: AccountChange, changes: Changes<DeskField>): readonly Write[] {
  return contactKinds.flatMap(kind => {
    const change = changes[contactFieldOf(kind)]
    return change ? [namedFor(edit, kind, change[1] || null)] : []
  })
}
