import type { ReactNode } from 'react'
import { Once } from '#app/_server/once.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Customer } from '#db/partner/customers.ts'
import type { Language } from '#lib/language.ts'
import { setPin } from './actions.ts'
import { words as catalogue } from './words.ts'

interface PinFormProps {
  readonly partnerId: string
  /** Where the browser comes back to. */
  readonly back: string
  readonly label: string
  readonly children: ReactNode
}

/** The one form of all the pins on a page: the button that is pressed says whose it is. */
export function PinForm({ partnerId, back, label, children }: PinFormProps) {
  return (
    <Form action={setPin} label={label}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="back" value={back} />
      {children}
    </Form>
  )
}

interface PinProps {
  readonly customer: Pick<Customer, 'slug' | 'name' | 'pinned'>
  readonly language: Language
}

/** The pin of a row. It is marked in words beside the name. */
export function RowPin({ customer, language }: PinProps) {
  const { name, pinned } = customer
  const words = catalogue[language]
  const label = pinned ? words.unpinThis(name) : words.pinThis(name)
  return (
    <button
      type="submit"
      name={pinned ? 'unpin' : 'pin'}
      value={customer.slug}
      className="button button-square"
      data-variant="quiet"
      aria-label={label}
      title={label}
    >
      <Icon name="pin" className={pinned ? 'icon-filled' : undefined} />
    </button>
  )
}

/** The pin of the customer's own page. */
export function PagePin({ customer, language }: PinProps) {
  const { slug, name, pinned } = customer
  const words = catalogue[language]
  return (
    <Button
      type="submit"
      name={pinned ? 'unpin' : 'pin'}
      value={slug}
      icon={<Icon name="pin" className={pinned ? 'icon-filled' : undefined} />}
      aria-label={pinned ? words.unpinThis(name) : words.pinThis(name)}
    >
      {pinned ? words.unpin : words.pin}
    </Button>
  )
}

/** That it is pinned, in words. */
export function PinnedMark({ language }: { language: Language }) {
  return (
    <Badge tone="neutral" icon="pin">
      {catalogue[language].pinned}
    </Badge>
  )
}
