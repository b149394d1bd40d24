import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { invitationsOfPartner } from '#db/invitation/partner-reads.ts'
import { InvitationTable } from './invitation-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** The invitations to the firm: what waits for an answer first, then what became of the others. */
export default async function InvitationsPage({ params, searchParams }: Props) {
  const query = await searchParams
  const after = (name: 'open' | 'ended') => {
    const cursor = query[name]
    return typeof cursor === 'string' ? cursor : undefined
  }
  const page = await partnerPage((await params).partner, (tx, partner) =>
    Promise.all([
      invitationsOfPartner(tx, partner, 'open', after('open')),
      invitationsOfPartner(tx, partner, 'ended', after('ended')),
    ]),
  )
  const { partner, language, actor, now } = page
  const [open, ended] = page.data
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const shown = { root, language, zone: actor.timeZone, now }
  const pages = (name: 'open' | 'ended', next: string | null, label: string) => (
    <Pagination
      label={label}
      previous={after(name) ? { href: `${root}/invitations`, label: words.newest } : null}
      next={
        next ? { href: `${root}/invitations?${name}=${encodeURIComponent(next)}`, label: words.older } : null
      }
    />
  )
  const waits = open.invitations.length > 0
  return (
    <PartnerFrame page={page} current="invitations" query={query} width="wide">
      <PageHeader title={words.title} description={words.description} />
      <Card title={words.open} tone={waits ? 'highlight' : 'plain'} flush={waits}>
        {waits ? (
          <InvitationTable caption={words.open} invitations={open.invitations} {...shown} />
        ) : (
          <EmptyState
            icon="mail"
            title={words.none}
            actions={<LinkButton href={`${root}/profile`}>{words.noneAct}</LinkButton>}
          >
            <p>{words.noneText}</p>
          </EmptyState>
        )}
        {pages('open', open.next, words.open)}
      </Card>
      {ended.invitations.length > 0 && (
        <Card title={words.ended} flush>
          <InvitationTable caption={words.ended} invitations={ended.invitations} {...shown} />
          {pages('ended', ended.next, words.ended)}
        </Card>
      )}
    </PartnerFrame>
  )
}
