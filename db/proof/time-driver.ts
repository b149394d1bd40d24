import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type Duration, parseDuration } from '#lib/duration.ts'
import type { Result } from '#lib/result.ts'
import { askForMore, withdrawExtension } from '../extension/ask.ts'
import { declineExtension } from '../extension/decline.ts'
import { keepReviewed } from '../grant/review.ts'
import { changeTerms, type ShownTerms, type Wanted } from '../grant/terms.ts'
import type { Command } from './commands.ts'
import { firmOf, type Key } from './model.ts'
import type { Extending, ModelExtra, OverTime, Shortening, Trimming } from './time-commands.ts'
import type { World } from './world.ts'

const acts = ['ask-more', 'decline-more', 'withdraw-more', 'extend', 'shorten', 'trim', 'keep'] as const

export function isOverTime(command: Command): command is OverTime {
  return acts.some(act => act === command.do)
}

interface Ids {
  readonly of: (key: Key) => string
  readonly keep: (key: Key, id: string) => void
}

/** Plays what becomes of grants while they run: more time, less time, less scope, reviews. */
export class TimeDriver {
  readonly #world: World
  readonly #accountId: string
  readonly #ids: Ids
  #shown: ReadonlyMap<string, ShownTerms> = new Map()

  constructor(world: World, accountId: string, ids: Ids) {
    this.#world = world
    this.#accountId = accountId
    this.#ids = ids
  }

  /** What forms that are rendered now show. */
  async look(): Promise<void> {
    const rows = await this.#world.rows<{ id: string; scope: string; pages: string[]; endsAt: Date | null }>(
      'select id, scope, scope_pages as pages, ends_at as "endsAt" from access_grant where account_id = $1',
      [this.#accountId],
    )
    this.#shown = new Map(
      rows.map(({ id, scope, pages, endsAt }) => [id, { endsAt, scope: scopeFrom(scope, pages) }]),
    )
  }

  async play(command: OverTime): Promise<Result<unknown, string> | 'not-found' | number> {
    switch (command.do) {
      case 'ask-more': {
        const asked = await this.#world.asPartner(command.by, firmOf(command.by), change =>
          askForMore(change, {
            grantId: this.#ids.of(command.grant),
            extra: durationOf(command.extra),
            reason: 'There is more to do.',
            shownEnd: this.#shown.get(this.#ids.of(command.grant))?.endsAt ?? null,
          }),
        )
        if (asked !== 'not-found' && asked.ok) this.#ids.keep(command.key, asked.value.extensionId)
        return asked
      }
      case 'withdraw-more':
        return this.#world.asPartner(command.by, firmOf(command.by), change =>
          withdrawExtension(change, this.#ids.of(command.extension)),
        )
      case 'decline-more':
        return this.#world.onAccount(command.by, this.#accountId, 'partners.decide', change =>
          declineExtension(change, this.#ids.of(command.extension), 'enough'),
        )
      case 'keep':
        return this.#world.onAccount(command.by, this.#accountId, 'partners.decide', change =>
          keepReviewed(change, [this.#ids.of(command.grant)]),
        )
      default:
        return this.#changeTerms(command)
    }
  }

  #changeTerms(command: Extending | Shortening | Trimming) {
    const id = this.#ids.of(command.grant)
    const nothing: { endsAt: null; scope: Scope } = { endsAt: null, scope: { name: 'full', pages: [] } }
    const shown = this.#shown.get(id) ?? nothing
    return this.#world.onAccount(command.by, this.#accountId, 'partners.decide', change =>
      changeTerms(change, id, this.#wanted(command), shown),
    )
  }

  #wanted(command: Extending | Shortening | Trimming): Wanted {
    if (command.do === 'trim') return { act: 'trim', scope: command.scope }
    if (command.do === 'shorten') return { act: 'shorten', duration: durationOf(command.hours) }
    const asked = command.extension ? { extensionId: this.#ids.of(command.extension) } : {}
    const extra = command.extra === 'asked' ? ({ kind: 'asked' } as const) : durationOf(command.extra)
    return { act: 'extend', extra, ...asked }
  }
}

function durationOf(extra: ModelExtra): Duration {
  const text =
    typeof extra === 'number'
      ? `${extra}h`
      : { ongoing: 'ongoing', far: 'until:2190-06-30', past: 'until:2020-01-31' }[extra]
  const duration = parseDuration(text)
  if (!duration) throw new Error(`no duration: ${text}`)
  return duration
}
