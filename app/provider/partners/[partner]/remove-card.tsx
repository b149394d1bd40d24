import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { PartnerAtDesk } from '#db/provider/partners.ts'
import type { Language } from '#lib/language.ts'
import { remove } from '../actions.ts'
import { pageWords } from '../page-words.ts'

interface Props {
  readonly partner: PartnerAtDesk
  /** Of whom the page's address asks; whoever is not of the firm's staff is nobody. */
  readonly staffId: unknown
  readonly language: Language
}

/** What stands before somebody is taken their place in a firm. */
export function RemoveCard({ partner, staffId, language }: Props) {
  const one = partner.staff.find(({ id }) => id === staffId)
  if (!one) return null
  const words = pageWords[language]
  return (
    <Card tone="danger" title={words.removeNamed(one.name)}>
      <Form action={remove} label={words.removeSubmit}>
        <Once />
        <input type="hidden" name="partner" value={partner.id} />
        <input type="hidden" name="staff" value={one.id} />
        <ConfirmPanel
          statement={words.removeStatement(one.name, partner.name)}
          consequences={[words.removed[one.state], words.removedForGood]}
          actions={
            <>
              <CancelLink href={`/provider/partners/${partner.slug}`} first>
                {words.cancel}
              </CancelLink>
              <SubmitButton variant="danger">{words.removeSubmit}</SubmitButton>
            </>
          }
        />
      </Form>
    </Card>
  )
}
