'use server'

import { partnerAction } from '#app/_server/action.ts'
import { answerJoin, askToJoin, withdrawJoin } from '#db/assignment/ask.ts'
import { assign as assignTechnicians } from '#db/assignment/assign.ts'
import { endAssignment } from '#db/assignment/end.ts'
import { scopeOf } from '#lib/access/giving-form.ts'
import { fieldWords } from '#lib/form-fields.ts'
import {
  answerJoinForm,
  askToJoinForm,
  assignForm,
  fieldOfAssigning,
  takeOffForm,
  timeAssigned,
  withdrawJoinForm,
} from '#lib/grant/assignment-forms.ts'
import { type AssignmentRefusal, assignmentSentence } from '#lib/grant/assignment-words.ts'
import type { Language } from '#lib/language.ts'
import type { Seen } from '#lib/result.ts'

interface Refused {
  readonly refusal: AssignmentRefusal | 'not-due' | 'not-found'
  readonly seen?: Seen
}

const notTheirs = ['not-allowed', 'not-yours', 'needs-none'] as const
const isNotTheirs = (refusal: string): refusal is (typeof notTheirs)[number] =>
  notTheirs.some(one => one === refusal)

/** It has moved on: the answer brings the page as it is by now. */
function overtaken({ refusal, seen }: Refused, language: Language, zone?: string) {
  // What is not theirs to do is offered to nobody, and is not there for whoever tries.
  if (refusal === 'not-found' || refusal === 'not-due' || isNotTheirs(refusal)) return 'not-found'
  return { refused: assignmentSentence(refusal, seen, language, zone), overtaken: true } as const
}

/** An administrator of the firm hands an access on to technicians. */
export const assign = partnerAction(
  { name: 'assign-technician', form: assignForm, only: 'administrators' },
  async ({ input, change, language, tried }) => {
    const { grant: grantId, staff: staffIds, shown } = input
    const assigned = await assignTechnicians(change, {
      grantId,
      staffIds,
      scope: scopeOf(input),
      duration: timeAssigned(input),
      shown,
    })
    if (assigned.ok)
      return { to: `/partner/${change.partner.slug}/grants/${grantId}`, done: 'technicians-assigned' }
    const { refusal, seen, triedOn } = assigned
    // The form offers no more than the firm has.
    if (triedOn) tried(triedOn)
    const field = refusal === 'not-found' ? null : fieldOfAssigning(refusal, input)
    if (refusal === 'not-found' || !field) return overtaken(assigned, language)
    const sentence = assignmentSentence(refusal, seen, language)
    return { refused: fieldWords[language].check.unchanged, fields: { [field]: sentence } }
  },
)

/** Takes one of them off. */
export const takeOff = partnerAction(
  { name: 'take-off-technician', form: takeOffForm, only: 'administrators' },
  async ({ input, change, language }) => {
    const ended = await endAssignment(change, { grantId: input.grant, staffId: input.staff })
    if (!ended.ok) return overtaken(ended, language)
    return { to: `/partner/${change.partner.slug}/grants/${input.grant}`, done: 'technician-off' }
  },
)

/** A technician asks to be assigned. */
export const join = partnerAction(
  { name: 'ask-for-assignment', form: askToJoinForm, check: 'unsent' },
  async ({ input, change, language }) => {
    const asked = await askToJoin(change, input.grant, input.reason)
    if (!asked.ok) return overtaken(asked, language, change.actor.timeZone)
    return { to: `/partner/${change.partner.slug}/grants/${input.grant}`, done: 'assignment-asked' }
  },
)

/** Whoever asked takes it back. */
export const withdrawOwn = partnerAction(
  { name: 'withdraw-assignment-ask', form: withdrawJoinForm },
  async ({ input, change, language }) => {
    const withdrawn = await withdrawJoin(change, input.ask)
    if (!withdrawn.ok) return overtaken(withdrawn, language)
    const own = `/partner/${change.partner.slug}/grants/${withdrawn.value.grantId}`
    return { to: own, done: 'assignment-ask-withdrawn' }
  },
)

/** An administrator of the firm says yes or no to it. */
export const answer = partnerAction(
  { name: 'answer-assignment-ask', form: answerJoinForm, only: 'administrators' },
  async ({ input, change, language }) => {
    const answered = await answerJoin(change, input.ask, input.act, input.answer ?? '')
    if (!answered.ok) return overtaken(answered, language)
    return {
      to: `/partner/${change.partner.slug}/grants/${answered.value.grantId}`,
      done: input.act === 'grant' ? 'technicians-assigned' : 'assignment-declined',
    }
  },
)
