import { scopeText } from '#lib/access/scope-words.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { GrantFacts, Terms } from '../facts.ts'
import type { Block, FactRow, LetterText, Reader } from '../letter.ts'
import { authorisation, grantAtPartner } from '../places.ts'
import {
  accountRow,
  because,
  doerRows,
  endText,
  lastUseRow,
  notUs,
  partnerRow,
  scopeRow,
  timeRow,
} from '../rows.ts'
import { possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: {
      extend: (access: string) => `${access} was extended`,
      shorten: (access: string) => `${access} ends earlier`,
      trim: (access: string) => `${access} allows less now`,
    },
    lead: {
      extend: (by: string, firm: string, access: string) => `${by} of ${firm} extended ${access}.`,
      shorten: (by: string, firm: string, access: string) => `${by} of ${firm} shortened ${access}.`,
      trim: (by: string, firm: string, access: string) => `${by} of ${firm} trimmed ${access}.`,
    },
    yours: (account: string) => `your access to ${account}`,
    partners: (partner: string, account: string) => `${possessive(partner)} access to ${account}`,
    instead: (now: string, before: string) => `It ends ${now}, instead of ${before}.`,
    noLonger: (before: string) => `It has no end any more; it was to end ${before}.`,
    fromNoEnd: (now: string) => `It ends ${now}; it had no end before.`,
    less: (now: string, before: string) => `It allows “${now}”, instead of “${before}”.`,
    atOnce: 'This holds from this moment on.',
    cut: 'What the firm had assigned to its people was cut to fit.',
    suspended: 'It is suspended at the moment, and stays so until the same side resumes it.',
    endBefore: 'End before',
    endNow: 'New end',
    scopeBefore: 'Scope before',
    scopeNow: 'Scope now',
    open: 'Open this access',
  },
  fr: {
    subject: {
      extend: access => `${access} a été prolongé`,
      shorten: access => `${access} prend fin plus tôt`,
      trim: access => `${access} permet moins désormais`,
    },
    lead: {
      extend: (by, firm, access) => `${by} (${firm}) a prolongé ${access}.`,
      shorten: (by, firm, access) => `${by} (${firm}) a raccourci ${access}.`,
      trim: (by, firm, access) => `${by} (${firm}) a restreint ${access}.`,
    },
    yours: account => `votre accès à ${account}`,
    partners: (partner, account) => `l’accès ${joined('de', partner)} à ${account}`,
    instead: (now, before) => `Nouvelle fin\u202F: ${now}, au lieu du ${before}.`,
    noLonger: before => `Il n’a plus de fin\u202F; elle était prévue le ${before}.`,
    fromNoEnd: now => `Il prend fin le ${now}\u202F; il n’avait pas de fin auparavant.`,
    less: (now, before) => `Il permet «\u00A0${now}\u00A0», au lieu de «\u00A0${before}\u00A0».`,
    atOnce: 'Cela vaut dès maintenant.',
    cut: 'Ce que l’entreprise avait attribué à ses personnes a été réduit en conséquence.',
    suspended: 'Il est actuellement suspendu et le reste jusqu’à ce que la même partie le rétablisse.',
    endBefore: 'Fin précédente',
    endNow: 'Nouvelle fin',
    scopeBefore: 'Étendue précédente',
    scopeNow: 'Nouvelle étendue',
    open: 'Ouvrir cet accès',
  },
})

/** To both sides: the access lasts longer, until when instead of when. */
export function grantExtended(facts: GrantFacts, reader: Reader): LetterText {
  return moved('extend', facts, reader)
}

/** To both sides: it ends earlier. */
export function grantShortened(facts: GrantFacts, reader: Reader): LetterText {
  return moved('shorten', facts, reader)
}

/** To both sides: it allows less. */
export function grantTrimmed(facts: GrantFacts, reader: Reader): LetterText {
  return moved('trim', facts, reader)
}

type Act = 'extend' | 'shorten' | 'trim'

function moved(act: Act, facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const { name: by, firm } = facts.doer ?? { name: account.name, firm: account.name }
  const ofAccount = reader.side === 'account'
  const access = ofAccount ? w.partners(partner.name, account.name) : w.yours(account.name)
  const { from, to } = facts.moved ?? { from: facts, to: facts }
  const change = act === 'trim' ? scopeChange(from, to, reader) : endChange(from, to, reader)
  const remarks = [
    change,
    ...(act === 'trim' ? [w.atOnce] : []),
    ...(act === 'extend' ? [] : [w.cut]),
    ...(facts.state === 'suspended' ? [w.suspended] : []),
  ]
  const button: Block = ofAccount
    ? { kind: 'button', label: shared[reader.language].seeAuthorisation, path: authorisation(account) }
    : { kind: 'button', label: w.open, path: grantAtPartner(partner, facts.id) }
  return {
    subject: w.subject[act](access.charAt(0).toUpperCase() + access.slice(1)),
    preview: change,
    blocks: [
      { kind: 'lead', text: w.lead[act](by, firm, access) },
      { kind: 'text', text: remarks.join(' ') },
      { kind: 'facts', rows: rowsOf(act, facts, { from, to }, reader) },
      button,
      ...notUs(facts, reader),
      because(facts, reader),
    ],
  }
}

function endChange(from: Terms, to: Terms, reader: Reader): string {
  const w = words[reader.language]
  const [before, now] = [endText(from.endsAt, reader), endText(to.endsAt, reader)]
  if (!to.endsAt) return w.noLonger(before)
  return from.endsAt ? w.instead(now, before) : w.fromNoEnd(now)
}

function scopeChange(from: Terms, to: Terms, { language }: Reader): string {
  return words[language].less(scopeText(to.scope, language), scopeText(from.scope, language))
}

function rowsOf(
  act: Act,
  facts: GrantFacts,
  { from, to }: { readonly from: Terms; readonly to: Terms },
  reader: Reader,
): readonly FactRow[] {
  const w = words[reader.language]
  const { language } = reader
  const end = (label: string, { endsAt }: Terms): FactRow =>
    endsAt ? timeRow(label, endsAt, reader) : { label, value: shared[language].noEnd }
  const scope = (label: string, terms: Terms): FactRow => ({ label, value: scopeText(terms.scope, language) })
  return [
    accountRow(facts.account, reader),
    partnerRow(facts.partner, reader),
    ...(act === 'trim'
      ? [scope(w.scopeBefore, from), scope(w.scopeNow, to), end(shared[language].ends, to)]
      : [scopeRow(to.scope, reader), end(w.endBefore, from), end(w.endNow, to)]),
    lastUseRow(facts.lastUse, reader),
    ...doerRows(facts.doer, reader),
  ]
}
