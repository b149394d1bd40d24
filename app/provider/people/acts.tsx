import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { ListedPlatformUser } from '#db/provider/people.ts'
import type { Language } from '#lib/language.ts'
import { actOn, type PlatformAct, platformActs } from '#lib/platform/platform-user.ts'
import { platformRefusalSentence } from '#lib/platform/words.ts'
import { act as send } from './actions.ts'
import { words as catalogue } from './words.ts'

interface ActsProps {
  readonly user: ListedPlatformUser
  readonly language: Language
}

/** Every act that makes sense, each with what it does. Whether somebody else administers is looked at when it is sent. */
export function Acts({ user, language }: ActsProps) {
  const words = catalogue[language]
  const rules = { role: user.role, state: user.state, isActor: user.isSelf, othersAdminister: true }
  const offered = platformActs.filter(one => actOn(one, rules).ok)
  return (
    <Card title={words.what}>
      <div className="stack">
        {offered.map(one => (
          <Act key={one} act={one} user={user} language={language} />
        ))}
        {user.isSelf && <p>{platformRefusalSentence('yourself', user.name, language)}</p>}
      </div>
    </Card>
  )
}

/** Somebody who has not come in is signed in nowhere, and signed out of nothing. */
function textOf(act: PlatformAct, user: ListedPlatformUser, language: Language): string {
  const words = catalogue[language]
  return act === 'remove' && user.state === 'invited' ? words.removeInvited : words.act[act].text
}

function Act({ act, user, language }: ActsProps & { act: PlatformAct }) {
  const { button } = catalogue[language].act[act]
  const text = textOf(act, user, language)
  if (act === 'remove')
    return (
      <div className="grid gap-2">
        <p>{text}</p>
        <div>
          <LinkButton href={`/provider/people/${user.id}?act=remove`} variant="danger-quiet">
            {button}
          </LinkButton>
        </div>
      </div>
    )
  return (
    <Form action={send} label={button} className="grid gap-2">
      <Hidden user={user} act={act} />
      <p>{text}</p>
      <div>
        <SubmitButton variant="secondary">{button}</SubmitButton>
      </div>
    </Form>
  )
}

function Hidden({ user, act }: Pick<ActsProps, 'user'> & { act: PlatformAct }) {
  return (
    <>
      <Once />
      <input type="hidden" name="user" value={user.id} />
      <input type="hidden" name="act" value={act} />
    </>
  )
}

/** What stands before somebody is removed. */
export function RemoveForm({ user, language }: ActsProps) {
  const words = catalogue[language]
  return (
    <Form action={send} label={words.removeSubmit}>
      <Hidden user={user} act="remove" />
      <ConfirmPanel
        statement={words.removeStatement(user.name)}
        consequences={[textOf('remove', user, language)]}
        actions={
          <>
            <CancelLink href={`/provider/people/${user.id}`} first>
              {words.cancel}
            </CancelLink>
            <SubmitButton variant="danger">{words.removeSubmit}</SubmitButton>
          </>
        }
      />
    </Form>
  )
}
