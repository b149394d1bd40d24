import { notFound } from 'next/navigation'
import { chosenIn } from '#app/_server/chosen.ts'
import { PersonFrame } from '#app/_server/frames.tsx'
import { personPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { Code } from '#components/ui/text.tsx'
import { sightOf } from '#db/authority.ts'
import type { Tx } from '#db/client.ts'
import {
  accountsDecidedBy,
  type SharedFirm,
  type SharedStanding,
  sharedFirm,
  sharedStanding,
} from '#db/invitation/share.ts'
import { longestGrantHours } from '#db/provider/limits.ts'
import { may } from '#lib/access/authority.ts'
import type { Person } from '#lib/actor.ts'
import type { Language } from '#lib/language.ts'
import { AccountChoice } from './account-choice.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { alreadyMet, MetCard } from './met-card.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/**
 * A partner's share URL: who the firm is, as the provider verified it, and for an account on which the reader may decide
 * the form that invites it. Looking changes nothing. Every code that leads nowhere gets the same answer.
 */
export default async function SharePage({ params, searchParams }: PageProps<'/partners/[code]'>) {
  const { code } = await params
  const query = await searchParams
  const search = one(query.q).trim().slice(0, 100)
  const page = await personPage(async (tx, actor) => {
    const firm = await sharedFirm(tx, actor.providerId, code)
    if (!firm) return null
    const list = await accountsDecidedBy(tx, actor.personId, search)
    const [only, second] = search ? [] : list.accounts
    const slug = one(query.account) || (only && !second ? only.slug : '')
    const chosen = slug ? await chosenAccount(tx, actor, slug, firm.id) : null
    return {
      firm,
      list,
      single: only !== undefined && !second,
      chosen,
      longest: await longestGrantHours(tx, actor.providerId),
    }
  })
  if (!page.data) notFound()
  const { language, actor } = page
  const { firm, list, single, chosen, longest } = page.data
  const words = catalogue[language]
  const nobody = list.accounts.length === 0 && !search && !chosen
  const own = `/partners/${encodeURIComponent(code)}`
  const otherHref = single ? null : own
  const met = chosen && alreadyMet(chosen.standing)
  return (
    <PersonFrame page={page} query={query}>
      <PageHeader
        title={nobody ? words.nobodyTitle : words.titleOf(firm.name)}
        description={nobody ? words.nobody : words.text}
      />
      <Card title={words.firm}>
        <Facts items={facts(firm, chosen, language, actor.timeZone)} />
      </Card>
      {nobody && (
        <p>
          <LinkButton href="/choose">{words.back}</LinkButton>
        </p>
      )}
      {chosen && met && (
        <MetCard met={met} firm={firm} account={chosen.account} otherHref={otherHref} language={language} />
      )}
      {chosen && !met && (
        <ConfirmForm
          code={code}
          firm={firm}
          account={chosen.account}
          longestHours={longest}
          chosen={chosenIn(query)}
          otherHref={otherHref}
          language={language}
        />
      )}
      {!chosen && !nobody && <AccountChoice own={own} search={search} list={list} language={language} />}
    </PersonFrame>
  )
}

interface ChosenAccount {
  readonly account: {
    readonly id: string
    readonly name: string
    readonly slug: string
    readonly timeZone: string
  }
  readonly standing: SharedStanding
}

/** The account, where the reader may decide there on partner access; null for any other, as if there were none. */
async function chosenAccount(
  tx: Tx,
  actor: Person,
  slug: string,
  partnerId: string,
): Promise<ChosenAccount | null> {
  const sight = await sightOf(tx, actor, { slug })
  if (!sight || !may(sight.authority, 'partners.decide')) return null
  return { account: sight.account, standing: await sharedStanding(tx, sight.account.id, partnerId) }
}

function facts(firm: SharedFirm, chosen: ChosenAccount | null, language: Language, zone: string) {
  const words = catalogue[language]
  const day = (at: Date) => <When at={at} zone={zone} language={language} day />
  return [
    { term: words.name, value: firm.name },
    { term: words.partnerId, value: <Code>{firm.partnerCode}</Code> },
    {
      term: words.verified,
      value: <TwoLines first={day(firm.verifiedAt)} second={words.verifiedBy(firm.providerName)} />,
    },
    ...(chosen
      ? [
          {
            term: words.relationship,
            value: chosen.standing.servesSince ? (
              <>
                {words.serves(chosen.account.name)} {day(chosen.standing.servesSince)}
              </>
            ) : (
              words.servesNot(chosen.account.name)
            ),
          },
        ]
      : []),
  ]
}
