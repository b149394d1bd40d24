import 'server-only'
import { cookies } from 'next/headers'
import { environment } from '#lib/env.ts'
import { seal, unseal } from '#lib/mail/seal.ts'
import { idInToken } from '#lib/person-invitation/link.ts'
import { tokenCookie } from './token-detour.ts'

/** The page of the invitation whose link this browser keeps. */
export const invitationPage = '/invitations'

/** The invitation's token that this browser keeps; empty where there is none. */
export async function currentInvitation(): Promise<string> {
  const kept = (await cookies()).get(tokenCookie('invitation'))?.value ?? ''
  if (kept === '' || idInToken(kept)) return kept
  try {
    return unseal(kept.replace(/^v1-/, 'v1.'), environment().AUTH_SECRET)
  } catch {
    return ''
  }
}

/**
 * The same page on the branding domain where somebody is at home, which has none of this one's cookies: the token goes with
 * them, sealed, for the ticket that takes them there lies in the database.
 */
export async function carriedHome(path: string): Promise<string> {
  if (path !== invitationPage) return path
  const token = await currentInvitation()
  return token ? `${path}/${seal(token, environment().AUTH_SECRET).replace(/^v1\./, 'v1-')}` : path
}
