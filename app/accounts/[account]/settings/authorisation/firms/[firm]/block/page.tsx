import { notFound } from 'next/navigation'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField } from '#components/ui/choices.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type BlockableFirm, blockableFirm } from '#db/partner/block.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { block, unblock } from '../../../block-actions.ts'
import { blockWords } from '../../../block-words.ts'

interface Props {
  readonly params: Promise<{ account: string; firm: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(blockWords, words => words.page)

/** Blocks a firm with which the account has or had to do; or unblocks it, where it is blocked. */
export default async function BlockPage({ params, searchParams }: Props) {
  const { account: slug, firm: firmSlug } = await params
  const page = await accountPage(slug, 'partners.decide', (tx, { account }) =>
    blockableFirm(tx, account.id, firmSlug),
  )
  const { account, language, data: firm } = page
  if (!firm) notFound()
  const words = blockWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const forms = { firm, accountId: account.id, list, language }
  const isBlocked = firm.blockedAt !== null
  return (
    <AccountFrame page={page} current="authorisation" query={await searchParams}>
      <PageHeader
        title={isBlocked ? words.isBlocked(firm.name) : words.blockTitle(firm.name)}
        back={{ href: list, label: words.back }}
      />
      <Card tone={isBlocked ? 'plain' : 'danger'}>
        {isBlocked ? <UnblockForm {...forms} /> : <BlockForm {...forms} />}
      </Card>
    </AccountFrame>
  )
}

interface FormProps {
  readonly firm: BlockableFirm
  readonly accountId: string
  readonly list: string
  readonly language: Language
}

function BlockForm({ firm, accountId, list, language }: FormProps) {
  const words = blockWords[language]
  const consequences = [
    ...(firm.requestId ? [words.declines] : []),
    ...(firm.invitationId ? [words.cancels] : []),
    ...(firm.extensions?.length ? [words.declinesMore(firm.extensions.length)] : []),
    ...(firm.grants > 0 ? [words.stays(firm.grants)] : []),
    words.history,
    words.told,
  ]
  return (
    <Form
      action={block}
      label={words.block}
      labels={fieldLabels({ reason: words.reason, revoke: words.revoke }, language)}
    >
      <Hidden firm={firm} accountId={accountId} />
      <ConfirmPanel
        statement={words.statement(firm.name)}
        consequences={consequences}
        actions={
          <>
            <CancelLink href={list} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.block}</SubmitButton>
          </>
        }
      >
        {firm.grants > 0 && <CheckboxField name="revoke" label={words.revoke} hint={words.revokeHint} />}
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          optional={words.optional}
          rows={2}
        />
      </ConfirmPanel>
    </Form>
  )
}

function UnblockForm({ firm, accountId, list, language }: FormProps) {
  const words = blockWords[language]
  return (
    <Form action={unblock} label={words.unblock}>
      <Hidden firm={firm} accountId={accountId} />
      <ConfirmPanel
        statement={words.unblockStatement(firm.name)}
        consequences={[words.noAccess]}
        tone="warning"
        actions={
          <>
            <CancelLink href={list} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton>{words.unblockOf(firm.name)}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}

function Hidden({ firm, accountId }: Pick<FormProps, 'firm' | 'accountId'>) {
  return (
    <>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="firm" value={firm.slug} />
    </>
  )
}
