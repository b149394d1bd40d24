import type { LetterKind } from './kinds.ts'
import type { LetterText, Reader } from './letter.ts'
import { accessAnswered, accessQuestion } from './letters/access-conversation.ts'
import { accessApproved, accessDeclined, accessLapsed, accessWithdrawn } from './letters/access-outcome.ts'
import { accessRequested, accessRequestReminder } from './letters/access-requested.ts'
import { activation } from './letters/activation.ts'
import { administratorInvited } from './letters/administrator-invited.ts'
import {
  administratorAccepted,
  administratorDeclined,
  administratorLapsed,
} from './letters/administrator-outcome.ts'
import {
  assignmentAnswered,
  assignmentAsked,
  assignmentChanged,
  assignmentEnded,
  assignmentGiven,
} from './letters/assignment.ts'
import { assignmentsGiven } from './letters/assignments.ts'
import { clientExcluded, clientIncluded } from './letters/client-excluded.ts'
import { accountClosed, partnerClosed } from './letters/closed.ts'
import { designationKept, partnerDesignated } from './letters/designation.ts'
import { extensionAsked, extensionDeclined, extensionWithdrawn } from './letters/extension.ts'
import { firstEntry } from './letters/first-entry.ts'
import { grantEnded } from './letters/grant-ended.ts'
import { grantEnding } from './letters/grant-ending.ts'
import { grantExtended, grantShortened, grantTrimmed } from './letters/grant-moved.ts'
import { grantResumed, grantSuspended } from './letters/grant-paused.ts'
import {
  invitationAccepted,
  invitationCancelled,
  invitationDeclined,
  invitationLapsed,
} from './letters/invitation-outcome.ts'
import { microsoftLinked, microsoftProof, microsoftUnlinked } from './letters/microsoft.ts'
import { partnerInvitationReminder, partnerInvited } from './letters/partner-invited.ts'
import { passwordChanged, reset } from './letters/password.ts'
import { portalRestored } from './letters/portal-restored.ts'
import { relationshipEnded } from './letters/relationship-ended.ts'
import { relationshipStarted } from './letters/relationship-started.ts'
import { reviewDue, reviewUnanswered } from './letters/review.ts'
import { signInLink } from './letters/sign-in-link.ts'
import type { LetterFacts, Reported } from './reported.ts'

type Writers = { readonly [Kind in LetterKind]: (facts: LetterFacts<Kind>, reader: Reader) => LetterText }

const writers: Writers = {
  'sign-in-link': signInLink,
  activation,
  reset,
  'password-changed': passwordChanged,
  'microsoft-proof': microsoftProof,
  'microsoft-linked': microsoftLinked,
  'microsoft-unlinked': microsoftUnlinked,
  'access-requested': accessRequested,
  'access-request-reminder': accessRequestReminder,
  'access-approved': accessApproved,
  'access-declined': accessDeclined,
  'access-question': accessQuestion,
  'access-answered': accessAnswered,
  'access-withdrawn': accessWithdrawn,
  'access-lapsed': accessLapsed,
  'partner-invited': partnerInvited,
  'partner-invitation-reminder': partnerInvitationReminder,
  'partner-invitation-accepted': invitationAccepted,
  'partner-invitation-declined': invitationDeclined,
  'partner-invitation-cancelled': invitationCancelled,
  'partner-invitation-lapsed': invitationLapsed,
  'grant-ending': grantEnding,
  'grant-ended': grantEnded,
  'grant-suspended': grantSuspended,
  'grant-resumed': grantResumed,
  'grant-extended': grantExtended,
  'grant-shortened': grantShortened,
  'grant-trimmed': grantTrimmed,
  'review-due': reviewDue,
  'review-unanswered': reviewUnanswered,
  'extension-asked': extensionAsked,
  'extension-declined': extensionDeclined,
  'extension-withdrawn': extensionWithdrawn,
  'assignment-given': assignmentGiven,
  'assignments-given': assignmentsGiven,
  'assignment-changed': assignmentChanged,
  'assignment-ended': assignmentEnded,
  'assignment-asked': assignmentAsked,
  'assignment-answered': assignmentAnswered,
  'first-entry': firstEntry,
  'partner-designated': partnerDesignated,
  'designation-kept': designationKept,
  'client-excluded': clientExcluded,
  'client-included': clientIncluded,
  'relationship-started': relationshipStarted,
  'relationship-ended': relationshipEnded,
  'account-closed': accountClosed,
  'partner-closed': partnerClosed,
  'administrator-invited': administratorInvited,
  'administrator-accepted': administratorAccepted,
  'administrator-declined': administratorDeclined,
  'administrator-lapsed': administratorLapsed,
  'portal-restored': portalRestored,
}

/** What a letter says to its reader. Pure: the same facts and reader give the same text. */
export function letterText(reported: Reported, reader: Reader): LetterText {
  // The kind chooses the writer of its own facts; TypeScript can't follow that through the union.
  const write = writers[reported.kind] as (facts: Reported['facts'], reader: Reader) => LetterText
  return write(reported.facts, reader)
}
