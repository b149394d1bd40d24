import { codeAndFact, csvFaultWords } from '#lib/csv-words.ts'
import { fieldRefusals, fieldSentence } from '#lib/form-fields.ts'
import { itemFaultWords } from '#lib/item-fault-words.ts'
import { shownCell, shownText } from '#lib/shown-cell.ts'
import type { Problem } from './problem.ts'

// What is said on the terminal of whoever runs the portal: English, as all commands.

type Say = (about: { readonly fact: string; readonly value: string; readonly other: string }) => string

const sentences: Readonly<Record<string, Say>> = {
  // The file and its form.
  ...Object.fromEntries(
    Object.entries(csvFaultWords.en).map(([code, say]) => [
      code,
      ({ fact, value }: Parameters<Say>[0]) => say(fact, value),
    ]),
  ),
  empty: () => `${csvFaultWords.en.empty()} Leave the file out if there is nothing for it.`,
  // One cell.
  'mixed-scripts': () =>
    'This mixes letters of several scripts that look alike (Latin, Cyrillic, Greek). Type it again with the letters of one.',
  'not-a-key': () =>
    'This is no short name. Use small letters a to z, digits and single hyphens, like harbour-dental.',
  'no-key': () => 'No short name can be made of this name. Write one of your own here, like harbour-dental.',
  'not-in-list': ({ fact }) => `Write some of these, with semicolons between them: ${fact}.`,
  'not-a-partner-id': () =>
    'This is no Partner ID. It has three letters, a hyphen and four digits, like BRT-4821.',
  'wrong-check-digit': () =>
    'This is no Partner ID: its last digit does not fit the others. Look whether it was mistyped.',
  'needed-for': ({ fact }) => `A row of the kind ${fact} needs this.`,
  'not-for': ({ fact }) => `A row of the kind ${fact} has none of this. Leave it empty.`,
  'no-end-users': () => 'This product has no end users. Choose business-cloud-communications or cloud-pbx.',
  'not-an-extension': () => 'An extension has 2 to 6 digits.',
  'emergency-extension': () =>
    'This extension would be in the way of an emergency number (000, 112, 911, 988, 999): one begins with the other.',
  'own-parent': () => 'An account is not its own parent. Leave it empty, or name another account.',
  // What the provider's systems own.
  ...Object.fromEntries(
    Object.entries(itemFaultWords.en)
      .filter(([code]) => !fieldRefusals.some(known => known === code))
      .map(([code, say]) => [code, ({ fact }: Parameters<Say>[0]) => say(fact)]),
  ),
  'not-one-of': ({ fact }) => csvFaultWords.en['not-one-of'](fact),
  'not-money': () =>
    'This is no amount. Write it like 1234.50: a point, no blanks, and no more digits behind it than the currency has.',
  'other-account': () => 'The portal knows this key as a thing of another account. A key names one thing.',
  'twice-there': ({ other }) => `Line ${other} has the same key. A key names one thing.`,
  'invoice-differs': ({ other }) =>
    `Line ${other} says otherwise about the same invoice. Only text, quantity, unit_price and amount differ from line to line.`,
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
  'extension-in-use': ({ other }) =>
    `Calls are sent on to this end user’s extension by ${other}. Change that there first, or keep the extension.`,
  'no-pbx': () => 'The account has no product with a virtual PBX, so its end users get no extensions.',
  'too-many-extensions': ({ other }) =>
    `From this row on the account would have more than ${other} extensions. Remove some first.`,
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
  const [name, fact] = codeAndFact(code)
  return sentences[name]?.({ fact, value, other: shownOther(other) }) ?? fieldSentence(code, 'en')
}

const shownOther = shownText

/** "people.csv, line 12, column email, “x@y, z@y”: …" */
export function problemText({ file, line, column, code, value, other = '' }: Problem): string {
  const parts = [`${file}.csv`, line === null ? '' : `line ${line}`, column && `column ${shownText(column)}`]
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
  held: 'a change of the portal is on its way to the provider’s systems',
}

export const fileNouns = {
  accounts: 'accounts',
  partners: 'partners',
  relationships: 'channel relationships',
  people: 'places of people',
  services: 'services',
  invoices: 'lines of invoices',
  balances: 'balances',
  offers: 'offers',
  subscriptions: 'subscriptions',
  licences: 'licences',
  trials: 'trials',
} as const
