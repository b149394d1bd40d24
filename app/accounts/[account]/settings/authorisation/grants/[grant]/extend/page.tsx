import { titled } from '#app/_server/titled.ts'
import { canExtend } from '#components/access/extra-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isCalendarDay } from '#lib/duration.ts'
import { exactTime } from '#lib/format.ts'
import { latestEnd } from '#lib/grant/terms.ts'
import { DeclineForm, ExtendForm } from '../../../terms-forms.tsx'
import { type Movable, TermsPage } from '../../../terms-page.tsx'
import { termsPageWords } from '../../../terms-words.ts'

interface Props {
  readonly params: Promise<{ account: string; grant: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(termsPageWords, words => words.extend)

/** Where the reminder and the firm's asking lead: yes, another end, or no, on one page. */
export default async function ExtendPage({ params, searchParams }: Props) {
  const { duration, until } = await searchParams
  const chosen = {
    ...(typeof duration === 'string' && { duration }),
    ...(typeof until === 'string' && isCalendarDay(until) && { until }),
  }
  return (
    <TermsPage params={params} title={titleOf} hindered={hindered}>
      {movable => <Answer {...movable} chosen={chosen} />}
    </TermsPage>
  )
}

function titleOf({ grant, language }: Movable): string {
  const words = termsPageWords[language]
  return (grant.extension ? words.askedTitle : words.extendTitle)(grant.partnerName)
}

function hindered({ grant, language }: Movable): string | null {
  return grant.endsAt ? null : termsPageWords[language].endless
}

function Answer(props: Movable & { readonly chosen: { duration?: string; until?: string } }) {
  const { grant, longestHours, language, zone, now } = props
  const words = termsPageWords[language]
  const extendable = { ...grant, longestHours }
  const latest = latestEnd(grant, now, extendable)
  return (
    <Card title={words.give} tone="highlight">
      <Notice tone="info">{grant.extension ? words.answerText : words.giveText}</Notice>
      {grant.state === 'suspended' && <Notice tone="warning">{words.suspendedText}</Notice>}
      {latest && !canExtend(extendable, now) ? (
        <Notice tone="neutral">{words.atLimit(exactTime(latest, zone, language))}</Notice>
      ) : (
        <ExtendForm {...props} />
      )}
      <DeclineForm {...props} />
    </Card>
  )
}
