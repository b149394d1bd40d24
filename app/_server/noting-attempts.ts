import 'server-only'
import type { FormAction } from '#components/ui/form-state.ts'
import { noteRefusedAttempt } from '#db/refused-attempt.ts'
import { log } from './log.ts'

type Attempt = Parameters<typeof noteRefusedAttempt>

/**
 * An action that may find, behind its transaction, that somebody tried what they may not. It is noted only once the
 * transaction has given its connection back: all of them could be waiting for one more. What can't be noted, since the
 * database is busy, must not change the answer.
 */
export function notingAttempts(action: (denied: (...what: Attempt) => void) => FormAction): FormAction {
  return async (state, data) => {
    let attempt: Attempt | undefined
    try {
      return await action((...what) => {
        attempt = what
      })(state, data)
    } finally {
      if (attempt)
        await noteRefusedAttempt(...attempt).catch(err =>
          log.error({ err, action: attempt?.[1] }, 'a refused attempt was not noted'),
        )
    }
  }
}
