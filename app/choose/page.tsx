import { redirect } from 'next/navigation'
import { PersonFrame } from '#app/_server/frames.tsx'
import { personPage } from '#app/_server/page.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { placesOf, type WorkPlace } from '#db/person/places.ts'
import { words } from './words.ts'

function addressOf({ kind, slug }: WorkPlace): string {
  if (kind === 'account') return `/accounts/${slug}`
  return kind === 'partner' ? `/partner/${slug}/customers` : '/provider/relationships'
}

export default async function ChoosePage() {
  const page = await personPage((tx, actor) => placesOf(tx, actor.personId, { most: 50 }))
  const [only, ...others] = page.data
  if (only && others.length === 0) redirect(addressOf(only))
  const text = words[page.language]
  return (
    <PersonFrame page={page}>
      <PageHeader title={text.title} />
      <ul>
        {page.data.map(place => (
          <li key={addressOf(place)}>
            <a href={addressOf(place)}>{place.name}</a> ({text.kind[place.kind]})
          </li>
        ))}
      </ul>
    </PersonFrame>
  )
}
