import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import { type RoundAsk, roundOf } from '#db/extension/round.ts'
import { exactTime } from '#lib/format.ts'
import { movingSentence } from '#lib/grant/terms-words.ts'
import type { Language } from '#lib/language.ts'
import { finish } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string; round: string }>
}

export const generateMetadata = titled(catalogue, words => words.resultTitle)

/** What became of each customer whom this reader asked for more time with one press. */
export default async function RoundPage({ params }: Props) {
  const { partner: slug, round } = await params
  if (!z.uuid().safeParse(round).success) notFound()
  const page = await partnerPage(slug, (tx, partner, actor) => roundOf(tx, partner, actor.personId, round))
  const { partner, language, actor, data: asks } = page
  if (!asks) notFound()
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const asked = asks.filter(one => one.outcome === 'asked')
  const refused = asks.filter(one => one.outcome !== 'asked' && one.outcome !== null)
  const left = asks.filter(one => one.outcome === null)
  const shown = { root, language, zone: actor.timeZone }
  return (
    <PartnerFrame page={page} current="requests" width="wide">
      <PageHeader
        title={words.resultTitle}
        description={words.result(asked.length, asks.length)}
        back={{ href: `${root}/requests?show=more`, label: words.asked }}
        actions={<LinkButton href={`${root}/extensions`}>{words.back}</LinkButton>}
      />
      {left.length > 0 && (
        <Notice tone="warning" title={words.resultLeft(left.length)}>
          <FinishForm partnerId={partner.id} round={round} language={language} />
        </Notice>
      )}
      {refused.length > 0 && (
        <Card title={words.resultNot} description={words.resultNotText} flush>
          <AskTable asks={refused} caption={words.resultNot} {...shown} />
        </Card>
      )}
      {asked.length > 0 && (
        <Card title={words.resultAsked} description={words.resultAskedText} flush>
          <AskTable asks={asked} caption={words.resultAsked} {...shown} />
        </Card>
      )}
      {left.length > 0 && (
        <Card title={words.waits} flush>
          <AskTable asks={left} caption={words.waits} {...shown} />
        </Card>
      )}
    </PartnerFrame>
  )
}

function FinishForm({
  partnerId,
  round,
  language,
}: {
  partnerId: string
  round: string
  language: Language
}) {
  const words = catalogue[language]
  return (
    <Form action={finish} label={words.finish}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="round" value={round} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.asking}>
          {words.finish}
        </SubmitButton>
      </div>
    </Form>
  )
}

interface AskTableProps {
  readonly asks: readonly RoundAsk[]
  readonly caption: string
  readonly root: string
  readonly language: Language
  readonly zone: string
}

function AskTable({ asks, caption, root, language, zone }: AskTableProps) {
  const words = catalogue[language]
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { id: 'customer', label: words.column.customer, rowHeading: true },
        { id: 'outcome', label: words.column.outcome },
        { id: 'acts', label: words.see, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={asks.map(ask => ({
        key: ask.grantId,
        cells: {
          customer: <a href={`${root}/customers/${ask.accountSlug}`}>{ask.accountName}</a>,
          outcome: <Outcome ask={ask} language={language} zone={zone} />,
          acts: (
            <RowActions>
              <LinkButton
                href={`${root}/grants/${ask.grantId}`}
                label={words.named(words.see, ask.accountName)}
                size="small"
                variant="secondary"
              >
                {words.see}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}

function Outcome({ ask, language, zone }: { ask: RoundAsk; language: Language; zone: string }) {
  const words = catalogue[language]
  const { outcome, askedEnd, seen } = ask
  if (outcome === null) return words.waits
  // The sentence of a single access speaks of the page that shows it; here it is one of many rows.
  if (outcome === 'changed-meanwhile') return words.changed
  if (outcome !== 'asked') return movingSentence(outcome, seen, language, zone)
  return (
    <TwoLines
      first={
        <Badge tone="success" icon="check-circle">
          {words.asked}
        </Badge>
      }
      second={askedEnd ? words.until(exactTime(askedEnd, zone, language)) : words.forGood}
    />
  )
}
