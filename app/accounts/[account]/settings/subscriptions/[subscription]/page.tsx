import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { latestOf } from '#db/history/latest.ts'
import { candidatesFor, holderOf, licencesOf } from '#db/subscription/holders.ts'
import { subscriptionOf, type WholeSubscription } from '#db/subscription/reads.ts'
import { undoneOrder } from '#db/subscription/undone.ts'
import { may } from '#lib/access/authority.ts'
import { dayIn } from '#lib/day-span.ts'
import { id as idForm } from '#lib/form-fields.ts'
import { exactTime } from '#lib/format.ts'
import { historyViewOf, wholeHistory } from '#lib/history/view.ts'
import type { Language } from '#lib/language.ts'
import { searchText } from '#lib/list-query.ts'
import { outcomeFor, seesPrices } from '#lib/subscription/prices.ts'
import { isLive, licensedProducts } from '#lib/subscription/subscription.ts'
import { OutcomeNotice, WaitingBadge } from '../../outcome-notice.tsx'
import { undoChange } from '../actions.ts'
import { changeWords } from '../change-words.ts'
import { stateBadge } from '../subscription-state.ts'
import { whoBuys } from '../who-buys.ts'
import { words as catalogue } from '../words.ts'
import { AssignCard } from './assign-card.tsx'
import { ChangeCards } from './change-cards.tsx'
import { LicenceCard } from './licence-card.tsx'
import { factsOf, outcomeText } from './subscription-facts.tsx'
import { UndoneOrder } from './undone-order.tsx'

export const generateMetadata = titled(catalogue, words => words.column.name)

const [licencesAtOnce, peopleAtOnce] = [25, 8]

/** One subscription: what it costs, how it goes on, and who has its licences. */
export default async function SubscriptionPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/subscriptions/[subscription]'>) {
  const { account: slug, subscription: id } = await params
  const query = await searchParams
  if (!idForm.safeParse(id).success) notFound()
  const search = typeof query.person === 'string' ? searchText(query.person) : ''
  const [after, undo] = [idForm.safeParse(query.after).data ?? null, idForm.safeParse(query.undo).data]
  const page = await accountPage(slug, 'subscriptions.read', async (tx, { account, authority, now }) => {
    const today = dayIn(now, account.timeZone)
    const found = await subscriptionOf(tx, { accountId: account.id, today }, id)
    if (!found) return { undone: await undoneOrder(tx, account.id, id) }
    const of = { accountId: account.id, key: found.key }
    const changes = may(authority, 'subscriptions.update') && isLive(found.state)
    const tells = changes || may(authority, 'activity.read')
    const licensed = licensedProducts.includes(found.product) && found.state !== 'refused'
    const gives = licensed && changes && found.free > 0
    // Asked at once, and answered in one way there and back: see db/client.ts.
    const [licences, people, again, latest] = await Promise.all([
      licensed ? licencesOf(tx, of, after, licencesAtOnce) : [],
      gives ? candidatesFor(tx, of, search, peopleAtOnce) : [],
      gives && undo ? holderOf(tx, of, undo) : null,
      tells ? latestOf(tx, account.id, id, changes ? wholeHistory : historyViewOf(authority)) : null,
    ])
    return { found, today, changes, licensed, licences, people, again: again?.hasOne ? null : again, latest }
  })
  const { account, actor, authority, language, data } = page
  if ('undone' in data) return data.undone ? <UndoneOrder page={page} undone={data.undone} /> : notFound()
  const { found, today, changes, licensed } = data
  const list = `/accounts/${account.slug}/settings/subscriptions`
  const place = `${list}/${id}`
  const parts = { subscription: found, accountId: account.id, language }
  const { tone, icon, text } = stateBadge(found.state, language)
  return (
    <AccountFrame page={page} current="subscriptions" query={query}>
      <PageHeader
        title={found.name}
        back={{ href: list, label: catalogue[language].title }}
        badge={
          <>
            <Badge tone={tone} icon={icon}>
              {text}
            </Badge>{' '}
            {found.waiting && <WaitingBadge language={language} />}
          </>
        }
      />
      <OutcomeNotice
        outcome={outcomeFor(authority, found.outcome)}
        what={outcomeText(found.outcome, language)}
        zone={actor.timeZone}
        language={language}
        actions={changes && found.outcome?.undoUntil && <UndoForm {...parts} change={found.outcome.id} />}
        waitingText={goesAt(found, actor.timeZone, language)}
        refusedText={found.state === 'refused' ? changeWords[language].notTaken : undefined}
      />
      <OutcomeNotice
        outcome={outcomeFor(authority, found.lostLicence)}
        what={outcomeText(found.lostLicence, language)}
        zone={actor.timeZone}
        language={language}
      />
      <Card>
        <Facts
          items={factsOf(found, {
            prices: seesPrices(authority),
            latest: data.latest,
            today,
            zone: actor.timeZone,
            language,
          })}
        />
      </Card>
      {licensed && (
        <LicenceCard
          {...parts}
          licences={data.licences}
          limit={licencesAtOnce}
          after={after}
          again={data.again}
          place={place}
          changes={changes}
        />
      )}
      {licensed && changes && (
        <AssignCard {...parts} people={data.people} limit={peopleAtOnce} search={search} place={place} />
      )}
      {changes && <ChangeCards {...parts} />}
      {!may(authority, 'subscriptions.update') && <p>{whoBuys(account, language)}</p>}
    </AccountFrame>
  )
}

function goesAt({ outcome }: WholeSubscription, zone: string, language: Language): string | undefined {
  return outcome?.undoUntil
    ? changeWords[language].goesAt(exactTime(outcome.undoUntil, zone, language))
    : undefined
}

interface UndoProps {
  readonly subscription: WholeSubscription
  readonly change: string
  readonly accountId: string
  readonly language: Language
}

/** The way back, as long as nothing has gone to the provider’s systems. */
function UndoForm({ subscription, change, accountId, language }: UndoProps) {
  const words = changeWords[language]
  return (
    <Form action={undoChange} label={words.undo}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="subscription" value={subscription.id} />
      <input type="hidden" name="change" value={change} />
      <SubmitButton variant="secondary" icon={<Icon name="history" />}>
        {words.undo}
      </SubmitButton>
    </Form>
  )
}
