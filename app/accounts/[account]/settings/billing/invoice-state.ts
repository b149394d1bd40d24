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
