import { ScopeFields } from '#components/access/scope-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { Form } from '#components/ui/form.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import { choicesBelow } from '#lib/grant/terms.ts'
import { trim } from './terms-actions.ts'
import { Hidden, Save } from './terms-forms.tsx'
import type { Movable } from './terms-page.tsx'
import { termsPageWords } from './terms-words.ts'

/** What they may still do; the least harmful is preselected, and what is not less is not offered. */
export function TrimForm(movable: Movable) {
  const { grant, language } = movable
  const words = termsPageWords[language]
  const { scope, pages: pagesLabel } = accessWords[language]
  const { names, pages } = choicesBelow(grant.scope)
  const usual = names.includes('read-only') ? 'read-only' : 'chosen'
  return (
    <Form
      action={trim}
      label={words.trim}
      className="form"
      labels={fieldLabels({ scope, pages: pagesLabel }, language)}
    >
      <Hidden {...movable} />
      <p className="form-note">{words.trimText}</p>
      <ScopeFields
        language={language}
        names={names}
        pages={pages}
        defaultName={usual}
        defaultPages={grant.scope.pages}
      />
      <Save {...movable} />
    </Form>
  )
}
