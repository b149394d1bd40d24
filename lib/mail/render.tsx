import { render } from '@react-email/render'
import { LetterFrame } from './frame.tsx'
import type { Reader } from './letter.ts'
import { letterText } from './letters.ts'
import { plainText } from './plain.ts'
import type { Reported } from './reported.ts'
import { oneLine } from './safe-text.ts'

/** A letter as mail programs get it. */
export interface RenderedLetter {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** Writes a letter in its reader's language and their branding domain's look. */
export async function renderLetter(reported: Reported, reader: Reader): Promise<RenderedLetter> {
  const letter = letterText(reported, reader)
  return {
    subject: oneLine(letter.subject),
    html: await render(<LetterFrame letter={letter} reader={reader} />),
    text: plainText(letter, reader),
  }
}
