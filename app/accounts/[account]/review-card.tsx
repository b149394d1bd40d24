import { Once } from '#app/_server/once.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { Ago, When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import { type DueReview, mostReviews } from '#db/grant/review-reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { dateOnly, plainList } from '#lib/format.ts'
import { reviewAfter, reviewStage } from '#lib/grant/review.ts'
import type { Language } from '#lib/language.ts'
import { keep } from './review-actions.ts'
import { waitingWords } from './waiting-words.ts'

interface ReviewCardProps {
  readonly reviews: readonly DueReview[]
  readonly months: number
  readonly account: { readonly id: string; readonly slug: string }
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

const form = 'review-form'

/** Access without an end that is to be looked at again, in nobody's way: keep, trim or end, with the last use. */
export function ReviewCard(props: ReviewCardProps) {
  const { reviews, months, account, language, zone, now } = props
  if (reviews.length === 0) return null
  const words = waitingWords[language]
  const next = dateOnly(reviewAfter(now, months), zone, language)
  const partly = reviews.length === mostReviews ? ` ${words.partly(mostReviews)}` : ''
  return (
    <Card
      id="reviews"
      title={words.reviews(reviews.length)}
      description={`${words.reviewsText(next)}${partly}`}
      flush
      footer={
        reviews.length > 1 && (
          <Button type="submit" form={form} name="keep" value="all" variant="secondary" size="small">
            {words.keepAll}
          </Button>
        )
      }
    >
      <Form action={keep} id={form} label={words.reviewsCaption}>
        <Once />
        <input type="hidden" name="account" value={account.id} />
        {reviews.map(review => (
          <input key={review.grantId} type="hidden" name="shown" value={review.grantId} />
        ))}
        <Table
          caption={words.reviewsCaption}
          hideCaption
          columns={[
            { id: 'who', label: words.column.who, rowHeading: true },
            { id: 'due', label: words.column.due },
            { id: 'used', label: words.column.used },
            { id: 'scope', label: words.column.scope },
            { id: 'ends', label: words.column.ends },
            { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
          ]}
          rows={reviews.map(review => ({ key: review.grantId, cells: cellsOf(review, props) }))}
        />
      </Form>
    </Card>
  )
}

function cellsOf(review: DueReview, { account, language, zone, now }: ReviewCardProps) {
  const words = waitingWords[language]
  const own = `/accounts/${account.slug}/settings/authorisation/grants/${review.grantId}`
  const { partnerName, people, endsAt, lastUsedAt, dueSince } = review
  const unanswered = !endsAt && reviewStage({ reviewAt: dueSince }, now) === 'unanswered'
  return {
    who: (
      <TwoLines
        first={<a href={own}>{partnerName}</a>}
        second={people.length > 0 && plainList(people, language)}
      />
    ),
    due: (
      <TwoLines
        first={<When at={dueSince} zone={zone} language={language} day />}
        second={unanswered && <Badge tone="warning">{words.unanswered}</Badge>}
      />
    ),
    used: lastUsedAt ? (
      <TwoLines
        first={<Ago at={lastUsedAt} now={now} zone={zone} language={language} />}
        second={review.lastUsedBy}
      />
    ) : (
      words.never
    ),
    scope: scopeText(review.scope, language),
    ends: endsAt ? <Ends until={endsAt} now={now} zone={zone} language={language} /> : words.noEnd,
    acts: <Acts review={review} own={own} language={language} />,
  }
}

function Acts({ review, own, language }: { review: DueReview; own: string; language: Language }) {
  const words = waitingWords[language]
  const scope = scopeText(review.scope, language)
  const { partnerName } = review
  return (
    <RowActions>
      <Button
        type="submit"
        name="keep"
        value={review.grantId}
        variant="secondary"
        size="small"
        aria-label={words.keepThis(partnerName, scope)}
      >
        {words.keep}
      </Button>
      <LinkButton
        href={`${own}/trim`}
        variant="secondary"
        size="small"
        label={words.trimThis(partnerName, scope)}
      >
        {words.trim}
      </LinkButton>
      <LinkButton
        href={`${own}?act=revoke`}
        variant="danger-quiet"
        size="small"
        label={words.revokeThis(partnerName, scope)}
      >
        {words.revoke}
      </LinkButton>
    </RowActions>
  )
}
