import type { Metadata } from 'next'
import { currentFlow } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { localPath } from '#app/_server/local-path.ts'
import { Once } from '#app/_server/once.tsx'
import { seeOther } from '#app/_server/see-other.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { askAgain, signInWithCode } from './actions.ts'
import { words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** After asking for a letter: the same for every address, known or not. */
export default async function CodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const query = await searchParams
  const next = localPath(typeof query.next === 'string' ? query.next : null)
  const signIn = `/sign-in?next=${encodeURIComponent(next)}`
  const flow = await currentFlow()
  if (!flow) seeOther(signIn)
  const [brand, language] = [await currentBrand(), await currentLanguage()]
  const text = words[language]
  return (
    <OpenFrame
      brand={brand}
      language={language}
      title={text.title}
      query={query}
      below={
        <>
          <p>{text.none}</p>
          <Form action={askAgain} label={text.again}>
            <Once />
            <input type="hidden" name="next" value={next} />
            <SubmitButton variant="link">{text.again}</SubmitButton>
          </Form>
          <p>
            <a href={signIn}>{text.otherWay}</a>
          </p>
        </>
      }
    >
      <p>{text.sent(flow.email)}</p>
      <p>{text.life}</p>
      <Form action={signInWithCode} label={text.title}>
        <Once />
        <TextField
          name="code"
          label={text.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={12}
          width="short"
          plain
          required
        />
        <SubmitButton wide>{text.signIn}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}
