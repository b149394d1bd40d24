import { wcagLuminance } from 'culori'
import { black, type Colour, white } from './colour.ts'

/** The contrast of two colours as WCAG 2.2 reckons it: 1 (none) to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [wcagLuminance(one), wcagLuminance(other)].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** White where it can be read on the ground (4.5:1 or more), else black, which then has more than that. */
export function readableOn(ground: Colour): Colour {
  return contrast(ground, white) >= 4.5 ? white : black
}
