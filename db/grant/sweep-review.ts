import { isApprover } from '../approvers.ts'
import { intoEvent } from '../into-event.ts'
import { intoLetter } from '../mail/into-letter.ts'

/**
 * The part of the sweep's statement that tells of reviews, behind `moved`: what got an end because its review waits has
 * an event, and each approver of an account one letter about all of them, whose key is what of them is latest. $13
 * is the letters' priority.
 */
export const reviewParts = `review_told as (
    ${intoEvent}
      select m.provider_id, m.account_id, m.partner_id, clock_timestamp(), null, 'Latchkey', '', 'portal', 'grant.review-due', m.id,
        null, null, '', jsonb_build_object('partner', p.name, 'scope', m.scope, 'pages', m.scope_pages, 'endsAt', m.ends_at,
          'was', jsonb_build_object('endsAt', null, 'scope', m.scope, 'pages', m.scope_pages))
      from moved m join partner p on p.id = m.partner_id where m.review_end is not null returning 1),
  review_of as (
    select m.account_id, m.review_letter as kind,
        extract(epoch from max(m.review_at))::bigint || ':' || coalesce(extract(epoch from max(m.review_end))::bigint, 0) || ':' || max(m.id::text) as latest
      from moved m where m.review_letter is not null group by 1, 2),
  review_written as (
    ${intoLetter()}
      select distinct w.provider_id, w.home_brand_id, r.account_id, w.id, w.email, w.name, w.language, r.kind, r.account_id, '{}'::jsonb, $13::int,
        r.kind || ':' || r.account_id || ':' || r.latest || ':' || w.id
      from review_of r join account a on a.id = r.account_id join membership b on ${isApprover('b', 'a')}
      join person w on w.id = b.person_id and w.disabled_at is null
      on conflict (dedupe_key) do nothing returning 1)`
