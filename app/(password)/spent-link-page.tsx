import 'server-only'
import { OpenFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { LinkState, PasswordPurpose } from '#lib/person/activation.ts'
import { linkText } from '#lib/person/words.ts'
import type { PageParts } from './set-password-page.tsx'
import { words } from './words.ts'

/** A link that can't be used says why, and how to get another. */
export function SpentLinkPage(
  props: PageParts & {
    readonly state: Exclude<LinkState, 'ready'>
    readonly purpose: PasswordPurpose
    readonly isSignedIn: boolean
    /** Sends another letter to whoever this one was for; null where that is not to be had. */
    readonly askAnew: FormAction | null
  },
) {
  const { brand, language, state, purpose, isSignedIn, askAnew } = props
  const text = words[language]
  return (
    <OpenFrame brand={brand} language={language} title={text.notReady}>
      <Notice tone="warning">{linkText(state, purpose, language)}</Notice>
      {askAnew && (
        <Form action={askAnew} label={text.anew}>
          <Once />
          <SubmitButton wide>{text.anew}</SubmitButton>
        </Form>
      )}
      {isSignedIn ? (
        <LinkButton href="/choose" wide>
          {text.goOn}
        </LinkButton>
      ) : (
        <LinkButton href="/sign-in" wide>
          {text.signIn}
        </LinkButton>
      )}
      {!isSignedIn && !askAnew && state !== 'ended' && (
        <LinkButton href="/reset" wide>
          {text.forgot}
        </LinkButton>
      )}
    </OpenFrame>
  )
}
