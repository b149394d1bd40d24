import { CheckboxGroup, RadioGroup } from '#components/ui/choices.tsx'
import { scopeAllows, scopeForbids, scopeWords } from '#lib/access/scope-words.ts'
import type { Scope, ScopeName, ScopePage } from '#lib/access/scopes.ts'
import { shortSentences } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { Meanings } from './meanings.tsx'
import { accessWords } from './words.ts'

type ScopeFieldsProps = {
  language: Language
  /** What may be chosen: for an approver nothing beyond what was asked. */
  names: readonly ScopeName[]
  pages: readonly ScopePage[]
  defaultName: ScopeName
  defaultPages?: readonly ScopePage[] | undefined
  /** `asker`: the partner chooses, and reads what each scope leaves out, too. */
  reader?: 'approver' | 'asker'
}

/** What is given: each scope with what it allows in plain words, and the pages where they are chosen one by one. */
export function ScopeFields(props: ScopeFieldsProps) {
  const { language, names, pages, defaultName, defaultPages = [], reader = 'approver' } = props
  const words = accessWords[language]
  const asking = reader === 'asker'
  const named = scopeWords[language]
  return (
    <>
      <RadioGroup
        name="scope"
        legend={asking ? words.scopeWanted : words.scope}
        hint={asking ? words.neverGiven(scopeWords[language].never.join('; ')) : undefined}
        layout="cards"
        defaultValue={defaultName}
        options={names.map(name => ({
          value: name,
          label: named.name[name],
          hint: asking
            ? bothSides(name, language)
            : name === 'chosen'
              ? words.chosenHint
              : shortSentences(named.can[name]),
        }))}
      />
      {names.includes('chosen') && (
        <div className="reveal-chosen">
          <CheckboxGroup
            name="pages"
            legend={words.pages}
            defaultValues={defaultPages}
            options={pages.map(page => ({
              value: page,
              label: named.page[page],
              hint: shortSentences([named.canOnPage[page]]),
            }))}
          />
        </div>
      )}
    </>
  )
}

/** What one scope allows and what it leaves out, for a reader who compares them. */
function bothSides(name: ScopeName, language: Language): string {
  const words = accessWords[language]
  const { can, cannot } = scopeWords[language]
  const left = cannot[name].length > 0 ? ` ${words.cannotList(cannot[name].join('; '))}` : ''
  return `${name === 'chosen' ? words.chosenList : words.canList(can[name].join('; '))}${left}`
}

/** What a scope means, in two short lists. */
export function ScopeMeaning({ scope, language }: { scope: Scope; language: Language }) {
  const words = accessWords[language]
  return (
    <Meanings
      can={[{ title: words.can, lines: scopeAllows(scope, language) }]}
      cannot={{ title: words.cannot, lines: scopeForbids(scope, language) }}
    />
  )
}
