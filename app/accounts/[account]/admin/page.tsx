import type { ReactNode } from 'react'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { adminCounts } from '#db/pbx-extension/counts.ts'
import { hasPbx } from '#lib/access/products.ts'
import { NoPbx } from './no-pbx.tsx'
import { adminWords } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(adminWords, words => words.title)

/** The rooms of the Admin module, each with what it holds. */
export default async function AdminPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.admin', (tx, { account }) =>
    adminCounts(tx, account.id),
  )
  const { account, brand, language, data } = page
  const words = adminWords[language]
  const root = `/accounts/${account.slug}`
  const { unowned, astray } = data
  const owners = unowned > 0 ? [words.unowned(unowned)] : []
  return (
    <AccountFrame page={page} current="admin" query={await searchParams}>
      <PageHeader title={words.title} description={words.description} />
      <Room
        title={words.users}
        text={words.usersText}
        href={`${root}/settings/portal-users`}
        open={words.usersOpen}
      >
        {[words.people(data.people), words.switches(data.switches)]}
      </Room>
      {hasPbx(data.products) ? (
        <>
          <Room
            title={words.extensions}
            text={words.extensionsText}
            href={`${root}/admin/extensions`}
            open={words.extensionsOpen}
          >
            {[
              words.extensionCount(data.extensions),
              ...owners,
              ...(astray > 0 ? [words.astray(astray)] : []),
            ]}
          </Room>
          <Room
            title={words.profiles}
            text={words.profilesText}
            href={`${root}/admin/profiles`}
            open={words.profilesOpen}
          >
            {[words.profileCount(data.profiles), words.profiled(data.profiled)]}
          </Room>
        </>
      ) : (
        <NoPbx brand={brand} language={language} />
      )}
    </AccountFrame>
  )
}

interface RoomProps {
  readonly title: string
  readonly text: string
  readonly href: string
  readonly open: string
  readonly children: readonly ReactNode[]
}

function Room({ title, text, href, open, children }: RoomProps) {
  return (
    <Card title={title} description={text} actions={<LinkButton href={href}>{open}</LinkButton>}>
      <p>{children.join(' · ')}</p>
    </Card>
  )
}
