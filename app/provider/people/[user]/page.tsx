import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { PlaceState } from '#components/person/place-state.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type ListedPlatformUser, platformUserOf } from '#db/provider/people.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { letterText } from '#lib/delivery/letter-text.ts'
import { type Language, languageNames } from '#lib/language.ts'
import { platformWords } from '#lib/platform/words.ts'
import { Acts, RemoveForm } from '../acts.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ user: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].page }
}

/** One of the provider's own people, and what platform administrators may do. */
export default async function PlatformUserPage({ params, searchParams }: Props) {
  const { user: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const query = await searchParams
  const page = await providerPage('desk.read', (tx, _, actor) => platformUserOf(tx, actor, id))
  const user = page.data
  if (!user) notFound()
  const { language, actor, platform, now } = page
  const words = catalogue[language]
  const administrates = mayAtDesk(platform.role, 'people.manage')
  return (
    <ProviderFrame page={page} current="people" query={query}>
      <PageHeader
        title={user.name}
        back={{ href: '/provider/people', label: words.title }}
        badge={<PlaceState state={user.state} label={platformWords[language].state[user.state]} />}
        description={administrates ? undefined : words.onlyAdministrators}
      />
      {administrates && query.act === 'remove' && !user.isSelf && (
        <Card tone="danger" title={words.confirm(user.name, words.act.remove.button)}>
          <RemoveForm user={user} language={language} />
        </Card>
      )}
      <Card title={words.facts}>
        <Facts items={factsOf(user, { language, zone: actor.timeZone, now })} />
      </Card>
      {administrates && <Acts user={user} language={language} />}
    </ProviderFrame>
  )
}

interface Reader {
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

function factsOf(user: ListedPlatformUser, { language, zone, now }: Reader): readonly Fact[] {
  const words = catalogue[language]
  const letter = letterText(user.letter, now, language)
  return [
    { term: words.email, value: <Address>{user.email}</Address> },
    { term: words.role, value: platformWords[language].role[user.role] },
    { term: words.brand, value: user.brandName },
    { term: words.language, value: languageNames[user.language] },
    {
      term: words.column.lastSignIn,
      value: user.lastSignInAt ? (
        <When at={user.lastSignInAt} zone={zone} language={language} />
      ) : (
        words.never
      ),
    },
    ...(letter
      ? [
          {
            term: words.column.letter,
            value: (
              <>
                {letter.text} <a href={`/provider/delivery/${user.letter?.id}`}>{words.letterOf}</a>
              </>
            ),
          },
        ]
      : []),
  ]
}
