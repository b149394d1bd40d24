import { Code } from '#components/ui/text.tsx'
import { parseColour } from '#lib/branding/colour.ts'

/** A colour and its name. A drawing, since a page of ours holds no style that a colour could be written into. */
export function Swatch({ colour }: { colour: string }) {
  const known = parseColour(colour)
  return (
    <span className="swatch">
      {known && (
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <rect
            x="0.5"
            y="0.5"
            width="17"
            height="17"
            rx="4"
            fill={known}
            stroke="currentColor"
            strokeOpacity="0.3"
          />
        </svg>
      )}
      <Code>{colour}</Code>
    </span>
  )
}
