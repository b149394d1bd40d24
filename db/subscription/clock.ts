import { licensedProducts } from '#lib/subscription/subscription.ts'

// How a subscription stands, as SQL: `s` is its row, `today` the day where the account is.

/** The twin of lib/subscription `stateOn`. */
export const stateAt = (s: string, today: string) =>
  `case when ${s}.state = 'refused' then 'refused' when ${s}.state = 'ended' or ${s}.ends_on <= ${today}::date then 'ended'
    when ${s}.starts_on > ${today}::date then 'scheduled' when ${s}.ends_on is null then 'active' else 'ending' end`

/** The twin of `isLive`. */
export const isLiveAt = (s: string, today: string) => `(${stateAt(s, today)} not in ('refused', 'ended'))`

/** The twin of `nextRenewal`, of one that runs or will and does not end. */
export const renewalAt = (s: string, today: string) => {
  const step = `case ${s}.period when 'year' then 12 else 1 end`
  const months = `(extract(year from ${today}::date) - extract(year from ${s}.renews_on)) * 12
    + extract(month from ${today}::date) - extract(month from ${s}.renews_on)`
  const date = `case when extract(day from ${s}.renews_on + 1) = 1
    then greatest(extract(day from ${s}.renews_on), extract(day from ${s}.starts_on)) else extract(day from ${s}.renews_on) end`
  return `case when not ${isLiveAt(s, today)} or ${s}.ends_on is not null then null
    when ${s}.renews_on <= ${today}::date then (select min(r.day) from generate_series(0, 2) n,
      lateral (select (date_trunc('month', ${s}.renews_on::timestamp)
        + make_interval(months => (floor((${months}) / (${step}))::int + n) * ${step}))::date as first) m,
      lateral (select least(m.first + (${date})::int - 1, (m.first + interval '1 month')::date - 1) as day) r
      where r.day > ${today}::date)
    else ${s}.renews_on end`
}

/** A change of it is on its way to the provider's systems, or one of its licences. */
export const waitsFor = (s: string) =>
  `exists (select 1 from back_office_change w where w.account_id = ${s}.account_id and w.settled_at is null
    and ((w.kind = 'subscriptions' and w.key = ${s}.key) or (w.kind = 'licences' and w.changes->'subscription'->>1 = ${s}.key)))`

/** How many of its licences somebody has. */
export const usedOf = (s: string) =>
  `(select count(*)::int from licence l where l.account_id = ${s}.account_id and l.subscription_key = ${s}.key and l.email <> '')`

/**
 * How many the provider's systems are sure to have: the fewest that can come of the changes on their way, whichever are
 * refused, and of those that were set aside, until a pull or a later yes tells.
 */
export const confirmedOf = (s: string) =>
  `least(${s}.quantity, (select min(least((w.changes->'quantity'->>0)::int, (w.changes->'quantity'->>1)::int))
    from back_office_change w where w.account_id = ${s}.account_id and w.kind = 'subscriptions' and w.key = ${s}.key
    and (w.settled_at is null or w.state = 'set-aside') and not exists (select 1 from back_office_change y
      where y.account_id = w.account_id and y.kind = w.kind and y.key = w.key and y.turn > w.turn and y.state = 'confirmed'
        and y.changes ? 'quantity')))`

const isLicensed = (s: string) =>
  `${s}.product in (${licensedProducts.map(product => `'${product}'`).join(', ')})`

/** The twin of `freeLicences`, of one that runs or will and whose product people have licences of; none of any other. */
export const freeOf = (s: string, today: string) =>
  `case when ${isLicensed(s)} and ${isLiveAt(s, today)} then greatest(0, ${confirmedOf(s)} - ${usedOf(s)}) else 0 end`
