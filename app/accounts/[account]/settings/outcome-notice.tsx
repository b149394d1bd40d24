import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ChangeState } from '#lib/back-office/change.ts'
import { exactTime, withColon } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { outgoingWords } from './outgoing-words.ts'

/** A change is on its way to the provider’s systems. */
export function WaitingBadge({ language }: { readonly language: Language }) {
  return (
    <Badge tone="info" icon="waiting">
      {outgoingWords[language].waiting}
    </Badge>
  )
}

interface OutcomeProps {
  readonly outcome: { readonly state: ChangeState; readonly reason: string; readonly at: Date } | null
  /** What was changed, in words. */
  readonly what: string
  readonly zone: string
  readonly language: Language
  /** What can still be done about one that waits. */
  readonly actions?: ReactNode
  /** Said of one that waits, in place of what is said of any. */
  readonly waitingText?: ReactNode
  /** Said of a refused one, in place of "it is as it was". */
  readonly refusedText?: ReactNode
}

/** What became of the latest change on its way to the provider’s systems, unless they said yes. */
export function OutcomeNotice(props: OutcomeProps) {
  const { outcome, what, zone, language, actions } = props
  const words = outgoingWords[language]
  if (!outcome || outcome.state === 'confirmed') return null
  const at = exactTime(outcome.at, zone, language)
  if (outcome.state === 'refused')
    return (
      <Notice tone="danger" title={words.refused(what, at)}>
        {outcome.reason && `${withColon(words.theirReason, language)} ${outcome.reason} `}
        {props.refusedText ?? words.refusedText}
      </Notice>
    )
  if (outcome.state === 'set-aside')
    return (
      <Notice tone="warning" title={words.setAside(what, at)}>
        {words.setAsideText}
      </Notice>
    )
  return (
    <Notice title={words.onItsWay(what, at)} actions={actions}>
      {outcome.state === 'taken' ? words.takenText : (props.waitingText ?? words.waitingText)}
    </Notice>
  )
}
