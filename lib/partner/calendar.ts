import ical, { ICalEventTransparency } from 'ical-generator'
import { z } from 'zod'
import { partScopeText } from '#lib/access/scope-words.ts'
import type { Scope } from '#lib/access/scopes.ts'
import { id } from '#lib/form-fields.ts'
import { keyedMark } from '#lib/keyed-mark.ts'
import { bilingual, type Language } from '#lib/language.ts'

/** The end of an access as a calendar holds it. */
export interface AccessEnd {
  readonly grantId: string
  readonly account: string
  readonly scope: Scope
  /** What the reader is assigned of it; null = all of it. */
  readonly part: Scope | null
  readonly reachesClients: boolean
  readonly suspended: boolean
  readonly endsAt: Date
  /** Rises with every change of the access, and of the reader’s assignment. */
  readonly version: number
  /** When the end was last moved or given, to the firm or to the reader. */
  readonly movedAt: Date
}

const calendarWords = bilingual({
  en: {
    name: (firm: string) => `${firm}: ends of access`,
    ends: (account: string) => `Access ends: ${account}`,
    clients: 'Also on its client accounts',
    suspended: 'Suspended when this was read',
  },
  fr: {
    name: (firm: string) => `${firm}\u202F: fins d’accès`,
    ends: (account: string) => `Fin de l’accès\u202F: ${account}`,
    clients: 'Aussi sur ses comptes clients',
    suspended: 'Suspendu au moment de la lecture',
  },
})

/** Somebody makes their calendar's address, replaces it or switches it off. */
export const calendarForm = z.object({ partner: id })

/**
 * The secret at the end of a calendar's address: 256 bits that nobody can work out without the deployment's secret. Of the
 * same rendered form it is the same, so that a second press shows the address that the first one made.
 */
export function calendarToken(staffId: string, once: string, secret: string): string {
  return keyedMark('calendar', `${staffId}.${once}`, secret)
}

export function calendarPath(token: string): string {
  return `/calendar/${token}.ics`
}

const fileForm = /^([\w-]{43})\.ics$/

/** The token in the last part of such a path; null where that can't be one. */
export function tokenOfFile(file: string): string | null {
  return fileForm.exec(file)?.[1] ?? null
}

interface CalendarOf {
  /** The portal’s name where the reader is at home. */
  readonly brand: string
  readonly firm: string
  readonly ends: readonly AccessEnd[]
  readonly language: Language
  /** The address of the firm's desk, where each access has its page. */
  readonly desk: string
}

/** The ends as an iCalendar file, in UTC, each an event that keeps its name (UID) however often the end is moved. */
export function calendarText({ brand, firm, ends, language, desk }: CalendarOf): string {
  const words = calendarWords[language]
  const calendar = ical({
    name: oneLine(words.name(firm)),
    prodId: {
      company: oneLine(brand).replaceAll('/', ' '),
      product: 'Ends of access',
      language: language.toUpperCase(),
    },
    ttl: 3600,
  })
  for (const end of ends) {
    const page = `${desk}/grants/${end.grantId}`
    const notes = [
      partScopeText(end.part, end.scope, language),
      end.reachesClients ? words.clients : '',
      end.suspended ? words.suspended : '',
      page,
    ]
    calendar.createEvent({
      id: end.grantId,
      sequence: end.version,
      stamp: end.movedAt,
      lastModified: end.movedAt,
      start: end.endsAt,
      summary: oneLine(words.ends(end.account)),
      description: notes.filter(Boolean).map(oneLine).join('\n'),
      url: page,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

/** Names are given by people: no line of theirs becomes a line of the file, and nothing unseen travels in it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
