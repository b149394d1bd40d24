import type { Language } from '#lib/language.ts'
import { leftPiece } from './piece.ts'
import { When } from './when.tsx'
import type { SpanKind } from './words.ts'

type TimeLeftProps = {
  until: Date
  /** The server's now, from the database's clock: the same for the whole page. */
  now: Date
  language: Language
  /** `ends` unless said otherwise: "Ends in …", "Starts in …", "Lapses in …", "… left". */
  kind?: SpanKind | undefined
}

/**
 * What is left until an instant, as the server reckons it. `Ticker`, once on the page, keeps it true in the browser;
 * without it the text stays what it was when the page was made.
 */
export function TimeLeft({ until, now, language, kind }: TimeLeftProps) {
  const { text, span } = leftPiece(until, now, language, kind)
  return (
    <time dateTime={until.toISOString()} data-span={span}>
      {text}
    </time>
  )
}

/** Both: what is left, and under it the exact instant. */
export function Ends({ zone, ...props }: TimeLeftProps & { zone: string }) {
  return (
    <>
      <TimeLeft {...props} />
      <span className="second-line">
        <When at={props.until} zone={zone} language={props.language} />
      </span>
    </>
  )
}
