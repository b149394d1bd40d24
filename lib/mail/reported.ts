import type { AssignmentAskFacts, AssignmentFacts, AssignmentsFacts, EntryFacts } from './assignment-facts.ts'
import type {
  ActivationFacts,
  ClosingFacts,
  ExclusionFacts,
  ExtensionFacts,
  GrantFacts,
  InvitationFacts,
  PasswordFacts,
  RelationshipFacts,
  RequestFacts,
  RestoreFacts,
  ReviewFacts,
  SignInFacts,
} from './facts.ts'
import type { LetterKind } from './kinds.ts'
import type { MicrosoftLinkFacts, MicrosoftProofFacts } from './microsoft-facts.ts'
import type { PersonInvitationFacts } from './person-invitation-facts.ts'

// Which facts a letter needs, by its kind.

/** The noun that a kind of letter reports on. */
export type Noun =
  | 'token'
  | 'activation'
  | 'password'
  | 'microsoft-proof'
  | 'microsoft-link'
  | 'request'
  | 'invitation'
  | 'grant'
  | 'extension'
  | 'relationship'
  | 'restore'
  | 'review'
  | 'closing'
  | 'exclusion'
  | 'assignment'
  | 'assignments'
  | 'assignment-ask'
  | 'entry'
  | 'person-invitation'

interface FactsOfNoun {
  readonly token: SignInFacts
  readonly activation: ActivationFacts
  readonly password: PasswordFacts
  readonly 'microsoft-proof': MicrosoftProofFacts
  readonly 'microsoft-link': MicrosoftLinkFacts
  readonly request: RequestFacts
  readonly invitation: InvitationFacts
  readonly grant: GrantFacts
  readonly extension: ExtensionFacts
  readonly relationship: RelationshipFacts
  readonly closing: ClosingFacts
  readonly exclusion: ExclusionFacts
  readonly assignment: AssignmentFacts
  readonly assignments: AssignmentsFacts
  readonly 'assignment-ask': AssignmentAskFacts
  readonly entry: EntryFacts
  readonly 'person-invitation': PersonInvitationFacts
  readonly restore: RestoreFacts
  readonly review: ReviewFacts
}

const nouns = {
  'sign-in-link': 'token',
  activation: 'activation',
  reset: 'activation',
  'password-changed': 'password',
  'microsoft-proof': 'microsoft-proof',
  'microsoft-linked': 'microsoft-link',
  'microsoft-unlinked': 'microsoft-link',
  'access-requested': 'request',
  'access-request-reminder': 'request',
  'access-approved': 'request',
  'access-declined': 'request',
  'access-question': 'request',
  'access-answered': 'request',
  'access-withdrawn': 'request',
  'access-lapsed': 'request',
  'partner-invited': 'invitation',
  'partner-invitation-reminder': 'invitation',
  'partner-invitation-accepted': 'invitation',
  'partner-invitation-declined': 'invitation',
  'partner-invitation-cancelled': 'invitation',
  'partner-invitation-lapsed': 'invitation',
  'grant-ending': 'grant',
  'grant-ended': 'grant',
  'grant-suspended': 'grant',
  'grant-resumed': 'grant',
  'partner-designated': 'grant',
  'designation-kept': 'grant',
  'client-excluded': 'exclusion',
  'client-included': 'exclusion',
  'grant-extended': 'grant',
  'grant-shortened': 'grant',
  'grant-trimmed': 'grant',
  'review-due': 'review',
  'review-unanswered': 'review',
  'extension-asked': 'extension',
  'extension-declined': 'extension',
  'extension-withdrawn': 'extension',
  'assignment-given': 'assignment',
  'assignments-given': 'assignments',
  'assignment-changed': 'assignment',
  'assignment-ended': 'assignment',
  'assignment-asked': 'assignment-ask',
  'assignment-answered': 'assignment-ask',
  'first-entry': 'entry',
  'relationship-started': 'relationship',
  'relationship-ended': 'relationship',
  'account-closed': 'closing',
  'partner-closed': 'closing',
  'administrator-invited': 'person-invitation',
  'administrator-accepted': 'person-invitation',
  'administrator-declined': 'person-invitation',
  'administrator-lapsed': 'person-invitation',
  'portal-restored': 'restore',
} as const satisfies Record<LetterKind, Noun>

export function nounOf(kind: LetterKind): Noun {
  return nouns[kind]
}

export type LetterFacts<Kind extends LetterKind> = FactsOfNoun[(typeof nouns)[Kind]]

/** A letter's kind together with the facts it needs. */
export type Reported = { readonly [Kind in LetterKind]: { kind: Kind; facts: LetterFacts<Kind> } }[LetterKind]
