import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { letterOf, type SeenLetter } from '#db/delivery/letter.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { type Condition, conditionOf } from '#lib/delivery/condition.ts'
import { letterName } from '#lib/delivery/names.ts'
import { deliveryWords, reasonText } from '#lib/delivery/words.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { Cures } from '../cures.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ letter: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].page }
}

/** One letter: to whom, what became of it and why, and the cures. Never what it says: that is its recipient's. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { letter: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await providerPage('desk.read', (tx, _, actor) => letterOf(tx, actor.providerId, id))
  const letter = page.data
  if (!letter) notFound()
  const { language, actor, platform, now } = page
  const words = catalogue[language]
  const condition = conditionOf(letter, now)
  const administrates = mayAtDesk(platform.role, 'delivery.manage')
  return (
    <ProviderFrame page={page} current="delivery" query={await searchParams}>
      <PageHeader
        title={words.letterTo(letterName(letter.kind, language), letter.toName)}
        back={{ href: '/provider/delivery', label: words.title }}
        badge={<ConditionBadge condition={condition} language={language} />}
        description={deliveryWords[language].means[condition]}
      />
      <Card title={words.facts}>
        <Facts items={factsOf(letter, condition, { language, zone: actor.timeZone })} />
      </Card>
      {administrates ? (
        <Cures letter={letter} now={now} language={language} />
      ) : (
        <p className="text-muted">{words.onlyAdministrators}</p>
      )}
    </ProviderFrame>
  )
}

interface Reader {
  readonly language: Language
  readonly zone: string
}

function factsOf(letter: SeenLetter, condition: Condition, reader: Reader): readonly Fact[] {
  const { language } = reader
  const words = catalogue[language]
  const why = reasonText(letter, language)
  const at = (moment: Date) => <When at={moment} {...reader} />
  const fact = (term: string, value: Fact['value'] | null): Fact[] => (value ? [{ term, value }] : [])
  return [
    ...fact(words.column.to, letter.toName),
    ...fact(words.address, <Address>{letter.toAddress}</Address>),
    ...fact(words.addressNow, letter.addressNow && <Address>{letter.addressNow}</Address>),
    ...fact(words.column.account, letter.accountName),
    ...fact(words.written, at(letter.createdAt)),
    ...fact(words.sent, letter.sentAt && at(letter.sentAt)),
    ...fact(words.reported, letter.deliveryAt && at(letter.deliveryAt)),
    ...fact(words.column.tries, wholeNumber(letter.attempts, language)),
    ...fact(words.nextTry, condition === 'stuck' ? at(letter.nextAttemptAt) : null),
    ...fact(words.why, why),
    ...(condition === 'replaced' ? cureFacts(letter, reader) : []),
  ]
}

function cureFacts({ id, replacedBy, curedBy, curedAt }: SeenLetter, reader: Reader): readonly Fact[] {
  const words = catalogue[reader.language]
  const done = curedBy && curedAt && (
    <>
      <When at={curedAt} {...reader} /> {words.cured(curedBy)}
    </>
  )
  if (replacedBy === id) return done ? [{ term: words.handedOver, value: done }] : []
  const link = <a href={`/provider/delivery/${replacedBy}`}>{words.showInstead}</a>
  return [
    ...(done ? [{ term: deliveryWords[reader.language].condition.replaced, value: done }] : []),
    { term: words.instead, value: link },
  ]
}
