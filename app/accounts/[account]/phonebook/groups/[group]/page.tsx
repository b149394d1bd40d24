import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { groupOf } from '#db/phonebook/groups.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { words as catalogue } from '../../words.ts'
import { remove, rename } from '../actions.ts'

interface Props {
  readonly params: Promise<{ account: string; group: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.groupPage)

/** One group, to be renamed or removed. */
export default async function GroupPage({ params, searchParams }: Props) {
  const { account: slug, group: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.phonebook', (tx, { account }) => groupOf(tx, account.id, id))
  const { account, language, data: group } = page
  if (!group) notFound()
  const words = catalogue[language]
  const root = `/accounts/${account.slug}/phonebook`
  const list = `${root}/groups`
  const back = { href: list, label: words.groups }
  if (group.removed)
    return (
      <AccountFrame page={page} current="phonebook" query={await searchParams}>
        <PageHeader title={group.name} back={back} />
        <Notice
          tone="neutral"
          title={words.groupGone(group.removed.by)}
          actions={<LinkButton href={`${root}/removed`}>{words.removed}</LinkButton>}
        />
      </AccountFrame>
    )
  const hidden = (
    <>
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <input type="hidden" name="group" value={group.id} />
    </>
  )
  return (
    <AccountFrame page={page} current="phonebook" query={await searchParams}>
      <PageHeader
        title={group.name}
        description={words.contacts(group.count)}
        back={back}
        actions={<LinkButton href={`${root}?group=${group.id}`}>{words.show}</LinkButton>}
      />
      <Card>
        <Form
          action={rename}
          label={words.groupPage}
          labels={fieldLabels({ name: words.groupName }, language)}
        >
          {hidden}
          <HiddenField name="shown" value={packed(['name'], { name: group.name })} />
          <TextField name="name" label={words.groupName} defaultValue={group.name} width="medium" required />
          <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={list} />
        </Form>
      </Card>
      <Card title={words.removeGroup} description={words.removeGroupText}>
        <Form action={remove} label={words.removeGroup}>
          {hidden}
          <div>
            <SubmitButton variant="danger-quiet">{words.removeGroup}</SubmitButton>
          </div>
        </Form>
      </Card>
    </AccountFrame>
  )
}
