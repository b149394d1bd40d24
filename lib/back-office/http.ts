import { setTimeout as sleep } from 'node:timers/promises'
import { type Answered, ask, type Question } from '#lib/asking.ts'
import {
  answersWithin,
  type BackOffice,
  type InTrouble,
  type OutgoingChange,
  type ReadAnswer,
  type SendAnswer,
  type Whose,
} from './adapter.ts'
import { outgoingFields, type PulledKind } from './items.ts'
import { readPage, readSettled } from './wire.ts'

export interface HttpSettings {
  /** BACKOFFICE_URL: nothing else is ever asked, whatever an answer says. */
  readonly url: string
  /** BACKOFFICE_KEY. */
  readonly key: string
  /** For tests. Milliseconds. */
  readonly timeout?: number
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

const largest = 4 * 1024 * 1024
const tries = 3
/** Longer than this nobody waits within one run. */
const longestPause = 10_000
const longestRead = tries * answersWithin + (tries - 1) * longestPause
/** With less time than this left nobody is asked once more. */
const shortestTry = 1_000

type Asked = Pick<Question, 'path' | 'query' | 'method' | 'body' | 'headers'>

/** The provider's systems over HTTP, as the README describes: JSON, a bearer key, pages with a cursor. */
export function httpBackOffice(settings: HttpSettings): BackOffice {
  return {
    async read(whose, kind, cursor, within = longestRead): Promise<ReadAnswer> {
      const query = cursor === null ? {} : { cursor }
      const answer = await patiently(settings, { method: 'GET', path: pathOf(whose, kind), query }, within)
      if (answer.kind === 'trouble') return answer
      if (answer.status !== 200) return troubleOf(answer.status)
      return readPage(answer.body)
    },
    async send(whose, { id, kind, key, set }): Promise<SendAnswer> {
      const body = { kind, key, set: outgoingFields(set) } satisfies Omit<OutgoingChange, 'id'>
      const headers = { 'idempotency-key': id }
      // What waits has its own pace: it is not asked again here.
      const answer = await once(settings, {
        method: 'PUT',
        path: pathOf(whose, 'changes', id),
        body,
        headers,
      })
      if (answer.kind === 'trouble') return answer
      return readSettled(answer.status, answer.body) ?? troubleOf(answer.status)
    },
  }
}

function pathOf({ provider, account }: Whose, kind: PulledKind | 'changes', id?: string): readonly string[] {
  return ['providers', provider, 'accounts', account, kind, ...(id ? [id] : [])]
}

/** Asks again where they are busy or out of order, a few times and never for long; they may say how long to wait. */
async function patiently(
  settings: HttpSettings,
  asked: Asked,
  within: number,
): Promise<Answered | InTrouble> {
  const end = performance.now() + within
  const pause = settings.pause ?? sleep
  for (let attempt = 1; ; attempt++) {
    const answer = await once(settings, asked, end - performance.now())
    const again = answer.kind === 'trouble' && ['busy', 'failed'].includes(answer.trouble)
    if (!again) return answer
    const wait = answer.wait ?? 500 * 2 ** (attempt - 1)
    const left = end - performance.now() - wait
    if (attempt >= tries || wait > longestPause || left < shortestTry) return answer
    await pause(wait)
  }
}

async function once(
  { url, key, timeout = answersWithin }: HttpSettings,
  asked: Asked,
  left = timeout,
): Promise<Answered | InTrouble> {
  const heard = await ask({
    ...asked,
    base: url,
    key,
    within: Math.min(timeout, left),
    largest,
    reads: one => !isTrouble(one),
  })
  if (heard.kind !== 'answer') return { kind: 'trouble', trouble: heard.kind }
  const { status, wait, tooLarge } = heard
  if (isTrouble(status)) return { ...troubleOf(status), ...(wait !== undefined && { wait }) }
  return tooLarge ? { kind: 'trouble', trouble: 'too-large' } : heard
}

function isTrouble(status: number): boolean {
  return (
    status === 401 || status === 403 || status === 404 || status === 429 || status >= 500 || is3xx(status)
  )
}

const is3xx = (status: number) => status >= 300 && status < 400

function troubleOf(status: number): InTrouble {
  if (status === 401 || status === 403) return { kind: 'trouble', trouble: 'wrong-key' }
  if (status === 404) return { kind: 'trouble', trouble: 'not-known' }
  if (status === 429) return { kind: 'trouble', trouble: 'busy' }
  if (is3xx(status) || status === 0) return { kind: 'trouble', trouble: 'redirected' }
  return status >= 500
    ? { kind: 'trouble', trouble: 'failed', status }
    : { kind: 'trouble', trouble: 'garbage', status }
}
