import { isActiveStaff } from '../person/has-place.ts'

// What every statement that writes letters has in common, as SQL: db/mail/letters.ts for one change, the sweep for many.

/** To whom of a firm its letters go: the staff `s` who are its administrators, and who `asked` for what the letter is about. */
export const isToldAtFirm = (s: string, asked: string) =>
  `(${isActiveStaff(s)} and (${s}.role = 'administrator' or ${asked}))`

/** The head of an insert of letters, in this order: whose, to whom, about what, and the key by which the same is written once. */
export const intoLetter = (...more: readonly ('id' | 'secret')[]) =>
  `insert into letter (${[
    'provider_id, branding_domain_id, account_id, person_id, to_address, to_name, language',
    'kind, subject_id, facts, priority, dedupe_key',
    ...more,
  ].join(', ')})`
