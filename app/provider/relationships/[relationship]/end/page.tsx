import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { dependantsOf } from '#db/provider/dependants.ts'
import { relationshipOf } from '#db/provider/relationships.ts'
import { DependantsTable } from '../../../dependants-table.tsx'
import { EndForm } from '../../end-form.tsx'
import { endWords } from '../../end-words.ts'
import { words as catalogue } from '../../words.ts'

interface Props {
  readonly params: Promise<{ relationship: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: endWords[await currentLanguage()].title }
}

/** Before a relationship is ended: exactly what ends with it. */
export default async function EndPage({ params }: Props) {
  const { relationship: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await providerPage('relationships.manage', async (tx, _, actor) => {
    const relationship = await relationshipOf(tx, actor.providerId, id)
    return (
      relationship && {
        relationship,
        dependants: await dependantsOf(tx, actor.providerId, 'relationship', id),
      }
    )
  })
  if (!page.data) notFound()
  const { language, actor, now } = page
  const { relationship, dependants } = page.data
  const words = endWords[language]
  const own = `/provider/relationships/${relationship.id}`
  const shown = { language, zone: actor.timeZone, now }
  const ending = dependants.filter(one => one.hangs)
  const pair = catalogue[language].pair(relationship.partnerName, relationship.accountName)
  return (
    <ProviderFrame page={page} current="relationships">
      <PageHeader title={words.title} back={{ href: own, label: pair }} />
      {relationship.endedAt ? (
        <Notice tone="neutral">{words.alreadyEnded(relationship.endedBy)}</Notice>
      ) : (
        <>
          {ending.length > 0 && (
            <Card title={words.preview} flush>
              <DependantsTable caption={words.preview} dependants={ending} {...shown} />
            </Card>
          )}
          <Card tone="danger">
            <EndForm
              relationship={relationship}
              dependants={dependants}
              cancelHref={own}
              language={language}
            />
          </Card>
        </>
      )}
    </ProviderFrame>
  )
}
