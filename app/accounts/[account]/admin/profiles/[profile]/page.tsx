import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { goneProfile, profileHead, profileOf } from '#db/key-profile/reads.ts'
import { keyKinds } from '#lib/key-profile/key.ts'
import { profileWords } from '#lib/key-profile/words.ts'
import { PhonePicture } from '../phone-picture.tsx'
import { ProfileForm } from '../profile-form.tsx'
import { words as catalogue } from '../words.ts'
import { CopyCard, RemoveCard } from './acts.tsx'

interface Props {
  readonly params: Promise<{ account: string; profile: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** One profile: its phone, its keys, who uses it, and what can be done with it as a whole. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const { account: slug, profile: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.admin', async (tx, { account }) => {
    const profile = await profileOf(tx, account.id, id)
    const gone = profile ? null : await goneProfile(tx, account.id, id)
    return { profile, gone, head: await profileHead(tx, account.id) }
  })
  const { account, language, data } = page
  const words = catalogue[language]
  const { phone, kind, about } = profileWords[language]
  const root = `/accounts/${account.slug}/admin`
  const back = { href: `${root}/profiles`, label: words.title }
  const { profile, gone, head } = data
  if (!profile) {
    if (!gone) notFound()
    return (
      <AccountFrame page={page} current="admin" query={await searchParams}>
        <PageHeader title={words.page} back={back} />
        <Notice tone="neutral" title={words.gone(gone.by)} />
      </AccountFrame>
    )
  }
  const part = { accountId: account.id, profile, language }
  return (
    <AccountFrame page={page} current="admin" query={await searchParams} width="wide">
      <PageHeader title={profile.name} description={phone[profile.phone]} back={back} />
      <PhonePicture profile={profile} language={language} />
      <Card title={words.keys}>
        <ProfileForm {...part} />
      </Card>
      <Card title={words.kinds}>
        <Facts items={keyKinds.map(one => ({ term: kind[one], value: about[one] }))} />
      </Card>
      <Card
        title={words.usedBy}
        actions={
          profile.users.length > 0 ? (
            <LinkButton href={`${root}/extensions?profile=${profile.id}`}>{words.toExtensions}</LinkButton>
          ) : undefined
        }
      >
        <p>{profile.users.slice(0, 50).join(', ') || words.usedByNone}</p>
      </Card>
      <Card title={words.download} description={words.downloadText}>
        <div>
          <LinkButton href={`${root}/profiles/${profile.id}/xml`} icon={<Icon name="download" />}>
            {words.downloadFile}
          </LinkButton>
        </div>
      </Card>
      <CopyCard {...part} />
      <RemoveCard {...part} others={head.profiles.filter(one => one.id !== profile.id)} />
    </AccountFrame>
  )
}
