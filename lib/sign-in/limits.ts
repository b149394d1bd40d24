import { createHash } from 'node:crypto'

/** How many tries a key has in how many seconds. Several together guard one act: see docs/decisions/0009. */
export interface Bucket {
  readonly key: string
  readonly points: number
  readonly seconds: number
}

/** Whose tries are counted. */
export interface Trier {
  readonly providerId: string
  /** The address that was typed, in its canonical form where it is one; whether it is known plays no part. */
  readonly email: string
  /** The client's address as far as it can be believed; empty = unknown. */
  readonly client: string
  /** This browser has signed in as this very person before: nobody else's tries hold it up. */
  readonly known: boolean
}

const minutes = 60
const hour = 60 * minutes
const day = 24 * hour

/**
 * Wrong passwords. Strict where one client tries one address, wider for everything one client does (many people sit
 * behind one office) in a moment and in a day, so that nobody tries one password on everybody, and generous for an
 * address as a whole: strangers who use that up hold up only browsers which have never signed in as this person, for an
 * hour at most.
 */
export function passwordBuckets(trier: Trier): readonly Bucket[] {
  const strict = trier.client === ''
  if (trier.known) return [bucket('password-known', [trier.providerId, trier.email], 10, 10 * minutes)]
  return [
    bucket('password-pair', pair(trier), strict ? 3 : 6, 10 * minutes),
    bucket('password-client', [clientOf(trier)], strict ? 12 : 60, 10 * minutes),
    bucket('password-address', [trier.providerId, trier.email], 60, hour),
    bucket('password-client-day', [clientOf(trier)], strict ? 100 : 200, day),
  ]
}

/** Letters asked for, whether the address is known or not. */
export function letterBuckets(trier: Trier): readonly Bucket[] {
  const strict = trier.client === ''
  if (trier.known) return [bucket('letter-known', [trier.providerId, trier.email], 5, 10 * minutes)]
  return [
    bucket('letter-pair', pair(trier), 3, 10 * minutes),
    bucket('letter-client', [clientOf(trier)], strict ? 6 : 30, 10 * minutes),
    bucket('letter-address', [trier.providerId, trier.email], 10, hour),
  ]
}

/** Links that lead to a password, shown or used. */
export function linkBuckets(client: string): readonly Bucket[] {
  const who = clientOf({ client })
  return [bucket('password-link', [who], client === '' ? 10 : 60, 10 * minutes)]
}

/** Ways to Microsoft begun by one client: each asks another house something. */
export function microsoftBuckets(client: string): readonly Bucket[] {
  const who = clientOf({ client })
  return [bucket('microsoft', [who], client === '' ? 20 : 60, 10 * minutes)]
}

/** Addresses of calendars that lead nowhere: one that reads what it may is never held up. */
export function calendarBuckets(client: string): readonly Bucket[] {
  const who = clientOf({ client })
  return [bucket('calendar-miss', [who], client === '' ? 10 : 60, 10 * minutes)]
}

/** Addresses of phonebooks that lead nowhere. */
export function phonebookMisses(client: string): readonly Bucket[] {
  const who = clientOf({ client })
  return [bucket('phonebook-miss', [who], client === '' ? 10 : 60, 10 * minutes)]
}

/** Reads of one account's phonebook: an office of many phones may start all at once, a machine that reads on and on is none. */
export function phonebookBuckets(accountId: string): readonly Bucket[] {
  return [bucket('phonebook-read', [accountId], 1200, 10 * minutes)]
}

/** People added to accounts and desks by one person: enough for a day's work, too few to try out addresses. */
export function addingBuckets(personId: string): readonly Bucket[] {
  return [bucket('adding', [personId], 60, hour)]
}

/** Documents that one person has looked at, to be faxed: each look costs seconds, and most that are refused are refused by it. */
export function documentBuckets(personId: string): readonly Bucket[] {
  return [bucket('document', [personId], 60, 10 * minutes)]
}

/** Pictures that one person has made anew: each costs a second and much memory. */
export function pictureBuckets(personId: string): readonly Bucket[] {
  return [bucket('picture', [personId], 30, 10 * minutes)]
}

/** Tries of the six digits that one browser waits for. */
export const codeTries = 5

/**
 * Wrong codes: five for each letter, and few enough a day that guessing one address's codes leads nowhere. A browser that
 * knows the person has a day's tries of its own, which no stranger uses up.
 */
export function codeBuckets(
  trier: Pick<Trier, 'providerId' | 'email' | 'known'>,
  flow: string,
): readonly Bucket[] {
  const ofDay = trier.known ? 'code-known' : 'code-address'
  return [
    bucket('code-letter', [flow], codeTries, hour),
    bucket(ofDay, [trier.providerId, trier.email], 20, day),
  ]
}

function pair(trier: Trier): readonly string[] {
  return [trier.providerId, trier.email, clientOf(trier)]
}

/** A household or a machine holds a whole /64 of IPv6 addresses, so that is what counts as one client. */
function clientOf({ client }: Pick<Trier, 'client'>): string {
  if (!client.includes(':')) return client || 'unknown'
  const [head = '', tail] = client.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** Keys are hashes: the table of limits tells nobody who tried what. */
function bucket(kind: string, parts: readonly string[], points: number, seconds: number): Bucket {
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest('base64url')
  return { key: `${kind}:${hash}`, points, seconds }
}
