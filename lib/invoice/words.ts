import { bilingual } from '#lib/language.ts'
import type { InvoiceState } from './invoice.ts'

/** What the parts of an invoice are called, on screen, on paper and in files. */
export const invoiceWords = bilingual({
  en: {
    state: { overdue: 'Overdue', open: 'Open', paid: 'Paid', void: 'Void' } satisfies Record<
      InvoiceState,
      string
    >,
    invoice: 'Invoice',
    credit: 'Credit',
    number: 'Invoice number',
    issued: 'Issued',
    due: 'Due',
    stateName: 'State',
    currency: 'Currency',
    net: 'Net',
    tax: 'Tax',
    total: 'Total',
    paid: 'Paid so far',
    open: 'To be paid',
    line: { text: 'Description', quantity: 'Quantity', unitPrice: 'Unit price', amount: 'Amount' },
    billedTo: 'Billed to',
    questions: 'Questions about this invoice',
    page: (n: string, all: string) => `Page ${n} of ${all}`,
    voidNote: 'This invoice is void. Nothing is to be paid for it.',
  },
  fr: {
    state: { overdue: 'En retard', open: 'À payer', paid: 'Payée', void: 'Annulée' },
    invoice: 'Facture',
    credit: 'Avoir',
    number: 'Numéro de facture',
    issued: 'Émise le',
    due: 'Échéance',
    stateName: 'État',
    currency: 'Devise',
    net: 'Montant net',
    tax: 'Taxes',
    total: 'Total',
    paid: 'Déjà payé',
    open: 'Reste à payer',
    line: { text: 'Description', quantity: 'Quantité', unitPrice: 'Prix unitaire', amount: 'Montant' },
    billedTo: 'Facturée à',
    questions: 'Questions sur cette facture',
    page: (n, all) => `Page ${n} sur ${all}`,
    voidNote: 'Cette facture est annulée. Elle n’appelle aucun paiement.',
  },
})
