import { logoAddress } from '#app/_server/frame-brand.ts'
import { Once } from '#app/_server/once.tsx'
import { PictureShown } from '#components/branding/picture-shown.tsx'
import { Card } from '#components/ui/card.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { SeenAccount } from '#db/authority.ts'
import type { KeptLogo } from '#db/own-brand/reads.ts'
import { isDarkOlder, type LogoKind } from '#lib/branding/own.ts'
import { heaviest } from '#lib/branding/picture.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { bringBackLogo, saveLogo, takeOffLogo } from './actions.ts'
import { words as catalogue } from './words.ts'

interface LogoCardProps {
  readonly account: Pick<SeenAccount, 'id' | 'slug'>
  readonly kind: LogoKind
  readonly logos: readonly KeptLogo[]
  readonly edits: boolean
  readonly language: Language
}

/** A logo on its ground, with what can be done to it. */
export function LogoCard({ account, kind, logos, edits, language }: LogoCardProps) {
  const words = catalogue[language]
  const name = brandingWords[language].field[kind]
  const of = (one: KeptLogo) => one.kind === kind
  const worn = logos.find(one => of(one) && one.endedAt === null)
  const earlier = logos.find(one => of(one) && one.endedAt !== null)
  const form = { accountId: account.id, kind, worn, name, language }
  return (
    <Card title={name} description={words.logoText[kind]}>
      <PictureShown
        src={worn ? logoAddress(account.slug, worn.id) : null}
        name={name}
        none={words.none}
        mode={kind === 'logo-dark' ? 'dark' : 'light'}
      >
        <StateText {...{ kind, logos, worn, language }} />
      </PictureShown>
      {edits && <SaveForm {...form} />}
      {edits && (
        <FormActions>
          {worn && <RemoveForm {...form} />}
          {earlier && <RestoreForm {...form} earlier={earlier} />}
        </FormActions>
      )}
    </Card>
  )
}

function StateText({
  kind,
  logos,
  worn,
  language,
}: Pick<FormProps, 'kind' | 'worn' | 'language'> & Pick<LogoCardProps, 'logos'>) {
  const words = catalogue[language]
  const hasLight = logos.some(one => one.kind === 'logo' && one.endedAt === null)
  if (kind === 'logo') return null
  if (worn && isDarkOlder(logos)) return <Notice tone="warning">{words.darkOlder}</Notice>
  if (worn) return hasLight ? null : <span className="second-line">{words.waits}</span>
  return hasLight ? <span className="second-line">{words.lightServes}</span> : null
}

interface FormProps {
  readonly accountId: string
  readonly kind: LogoKind
  readonly worn: KeptLogo | undefined
  readonly name: string
  readonly language: Language
}

/** What every form about a logo carries: the one that the page showed, so that no other is changed unseen. */
function About({ accountId, worn }: Pick<FormProps, 'accountId' | 'worn'>) {
  return (
    <>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="before" value={worn?.id ?? ''} />
    </>
  )
}

function SaveForm({ accountId, kind, worn, name, language }: FormProps) {
  const words = catalogue[language]
  return (
    <Form
      action={saveLogo}
      label={words.named(words.save, name)}
      labels={fieldLabels({ picture: name }, language)}
    >
      <About accountId={accountId} worn={worn} />
      <input type="hidden" name="kind" value={kind} />
      <FileField
        name="picture"
        label={words.choose}
        hint={words.chooseHint}
        accept="image/png,image/jpeg,image/webp"
        largest={heaviest}
        tooLarge={words.tooHeavy}
      />
      <FormActions>
        <SubmitButton variant="secondary" pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
      </FormActions>
    </Form>
  )
}

function RemoveForm({ accountId, kind, worn, name, language }: FormProps) {
  const words = catalogue[language]
  return (
    <Form action={takeOffLogo} label={words.named(words.remove, name)}>
      <About accountId={accountId} worn={worn} />
      <input type="hidden" name="kind" value={kind} />
      <SubmitButton variant="danger-quiet">{words.remove}</SubmitButton>
    </Form>
  )
}

function RestoreForm({
  accountId,
  worn,
  name,
  language,
  earlier,
}: FormProps & { readonly earlier: KeptLogo }) {
  const words = catalogue[language]
  return (
    <Form action={bringBackLogo} label={words.named(words.back, name)}>
      <About accountId={accountId} worn={worn} />
      <input type="hidden" name="logo" value={earlier.id} />
      <SubmitButton variant="secondary" icon={<Icon name="history" />}>
        {words.back}
      </SubmitButton>
    </Form>
  )
}
