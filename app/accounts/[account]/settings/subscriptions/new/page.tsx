import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { DateTimeField, SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { Search } from '#components/ui/search.tsx'
import { offersAtOnce, offersOf, type SeenOffer } from '#db/subscription/offers.ts'
import { productName } from '#lib/account/words.ts'
import { dayIn } from '#lib/day-span.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { searchText } from '#lib/list-query.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { monthsAfter, mostMonthsAhead } from '#lib/subscription/subscription.ts'
import { priceText } from '#lib/subscription/words.ts'
import { checkOrder } from '../actions.ts'
import { askedOrder } from '../asked-order.ts'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.add)

/** What to order, how many, and from when; the price comes on the next page. */
export default async function NewSubscriptionPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/subscriptions/new'>) {
  const query = await searchParams
  const asked = askedOrder(query)
  const search = typeof query.q === 'string' ? searchText(query.q) : ''
  const page = await accountPage(
    (await params).account,
    'subscriptions.update',
    async (tx, { account, now }) => {
      const today = dayIn(now, account.timeZone)
      const question = { accountId: account.id, today, to: 'order', search, chosen: asked.offer } as const
      return { today, offers: await offersOf(tx, question, offersAtOnce) }
    },
  )
  const { account, language, data } = page
  const { today } = data
  const offers = data.offers.slice(0, offersAtOnce)
  const isMore = data.offers.length > offersAtOnce
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/subscriptions`
  const here = `${list}/new`
  return (
    <AccountFrame page={page} current="subscriptions">
      <PageHeader title={words.add} description={words.addText} back={{ href: list, label: words.title }} />
      {(isMore || search !== '') && (
        <Search
          label={words.findOffer}
          value={search}
          button={words.find}
          action={here}
          keep={keptOf(asked)}
        />
      )}
      <Card>
        {offers.length === 0 && search !== '' ? (
          <NothingFound title={words.nothing} list={here} showAll={words.clear}>
            {words.nothingText}
          </NothingFound>
        ) : offers.length === 0 ? (
          <EmptyState
            icon="info"
            title={words.noOffers}
            actions={<LinkButton href={list}>{words.cancel}</LinkButton>}
          >
            {words.noOffersText(account.providerName)}
          </EmptyState>
        ) : (
          <Form action={checkOrder} label={words.add} labels={fieldLabels(labels(language), language)}>
            <Once />
            <input type="hidden" name="account" value={account.id} />
            <SelectField
              name="offer"
              label={words.offer}
              hint={isMore ? words.onlyOffers(wholeNumber(offersAtOnce, language)) : undefined}
              emptyLabel={words.chooseOffer}
              defaultValue={asked.offer ?? ''}
              options={offers.map(one => ({ value: one.id, label: offerText(one, language) }))}
            />
            <TextField
              name="quantity"
              label={words.quantity}
              inputMode="numeric"
              width="short"
              autoComplete="off"
              defaultValue={asked.quantity ?? 1}
            />
            <DateTimeField
              name="starts"
              type="date"
              label={words.starts}
              hint={words.startsHint(zoneText(account.timeZone, language))}
              defaultValue={asked.starts ?? today}
              min={today}
              max={monthsAfter(today, mostMonthsAhead)}
            />
            <SaveActions save={words.look} saving={words.looking} cancel={words.cancel} back={list} />
          </Form>
        )}
      </Card>
    </AccountFrame>
  )
}

function labels(language: Language) {
  const { offer, quantity, starts } = catalogue[language]
  return { offer, quantity, starts }
}

function offerText(offer: SeenOffer, language: Language): string {
  return `${productName(offer.product, language)}: ${offer.name}, ${priceText(offer, language)}`
}

/** What was chosen before the search. */
const keptOf = ({ offer, quantity, starts }: ReturnType<typeof askedOrder>) => ({
  offer,
  quantity: quantity?.toString(),
  starts,
})
