import { FormActions } from './fieldset.tsx'
import { LinkButton } from './link-button.tsx'
import { SubmitButton } from './submit-button.tsx'

type SaveActionsProps = {
  save: string
  saving: string
  cancel: string
  /** Where whoever changes nothing goes back to. */
  back: string
}

/** The foot of a form that saves: the button, and the way out beside it. */
export function SaveActions({ save, saving, cancel, back }: SaveActionsProps) {
  return (
    <FormActions>
      <SubmitButton pendingLabel={saving}>{save}</SubmitButton>
      <LinkButton href={back} variant="quiet">
        {cancel}
      </LinkButton>
    </FormActions>
  )
}
