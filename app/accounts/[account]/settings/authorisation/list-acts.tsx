import type { ComponentProps } from 'react'
import { Card } from '#components/ui/card.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import type { Language } from '#lib/language.ts'
import { RevokeAllForm } from './grant-acts.tsx'
import { invitationWords } from './invitation-words.ts'
import { words as catalogue } from './words.ts'

/** What the account gives to a partner that it knows and that does not serve it. */
export function RequestCode({ code, language }: { code: string; language: Language }) {
  const words = catalogue[language]
  return (
    <Card
      title={words.code}
      description={words.codeText}
      actions={
        <CopyButton text={code} copied={words.codeCopied} icon={<Icon name="copy" />}>
          {words.codeCopy}
        </CopyButton>
      }
    >
      <code className="request-code">{code}</code>
    </Card>
  )
}

interface HeadActsProps {
  readonly list: string
  readonly revocable: boolean
  /** A request waits: deciding on it comes first. */
  readonly asked: boolean
  readonly language: Language
}

/** What can be done about the account's partners as a whole. */
export function HeadActs({ list, revocable, asked, language }: HeadActsProps) {
  return (
    <>
      {revocable && (
        <OpenButton href={`${list}/revoke-all`} opens="revoke-all" variant="danger-quiet">
          {catalogue[language].revokeAll}
        </OpenButton>
      )}
      <LinkButton
        href={`${list}/invitations/new`}
        variant={asked ? 'secondary' : 'primary'}
        icon={<Icon name="plus" />}
      >
        {invitationWords[language].add}
      </LinkButton>
    </>
  )
}

type RevokeAllDialogProps = Omit<ComponentProps<typeof RevokeAllForm>, 'partner' | 'cancelHref'> & {
  readonly list: string
}

export function RevokeAllDialog({ list, firms, stays, account, language }: RevokeAllDialogProps) {
  return (
    <Dialog id="revoke-all" title={catalogue[language].revokeAll}>
      <RevokeAllForm partner={null} cancelHref={list} {...{ firms, stays, account, language }} />
    </Dialog>
  )
}
