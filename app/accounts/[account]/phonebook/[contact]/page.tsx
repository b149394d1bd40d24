import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { contactOf, type OneContact, phonebookHead } from '#db/phonebook/reads.ts'
import type { Language } from '#lib/language.ts'
import { detailFields } from '#lib/phonebook/contact.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { remove, restore } from '../actions.ts'
import { ContactForm } from '../contact-form.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; contact: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.page)

/** One contact, to be changed or removed; of one that was removed, who did it and the way back. */
export default async function ContactPage({ params, searchParams }: Props) {
  const { account: slug, contact: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.phonebook', async (tx, { account }) => {
    const contact = await contactOf(tx, account.id, id)
    return contact && { contact, groups: (await phonebookHead(tx, account.id)).groups }
  })
  const { account, actor, language, data } = page
  if (!data) notFound()
  const { contact, groups } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/phonebook`
  return (
    <AccountFrame page={page} current="phonebook" query={await searchParams}>
      <PageHeader title={contact.name} back={{ href: list, label: words.title }} />
      {contact.removed ? (
        <RemovedNotice {...{ contact, accountId: account.id, zone: actor.timeZone, language }} />
      ) : (
        <>
          <Card>
            <ContactForm {...{ accountId: account.id, contact, groups, back: list, language }} />
          </Card>
          <Card title={words.remove} description={words.removeText}>
            <Form action={remove} label={words.remove}>
              <Once />
              <input type="hidden" name="account" value={account.id} />
              <input type="hidden" name="contact" value={contact.id} />
              <div>
                <SubmitButton variant="danger-quiet">{words.remove}</SubmitButton>
              </div>
            </Form>
          </Card>
        </>
      )}
    </AccountFrame>
  )
}

interface RemovedNoticeProps {
  readonly contact: OneContact
  readonly accountId: string
  readonly zone: string
  readonly language: Language
}

function RemovedNotice({ contact, accountId, zone, language }: RemovedNoticeProps) {
  const words = catalogue[language]
  if (!contact.removed) return null
  const { by, at, canComeBack } = contact.removed
  const { field } = phonebookWords[language]
  const held = detailFields.filter(one => contact[one] !== '')
  return (
    <>
      <Notice tone="neutral" title={words.wasRemoved(by)}>
        <p>
          <When at={at} zone={zone} language={language} />. {canComeBack ? words.wasRemovedText : words.over}
        </p>
      </Notice>
      {canComeBack && (
        <Card>
          <Facts items={held.map(one => ({ term: field[one], value: contact[one] }))} />
          <Form action={restore} label={words.restore}>
            <Once />
            <input type="hidden" name="account" value={accountId} />
            <input type="hidden" name="thing" value={`contact:${contact.id}`} />
            <FormActions>
              <SubmitButton variant="secondary">{words.restore}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      )}
    </>
  )
}
