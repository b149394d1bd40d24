/** Letters with a stroke or tied together, which no decomposition takes apart. */
export const stroked = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i' } as const

/** A text as names are compared, without regard to case and accents: "Érable Santé" reads "erable sante". */
export function foldedText(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  return bare.replace(/[øłđħı]/g, letter => stroked[letter as keyof typeof stroked])
}
