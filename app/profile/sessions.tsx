import { Once } from '#app/_server/once.tsx'
import { Ago, When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table } from '#components/ui/table.tsx'
import type { ListedSession } from '#db/sign-in/session.ts'
import { hostShown } from '#lib/host.ts'
import type { Language } from '#lib/language.ts'
import { browserName } from '#lib/sign-in/browser.ts'
import { endOtherSessions, endSession } from './actions.ts'
import { words } from './words.ts'

type SessionsProps = {
  sessions: readonly ListedSession[]
  language: Language
  zone: string
  now: Date
}

/** Where the person is signed in, with one form for the whole list. */
export function Sessions({ sessions, language, zone, now }: SessionsProps) {
  const text = words[language]
  return (
    <Card
      title={text.sessions}
      description={text.sessionsWhy}
      flush
      footer={sessions.length > 1 && <EndOthers language={language} />}
    >
      <Form action={endSession} label={text.sessions}>
        <Once />
        <Table
          caption={text.sessions}
          hideCaption
          columns={[
            { id: 'browser', label: text.browser, rowHeading: true },
            { id: 'address', label: text.address },
            { id: 'host', label: text.host },
            { id: 'started', label: text.started },
            { id: 'lastSeen', label: text.lastSeen },
            { id: 'act', label: text.act, hideLabel: true, narrow: true },
          ]}
          rows={sessions.map(session => {
            const browser = browserName(session.userAgent, language)
            return {
              key: session.id,
              cells: {
                browser: (
                  <>
                    {browser} {session.current && <Badge tone="success">{text.thisOne}</Badge>}
                  </>
                ),
                address: session.address || text.unknownAddress,
                host: hostShown(session.host),
                started: <When at={session.createdAt} zone={zone} language={language} />,
                lastSeen: <Ago at={session.lastSeenAt} now={now} zone={zone} language={language} />,
                act: !session.current && (
                  <Button
                    type="submit"
                    name="session"
                    value={session.id}
                    variant="danger-quiet"
                    size="small"
                    aria-label={text.endThat(browser)}
                  >
                    {text.end}
                  </Button>
                ),
              },
            }
          })}
        />
      </Form>
    </Card>
  )
}

function EndOthers({ language }: { language: Language }) {
  const text = words[language]
  return (
    <Form action={endOtherSessions} label={text.endOthers}>
      <Once />
      <SubmitButton variant="secondary" size="small">
        {text.endOthers}
      </SubmitButton>
    </Form>
  )
}
