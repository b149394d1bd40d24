import { scopeFrom } from '#lib/access/scopes.ts'
import type { Doer, GrantFacts, Terms, ToldAct } from '#lib/mail/facts.ts'

/** What the change wrote into the letter's row: who did it, and what they said. Read as carefully as any input. */
export type WrittenFacts = Readonly<Record<string, unknown>>

const acts: readonly ToldAct[] = ['expire', 'revoke', 'relinquish', 'terminate', 'suspend', 'resume']

export function actIn(written: WrittenFacts): ToldAct {
  return acts.find(act => act === written.act) ?? 'expire'
}

export function doerIn(written: WrittenFacts): Doer | null {
  const name = textIn(written, 'by')
  return name ? { name, firm: textIn(written, 'firm') } : null
}

export function namesIn(written: WrittenFacts, key: string): readonly string[] {
  const value = written[key]
  return Array.isArray(value) ? value.filter(name => typeof name === 'string') : []
}

export function textIn(written: WrittenFacts, key: string): string {
  const value = written[key]
  return typeof value === 'string' ? value : ''
}

/** A moment, where one was written. */
export function momentIn(written: WrittenFacts, key: string): Date | null {
  const at = new Date(textIn(written, key))
  return Number.isNaN(at.getTime()) ? null : at
}

/** What end and scope were and were moved to, where that was written. */
export function movedIn(written: WrittenFacts): GrantFacts['moved'] {
  const { was } = written
  if (typeof was !== 'object' || was === null) return null
  return { from: termsIn(was as WrittenFacts), to: termsIn(written) }
}

/** A scope and an end, where they were written. */
export function termsIn(written: WrittenFacts): Terms {
  return {
    endsAt: momentIn(written, 'endsAt'),
    scope: scopeFrom(textIn(written, 'scope'), namesIn(written, 'pages')),
  }
}
