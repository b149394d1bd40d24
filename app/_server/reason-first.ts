import 'server-only'
import { headers } from 'next/headers'

// The page that is not there is made beside every page, before that one knows whether it is there. What it has to say to
// the provider's support, the page of the account finds out: the one waits for the other, by the request.

const asked = new WeakMap<object, Promise<string | null>>()

/**
 * For a page of an account, as it begins: gives what is to be called with the account's short name where it is opened by
 * saying why, and in any case with null in the end.
 */
export async function tellsReasonFirst(): Promise<(slug: string | null) => void> {
  const { promise, resolve } = Promise.withResolvers<string | null>()
  asked.set(await headers(), promise)
  return resolve
}

/** The account that the reader would open by saying why first; null where there is nothing of the kind to say. */
export async function opensByReason(): Promise<string | null> {
  const request = await headers()
  // The page beside this one has begun by then, if it is one of an account.
  await new Promise(resolve => setTimeout(resolve))
  return asked.get(request) ?? null
}
