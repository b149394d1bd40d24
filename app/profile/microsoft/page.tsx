import { currentPlace } from '#app/_server/arrive.ts'
import { PersonFrame } from '#app/_server/frames.tsx'
import { currentWay } from '#app/_server/microsoft.ts'
import { MicrosoftFacts } from '#app/_server/microsoft-facts.tsx'
import { Once } from '#app/_server/once.tsx'
import { personPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { heldAccount } from '#db/microsoft/flow.ts'
import { linkRefused } from '#db/microsoft/link.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { beginLink, linkAccount } from '../microsoft-actions.ts'
import { microsoftProfileWords } from '../microsoft-words.ts'

export const generateMetadata = titled(microsoftProfileWords, words => words.linkTitle)

/** For somebody who is signed in here and at Microsoft: the account there, and the one click that links it. */
export default async function LinkPage({ searchParams }: PageProps<'/profile/microsoft'>) {
  const [place, token] = [await currentPlace(), await currentWay()]
  const page = await personPage(async (tx, actor) => {
    const held = await heldAccount(tx, place, token)
    const theirs = held && (held.personId === null || held.personId === actor.personId) ? held : null
    return { held: theirs, refusal: theirs && (await linkRefused(tx, place, theirs, actor.personId)) }
  })
  const { language, actor, data } = page
  const text = microsoftProfileWords[language]
  return (
    <PersonFrame page={page} query={await searchParams}>
      <PageHeader title={text.linkTitle} back={{ href: '/profile', label: text.back }} />
      <Card>
        {data.held ? (
          <>
            <MicrosoftFacts account={data.held} language={language} />
            {data.refusal ? (
              <Notice tone="warning">{microsoftWords[language].link[data.refusal]}</Notice>
            ) : (
              <Form action={linkAccount} label={text.linkTitle}>
                <Once />
                <p>{text.as(actor.email)}</p>
                <div className="form-actions">
                  <SubmitButton>{text.button}</SubmitButton>
                </div>
              </Form>
            )}
            <Form action={beginLink} label={text.another}>
              <Once />
              <div className="form-actions">
                <SubmitButton variant="secondary">{text.another}</SubmitButton>
              </div>
            </Form>
          </>
        ) : (
          <Notice tone="neutral" actions={<LinkButton href="/profile">{text.again}</LinkButton>}>
            {text.nothing}
          </Notice>
        )}
      </Card>
    </PersonFrame>
  )
}
