import type pg from 'pg'

/** The moments of an account's tables by which time decides. Events are left alone: nothing is decided by them. */
export const accountMoments = {
  access_request: ['created_at', 'starts_at', 'lapses_at', 'decided_at'],
  access_request_message: ['created_at'],
  partner_invitation: ['created_at', 'lapses_at', 'decided_at'],
  access_grant: [
    'starts_at',
    'ends_at',
    'created_at',
    'ended_at',
    'review_at',
    'end_moved_at',
    'last_used_at',
    'due_at',
  ],
  grant_extension: ['created_at', 'asked_end', 'given_end', 'decided_at'],
  assignment: ['ends_at', 'created_at', 'ended_at'],
  assignment_ask: ['created_at', 'decided_at'],
  channel_relationship: ['started_at', 'ended_at'],
  designation_ask: ['created_at', 'answered_at'],
} as const

/**
 * Lets hours pass for one account. The database's own clock decides everything and can't be set, so the account's rows
 * move back instead, all by as much.
 */
export async function age(pool: pg.Pool, accountId: string, hours: number): Promise<void> {
  const parts = Object.entries(accountMoments).map(([table, columns], i) => {
    const shifts = columns.map(column => `${column} = ${column} - make_interval(hours => $2)`).join(', ')
    return `t${i} as (update ${table} set ${shifts} where account_id = $1)`
  })
  await pool.query(`with ${parts.join(', ')} select 1`, [accountId, hours])
}
