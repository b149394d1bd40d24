/**
 * When the next reminder of something that waits falls due, as SQL: so many hours after the row `of` was made, by how many
 * have gone out; null after the last. The twin of lib/reminders.ts for choosing rows.
 */
export const nextReminder = (of: string, hours: readonly number[]) =>
  `${of}.created_at + make_interval(hours => case ${of}.reminded ${hours.map((after, sent) => `when ${sent} then ${after}`).join(' ')} end)`
