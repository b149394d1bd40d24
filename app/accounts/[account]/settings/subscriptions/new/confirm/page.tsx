import { AccountFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { type Order, type WeighedOrder, weighOrder } from '#db/subscription/order.ts'
import { productName } from '#lib/account/words.ts'
import { calendarDay, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import { type OrderRefusal, priceShown } from '#lib/subscription/subscription.ts'
import { priceText, subscriptionWords } from '#lib/subscription/words.ts'
import { buySubscription } from '../../actions.ts'
import { askedOrder } from '../../asked-order.ts'
import { words as catalogue } from '../../words.ts'

export const generateMetadata = titled(catalogue, words => words.confirm)

/** The price of an order, and the button that places it at exactly that. */
export default async function ConfirmOrderPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/subscriptions/new/confirm'>) {
  const { offer = '', quantity = 0, starts = '', once } = askedOrder(await searchParams)
  const whole = offer !== '' && quantity > 0 && starts !== ''
  const order = { offer, quantity, starts }
  const page = await accountPage(
    (await params).account,
    'subscriptions.update',
    async (tx, { account, now }) => (whole ? weighOrder(tx, account, order, now) : null),
  )
  const { account, language, data: weighed } = page
  const words = catalogue[language]
  const back = listAddress(`/accounts/${account.slug}/settings/subscriptions/new`, {
    offer,
    quantity: quantity > 0 ? String(quantity) : '',
    starts,
  })
  return (
    <AccountFrame page={page} current="subscriptions">
      <PageHeader
        title={words.confirm}
        description={words.confirmText}
        back={{ href: back, label: words.add }}
      />
      {weighed?.ok ? (
        <Card>
          <Facts items={factsOf(weighed.value, order, account.name, language)} />
          <Form action={buySubscription} label={words.confirm}>
            <Once of={once} />
            <input type="hidden" name="account" value={account.id} />
            <input type="hidden" name="offer" value={offer} />
            <input type="hidden" name="quantity" value={quantity} />
            <input type="hidden" name="starts" value={starts} />
            <input type="hidden" name="price" value={priceShown(weighed.value.offer)} />
            <SaveActions
              save={words.order(weighed.value.offer.name)}
              saving={words.ordering}
              cancel={words.change}
              back={back}
            />
          </Form>
        </Card>
      ) : (
        <CantOrder refusal={weighed?.refusal ?? null} back={back} language={language} />
      )}
    </AccountFrame>
  )
}

function factsOf(
  { offer, total, renewsOn }: WeighedOrder,
  { quantity, starts }: Order,
  account: string,
  language: Language,
): readonly Fact[] {
  const words = catalogue[language]
  const said = subscriptionWords[language]
  const all = said.price(moneyText(total, language), said.period[offer.period])
  return [
    { term: words.column.name, value: offer.name },
    { term: words.column.product, value: productName(offer.product, language) },
    { term: words.paysFor, value: account },
    { term: said.field.quantity, value: wholeNumber(quantity, language) },
    { term: said.field.unitPrice, value: priceText(offer, language) },
    { term: words.total, value: <strong>{all}</strong> },
    { term: said.field.startsOn, value: calendarDay(starts, language) },
    ...(offer.termMonths > 0
      ? [{ term: words.term, value: words.months(wholeNumber(offer.termMonths, language), offer.termMonths) }]
      : []),
    { term: words.firstRenewal, value: calendarDay(renewsOn, language) },
  ]
}

interface CantOrderProps {
  readonly refusal: OrderRefusal | null
  readonly back: string
  readonly language: Language
}

/** The order in the address is none, or can't be placed any more. */
function CantOrder({ refusal, back, language }: CantOrderProps) {
  const words = catalogue[language]
  return (
    <Notice
      tone="warning"
      title={words.cantOrder}
      actions={<LinkButton href={back}>{words.change}</LinkButton>}
    >
      {refusal && words.refusal[refusal]}
    </Notice>
  )
}
