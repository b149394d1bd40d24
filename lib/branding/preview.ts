import {
  darkAccents,
  leastForText,
  leastOnDark,
  lightAccents,
  nearestAccent,
  nearestDarkAccent,
} from './accent.ts'
import { type Colour, parseColour, white } from './colour.ts'
import { contrast } from './contrast.ts'
import type { ModePreview, Preview } from './preview-text.ts'

/** What a brand would wear in these colours; of a text that is no colour there is nothing to show. */
export function previewOf(accentText: string, accentDarkText: string): Preview | null {
  const accent = parseColour(accentText)
  const chosen = parseColour(accentDarkText)
  if (!accent || (accentDarkText !== '' && !chosen)) return null
  return { light: lightPreview(accent), dark: darkPreview(accent, chosen) }
}

function lightPreview(accent: Colour): ModePreview {
  const ratio = contrast(accent, white)
  return { ...lightAccents(accent), ratio: down(ratio), nearest: nearestOr(ratio, nearestAccent(accent)) }
}

function darkPreview(accent: Colour, chosen: Colour | null): ModePreview {
  const set = darkAccents(accent, chosen)
  if (!chosen) return { ...set, ratio: down(leastOnDark(set.text)), nearest: null }
  const ratio = leastOnDark(chosen)
  return { ...set, ratio: down(ratio), nearest: nearestOr(ratio, nearestDarkAccent(chosen)) }
}

function nearestOr(ratio: number, nearest: Colour): Colour | null {
  return ratio >= leastForText ? null : nearest
}

/** Two digits, never rounded up to a figure that would pass. */
function down(ratio: number): number {
  return Math.floor(ratio * 100) / 100
}
