import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { AssignedGrant } from '#db/assignment/by-staff.ts'
import type { SeenPartner } from '#db/change.ts'
import type { Colleague } from '#db/partner/staff-list.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { staffWords } from '#lib/partner/words.ts'
import { remove, resend } from './actions.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly colleague: Colleague
  readonly partner: Pick<SeenPartner, 'id' | 'slug' | 'name'>
  readonly language: Language
}

/** What an administrator may do to one of the firm's people, each act with what it does. */
export function StaffActs({ colleague, partner, language }: Props) {
  const words = catalogue[language]
  const own = `/partner/${partner.slug}/staff/${colleague.id}`
  return (
    <Card title={words.acts}>
      <div className="stack">
        {colleague.state === 'invited' && (
          <Form action={resend} label={words.resend} className="grid gap-2">
            <Meant {...{ colleague, partner }} />
            <p>{words.resendText}</p>
            <div>
              <SubmitButton variant="secondary">{words.resend}</SubmitButton>
            </div>
          </Form>
        )}
        {colleague.isSelf ? (
          <p>{staffWords[language].refusal.yourself()}</p>
        ) : (
          <div className="grid gap-2">
            <p>{words.removeText[colleague.state]}</p>
            <div>
              <LinkButton href={`${own}?act=remove`} variant="danger-quiet">
                {words.remove}
              </LinkButton>
            </div>
          </div>
        )}
      </div>
    </Card>
  )
}

function Meant({ colleague, partner }: Pick<Props, 'colleague' | 'partner'>) {
  return (
    <>
      <Once />
      <input type="hidden" name="partner" value={partner.id} />
      <input type="hidden" name="staff" value={colleague.id} />
    </>
  )
}

/** More names than this would hide what else is told. */
const mostNamed = 6

function customersOf(assigned: readonly AssignedGrant[], language: Language): string {
  const names = [...new Set(assigned.map(({ accountName }) => accountName))]
  const more = names.length - mostNamed
  const rest = more > 0 ? [catalogue[language].others(more)] : []
  return plainList([...names.slice(0, mostNamed), ...rest], language)
}

/** What stands before somebody is removed from the firm. */
export function RemoveForm({
  colleague,
  assigned,
  partner,
  language,
}: Props & { readonly assigned: readonly AssignedGrant[] }) {
  const words = catalogue[language]
  return (
    <Form action={remove} label={words.removeSubmit}>
      <Meant {...{ colleague, partner }} />
      <ConfirmPanel
        statement={words.removeStatement(colleague.name, partner.name)}
        consequences={[
          words.removeText[colleague.state],
          ...(assigned.length > 0 ? [words.removeEnds(customersOf(assigned, language))] : []),
          words.forGood,
        ]}
        actions={
          <>
            <CancelLink href={`/partner/${partner.slug}/staff/${colleague.id}`} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.removeSubmit}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}
