import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { membersOf, profilesOf } from '#db/pbx-extension/around.ts'
import { extensionOf, type OneExtension } from '#db/pbx-extension/one.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { remove, restore, setPin } from '../actions.ts'
import { ExtensionForm } from '../extension-form.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; extension: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.anExtension)

/** One extension, to be changed or removed; of one that was removed, who did it and the way back. */
export default async function ExtensionPage({ params, searchParams }: Props) {
  const { account: slug, extension: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.admin', async (tx, { account }) => {
    const extension = await extensionOf(tx, account.id, id)
    return (
      extension && {
        extension,
        members: await membersOf(tx, account.id),
        profiles: await profilesOf(tx, account.id),
      }
    )
  })
  const { account, actor, language, data } = page
  if (!data) notFound()
  const { extension, members, profiles } = data
  const words = catalogue[language]
  const root = `/accounts/${account.slug}/admin`
  const list = `${root}/extensions`
  const part = { extension, accountId: account.id, zone: actor.timeZone, language }
  const { profile } = extension.values
  return (
    <AccountFrame page={page} current="admin" query={await searchParams}>
      <PageHeader
        title={words.page(extension.number)}
        description={extension.name}
        back={{ href: list, label: words.title }}
        actions={
          profile && !extension.removed ? (
            <LinkButton href={`${root}/profiles/${profile}`}>{words.keys}</LinkButton>
          ) : undefined
        }
      />
      {extension.removed ? (
        <Removed {...part} />
      ) : (
        <>
          <Card>
            <ExtensionForm
              {...{ accountId: account.id, extension, members, profiles, back: list, language }}
            />
          </Card>
          {extension.voicemail && <Pin {...part} />}
          <Remove {...part} list={list} />
        </>
      )}
    </AccountFrame>
  )
}

interface PartProps {
  readonly extension: OneExtension
  readonly accountId: string
  readonly zone: string
  readonly language: Language
}

function Pin({ extension, accountId, zone, language }: PartProps) {
  const words = catalogue[language]
  return (
    <Card
      title={words.pin}
      description={
        extension.pinSetAt ? (
          <>
            {words.pinSet} <When at={extension.pinSetAt} zone={zone} language={language} />.
          </>
        ) : (
          words.pinNone
        )
      }
    >
      <Form action={setPin} label={words.pin} labels={fieldLabels({ pin: words.newPin }, language)}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="extension" value={extension.id} />
        <TextField
          name="pin"
          type="password"
          label={words.newPin}
          hint={words.pinText}
          inputMode="numeric"
          autoComplete="off"
          width="short"
          required
        />
        <FormActions>
          <SubmitButton variant="secondary">{words.setPin}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

function Remove({ extension, accountId, list, language }: PartProps & { readonly list: string }) {
  const words = catalogue[language]
  const { senders } = extension
  return (
    <Card title={words.remove} description={words.removeText(senders.length)}>
      {senders.length > 0 ? (
        <p>
          {senders.map((number, at) => (
            <span key={number}>
              {at > 0 && ', '}
              <a href={`${list}?q=${number}`}>{number}</a>
            </span>
          ))}
        </p>
      ) : (
        <Form action={remove} label={words.remove}>
          <Once />
          <input type="hidden" name="account" value={accountId} />
          <input type="hidden" name="extension" value={extension.id} />
          <div>
            <SubmitButton variant="danger-quiet">{words.remove}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  )
}

function Removed({ extension, accountId, zone, language }: PartProps) {
  const words = catalogue[language]
  if (!extension.removed) return null
  const { by, at, canComeBack } = extension.removed
  return (
    <>
      <Notice tone="neutral" title={words.wasRemoved(by)}>
        <p>
          <When at={at} zone={zone} language={language} />. {canComeBack ? words.wasRemovedText : words.over}
        </p>
      </Notice>
      {canComeBack && (
        <Card>
          <Form action={restore} label={words.restore}>
            <Once />
            <input type="hidden" name="account" value={accountId} />
            <input type="hidden" name="extension" value={extension.id} />
            <FormActions>
              <SubmitButton variant="secondary" name="how" value="one">
                {words.restore}
              </SubmitButton>
            </FormActions>
          </Form>
        </Card>
      )}
    </>
  )
}
