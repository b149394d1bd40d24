import { notFound } from 'next/navigation'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type AccountAtDesk, accountAtDesk } from '#db/provider/account-page.ts'
import { dependantsOf, type EndingCounts, endingCounts } from '#db/provider/dependants.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from '../../../access-words.ts'
import { ClosingForm } from '../../../closing-form.tsx'
import { EndingCard } from '../../../dependants-card.tsx'
import { close } from '../../actions.ts'
import { closeWords } from '../../close-words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(closeWords, words => words.title)

/** Before an account is closed: exactly what ends with it. */
export default async function CloseAccountPage({ params, searchParams }: Props) {
  const { account: slug } = await params
  const page = await providerPage('accounts.manage', async (tx, _, actor) => {
    const account = await accountAtDesk(tx, actor, slug)
    if (!account) return null
    const dependants = await dependantsOf(tx, actor.providerId, 'account', account.id)
    return { account, dependants, counts: await endingCounts(tx, 'account', account.id) }
  })
  if (!page.data) notFound()
  const { language, actor, now } = page
  const { account, dependants, counts } = page.data
  const words = closeWords[language]
  const own = `/provider/accounts/${account.slug}`
  const clients = plainList(
    account.clients.map(({ name }) => name),
    language,
  )
  const refused = account.closedAt
    ? words.refused['already-closed'](account.closedBy ?? '')
    : clients && words.refused['has-clients'](clients)
  const { reason } = await searchParams
  const shown = { names: 'partner', language, zone: actor.timeZone, now } as const
  return (
    <ProviderFrame page={page} current="accounts">
      <PageHeader title={words.title} back={{ href: own, label: account.details.name }} />
      {refused ? (
        <Notice tone="neutral">{refused}</Notice>
      ) : (
        <>
          <EndingCard title={words.preview} dependants={dependants.filter(one => one.hangs)} {...shown} />
          <EndingCard
            title={words.previewVia(account.parent?.name ?? '')}
            dependants={dependants.filter(one => !one.hangs)}
            {...shown}
          />
          <ClosingForm
            action={close}
            of={{ name: 'account', id: account.id }}
            title={words.title}
            statement={words.statement(account.details.name)}
            consequences={consequences(account, counts, language)}
            submit={words.submit}
            cancelHref={own}
            reason={reason}
            language={language}
          />
        </>
      )}
    </ProviderFrame>
  )
}

function consequences(account: AccountAtDesk, counts: EndingCounts, language: Language): readonly string[] {
  const words = closeWords[language]
  return [
    words.nobody,
    words.people(peopleOn(account)),
    words.grants(counts.grants, counts.viaParent),
    ...(counts.viaParent > 0 ? [words.viaParent(counts.viaParent, account.parent?.name ?? '')] : []),
    words.requests(counts.requests),
    ...(counts.extensions > 0 ? [accessWords[language].extensionsEnd(counts.extensions)] : []),
    ...(counts.invitations > 0 ? [accessWords[language].invitationsEnd(counts.invitations)] : []),
    words.relationships(counts.relationships),
    words.final,
    words.told,
  ]
}

function peopleOn({ people }: AccountAtDesk): number {
  return Object.values(people).reduce((all, count) => all + count, 0)
}
