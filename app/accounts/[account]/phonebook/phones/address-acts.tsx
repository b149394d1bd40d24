import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink, Dialog } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Language } from '#lib/language.ts'
import { end, make } from './actions.ts'
import { phoneWords as catalogue } from './words.ts'

/** What can be done with an address that there is; both stop it for good. */
export const addressActs = ['replace', 'end'] as const
export type AddressAct = (typeof addressActs)[number]

interface AddressActProps {
  /** The page's own address. */
  readonly own: string
  readonly accountId: string
  /** The key of the address that is on the page. */
  readonly shown: string
  readonly language: Language
}

/** The buttons that ask before they do it: in a dialog, or on the page. */
export function AddressActs(props: AddressActProps) {
  const words = catalogue[props.language]
  return (
    <div className="form-actions">
      {addressActs.map(act => (
        <OpenButton key={act} href={`${props.own}?act=${act}`} opens={act} variant="danger-quiet">
          {words[act]}
        </OpenButton>
      ))}
      {addressActs.map(act => (
        <Dialog key={act} id={act} title={words[act]}>
          <ConfirmForm {...props} act={act} />
        </Dialog>
      ))}
    </div>
  )
}

/** Asks on the page itself, for whoever has no script. */
export function ConfirmCard({ act, ...props }: AddressActProps & { readonly act: AddressAct }) {
  return (
    <Card tone="danger" title={catalogue[props.language][act]}>
      <ConfirmForm {...props} act={act} />
    </Card>
  )
}

function ConfirmForm({
  act,
  own,
  accountId,
  shown,
  language,
}: AddressActProps & { readonly act: AddressAct }) {
  const words = catalogue[language]
  const { statement, consequences } = words.confirm[act]
  return (
    <Form action={act === 'replace' ? make : end} label={words[act]}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="shown" value={shown} />
      <ConfirmPanel
        statement={statement}
        consequences={consequences}
        actions={
          <>
            <CancelLink href={own} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words[act]}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}
