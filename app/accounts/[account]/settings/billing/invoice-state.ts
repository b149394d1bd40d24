import type { PieceBadge } from '#components/ui/long-table.tsx'
import type { InvoiceState } from '#lib/invoice/invoice.ts'
import { invoiceWords } from '#lib/invoice/words.ts'
import type { Language } from '#lib/language.ts'

const looks: Record<InvoiceState, Pick<PieceBadge, 'tone' | 'icon'>> = {
  overdue: { tone: 'danger', icon: 'warning' },
  open: { tone: 'info', icon: 'clock' },
  paid: { tone: 'success', icon: 'check' },
  void: { tone: 'neutral', icon: 'ban' },
}

/** How an invoice stands, by a drawing, a word and a colour. */
export function stateBadge(state: InvoiceState, language: Language): PieceBadge {
  return { ...looks[state], text: invoiceWords[language].state[state] }
}

/** The day where an account is, which decides what is overdue. */
export function dayIn(now: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
}

/** From one day of the calendar to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
