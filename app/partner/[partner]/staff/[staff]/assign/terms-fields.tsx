import { ScopeFields } from '#components/access/scope-fields.tsx'
import { UntilField } from '#components/access/until-field.tsx'
import { accessWords } from '#components/access/words.ts'
import { SelectField } from '#components/ui/field.tsx'
import type { AssignableGrant } from '#db/assignment/by-staff.ts'
import { choicesWithin, scopeNames, scopePages } from '#lib/access/scopes.ts'
import { parseDuration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { assignedTimes, wholeScope } from '#lib/grant/assignment-forms.ts'
import type { Language } from '#lib/language.ts'
import { assignmentPageWords } from '../../../assignment-page-words.ts'
import { words as catalogue } from './words.ts'

/** All of each, or the same part of every one of them: whatever at least one of them gives. */
export function TermsFields({
  grants,
  language,
}: {
  readonly grants: readonly AssignableGrant[]
  readonly language: Language
}) {
  const words = catalogue[language]
  const { time, wholeTime } = assignmentPageWords[language]
  const within = grants.map(({ scope }) => choicesWithin(scope))
  const options = assignedTimes.flatMap((choice): { value: string; label: string }[] => {
    if (choice === 'whole') return [{ value: choice, label: wholeTime }]
    if (choice === 'until') return [{ value: choice, label: accessWords[language].untilChoice }]
    const duration = parseDuration(choice)
    return duration ? [{ value: choice, label: durationText(duration, language) }] : []
  })
  return (
    <>
      <ScopeFields
        language={language}
        first={{ value: wholeScope, label: words.whole, hint: words.wholeHint }}
        names={scopeNames.filter(name => within.some(({ names }) => names.includes(name)))}
        pages={scopePages.filter(page => within.some(({ pages }) => pages.includes(page)))}
        defaultName={wholeScope}
      />
      <SelectField name="duration" label={time} options={options} defaultValue="whole" required />
      <UntilField language={language} hint={accessWords[language].untilThere} />
    </>
  )
}
