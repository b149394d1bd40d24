import { Resend } from 'resend'
import { z } from 'zod'

/** A record as the mail service wants it, with what it last found of it. */
export interface SenderRecord {
  readonly purpose: 'spf' | 'dkim' | 'return-path'
  readonly type: 'TXT' | 'MX' | 'CNAME'
  /** As the service gives it: mostly relative to the registered domain. */
  readonly name: string
  readonly value: string
  readonly priority?: number
  readonly state: 'verified' | 'pending' | 'failed'
}

/** What the mail service says of a sender's domain. */
export type SenderSetUp =
  | { readonly kind: 'known'; readonly verified: boolean; readonly records: readonly SenderRecord[] }
  /** It does not know the domain: somebody must add it there first. */
  | { readonly kind: 'unknown' }
  /** It gave no answer that can be used. */
  | { readonly kind: 'unreachable' }

const list = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string() })),
  has_more: z.boolean().optional(),
})
const details = z.object({
  status: z.string(),
  records: z.array(
    z.object({
      record: z.string(),
      type: z.string(),
      name: z.string(),
      value: z.string(),
      priority: z.number().optional(),
      status: z.string().optional(),
    }),
  ),
})

const mostPages = 10

/**
 * Asks Resend, or whatever answers like it at `baseUrl`, for the records of a sender's domain. Nothing is looked up in
 * the DNS, and nothing that somebody typed becomes an address. Never throws; gives up after `patience` milliseconds.
 */
export async function senderSetUp(
  apiKey: string,
  baseUrl: string | undefined,
  domain: string,
  patience = 4000,
): Promise<SenderSetUp> {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {})
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<SenderSetUp>(resolve => {
    timer = setTimeout(() => resolve({ kind: 'unreachable' }), patience)
  })
  try {
    return await Promise.race([late, asked(resend, domain)])
  } catch {
    return { kind: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}

async function asked(resend: Resend, domain: string): Promise<SenderSetUp> {
  const id = await idOf(resend, domain)
  if (id === null) return { kind: 'unknown' }
  const { status, records } = details.parse((await resend.domains.get(id)).data)
  return { kind: 'known', verified: status === 'verified', records: records.flatMap(recordOf) }
}

/** A list comes in pages; ten of them are a thousand domains. */
async function idOf(resend: Resend, domain: string): Promise<string | null> {
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await resend.domains.list({ limit: 100, ...(after && { after }) })
    const { data, has_more } = list.parse(answer.data)
    const found = data.find(one => one.name === domain)
    if (found) return found.id
    after = data.at(-1)?.id
    if (!has_more || !after) return null
  }
  return null
}

/** Of the records those that letters need. Names stay as the service gives them: relative to the registered domain. */
function recordOf(one: z.infer<typeof details>['records'][number]): readonly SenderRecord[] {
  const type = (['TXT', 'MX', 'CNAME'] as const).find(known => known === one.type)
  if (!type || (one.record !== 'SPF' && one.record !== 'DKIM')) return []
  const mail = type === 'MX' ? 'return-path' : 'spf'
  return [
    {
      purpose: one.record === 'DKIM' ? 'dkim' : mail,
      type,
      name: one.name,
      value: one.value,
      ...(one.priority !== undefined && { priority: one.priority }),
      state: stateOf(one.status),
    },
  ]
}

function stateOf(status: string | undefined): SenderRecord['state'] {
  if (status === 'verified') return 'verified'
  return status === 'failed' || status === 'temporary_failure' ? 'failed' : 'pending'
}
