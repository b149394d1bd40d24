import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { RowActions } from '#components/ui/table.tsx'
import { type Customer, customerOf } from '#db/partner/customers.ts'
import { dealingsWith } from '#db/partner/past.ts'
import { deskWords } from '../../words.ts'
import { CurrentTable } from '../current-table.tsx'
import { CustomerActs, type CustomerActsProps } from '../customer-acts.tsx'
import { type Shown, StateChip } from '../customer-table.tsx'
import { PastTable } from '../past-table.tsx'
import { PagePin, PinForm, PinnedMark } from '../pin.tsx'
import { StateNotes } from '../state-notes.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string; account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].page }
}

/** One customer: how the firm stands there now, and everything that was ever asked, offered and given. */
export default async function CustomerPage({ params, searchParams }: Props) {
  const { partner: firm, account: slug } = await params
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await partnerPage(firm, async (tx, partner) => {
    const customer = await customerOf(tx, partner, slug)
    return customer && { customer, past: await dealingsWith(tx, partner, customer.slug, after) }
  })
  if (!page.data) notFound()
  const { partner, language, actor, now } = page
  const { customer, past } = page.data
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const own = `${root}/customers/${customer.slug}`
  const shown = { language, zone: actor.timeZone, now }
  return (
    <PartnerFrame page={page} current="customers" query={query}>
      <PageHeader
        title={customer.name}
        back={{ href: `${root}/customers`, label: words.title }}
        badge={<HeadBadge customer={customer} {...shown} />}
        description={<StateNotes customer={customer} {...shown} />}
        actions={
          <HeadActs
            customer={customer}
            staff={{ role: partner.role, personId: actor.personId }}
            partnerId={partner.id}
            root={root}
            language={language}
          />
        }
      />
      {(customer.live.length > 0 || customer.invitation || customer.open) && (
        <Card title={words.now} description={words.nowText} flush>
          <CurrentTable customer={customer} root={root} {...shown} />
        </Card>
      )}
      <Card title={words.history} description={words.historyText} flush={past.dealings.length > 0}>
        {past.dealings.length > 0 ? (
          <PastTable dealings={past.dealings} root={root} language={language} zone={actor.timeZone} />
        ) : (
          <EmptyState icon="history" title={words.noneNow} />
        )}
      </Card>
      <Pagination
        label={words.history}
        previous={after ? { href: own, label: deskWords[language].newest } : null}
        next={
          past.next
            ? {
                href: `${own}?${new URLSearchParams({ after: past.next })}`,
                label: deskWords[language].older,
              }
            : null
        }
      />
    </PartnerFrame>
  )
}

/** How the firm stands there, and whether the reader has pinned it. */
function HeadBadge({ customer, ...shown }: Shown & { customer: Customer }) {
  return (
    <>
      <StateChip customer={customer} {...shown} />
      {customer.pinned && <PinnedMark language={shown.language} />}
    </>
  )
}

interface HeadActsProps extends CustomerActsProps {
  readonly partnerId: string
}

/** What can be done with the customer, and the reader's own pin of it. */
function HeadActs({ partnerId, ...acts }: HeadActsProps) {
  const { customer, root, language } = acts
  return (
    <>
      <RowActions>
        <CustomerActs {...acts} onOwnPage />
      </RowActions>
      <PinForm
        partnerId={partnerId}
        back={`${root}/customers/${customer.slug}`}
        label={catalogue[language].pins}
      >
        <PagePin customer={customer} language={language} />
      </PinForm>
    </>
  )
}
