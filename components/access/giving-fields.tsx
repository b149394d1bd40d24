import { isScopeName, isScopePage, scopePages, scopesBySize } from '#lib/access/scopes.ts'
import { durationsBySize } from '#lib/duration.ts'
import type { Language } from '#lib/language.ts'
import { DurationFields } from './duration-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'

/** What had been chosen before: in an earlier invitation, or before who chose it was asked to prove who they are. */
export interface Chosen {
  readonly duration?: string
  readonly until?: string
  readonly scope?: string
  readonly pages?: readonly string[]
  readonly clients?: boolean
}

interface GivingFieldsProps {
  readonly language: Language
  readonly zone: string
  readonly longestHours: number | null
  readonly chosen?: Chosen | undefined
}

/** Scope and duration of an invitation: what gives least first, and the least harmful chosen already. */
export function GivingFields({ language, zone, longestHours, chosen = {} }: GivingFieldsProps) {
  const scope = chosen.scope && isScopeName(chosen.scope) ? chosen.scope : 'read-only'
  return (
    <>
      <DurationFields
        language={language}
        zone={zone}
        longestHours={longestHours}
        choices={durationsBySize}
        defaultValue={chosen.duration}
        defaultUntil={chosen.until}
      />
      <ScopeFields
        language={language}
        names={scopesBySize}
        pages={scopePages}
        defaultName={scope}
        defaultPages={chosen.pages?.filter(isScopePage)}
      />
    </>
  )
}
