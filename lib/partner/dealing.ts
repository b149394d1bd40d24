/** A live grant as the firm's desk weighs it. */
export interface LiveAccess {
  /** By the clock: `active` means that the door is open now. */
  readonly state: 'active' | 'scheduled' | 'suspended'
  /** Whether the reader may enter under it: as the firm's administrator, or by an assignment. */
  readonly mine: boolean
}

/** How a firm stands with one account, as far as it bears on what can be done next. */
export interface Dealing {
  /** The firm has a channel relationship with the account, and so may ask it by name. */
  readonly served: boolean
  readonly open: { readonly state: 'pending' | 'question' } | null
  /** The account has invited the firm, and waits for its answer. */
  readonly invitation: { readonly id: string } | null
  /** The account takes no requests from the firm. */
  readonly blocked: boolean
  readonly live: readonly LiveAccess[]
  /** What ended last, if anything ever did. */
  readonly ended: { readonly state: EndedState } | null
  /** From when the firm may ask again after a decline; null = now. */
  readonly askFrom: Date | null
}

export type EndedState =
  | 'expired'
  | 'revoked'
  | 'relinquished'
  | 'terminated'
  /** The client account lets the firm in no more by what its parent gives. */
  | 'excluded'
  | 'declined'
  | 'withdrawn'
  | 'lapsed'

export type DealingState = 'none' | 'asked' | 'question' | 'invited' | LiveAccess['state'] | EndedState

/** What stands on the row: a question for the firm first, then what opens the door, then what it is invited to, asked or ended. */
export function dealingState({ open, invitation, live, ended }: Dealing): DealingState {
  if (open?.state === 'question') return 'question'
  for (const state of ['active', 'suspended', 'scheduled'] as const)
    if (live.some(access => access.state === state)) return state
  if (invitation) return 'invited'
  if (open) return 'asked'
  return ended?.state ?? 'none'
}

export type NextAct = 'answer' | 'enter' | 'see-invitation' | 'see-request' | 'ask' | 'see'

/** The one main action of the row. */
export function nextAct(dealing: Dealing): NextAct {
  if (dealing.open?.state === 'question') return 'answer'
  if (mayEnter(dealing)) return 'enter'
  if (dealing.invitation) return 'see-invitation'
  if (dealing.open) return 'see-request'
  if (dealing.live.length > 0) return 'see'
  return mayAsk(dealing) === true ? 'ask' : 'see'
}

export function mayEnter({ live }: Pick<Dealing, 'live'>): boolean {
  return live.some(access => access.state === 'active' && access.mine)
}

/** The door is open for the firm, but not for the reader: a technician needs an assignment. */
export function needsAssignment({ live }: Pick<Dealing, 'live'>): boolean {
  return live.some(access => access.state === 'active') && !mayEnter({ live })
}

/** Whether the firm may ask now, or what stands in the way. */
export function mayAsk(
  dealing: Pick<Dealing, 'served' | 'open' | 'invitation' | 'blocked' | 'askFrom'>,
): true | 'blocked' | 'open' | 'invited' | 'wait' | 'not-served' {
  if (dealing.blocked) return 'blocked'
  if (dealing.open) return 'open'
  if (dealing.invitation) return 'invited'
  if (dealing.askFrom) return 'wait'
  return dealing.served || 'not-served'
}
