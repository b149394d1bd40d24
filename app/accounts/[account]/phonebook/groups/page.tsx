import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowActions, Table } from '#components/ui/table.tsx'
import { type ListedGroup, phonebookHead } from '#db/phonebook/reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from '../words.ts'
import { add } from './actions.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.groups)

/** The groups of the phonebook, and the form for one more. */
export default async function GroupsPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.phonebook', (tx, { account }) =>
    phonebookHead(tx, account.id),
  )
  const { account, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/phonebook`
  return (
    <AccountFrame page={page} current="phonebook" query={await searchParams}>
      <PageHeader
        title={words.groups}
        description={words.groupsText}
        back={{ href: list, label: words.title }}
      />
      <Card flush={data.groups.length > 0}>
        {data.groups.length > 0 ? (
          <GroupTable groups={data.groups} list={list} language={language} />
        ) : (
          <EmptyState icon="users" title={words.groupsNone}>
            {words.groupsNoneText}
          </EmptyState>
        )}
      </Card>
      <Card title={words.addGroup}>
        <Form action={add} label={words.addGroup} labels={fieldLabels({ name: words.groupName }, language)}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <TextField name="name" label={words.groupName} width="medium" required />
          <FormActions>
            <SubmitButton>{words.addGroup}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </AccountFrame>
  )
}

interface GroupTableProps {
  readonly groups: readonly ListedGroup[]
  readonly list: string
  readonly language: Language
}

function GroupTable({ groups, list, language }: GroupTableProps) {
  const words = catalogue[language]
  const { name, count, act } = words.groupColumn
  return (
    <Table
      caption={words.groups}
      hideCaption
      columns={[
        { id: 'name', label: name, rowHeading: true },
        { id: 'count', label: count },
        { id: 'act', label: act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={groups.map(one => ({
        key: one.id,
        cells: {
          name: <a href={`${list}/groups/${one.id}`}>{one.name}</a>,
          count: words.contacts(one.count),
          act: (
            <RowActions>
              <LinkButton href={`${list}?group=${one.id}`} size="small" label={words.showNamed(one.name)}>
                {words.show}
              </LinkButton>
              <LinkButton
                href={`${list}/groups/${one.id}`}
                size="small"
                variant="quiet"
                label={words.editNamed(one.name)}
              >
                {words.edit}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
