import { chosenIn } from '#app/_server/chosen.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { GivingFields } from '#components/access/giving-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { longestGrantHours } from '#db/provider/limits.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { invite } from '../../invitation-actions.ts'
import { invitationWords } from '../../invitation-words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(invitationWords, words => words.add)

/** Invites a partner by its Partner ID; `?partnerId=` and what was chosen come from an earlier invitation. */
export default async function AddPartnerPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'partners.decide', (tx, _, { providerId }) =>
    longestGrantHours(tx, providerId),
  )
  const { account, language, data } = page
  const query = await searchParams
  const words = invitationWords[language]
  const { duration, until, scope, pages } = accessWords[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  const labels = fieldLabels({ partnerId: words.partnerId, duration, until, scope, pages }, language)
  return (
    <AccountFrame page={page} current="authorisation" query={query}>
      <PageHeader title={words.add} description={words.addText} back={{ href: list, label: words.back }} />
      <Card>
        <Form action={invite} label={words.add} className="form" labels={labels}>
          <Once />
          <input type="hidden" name="account" value={account.id} />
          <TextField
            name="partnerId"
            label={words.partnerId}
            hint={words.partnerIdHint}
            defaultValue={typeof query.partnerId === 'string' ? query.partnerId.slice(0, 20) : undefined}
            width="short"
            autoComplete="off"
            plain
            required
          />
          <GivingFields
            language={language}
            zone={account.timeZone}
            longestHours={data}
            chosen={chosenIn(query)}
          />
          <SaveActions save={words.submit} saving={words.sending} cancel={words.cancelForm} back={list} />
        </Form>
      </Card>
      <p className="field-hint">{words.byShare}</p>
    </AccountFrame>
  )
}
