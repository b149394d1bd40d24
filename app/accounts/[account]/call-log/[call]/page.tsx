import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { callOf, type SeenCall } from '#db/call-log/reads.ts'
import { may } from '#lib/access/authority.ts'
import { otherNumber } from '#lib/call-log/record.ts'
import { callWords, clockSpan, partyText } from '#lib/call-log/words.ts'
import type { Language } from '#lib/language.ts'
import { digitsOf } from '#lib/phone.ts'
import { resultBadge } from '../call-table.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; call: string }>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** All that is known of one call; what was said is kept nowhere. */
export default async function CallPage({ params }: Props) {
  const { account: slug, call: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.call-log', (tx, { account, authority }) =>
    callOf(tx, account.id, id, may(authority, 'module.phonebook')),
  )
  const { account, actor, language, data: call } = page
  if (!call) notFound()
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/call-log`
  const other = otherNumber(call)
  const { tone, icon, text } = resultBadge(call.result, language)
  return (
    <AccountFrame page={page} current="call-log">
      <PageHeader
        title={call.name || partyText(other, language)}
        back={{ href: list, label: words.title }}
        badge={
          <Badge tone={tone} icon={icon}>
            {text}
          </Badge>
        }
        actions={
          /\d/.test(other) && (
            <LinkButton href={`${list}?q=${encodeURIComponent(digitsOf(other))}`}>{words.more}</LinkButton>
          )
        }
      />
      <Card title={words.about} footer={words.notRecorded}>
        <Facts items={factsOf(call, actor.timeZone, language)} />
      </Card>
    </AccountFrame>
  )
}

function factsOf(call: SeenCall, zone: string, language: Language): readonly Fact[] {
  const words = catalogue[language]
  const { field, kind, direction } = callWords[language]
  const facts: readonly Fact[] = [
    { term: field.started, value: <When at={call.startedAt} zone={zone} language={language} /> },
    { term: field.direction, value: direction[call.direction] },
    { term: field.from, value: partyText(call.from, language) },
    { term: field.to, value: partyText(call.to, language) },
    { term: words.rang, value: clockSpan(call.ringSeconds) },
    { term: words.talked, value: clockSpan(call.talkSeconds) },
    { term: field.kind, value: kind[call.kind] },
    { term: field.id, value: call.recordId },
  ]
  return call.answeredBy ? [...facts, { term: field.answered_by, value: call.answeredBy }] : facts
}
