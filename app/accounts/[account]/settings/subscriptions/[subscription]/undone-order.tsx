import { AccountFrame } from '#app/_server/frames.tsx'
import type { AccountPage } from '#app/_server/page.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { UndoneOrder as Undone } from '#db/subscription/undone.ts'
import { exactTime } from '#lib/format.ts'
import { changeWords } from '../change-words.ts'
import { words as catalogue } from '../words.ts'

interface UndoneOrderProps {
  readonly page: AccountPage<unknown>
  readonly undone: Undone
}

/** Where an order stood that was taken back, as whoever goes back in their browser and orders it again comes to it. */
export function UndoneOrder({ page, undone: { name, by, at } }: UndoneOrderProps) {
  const { account, actor, language } = page
  const list = `/accounts/${account.slug}/settings/subscriptions`
  const { title } = catalogue[language]
  const { wasUndone, wasUndoneText, toList } = changeWords[language]
  return (
    <AccountFrame page={page} current="subscriptions">
      <PageHeader title={name} back={{ href: list, label: title }} />
      <Notice
        tone="warning"
        title={wasUndone(by, exactTime(at, actor.timeZone, language))}
        actions={<LinkButton href={list}>{toList}</LinkButton>}
      >
        {wasUndoneText}
      </Notice>
    </AccountFrame>
  )
}
