import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { environment } from '#lib/env.ts'
import { glance } from './client.ts'
import { getPool } from './driver/pool.ts'
import { codeOf, constraintOf } from './faults.ts'
import { sqlText } from './sql-text.ts'

/** Where a form's answer sends the browser. */
export interface FormAnswer {
  readonly to: string
}

/** A rendered form that is being answered: its key, and what was posted with it. */
export interface FormKey {
  readonly providerId: string
  readonly key: string
  readonly inputHash: string
}

/**
 * Person, action and input together, so that a key can't be used for anything else. Keyed, since a form may hold a
 * password, and what is stored must help nobody to guess it.
 */
export function inputHash(personId: string | null, action: string, input: unknown): string {
  return createHmac('sha256', `form:${environment().AUTH_SECRET}`)
    .update(JSON.stringify([personId, action, input]))
    .digest('hex')
}

/** The statement that notes the answer; it travels with the commit, so that there is one answer or no change at all. */
export function noting(form: FormKey, answer: FormAnswer): string {
  return sqlText`insert into form_answer (provider_id, key, input_hash, answer)
    values (${form.providerId}, ${form.key}, ${form.inputHash}, ${JSON.stringify(answer)}::jsonb)`
}

/** Whether a transaction failed because the same form had been answered before or meanwhile. */
export function isAnsweredTwice(error: unknown): boolean {
  return codeOf(error) === '23505' && constraintOf(error) === 'form_answer_once'
}

/** What the form answered the first time; `other` when its key was used for something else. */
export async function firstAnswer(
  form: FormKey,
  from: pg.Pool = getPool(),
): Promise<FormAnswer | 'other' | null> {
  const rows = await glance<{ answer: FormAnswer; same: boolean }>(
    { role: 'app', providerId: form.providerId },
    sqlText`select answer, input_hash = ${form.inputHash} as same from form_answer where key = ${form.key}`,
    from,
  )
  const row = rows[0]
  if (!row) return null
  return row.same ? row.answer : 'other'
}
