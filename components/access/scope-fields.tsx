import { CheckboxGroup, RadioGroup } from '#components/ui/choices.tsx'
import { scopeGives } from '#lib/access/scope-gives.ts'
import { scopeForbids, scopeWords } from '#lib/access/scope-words.ts'
import type { Scope, ScopeName, ScopePage } from '#lib/access/scopes.ts'
import { phraseList, shortSentences } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { Meanings } from './meanings.tsx'
import { accessWords } from './words.ts'

type ScopeFieldsProps = {
  language: Language
  /** What may be chosen: for an approver nothing beyond what was asked. */
  names: readonly ScopeName[]
  pages: readonly ScopePage[]
  /** One of the names, or the value of `first`. */
  defaultName: string
  /** What stands before the scopes: something that is none of its own. */
  first?: { value: string; label: string; hint: string } | undefined
  defaultPages?: readonly ScopePage[] | undefined
  /** `asker`: the partner chooses, and reads what each scope leaves out, too. */
  reader?: 'approver' | 'asker'
}

/** What is given: each scope with what it allows in plain words, and the pages where they are chosen one by one. */
export function ScopeFields(props: ScopeFieldsProps) {
  const { language, names, pages, defaultName, first, defaultPages = [], reader = 'approver' } = props
  const words = accessWords[language]
  const asking = reader === 'asker'
  const named = scopeWords[language]
  return (
    <>
      <RadioGroup
        name="scope"
        legend={asking ? words.scopeWanted : words.scope}
        hint={asking ? words.neverGiven(phraseList(scopeWords[language].never, language)) : undefined}
        layout="cards"
        defaultValue={defaultName}
        options={[
          ...(first ? [first] : []),
          ...names.map(name => ({
            value: name,
            label: named.name[name],
            hint: asking ? bothSides(name, language) : gives(name, language),
          })),
        ]}
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
              hint: pageHint(page, language),
            }))}
          />
        </div>
      )}
    </>
  )
}

/** What one scope allows, for whoever gives it. */
function gives(name: ScopeName, language: Language): string {
  if (name === 'chosen') return accessWords[language].chosenHint
  return shortSentences(scopeGives({ name, pages: [] }, language))
}

/** What one scope allows and what it leaves out, for a reader who compares them. */
function bothSides(name: ScopeName, language: Language): string {
  const words = accessWords[language]
  const left = scopeWords[language].cannot[name]
  const can = phraseList(scopeGives({ name, pages: [] }, language), language)
  return [
    name === 'chosen' ? words.chosenList : words.canList(can),
    ...(left.length > 0 ? [words.cannotList(phraseList(left, language))] : []),
  ].join(' ')
}

function pageHint(page: ScopePage, language: Language): string {
  return shortSentences(scopeGives({ name: 'chosen', pages: [page] }, language))
}

/** What a scope means, in short lists: can, cannot. */
export function ScopeMeaning({ scope, language }: { scope: Scope; language: Language }) {
  const words = accessWords[language]
  return (
    <Meanings
      can={[{ title: words.can, lines: scopeGives(scope, language) }]}
      cannot={{ title: words.cannot, lines: scopeForbids(scope, language) }}
    />
  )
}
