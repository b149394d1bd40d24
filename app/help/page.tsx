import type { Metadata } from 'next'
import { PersonFrame } from '#app/_server/frames.tsx'
import { personPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type Sight, sightsOf } from '#db/authority.ts'
import { mostNear, placesOf } from '#db/person/places.ts'
import { managingLevels } from '#lib/access/levels.ts'
import { toldOf } from '#lib/access/told.ts'
import { whoMayWords } from '#lib/help/people-words.ts'
import type { Language } from '#lib/language.ts'
import { ByPerson, ByRight, Rights } from './tables.tsx'
import { words as catalogue } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].title }
}

/** Who may do what, as the portal decides it; what the reader may do; and what the words mean. */
export default async function HelpPage() {
  const page = await personPage(async (tx, { personId, providerId }) => {
    const asked = { search: '', last: null, after: null, most: mostNear }
    const places = await placesOf(tx, personId, asked)
    const slugs = places.filter(({ kind }) => kind === 'account').map(({ slug }) => slug)
    return slugs.length > 0 ? sightsOf(tx, { personId, providerId }, slugs) : []
  })
  const { language, data } = page
  const words = catalogue[language]
  return (
    <PersonFrame page={page} width="wide">
      <PageHeader title={words.title} description={words.text} />
      <YourRights sights={data} language={language} />
      <h2>{words.byPerson}</h2>
      <ByPerson language={language} />
      <ByRight language={language} />
      <Card title={words.levels} description={words.levelsText}>
        <ol className="list-decimal ps-5">
          {managingLevels.toReversed().map(level => (
            <li key={level}>{whoMayWords[language].level[level]}</li>
          ))}
        </ol>
      </Card>
      <Card title={words.glossary}>
        <Facts items={words.terms.map(([term = '', value = '']) => ({ term, value }))} />
      </Card>
    </PersonFrame>
  )
}

function YourRights({ sights, language }: { sights: readonly Sight[]; language: Language }) {
  const words = catalogue[language]
  if (sights.length === 0)
    return (
      <Card title={words.yours}>
        <p>{words.yoursNone}</p>
      </Card>
    )
  return (
    <Card title={words.yours} description={words.yoursText}>
      <Facts
        items={sights.map(({ account, authority }) => ({
          term: account.name,
          value: (
            <>
              <Rights held={toldOf([...authority.capabilities])} language={language} />
              <a href={`/accounts/${account.slug}`}>{words.whole}</a>
            </>
          ),
        }))}
      />
    </Card>
  )
}
