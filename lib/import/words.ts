import { fieldSentence } from '#lib/form-fields.ts'
import { type Problem, shownCell } from './problem.ts'

// What is said on the terminal of whoever runs the portal: English, as all commands.

type Say = (about: { readonly fact: string; readonly value: string; readonly other: string }) => string

const sentences: Readonly<Record<string, Say>> = {
  // The file and its form.
  utf16: () => 'This file is UTF-16. Save it as “CSV UTF-8 (comma delimited)”.',
  'not-utf8': () =>
    'This is not UTF-8, or letters of it were lost before; Latin-1 or Windows-1252 looks like this. Save the whole file as “CSV UTF-8” and look at its accents.',
  empty: () =>
    'This file is empty. Its first line names the columns; leave the file out if there is nothing for it.',
  'other-separator': () =>
    'The columns must be separated by commas. Save the file as “CSV UTF-8 (comma delimited)”.',
  'old-line-ends': () =>
    'The lines end with a bare carriage return. Save the file with line ends of Windows or Unix.',
  'unknown-column': ({ fact }) => `There is no such column. Take it out, or call it one of: ${fact}.`,
  'column-twice': () => 'This column is there twice. Keep one of them.',
  'column-missing': () => 'This column is needed. Add it to the first line and to every row.',
  'too-few-fields': ({ fact, value }) =>
    `This row has ${value} fields where the first line names ${fact}. Add the missing ones, empty if need be.`,
  'too-many-fields': ({ fact, value }) =>
    `This row has ${value} fields where the first line names ${fact}. Put quotes around a field that holds a comma.`,
  'line-too-long': () =>
    'This line is longer than 65,536 bytes; no row is. Shorten the field, or look for a missing line end.',
  'stray-quote': ({ fact }) =>
    `There is a quote at character ${fact} of the line, within a field that does not begin with one. Put the whole field in quotes and double those inside it.`,
  'open-quote': ({ fact }) =>
    `The quote at character ${fact} is not closed on this line. Close it; a field here has no line breaks.`,
  'after-quote': ({ fact }) =>
    `Something stands behind a closing quote, at character ${fact} of the line. Only a comma may; double the quotes inside a field.`,
  // One cell.
  'mixed-scripts': () =>
    'This mixes letters of several scripts that look alike (Latin, Cyrillic, Greek). Type it again with the letters of one.',
  'not-a-key': () =>
    'This is no short name. Use small letters a to z, digits and single hyphens, like harbour-dental.',
  'no-key': () => 'No short name can be made of this name. Write one of your own here, like harbour-dental.',
  'not-one-of': ({ fact }) => `Write one of: ${fact}.`,
  'not-in-list': ({ fact }) => `Write some of these, with semicolons between them: ${fact}.`,
  'not-a-partner-id': () =>
    'This is no Partner ID. It has three letters, a hyphen and four digits, like BRT-4821.',
  'wrong-check-digit': () =>
    'This is no Partner ID: its last digit does not fit the others. Look whether it was mistyped.',
  'needed-for': ({ fact }) => `A row of the kind ${fact} needs this.`,
  'not-for': ({ fact }) => `A row of the kind ${fact} has none of this. Leave it empty.`,
  'no-end-users': () => 'This product has no end users. Choose business-cloud-communications or cloud-pbx.',
  'not-an-extension': () => 'An extension has 2 to 6 digits.',
  'own-parent': () => 'An account is not its own parent. Leave it empty, or name another account.',
  // Rows against each other, and against what the portal holds.
  'unknown-brand': ({ other }) => `No branding domain of this provider is called so. There are: ${other}.`,
  'brand-needed': ({ other }) => `The provider has several branding domains, so one must be named: ${other}.`,
  'key-twice': ({ other }) =>
    `Line ${other} has the same short name. If both are meant, write different ones in this column.`,
  'other-name': ({ other }) =>
    `The portal has this short name already, for “${other}”. If that is the one, write the short name in this column; if not, another one.`,
  'id-twice': ({ other }) => `Line ${other} has the same Partner ID. Each firm has its own.`,
  'id-taken': ({ other }) => `“${other}” has this Partner ID in the portal. Each firm has its own.`,
  'id-differs': ({ other }) => `The portal knows this firm by ${other}, and an import does not change it.`,
  likeness: ({ other }) =>
    `This could be taken for “${other}”. Enter the firm on the provider’s desk, where that is confirmed.`,
  'unknown-account': () => 'No account has this short name, neither in accounts.csv nor in the portal.',
  'unknown-partner': () => 'No partner has this short name, neither in partners.csv nor in the portal.',
  'unknown-parent': () => 'No open account has this short name, neither in accounts.csv nor in the portal.',
  'parent-circle': () => 'The parents of this account lead back to itself. Take one of them out.',
  'pair-twice': ({ other }) => `Line ${other} says the same. Take one of them out.`,
  'place-twice': ({ other }) => `Line ${other} gives this person the same place. Take one of them out.`,
  'one-place': ({ other }) =>
    `Line ${other} has this address, too. An account manager or end user has one place only: take one out, or use another address.`,
  'one-place-held': ({ other }) =>
    `This person is ${other} already. An account manager or end user has one place only: use another address, or remove them there first.`,
  'platform-user': () =>
    'This person is of the provider’s own staff, who have no other place in the portal. Use another address.',
  'person-differs': ({ other }) =>
    `Line ${other} says otherwise about the same person. A person has one name, language, time zone and branding domain.`,
  'contact-twice': ({ other }) =>
    `Line ${other} names somebody else for the same. An account has one contact for each purpose.`,
  'extension-twice': ({ other }) => `Line ${other} has the same extension on this account.`,
  'extension-taken': ({ other }) => `${other} has this extension on this account.`,
  'product-missing': () =>
    'The account does not have this product. Add it to the account’s products in accounts.csv.',
  'role-without-product': () => 'Brand Contributor is only for accounts with the product branding.',
  'product-differs': ({ other }) =>
    `In the portal this end user belongs to ${other}. Remove them there first, or keep it.`,
  'last-one': ({ other }) =>
    `Without these roles nobody is left who could decide for “${other}”. Leave them, or let somebody else take over first.`,
}

