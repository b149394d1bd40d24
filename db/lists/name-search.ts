import { anywhere } from './like.ts'

// Names are found and ordered without regard to case and accents, by rules that every PostgreSQL has.

/** Letters with a stroke or tied together, which no decomposition takes apart. */
const stroked = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i' } as const
const [from, to] = [Object.keys(stroked).join(''), Object.values(stroked).join('')]

/** The SQL of a name as it is compared: "Érable Santé" reads "erable sante", "Łódź" "lodz". */
export function folded(expression: string): string {
  const bare = `regexp_replace(normalize(lower(${expression}), NFD), '[\\u0300-\\u036f]', '', 'g')`
  return `(translate(${bare}, '${from}', '${to}') collate "C")`
}

/** The same of what somebody typed. */
export function foldedText(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  return bare.replace(/[øłđħı]/g, letter => stroked[letter as keyof typeof stroked])
}

/** A LIKE pattern for names that contain what was typed; null where nothing was. Its characters stand for themselves. */
export function containing(typed: string | undefined): string | null {
  const text = foldedText(
    (typed ?? '')
      .slice(0, 200)
      .replace(/\p{Cc}/gu, '')
      .trim(),
  )
  return text === '' ? null : anywhere(text)
}

/** Where a list ordered by name goes on: after this name, and after this id where names are the same. */
export interface NamePosition {
  readonly id: string
  readonly name: string
}

const cursorForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(.{0,300})$/su

/** Reads a cursor from an address; one that is none begins at the first page. */
export function namePosition(cursor: string | undefined): NamePosition | null {
  const [, id, name] = cursorForm.exec(cursor ?? '') ?? []
  return id === undefined || name === undefined || name.includes('\0') ? null : { id, name }
}

export function nameCursor({ id, name }: NamePosition): string {
  return `${id}_${name}`
}
