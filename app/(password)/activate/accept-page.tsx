import { OpenFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { WaitingPlace } from '#db/person/waiting.ts'
import type { Actor } from '#lib/actor.ts'
import type { Brand } from '#lib/branding/brand.ts'
import type { Language } from '#lib/language.ts'
import { kindText } from '#lib/membership/words.ts'
import { words } from '../words.ts'
import { accept, signOutAndBack } from './actions.ts'

interface Props {
  readonly brand: Brand
  readonly language: Language
  /** For whom the letter was. */
  readonly person: { readonly name: string; readonly email: string }
  readonly actor: Actor | null
  readonly places: readonly WaitingPlace[]
}

/** For somebody who has a password already: they accept with the sign-in that they have, and nobody accepts for them. */
export function AcceptPage({ brand, language, person, actor, places }: Props) {
  const text = words[language]
  const isOther = actor !== null && actor.email !== person.email
  return (
    <OpenFrame brand={brand} language={language} title={text.accept}>
      {places.length > 0 && (
        <ul className="list-disc ps-5">
          {places.map(({ kind, name }) => (
            <li key={`${kind} ${name}`}>{text.acceptAs(kindText(kind, language), name)}</li>
          ))}
        </ul>
      )}
      {isOther && <Notice tone="warning">{text.other(person.email, actor.email)}</Notice>}
      {isOther && (
        <Form action={signOutAndBack} label={text.signOut}>
          <Once />
          <SubmitButton wide>{text.signOut}</SubmitButton>
        </Form>
      )}
      {!actor && <p>{text.signInFirst(person.email)}</p>}
      {!actor && (
        <LinkButton href="/sign-in?next=/activate" variant="primary" wide>
          {text.signIn}
        </LinkButton>
      )}
      {actor && !isOther && <p>{text.acceptText(actor.name)}</p>}
      {actor && !isOther && (
        <Form action={accept} label={text.accept}>
          <Once />
          <SubmitButton wide>{text.acceptButton}</SubmitButton>
        </Form>
      )}
    </OpenFrame>
  )
}
