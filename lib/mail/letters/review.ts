import { scopeText } from '#lib/access/scope-words.ts'
import { dateOnly, exactTime } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import type { ReviewedGrant, ReviewFacts } from '../facts.ts'
import type { FactRow, LetterText, Reader } from '../letter.ts'
import { reviews } from '../places.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    dueSubject: (account: string) => `Look again at who may enter ${account}`,
    dueLead: (count: number, account: string) =>
      count === 1
        ? `One partner’s access to ${account} has no end, and it is time to look at it again.`
        : `${count} accesses of partners to ${account} have no end, and it is time to look at them again.`,
    keep: 'Keep what is right, trim what is too much, and end the rest. That takes a minute.',
    goesOn: 'Nobody is put out meanwhile: everything goes on as it is.',
    ends: (end: string) =>
      `What nobody answers for ends: the first on ${end}. Whoever works there goes on until then.`,
    unansweredSubject: (account: string) => `Nobody has looked again at who may enter ${account}`,
    unansweredLead: (since: string, account: string) =>
      `Since ${since} partners’ access to ${account} waits for somebody to look at it again.`,
    told: 'Your provider sees that it is unanswered, too. You get no further letter about it.',
    since: (day: string) => `since ${day}`,
    used: (at: string, by: string) => `last used ${at} by ${by}`,
    unused: 'not used yet',
    endsOn: (end: string) => `ends ${end} unless you answer`,
  },
  fr: {
    dueSubject: account => `Revoyez qui peut entrer dans ${account}`,
    dueLead: (count, account) =>
      count === 1
        ? `L’accès d’un partenaire à ${account} n’a pas de fin, et il est temps de le revoir.`
        : `${count} accès de partenaires à ${account} n’ont pas de fin, et il est temps de les revoir.`,
    keep: 'Conservez ce qui est juste, restreignez ce qui est de trop et mettez fin au reste. Une minute suffit.',
    goesOn: 'Personne n’est mis dehors entre-temps\u202F: tout se poursuit tel quel.',
    ends: end =>
      `Ce qui reste sans réponse prend fin\u202F: le premier accès le ${end}. D’ici là, le travail se poursuit.`,
    unansweredSubject: account => `Personne n’a revu qui peut entrer dans ${account}`,
    unansweredLead: (since, account) =>
      `Depuis le ${since}, l’accès de partenaires à ${account} attend d’être revu.`,
    told: 'Votre fournisseur voit aussi que c’est resté sans réponse. Vous ne recevrez pas d’autre courriel à ce sujet.',
    since: day => `depuis le ${day}`,
    used: (at, by) => `dernière utilisation le ${at} par ${by}`,
    unused: 'pas encore utilisé',
    endsOn: end => `prend fin le ${end} sans réponse de votre part`,
  },
})

/** To the approvers: which access without an end is to be looked at again, and what becomes of it unless it is. */
export function reviewDue(facts: ReviewFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const ends = facts.first.flatMap(one => one.endsAt ?? []).sort((a, b) => a.getTime() - b.getTime())
  const [end] = ends
  const then = end ? w.ends(exactTime(end, reader.zone, reader.language)) : w.goesOn
  return told(
    w.dueSubject(facts.account.name),
    w.dueLead(facts.count, facts.account.name),
    [w.keep, then],
    facts,
    reader,
  )
}

/** The same once more, after 30 days without an answer; for the last time. */
export function reviewUnanswered(facts: ReviewFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const since = facts.first[0]?.dueSince ?? reader.now
  return told(
    w.unansweredSubject(facts.account.name),
    w.unansweredLead(dateOnly(since, reader.zone, reader.language), facts.account.name),
    [w.keep, w.goesOn, w.told],
    facts,
    reader,
  )
}

function told(
  subject: string,
  lead: string,
  remarks: readonly string[],
  facts: ReviewFacts,
  reader: Reader,
): LetterText {
  const w = shared[reader.language]
  return {
    subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      { kind: 'text', text: remarks.join(' ') },
      { kind: 'facts', rows: facts.first.map(one => rowOf(one, reader)) },
      { kind: 'button', label: shared[reader.language].seeReviews, path: reviews(facts.account) },
      { kind: 'note', text: w.becauseApprover(facts.account.name) },
    ],
  }
}

function rowOf({ partnerName, scope, startsAt, endsAt, lastUse }: ReviewedGrant, reader: Reader): FactRow {
  const w = words[reader.language]
  const { zone, language } = reader
  const more = [
    w.since(dateOnly(startsAt, zone, language)),
    lastUse ? w.used(exactTime(lastUse.at, zone, language), lastUse.by) : w.unused,
    ...(endsAt ? [w.endsOn(exactTime(endsAt, zone, language))] : []),
  ]
  return { label: partnerName, value: scopeText(scope, language), more: more.join(', ') }
}
