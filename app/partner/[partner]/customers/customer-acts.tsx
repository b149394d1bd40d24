import type { ReactNode } from 'react'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import type { Customer } from '#db/partner/customers.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { withColon } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { mayAsk, nextAct } from '#lib/partner/dealing.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { deskWords } from '../words.ts'

/** Who reads: what they may take back or give up depends on it. */
export interface Staff {
  readonly role: 'administrator' | 'technician'
  readonly personId: string
}

export interface CustomerActsProps {
  readonly customer: Customer
  readonly staff: Staff
  readonly root: string
  readonly language: Language
  /** On the customer's own page there are no details to go to. */
  readonly onOwnPage?: boolean
}

/** One main action, the rest under a menu. */
export function CustomerActs(props: CustomerActsProps) {
  const { customer, language, onOwnPage } = props
  const more = moreActs(props)
  return (
    <>
      {!(onOwnPage && nextAct(customer) === 'see') && <MainAct {...props} />}
      {more.length > 0 && (
        <Menu id={`more-${customer.slug}`} label={deskWords[language].more(customer.name)}>
          {more}
        </Menu>
      )}
    </>
  )
}

function MainAct({ customer, root, language, onOwnPage }: CustomerActsProps) {
  const words = deskWords[language]
  const { slug, name, open, invitation } = customer
  const named = (act: string) => `${withColon(act, language)} ${name}`
  const acts = {
    answer: [`${root}/requests/${open?.id}#answer`, words.answer, named(words.answer)],
    enter: [`/accounts/${slug}`, words.enter, words.enterAccount(name)],
    'see-request': [`${root}/requests/${open?.id}`, words.seeRequest, named(words.seeRequest)],
    'see-invitation': [
      `${root}/invitations/${invitation?.id}`,
      words.seeInvitation,
      named(words.seeInvitation),
    ],
    ask: [`${root}/requests/new?account=${slug}`, words.ask, named(words.ask)],
    see: [`${root}/customers/${slug}`, words.see, named(words.see)],
  } as const
  const main = nextAct(customer)
  const [href, text, label] = acts[main]
  const stands = ['answer', 'enter', 'see-invitation'].includes(main) || onOwnPage
  const variant = stands ? 'primary' : 'secondary'
  return (
    <LinkButton href={href} label={label} variant={variant} size={onOwnPage ? 'normal' : 'small'}>
      {text}
    </LinkButton>
  )
}

function moreActs({ customer, staff, root, language, onOwnPage }: CustomerActsProps): ReactNode[] {
  const words = deskWords[language]
  const { slug, open, invitation, live } = customer
  const main = nextAct(customer)
  const acts: ReactNode[] = []
  if (main !== 'see' && !onOwnPage)
    acts.push(
      <MenuLink key="see" href={`${root}/customers/${slug}`} icon="eye">
        {words.see}
      </MenuLink>,
    )
  if (invitation && main !== 'see-invitation')
    acts.push(
      <MenuLink key="invitation" href={`${root}/invitations/${invitation.id}`} icon="mail">
        {words.seeInvitation}
      </MenuLink>,
    )
  if (open && main !== 'see-request')
    acts.push(
      <MenuLink key="request" href={`${root}/requests/${open.id}`} icon="waiting">
        {words.seeRequest}
      </MenuLink>,
    )
  if (mayAsk(customer) === true && main !== 'ask')
    acts.push(
      <MenuLink key="ask" href={`${root}/requests/new?account=${slug}`} icon="plus">
        {words.ask}
      </MenuLink>,
    )
  if (open && maySpeakFor(staff, open.requestedBy))
    acts.push(
      <MenuLink key="withdraw" href={`${root}/requests/${open.id}?act=withdraw`} icon="arrow-left" danger>
        {words.withdraw}
      </MenuLink>,
    )
  for (const grant of live.filter(one => one.extendable))
    acts.push(
      <MenuLink
        key={`extend-${grant.id}`}
        href={`${root}/grants/${grant.id}/extend`}
        icon="clock"
        note={live.length > 1 ? scopeText(grant.scope, language) : undefined}
      >
        {words.extend}
      </MenuLink>,
    )
  for (const grant of live.filter(one => !one.via && maySpeakFor(staff, one.requestedBy)))
    acts.push(
      <MenuLink
        key={grant.id}
        href={`${root}/grants/${grant.id}?act=give-up`}
        icon="exit"
        danger
        note={live.length > 1 ? scopeText(grant.scope, language) : undefined}
      >
        {words.giveUp}
      </MenuLink>,
    )
  return acts
}
