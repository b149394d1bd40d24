import { TimeLeft } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Language } from '#lib/language.ts'
import type { Acting } from './types.ts'
import { words } from './words.ts'

type ActingBarProps = { language: Language; zone: string; now: Date; acting: Acting }

/** The bar that a partner's person works under: whose account this is, for which firm, and for how long. */
export function ActingBar({ language, zone, now, acting }: ActingBarProps) {
  const text = words[language]
  return (
    <section className="acting" aria-label={text.actingFor(acting.account)}>
      <Icon name="key" size={20} />
      <p className="acting-text">
        <strong>{text.actingFor(acting.account)}</strong>{' '}
        <span>
          {text.actingAs(acting.firm)}
          {acting.until ? (
            <>
              {', '}
              <span className="acting-until">
                {text.actingUntil} <When at={acting.until} zone={zone} language={language} />
                {', '}
              </span>
              <TimeLeft until={acting.until} now={now} language={language} kind="left" />
            </>
          ) : (
            `, ${text.actingNoEnd}`
          )}
        </span>
      </p>
      <a
        className="button"
        data-variant="quiet"
        data-size="small"
        href={acting.exitHref}
        aria-label={text.leaveAccount(acting.account)}
      >
        <Icon name="exit" />
        {text.leave}
      </a>
    </section>
  )
}
