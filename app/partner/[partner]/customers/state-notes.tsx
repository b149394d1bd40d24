import { When } from '#components/time/when.tsx'
import type { Customer } from '#db/partner/customers.ts'
import { plainList, withColon } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { dealingState, mayAsk, needsAssignment } from '#lib/partner/dealing.ts'
import { deskWords } from '../words.ts'
import { words as catalogue } from './words.ts'

interface StateNotesProps {
  readonly customer: Customer
  readonly language: Language
  readonly zone: string
}

const longestReason = 140

/** What explains a state: who held or ended it and why, who may enter, and from when it can be asked again. */
export function StateNotes({ customer, language, zone }: StateNotesProps) {
  const words = deskWords[language]
  const { live, open, invitation, ended, askFrom } = customer
  const state = dealingState(customer)
  const grant = live[0]
  const notes: React.ReactNode[] = []
  if (grant && needsAssignment(customer)) {
    notes.push(words.notAssigned)
    if (grant.assigned.length > 0) notes.push(words.assignedTo(plainList(grant.assigned, language)))
  }
  if (grant?.via) notes.push(words.via(grant.via))
  if (state === 'suspended' && grant?.suspendedBy) notes.push(words.suspendedBy[grant.suspendedBy])
  if (open && state !== 'asked' && state !== 'question') notes.push(catalogue[language].alsoAsked)
  if (invitation && state !== 'invited') notes.push(words.alsoInvited)
  if (live.some(one => one.extending)) notes.push(words.extending)
  if (ended && ended.state === state) notes.push(endedNote(ended, language))
  const asking = mayAsk(customer)
  if (askFrom && asking === 'wait')
    notes.push(
      <>
        {words.waitUntil} <When at={askFrom} zone={zone} language={language} />
      </>,
    )
  if (asking === 'blocked') notes.push(words.blocked)
  if (asking === 'not-served' && live.length === 0) notes.push(words.notServed)
  return notes.filter(Boolean).map((note, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: notes in a fixed order, never moved
    <span key={index} className="note-line">
      {note}
    </span>
  ))
}

function endedNote({ by, reason }: { by: string | null; reason: string | null }, language: Language): string {
  const who = by ? deskWords[language].by(by) : ''
  if (!reason) return who
  const why = reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason
  return who ? `${withColon(who, language)} ${why}` : why
}
