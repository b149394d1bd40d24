import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { PlaceState } from '#components/person/place-state.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { assignmentsOf } from '#db/assignment/by-staff.ts'
import type { SeenPartner } from '#db/change.ts'
import type { Tx } from '#db/client.ts'
import { type Colleague, colleagueOf } from '#db/partner/staff-list.ts'
import { letterText } from '#lib/delivery/letter-text.ts'
import { mayAssign } from '#lib/grant/assignment.ts'
import type { Language } from '#lib/language.ts'
import { staffWords } from '#lib/partner/words.ts'
import { RemoveForm, StaffActs } from '../staff-acts.tsx'
import { words as catalogue } from '../words.ts'
import { worksOn } from '../works-on.ts'
import { AssignedCard } from './assigned-card.tsx'

interface Props {
  readonly params: Promise<{ partner: string; staff: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

async function read(tx: Tx, partner: SeenPartner, id: string) {
  const colleague = await colleagueOf(tx, partner, id)
  if (!colleague) return null
  const isShown = mayAssign(partner.role) && colleague.role === 'technician' && colleague.state === 'active'
  return { colleague, assigned: isShown ? await assignmentsOf(tx, partner, id) : null }
}

/** One of the firm's people, and what its administrators may do; `?act=remove` asks before somebody is removed. */
export default async function ColleaguePage({ params, searchParams }: Props) {
  const { partner: slug, staff: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const query = await searchParams
  const page = await partnerPage(slug, (tx, partner) => read(tx, partner, id))
  const { partner, language, actor, now, data } = page
  if (!data) notFound()
  const { colleague, assigned } = data
  const words = catalogue[language]
  const administers = partner.role === 'administrator'
  const form = { colleague, partner, language }
  return (
    <PartnerFrame page={page} current="staff" query={query}>
      <PageHeader
        title={colleague.name}
        back={{ href: `/partner/${partner.slug}/staff`, label: words.title }}
        badge={<PlaceState state={colleague.state} label={staffWords[language].state[colleague.state]} />}
        description={administers ? undefined : words.onlyAdministrators}
      />
      {administers && query.act === 'remove' && !colleague.isSelf && (
        <Card tone="danger" title={words.removeNamed(colleague.name)}>
          <RemoveForm assigned={assigned ?? []} {...form} />
        </Card>
      )}
      <Card title={words.facts}>
        <Facts items={factsOf(colleague, { language, zone: actor.timeZone, now })} />
      </Card>
      {assigned && (
        <AssignedCard
          assigned={assigned}
          root={`/partner/${partner.slug}`}
          staffId={colleague.id}
          language={language}
          zone={actor.timeZone}
        />
      )}
      {administers && <StaffActs {...form} />}
    </PartnerFrame>
  )
}

interface Reader {
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

function factsOf(colleague: Colleague, { language, zone, now }: Reader): readonly Fact[] {
  const words = catalogue[language]
  const { lastSignInAt } = colleague
  return [
    { term: words.email, value: <Address>{colleague.email}</Address> },
    { term: words.role, value: staffWords[language].role[colleague.role] },
    { term: words.column.customers, value: worksOn(colleague, language) },
    {
      term: words.column.lastSignIn,
      value: lastSignInAt ? <When at={lastSignInAt} zone={zone} language={language} /> : words.never,
    },
    { term: words.letter, value: letterText(colleague.letter, now, language)?.text ?? words.noLetter },
  ]
}
