import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import type { OwnGrant } from '#db/partner/grants.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { plainList } from '#lib/format.ts'
import { isLive } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface GrantFactsProps {
  readonly grant: OwnGrant
  /** The client accounts that keep the firm out. */
  readonly excluded: readonly string[]
  readonly root: string
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** An access in its facts: what, from when, until when, who asked, who gave, who may enter, who did last. */
export function GrantFacts({ grant, excluded, root, language, zone, now }: GrantFactsProps) {
  const words = catalogue[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const live = isLive(grant.state)
  const items: Fact[] = [
    { term: words.scope, value: scopeText(grant.scope, language) },
    ...(grant.reachesClients
      ? [{ term: words.clients, value: words.clientsReached(plainList(excluded, language)) }]
      : []),
    {
      term: words.starts,
      value:
        grant.state === 'scheduled' ? (
          <Ends until={grant.startsAt} now={now} zone={zone} language={language} kind="starts" />
        ) : (
          at(grant.startsAt)
        ),
    },
    {
      term: words.ends,
      value: !grant.endsAt ? (
        words.noEnd
      ) : live ? (
        <Ends until={grant.endsAt} now={now} zone={zone} language={language} />
      ) : (
        at(grant.endsAt)
      ),
    },
  ]
  if (grant.endedAt)
    items.push({ term: words.ended, value: <TwoLines first={at(grant.endedAt)} second={grant.endedBy} /> })
  if (grant.endReason)
    items.push({ term: words.theirReason, value: <span className="plain-text">{grant.endReason}</span> })
  items.push({ term: words.approvedBy, value: grant.approvedBy })
  if (grant.askedBy)
    items.push({
      term: words.askedBy,
      value: (
        <TwoLines
          first={grant.askedBy}
          second={grant.requestId && <a href={`${root}/requests/${grant.requestId}`}>{words.request}</a>}
        />
      ),
    })
  items.push({
    term: words.used,
    value: grant.lastUsedAt ? (
      <TwoLines first={at(grant.lastUsedAt)} second={grant.lastUsedBy} />
    ) : (
      words.never
    ),
  })
  if (live)
    items.push({
      term: words.people,
      value: plainList([...grant.assigned, words.administrators], language),
    })
  return <Facts items={items} />
}
