import type { LiveMembership } from '#lib/access/authority.ts'
import { comesFromParent } from '../approvers.ts'
import type { Tx } from '../client.ts'
import {
  type WaitingExtension,
  type WaitingExtensionRow,
  waitingExtensions,
  waitingExtensionsFrom,
} from '../extension/reads.ts'
import { isLiveNow } from '../grant/clock.ts'
import { type DueReview, type DueReviewRow, dueReviews, dueReviewsFrom } from '../grant/review-reads.ts'

/** What the overview says of the account itself. */
export interface AccountSummary {
  readonly products: readonly string[]
  readonly phone: string
  readonly addressLine: string
  readonly city: string
  readonly postalCode: string
  readonly country: string
  readonly parentName: string | null
  readonly providerName: string
}

/** A place that the reader has on the account themselves, or on its parent and by it here. */
export interface OwnPlace extends LiveMembership {
  readonly since: Date
  readonly onParent: boolean
  /** Of an end user. */
  readonly product: string | null
  readonly level: string | null
}

export interface AccountOverview {
  readonly summary: AccountSummary
  /** The reader's own places; nobody else's. */
  readonly places: readonly OwnPlace[]
  /** Its Account Owners by name; null where the reader may not see them. */
  readonly owners: readonly string[] | null
  /** Access that was given and does not open the door at present; null where the reader may not see partners. */
  readonly atRest: AccessAtRest | null
  /** What waits for an answer of whoever may decide on partners; nothing for anybody else. */
  readonly reviews: readonly DueReview[]
  readonly extensions: readonly WaitingExtension[]
  /** In how many months what is kept is to be looked at again. */
  readonly reviewMonths: number
}

/** How many grants there are of each; 100 means "more than 99". */
export interface AccessAtRest {
  readonly suspended: number
  readonly scheduled: number
}

type Row = AccountSummary & {
  places: (Omit<OwnPlace, 'since'> & { since: string })[] | null
  owners: string[]
  atRest: AccessAtRest
  reviews: DueReviewRow[] | null
  extensions: WaitingExtensionRow[] | null
  reviewMonths: number
}

const most = 100
const inState = (condition: string) => `(select count(*)::int from (select 1 from access_grant g
    where $4 and g.account_id = a.id and ${condition} and ${isLiveNow('g')} limit ${most}) c)`

/** The account in a few lines, and by which places of theirs the reader is here. */
export async function overviewOf(
  tx: Tx,
  accountId: string,
  reader: {
    readonly personId: string
    readonly seesAdministrators: boolean
    readonly seesPartners: boolean
    readonly decides: boolean
  },
): Promise<AccountOverview> {
  const answer = await tx.$client.query<Row>({
    name: 'account-overview',
    text: `select array(select product from account_product where account_id = a.id order by product) as products, a.phone,
        a.address_line as "addressLine", a.city, a.postal_code as "postalCode", a.country,
        parent.name as "parentName", v.name as "providerName",
        (select json_agg(json_build_object('kind', m.kind, 'roles', m.roles, 'modules', m.modules, 'since', m.created_at,
              'onParent', m.account_id <> a.id, 'product', m.product, 'level', m.level) order by m.created_at, m.id)
           from membership m where m.person_id = $2
             and ((m.account_id = a.id and m.state = 'active') or ${comesFromParent('m', 'a')})) as places,
        array(select p.name from membership m join person p on p.id = m.person_id and p.disabled_at is null
           where $3 and m.account_id = a.id and m.state = 'active' and m.kind = 'administrator'
             and 'account-owner' = any(m.roles) order by p.name limit 6) as owners,
        json_build_object('suspended', ${inState(`g.state = 'suspended'`)},
          'scheduled', ${inState(`g.state = 'scheduled' and g.starts_at > clock_timestamp()`)}) as "atRest",
        case when $5 then ${dueReviews('a.id')} end as reviews,
        case when $5 then ${waitingExtensions('a.id')} end as extensions, v.review_months as "reviewMonths"
      from account a join provider v on v.id = a.provider_id left join account parent on parent.id = a.parent_id where a.id = $1`,
    values: [accountId, reader.personId, reader.seesAdministrators, reader.seesPartners, reader.decides],
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the account vanished between two statements')
  const { places, owners, atRest, reviews, extensions, reviewMonths, ...summary } = row
  return {
    summary,
    places: (places ?? []).map(place => ({ ...place, since: new Date(place.since) })),
    owners: reader.seesAdministrators ? owners : null,
    atRest: reader.seesPartners ? atRest : null,
    reviews: dueReviewsFrom(reviews),
    extensions: waitingExtensionsFrom(extensions),
    reviewMonths,
  }
}