export function problemSentence(code: string, value: string, other: string): string {
  const at = code.indexOf(':')
  const [name, fact] = at < 0 ? [code, ''] : [code.slice(0, at), code.slice(at + 1)]
  return sentences[name]?.({ fact, value, other: shownOther(other) }) ?? fieldSentence(code, 'en')
}

const shownOther = (text: string) => shownCell(text).slice(1, -1)

/** "people.csv, line 12, column email, “x@y, z@y”: …" */
export function problemText({ file, line, column, code, value, other = '' }: Problem): string {
  const parts = [
    `${file}.csv`,
    line === null ? '' : `line ${line}`,
    column && `column ${shownCell(column).slice(1, -1)}`,
  ]
  const told = /^(?:too-few|too-many|utf16|empty|column-|unknown-column|line-too-long)/.test(code)
  const cell = value && !told ? `, ${shownCell(value)}` : ''
  return `${parts.filter(Boolean).join(', ')}${cell}: ${problemSentence(code, value, other)}`
}

/** Why a row was left as the portal has it. */
export const leftWords: Readonly<Record<string, string>> = {
  closed: 'closed in the portal; an import opens nothing again',
  'account-closed': 'the account is closed',
  'partner-closed': 'the firm is closed',
  ended: 'the relationship was ended; start it again on the provider’s desk',
  removed: 'the person was removed there; add them again in the portal',
  'shut-out': 'the person is shut out of the portal',
}

export const fileNouns = {
  accounts: 'accounts',
  partners: 'partners',
  relationships: 'channel relationships',
  people: 'places of people',
} as const
