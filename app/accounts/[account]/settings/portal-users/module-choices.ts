import { moduleName } from '#lib/access/place-words.ts'
import { type Module, modules } from '#lib/access/roles.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** The modules as choices of a form, each with what it is for; one that is not the reader's to give says so. */
export function moduleChoices(offers: readonly Module[], language: Language) {
  const words = catalogue[language]
  return modules.map(module => {
    const isTheirs = offers.includes(module)
    return {
      value: module,
      label: moduleName(module, language),
      hint: isTheirs ? words.hint[module] : `${words.hint[module]}. ${words.notYours}`,
      disabled: !isTheirs,
    }
  })
}
