import type { Metadata } from 'next'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { localPath } from '#app/_server/local-path.ts'
import { Once } from '#app/_server/once.tsx'
import { currentLanguage, signedIn } from '#app/_server/session.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { recentMinutes } from '#lib/proof.ts'
import { confirmIdentity } from './actions.ts'
import { words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** What is about to be done: told by the page that it comes back to. */
function actOf(next: string): 'giving' | 'other' {
  return /^\/(?:accounts\/[^/]+\/settings\/authorisation\/(?:requests|invitations)|partners)\//.test(next)
    ? 'giving'
    : 'other'
}

/** Before an act that can do lasting harm, where the last proof of who somebody is was too long ago. */
export default async function ConfirmPage({ searchParams }: PageProps<'/confirm'>) {
  const actor = await signedIn()
  const query = await searchParams
  const next = localPath(typeof query.next === 'string' ? query.next : null)
  const brand = await currentBrand()
  const text = words[actor.language]
  return (
    <OpenFrame
      brand={brand}
      language={actor.language}
      title={text.title}
      query={query}
      below={
        <p>
          <a href={next}>{text.back}</a>
        </p>
      }
    >
      <p>{text.why[actOf(next)](recentMinutes)}</p>
      <p>{text.as(actor.name, actor.email)}</p>
      <Form action={confirmIdentity} label={text.title}>
        <Once />
        <input type="hidden" name="next" value={next} />
        <input type="text" defaultValue={actor.email} autoComplete="username" readOnly hidden />
        <TextField name="password" label={text.password} type="password" autoComplete="current-password" />
        <SubmitButton name="way" value="password" wide>
          {text.confirm}
        </SubmitButton>
        <p className="or">{text.or}</p>
        <SubmitButton name="way" value="letter" variant="secondary" wide>
          {text.letter}
        </SubmitButton>
      </Form>
    </OpenFrame>
  )
}
