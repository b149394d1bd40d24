// What has become of a letter, as the provider's people see it. The database's twin of `troubles` is the column
// `trouble` of db/schema/mail.ts; db/delivery/list.test.ts holds the two equal.

const minute = 60_000

/** A letter that waits for longer is stuck; until then it is simply on its way. */
export const longWait = 15 * minute

/** Those that somebody should look at, the gravest first. */
export const troubles = ['complained', 'bounced', 'failed', 'stuck', 'delayed'] as const
export type Trouble = (typeof troubles)[number]

export type Condition = Trouble | 'waiting' | 'sent' | 'delivered' | 'dropped' | 'replaced'

/** A letter as the rules see it. */
export interface LetterStanding {
  readonly kind: string
  readonly state: 'queued' | 'sent' | 'dropped' | 'failed'
  readonly delivery: 'delivered' | 'bounced' | 'complained' | 'delayed' | null
  readonly dropReason: string | null
  /** What went wrong at the last try. */
  readonly lastError: string | null
  readonly createdAt: Date
  /** Another letter was written in its place, or its link was handed over. */
  readonly isReplaced: boolean
  /** It was taken care of by handing its link over; the person has not used it yet. */
  readonly isHandedOver: boolean
}

/** The one word for a letter at `now`. */
export function conditionOf(letter: LetterStanding, now: Date): Condition {
  const { state, delivery } = letter
  if (letter.isReplaced) return 'replaced'
  if (delivery === 'complained' || delivery === 'bounced') return delivery
  if (state === 'failed' || (state === 'dropped' && letter.dropReason === 'not-an-address')) return 'failed'
  if (state === 'dropped') return 'dropped'
  if (state === 'sent') return delivery ?? 'sent'
  const waits = now.getTime() - letter.createdAt.getTime()
  return letter.lastError !== null || waits >= longWait ? 'stuck' : 'waiting'
}

export function isTrouble(condition: Condition): condition is Trouble {
  return (troubles as readonly string[]).includes(condition)
}

/** Our own reasons to give up, as the outbox notes them before what the mail service said. */
const ownReasons = ['too-many-attempts', 'too-long', 'no answer in time'] as const
export type OwnReason = (typeof ownReasons)[number]

/** Why a letter did not go out: our own reason, if it is one, and what the mail service said, word for word. */
export function reasonsIn(lastError: string): { readonly own: OwnReason | null; readonly said: string } {
  const own = ownReasons.find(reason => lastError === reason || lastError.startsWith(`${reason}; `)) ?? null
  const said = own === null ? lastError : lastError.slice(own.length + 2)
  const late = said === 'no answer in time'
  return { own: own ?? (late ? said : null), said: late ? '' : said }
}
