import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { localPath } from '#app/_server/local-path.ts'
import { Once } from '#app/_server/once.tsx'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { signIn } from './actions.ts'
import { words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await currentActor()) redirect('/choose')
  const query = await searchParams
  const language = await currentLanguage()
  const brand = await currentBrand()
  const text = words[language]
  const next = localPath(typeof query.next === 'string' ? query.next : null)
  return (
    <OpenFrame brand={brand} language={language} title={text.title} query={query}>
      <Form action={signIn} label={text.title}>
        <Once />
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label={text.email} type="email" autoComplete="username" />
        <TextField name="password" label={text.password} type="password" autoComplete="current-password" />
        <SubmitButton name="way" value="password" wide>
          {text.signIn}
        </SubmitButton>
      </Form>
    </OpenFrame>
  )
}
