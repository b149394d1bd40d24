// What an account can buy, has bought and tries out, as a back office would tell it of a file's rows. A column that the file
// lacks is not the import's to change.

const item = (file: string, table: string, of: string, fields: Readonly<Record<string, string>>) =>
  `select array[i.line] as lines, jsonb_strip_nulls(jsonb_build_object(${Object.entries({
    key: 'i.key',
    ...fields,
  })
    .map(([field, sql]) => `'${field}', ${sql}`)
    .join(', ')})) as item
    from import_${file} i left join ${table} t on ${of} and t.key = i.key
    where i.account_id = $1 and i.fate <> 'left' order by i.line`

const inAccount = 't.account_id = i.account_id'
const named = { name: 'i.name', product: 'i.product' }
const priced = {
  ...named,
  unit_price: 'i.unit_price',
  currency: 'i.currency',
  period: 'i.period',
  term_months: `coalesce(nullif(i.term_months, '')::int, t.term_months)`,
}
/** A day of a column that may be empty: none. */
const dayOr = (column: string, stored: string) =>
  `case when i.${column} is null then t.${stored}::text else nullif(i.${column}, '') end`

export const planItems = {
  offers: item('offers', 'offer', inAccount, {
    ...priced,
    price_version: 'coalesce(i.price_version, t.price_version)',
    trial_days: `coalesce(nullif(i.trial_days, '')::int, t.trial_days)`,
  }),
  subscriptions: item('subscriptions', 'subscription', inAccount, {
    ...priced,
    offer: 'coalesce(i.offer, t.offer_key)',
    quantity: 'i.quantity::int',
    starts_on: 'i.starts',
    renews_on: dayOr('renews', 'renews_on'),
    ends_on: dayOr('ends', 'ends_on'),
    state: 'i.state',
  }),
  licences: item('licences', 'licence', inAccount, {
    subscription: 'i.subscription',
    email: 'coalesce(i.email, t.email)',
  }),
  trials: item('trials', 'trial', inAccount, {
    ...named,
    offer: 'coalesce(i.offer, t.offer_key)',
    started_on: 'i.started',
    ends_on: 'i.ends',
    state: 'i.state',
  }),
} as const
