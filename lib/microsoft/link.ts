import { ok, type Result, refuse } from '#lib/result.ts'

// A Microsoft account that is somebody's way in. It is theirs by their own act alone: signed in, or with the mailbox proved.

/** How many Microsoft accounts one person may sign in with. */
export const mostLinks = 5

/** How the account stands that somebody wants to link to their own sign-in. */
export interface Linking {
  /** Whose way in it is already. */
  readonly linkedTo: 'nobody' | 'this-person' | 'another'
  /** The tenant is one that is let in, and the provider has it switched on. */
  readonly isLetIn: boolean
  /** How many the person has. */
  readonly links: number
}

export type LinkRefusal = 'linked-already' | 'linked-elsewhere' | 'not-let-in' | 'too-many-links'

export function mayLink({ linkedTo, isLetIn, links }: Linking): Result<null, LinkRefusal> {
  if (!isLetIn) return refuse('not-let-in')
  if (linkedTo === 'another') return refuse('linked-elsewhere')
  if (linkedTo === 'this-person') return refuse('linked-already')
  return links >= mostLinks ? refuse('too-many-links') : ok(null)
}

export type UnlinkRefusal = 'last-way-in' | 'gone'

/** Whether somebody may take away a Microsoft account of theirs: never what alone opens the door without a letter. */
export function mayUnlink({
  links,
  hasPassword,
}: {
  readonly links: number
  readonly hasPassword: boolean
}): Result<null, UnlinkRefusal> {
  if (links === 0) return refuse('gone')
  return links === 1 && !hasPassword ? refuse('last-way-in') : ok(null)
}

/** How long whoever went to Microsoft may take to come back, and how long what they proved there can be used. */
export const minutesAway = 15
export const minutesHeld = 60
