/**
 * Begins a statement that writes an event for each row of the select behind it, which gives these columns in this order.
 * What a change writes one by one goes through `recorded` (events.ts).
 */
export const intoEvent = `insert into event (provider_id, account_id, partner_id, at, actor_id, actor_name, actor_firm,
  actor_kind, action, subject_id, from_state, to_state, address, data)`
