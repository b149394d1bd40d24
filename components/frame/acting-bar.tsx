import { TimeLeft } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Language } from '#lib/language.ts'
import type { Acting, ActingAwhile, ActingFromParent } from './types.ts'
import { words } from './words.ts'

type ActingBarProps = { language: Language; zone: string; now: Date; acting: Acting }

/** The bar that a partner's person, or a visitor of the provider's, works under: whose account, for which firm, how long. */
export function ActingBar({ language, zone, now, acting }: ActingBarProps) {
  return 'parent' in acting ? (
    <FromParent acting={acting} language={language} />
  ) : (
    <Awhile acting={acting} language={language} zone={zone} now={now} />
  )
}

/** The same for whoever acts on a client account from its parent. */
function FromParent({ acting, language }: { acting: ActingFromParent; language: Language }) {
  const text = words[language]
  const title = text.actingFor(acting.parent)
  return (
    <section className="acting" aria-label={title}>
      <Icon name="building" size={20} />
      <p className="acting-text">
        <strong>{title}</strong> <span>{text.onClient(acting.account)}</span>
      </p>
      <Leave acting={acting} language={language} />
    </section>
  )
}

function Leave({ acting, language }: { acting: { account: string; exitHref: string }; language: Language }) {
  const text = words[language]
  return (
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
  )
}

function Awhile({ language, zone, now, acting }: ActingBarProps & { acting: ActingAwhile }) {
  const text = words[language]
  const visits = 'endVisit' in acting
  const title = visits ? text.visiting(acting.account) : text.actingFor(acting.account)
  return (
    <section className="acting" aria-label={title}>
      <Icon name={visits ? 'eye' : 'key'} size={20} />
      <p className="acting-text">
        <strong>{title}</strong>{' '}
        <span>
          {visits ? text.visitingAs(acting.firm) : text.actingAs(acting.firm)}
          {acting.via && `, ${text.actingVia(acting.via)}`}
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
      {visits ? acting.endVisit : <Leave acting={acting} language={language} />}
    </section>
  )
}
