/** Bytes; far above what any form of ours holds. */
const largestForm = 1_000_000

/** Where a file of rows is sent to be looked at; below the framework's own limit (next.config.ts). */
const largestUpload = 4_200_000
const takesRows = /^\/accounts\/[^/?]+\/(?:phonebook|call-log|admin\/extensions)\/import(?:\?|$)/

/** Where a document is sent to be faxed: ten megabytes, and the form around it. */
const largestDocument = 10_200_000
const takesDocument = /^\/accounts\/[^/?]+\/fax\/new(?:\?|$)/

/** Bytes of a body that may be posted there. */
function mostAt(path: string): number {
  if (takesDocument.test(path)) return largestDocument
  return takesRows.test(path) ? largestUpload : largestForm
}

/** What machines ask for, each route in its own shape: no form of ours goes there. */
export function isMachine(path: string): boolean {
  return path.startsWith('/api/')
}

/**
 * What is wrong with the length that a request says its body has, before any of it is read. A form always says it; so
 * must whatever comes in pieces.
 */
export function lengthFault(
  method: string,
  path: string,
  header: (name: string) => string | null | undefined,
): 'no-length' | 'too-large' | null {
  const length = header('content-length') ?? null
  if (length !== null) {
    const most = method === 'POST' ? mostAt(path) : largestForm
    return Number(length) > most ? 'too-large' : null
  }
  // Machines may well post nothing; what they post is measured where it is read.
  if (isMachine(path)) return null
  return method === 'POST' || header('transfer-encoding') ? 'no-length' : null
}
