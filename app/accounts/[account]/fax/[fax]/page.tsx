import { notFound } from 'next/navigation'
import { z } from 'zod'
import { sendingIsConnected } from '#app/_server/carry.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { SendingBadge } from '#components/sending/state-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { faxOf, type OneFax } from '#db/fax/reads.ts'
import { may } from '#lib/access/authority.ts'
import { faxWords, sizeText } from '#lib/fax/words.ts'
import type { Language } from '#lib/language.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { remove, restore, sendAgain } from '../actions.ts'
import { faxPages, partyText } from '../fax-table.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; fax: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** All that is known of one fax, with its document; of one that was removed, who did it and the way back. */
export default async function OneFaxPage({ params, searchParams }: Props) {
  const { account: slug, fax: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.fax', (tx, { account, authority }) =>
    faxOf(tx, account.id, id, may(authority, 'module.phonebook')),
  )
  const { account, actor, language, data: fax } = page
  if (!fax) notFound()
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/fax`
  const parts = { fax, accountId: account.id, zone: actor.timeZone, language }
  return (
    <AccountFrame page={page} current="fax" query={await searchParams}>
      <PageHeader
        title={partyText(fax, language)}
        back={{ href: list, label: words.title }}
        badge={<SendingBadge state={fax.state} language={language} />}
        actions={
          !fax.removed && (
            <LinkButton
              href={`${list}/${fax.id}/document`}
              variant="primary"
              icon={<Icon name="download" />}
              download
            >
              {words.download}
            </LinkButton>
          )
        }
      />
      {fax.removed && <RemovedNotice {...parts} />}
      <Card title={words.about}>
        <Facts items={factsOf(fax, actor.timeZone, language)} />
        {!fax.removed && fax.state === 'failed' && sendingIsConnected() && (
          <OneButton {...parts} action={sendAgain} label={sendingWords[language].again} />
        )}
      </Card>
      {!fax.removed && fax.state !== 'queued' && (
        <Card title={words.remove} description={words.removeText}>
          <OneButton {...parts} action={remove} label={words.remove} variant="danger-quiet" />
        </Card>
      )}
    </AccountFrame>
  )
}

interface Parts {
  readonly fax: OneFax
  readonly accountId: string
  readonly zone: string
  readonly language: Language
}

function factsOf(fax: OneFax, zone: string, language: Language): readonly Fact[] {
  const { field, byFirm } = catalogue[language]
  const { direction, withheld } = faxWords[language]
  const other = fax.otherNumber || withheld
  const incoming = fax.direction === 'incoming'
  const facts: (Fact | false)[] = [
    { term: field.when, value: <When at={fax.at} zone={zone} language={language} /> },
    { term: field.direction, value: direction[fax.direction] },
    { term: field.from, value: incoming ? other : fax.ownNumber },
    { term: field.to, value: incoming ? fax.ownNumber : other },
    fax.title !== '' && { term: field.title, value: fax.title },
    { term: field.pages, value: faxPages(fax, language) },
    { term: field.size, value: sizeText(fax.size, language) },
    fax.by !== '' && { term: field.by, value: fax.firm ? byFirm(fax.by, fax.firm) : fax.by },
    fax.state === 'failed' && {
      term: field.reason,
      value: sendingWords[language].failure[fax.reason || 'other'],
    },
  ]
  return facts.filter(fact => fact !== false)
}

interface OneButtonProps extends Parts {
  readonly action: Parameters<typeof Form>[0]['action']
  readonly label: string
  readonly variant?: 'secondary' | 'danger-quiet'
}

function OneButton({ fax, accountId, action, label, variant = 'secondary' }: OneButtonProps) {
  return (
    <Form action={action} label={label}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="fax" value={fax.id} />
      <FormActions>
        <SubmitButton variant={variant}>{label}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function RemovedNotice(parts: Parts) {
  const { fax, zone, language } = parts
  const words = catalogue[language]
  if (!fax.removed) return null
  const { by, at, canComeBack } = fax.removed
  return (
    <>
      <Notice tone="neutral" title={words.wasRemoved(by)}>
        <p>
          <When at={at} zone={zone} language={language} />. {canComeBack ? words.wasRemovedText : words.over}
        </p>
      </Notice>
      {canComeBack && <OneButton {...parts} action={restore} label={words.restore} />}
    </>
  )
}
