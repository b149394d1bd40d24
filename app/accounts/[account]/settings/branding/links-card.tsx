import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { SeenAccount } from '#db/authority.ts'
import { type LinkField, linkFields, type OwnLinks, otherSpelling } from '#lib/branding/own.ts'
import { ownBrandWords } from '#lib/branding/own-words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { hostShown } from '#lib/host.ts'
import type { Language } from '#lib/language.ts'
import { updateLinks } from './actions.ts'
import { words as catalogue } from './words.ts'

interface LinksCardProps {
  readonly account: Pick<SeenAccount, 'id'>
  readonly links: OwnLinks
  readonly edits: boolean
  readonly language: Language
}

/** The account's own links: as a form for whoever may change them, else as they are. */
export function LinksCard({ account, links, edits, language }: LinksCardProps) {
  const words = catalogue[language]
  return (
    <Card title={words.links} description={words.linksText}>
      {edits ? (
        <LinksForm {...{ accountId: account.id, links, language }} />
      ) : (
        <Facts
          items={linkFields.map(field => ({
            term: ownBrandWords[language].field[field],
            value: <LinkShown link={links[field]} language={language} />,
          }))}
        />
      )}
    </Card>
  )
}

/** As browsers ask for it, and beside it its host as people read it, where that is another text. */
function LinkShown({ link, language }: { readonly link: string; readonly language: Language }) {
  const words = catalogue[language]
  if (!link) return words.noLink
  const other = otherSpelling(link, hostShown)
  return (
    <>
      <a className="break-all" href={link} rel="noopener noreferrer">
        {link}
      </a>
      {other && <span className="second-line">{words.alsoWritten(other)}</span>}
    </>
  )
}

interface LinksFormProps {
  readonly accountId: string
  readonly links: OwnLinks
  readonly language: Language
}

function LinksForm({ accountId, links, language }: LinksFormProps) {
  const words = catalogue[language]
  const { field } = ownBrandWords[language]
  const hint = (one: LinkField) => {
    const other = otherSpelling(links[one], hostShown)
    return other ? `${words.linkHint[one]} ${words.alsoWritten(other)}` : words.linkHint[one]
  }
  return (
    <Form action={updateLinks} label={words.links} labels={fieldLabels(field, language)}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <HiddenField name="shown" value={packed(linkFields, links)} />
      {linkFields.map(one => (
        <TextField
          key={one}
          name={one}
          type="url"
          label={field[one]}
          hint={hint(one)}
          optional={words.optional}
          defaultValue={links[one]}
          plain
        />
      ))}
      <FormActions>
        <SubmitButton pendingLabel={words.saving}>{words.saveLinks}</SubmitButton>
      </FormActions>
    </Form>
  )
}
