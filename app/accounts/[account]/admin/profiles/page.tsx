import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { RadioGroup } from '#components/ui/choices.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type ListedProfile, profileHead } from '#db/key-profile/reads.ts'
import { hasPbx } from '#lib/access/products.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { wholeNumber } from '#lib/format.ts'
import { phoneKindNames, phoneKinds } from '#lib/key-profile/key.ts'
import { profileWords } from '#lib/key-profile/words.ts'
import type { Language } from '#lib/language.ts'
import { NoPbx } from '../no-pbx.tsx'
import { adminWords } from '../words.ts'
import { add } from './actions.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** The key profiles of the account, and the form for one more. */
export default async function ProfilesPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.admin', (tx, { account }) =>
    profileHead(tx, account.id),
  )
  const { account, brand, language, data } = page
  const words = catalogue[language]
  const root = `/accounts/${account.slug}/admin`
  const { profiles } = data
  return (
    <AccountFrame page={page} current="admin" query={await searchParams}>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: root, label: adminWords[language].title }}
      />
      {hasPbx(data.products) ? (
        <>
          <Card flush={profiles.length > 0}>
            {profiles.length > 0 ? (
              <ProfileTable profiles={profiles} root={root} language={language} />
            ) : (
              <EmptyState icon="key" title={words.none}>
                {words.noneText}
              </EmptyState>
            )}
          </Card>
          <AddForm accountId={account.id} language={language} />
        </>
      ) : (
        <NoPbx brand={brand} language={language} />
      )}
    </AccountFrame>
  )
}

interface ProfileTableProps {
  readonly profiles: readonly ListedProfile[]
  readonly root: string
  readonly language: Language
}

function ProfileTable({ profiles, root, language }: ProfileTableProps) {
  const words = catalogue[language]
  const number = (n: number) => wholeNumber(n, language)
  return (
    <LongTable
      caption={words.title}
      columns={[
        { id: 'name', label: words.column.name, rowHeading: true },
        { id: 'phone', label: words.column.phone },
        { id: 'keys', label: words.column.keys },
        { id: 'used', label: words.column.used },
      ]}
      rows={profiles.map(one => ({
        cells: {
          name: { href: `${root}/profiles/${one.id}`, text: one.name },
          phone: profileWords[language].phone[one.phone],
          keys: words.keysSet(number(one.set), number(phoneKinds[one.phone])),
          used:
            one.used > 0
              ? {
                  href: `${root}/extensions?profile=${one.id}`,
                  text: words.used(number(one.used), one.used),
                }
              : words.used(number(0), 0),
        },
      }))}
    />
  )
}

function AddForm({ accountId, language }: { readonly accountId: string; readonly language: Language }) {
  const words = catalogue[language]
  const { name, phoneKind, phone } = profileWords[language]
  return (
    <Card title={words.add}>
      <Form
        action={add}
        label={words.add}
        labels={fieldLabels({ profileName: name, phone: phoneKind }, language)}
      >
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <TextField name="profileName" label={name} width="medium" required />
        <RadioGroup
          name="phone"
          legend={phoneKind}
          defaultValue="desk-6"
          options={phoneKindNames.map(kind => ({ value: kind, label: phone[kind] }))}
        />
        <FormActions>
          <SubmitButton>{words.add}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
