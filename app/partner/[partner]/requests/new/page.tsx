import type { Metadata } from 'next'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { askingChoices } from '#db/access-request/partner-reads.ts'
import { templateChoices } from '#db/access-request/templates.ts'
import { deskWords } from '../../words.ts'
import { askWords } from '../ask-words.ts'
import { AskForm, startFromId } from './ask-form.tsx'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const slug = z.string().regex(/^[\w-]{1,100}$/)

export async function generateMetadata(): Promise<Metadata> {
  return { title: askWords[await currentLanguage()].title }
}

/**
 * Asks an account for access; `?account=` chooses it, `?again=` takes over the words of an earlier request, `?template=`
 * those of a template.
 */
export default async function AskPage({ params, searchParams }: Props) {
  const query = await searchParams
  const named = slug.safeParse(query.account).data
  const again = z.uuid().safeParse(query.again).data
  const template = z.uuid().safeParse(query.template).data
  const page = await partnerPage((await params).partner, (tx, partner) =>
    Promise.all([
      askingChoices(tx, partner, { account: named, again }),
      templateChoices(tx, partner, template),
    ]),
  )
  const { partner, language, actor } = page
  const [data, templates] = page.data
  const words = askWords[language]
  const root = `/partner/${partner.slug}`
  const wanted = named ?? data.again?.accountSlug
  const chosen = data.accounts.find(account => account.slug === wanted)
  return (
    <PartnerFrame page={page} current="requests" query={query}>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: `${root}/requests`, label: deskWords[language].requests }}
      />
      {chosen?.askFrom && (
        <Notice tone="warning" title={words.wait(chosen.name)}>
          {words.waitText} <When at={chosen.askFrom} zone={actor.timeZone} language={language} />.
        </Notice>
      )}
      {templates.chosen ? (
        <Notice tone="info">{words.filledIn(templates.chosen.name)}</Notice>
      ) : template ? (
        <Notice tone="warning">{words.templateGone}</Notice>
      ) : (
        data.again && <Notice tone="info">{words.again}</Notice>
      )}
      <form id={startFromId} method="get" hidden>
        {Object.entries({ account: named, again, by: query.by === 'code' ? 'code' : undefined }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
      </form>
      <Card title={words.formTitle}>
        <AskForm
          partnerId={partner.id}
          choices={data}
          templates={templates}
          chosen={chosen?.slug}
          byCode={query.by === 'code' || data.accounts.length === 0}
          cancelHref={`${root}/requests`}
          anotherHref={`${root}/requests/new`}
          zone={actor.timeZone}
          language={language}
        />
      </Card>
      <Card title={words.next}>
        <Steps items={words.steps.map(title => ({ title }))} />
      </Card>
    </PartnerFrame>
  )
}
