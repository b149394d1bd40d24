import { scopeText } from '#lib/access/scope-words.ts'
import { withColon } from '#lib/format.ts'
import { bilingual, plural } from '#lib/language.ts'
import type { AssignmentsFacts } from '../assignment-facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { customers } from '../places.ts'
import { doerRows, endRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (n: number) => `You are assigned to ${n} ${plural('en', n, 'customer', 'customers')} now`,
    lead: (by: string) => `${by} assigned you to the access that your firm has to these customers.`,
    after: 'Each account sees your name, who enters, and what is done there.',
    more: (n: number) => `And ${n} more, which stand on the desk of your firm.`,
  },
  fr: {
    subject: n => `Des accès vous sont attribués\u202F: ${n} ${plural('fr', n, 'client', 'clients')}`,
    lead: by => `${by} vous a attribué les accès que votre entreprise détient à ces clients.`,
    after: 'Chaque compte voit votre nom, qui entre et ce qui y est fait.',
    more: n =>
      `Et ${n} ${plural('fr', n, 'autre, qui figure', 'autres, qui figurent')} au bureau de votre entreprise.`,
  },
})

/** More than this nobody reads in a letter. */
const mostListed = 20

/** To the technician who was assigned to several customers by one act: all of them in one letter. */
export function assignmentsGiven({ given, partner, doer }: AssignmentsFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { seeCustomers, becauseStaff } = shared[reader.language]
  const lead = w.lead(doer?.name ?? partner.name)
  const more = given.length - mostListed
  return {
    subject: w.subject(new Set(given.map(({ account }) => account)).size),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      {
        kind: 'facts',
        rows: [
          ...given.slice(0, mostListed).map(({ account, scope, endsAt }) => {
            const { label, value } = endRow(endsAt, reader)
            return {
              label: account,
              value: scopeText(scope, reader.language),
              more: endsAt ? `${withColon(label, reader.language)} ${value}` : value,
            }
          }),
          ...doerRows(doer, reader),
        ],
      },
      ...(more > 0 ? [{ kind: 'text', text: w.more(more) } as const] : []),
      { kind: 'text', text: w.after },
      { kind: 'button', label: seeCustomers, path: customers(partner) },
      { kind: 'note', text: becauseStaff(partner.name) },
    ],
  }
}
