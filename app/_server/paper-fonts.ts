import type { PaperFonts } from '#lib/invoice/sheet.ts'
import regular from '../../node_modules/geist/dist/fonts/geist-sans/Geist-Regular.ttf' with { type: 'bytes' }
import semiBold from '../../node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf' with {
  type: 'bytes',
}

/** What is drawn on paper with. The files are part of the build: at the edge there is no folder to read them from. */
export const paperFonts: PaperFonts = { regular, bold: semiBold }
