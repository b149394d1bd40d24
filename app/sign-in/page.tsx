import type { Metadata } from 'next'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { localPath } from '#app/_server/local-path.ts'
import { offersMicrosoft } from '#app/_server/microsoft.ts'
import { MicrosoftButton } from '#app/_server/microsoft-button.tsx'
import { Once } from '#app/_server/once.tsx'
import { seeOther } from '#app/_server/see-other.ts'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { Address } from '#components/ui/address.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import { signIn } from './actions.ts'
import { words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** Password and letter in one form: the second button needs the address alone, and keeps it. Beside it Microsoft, where it is on. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams
  const next = localPath(typeof query.next === 'string' ? query.next : null)
  if (await currentActor()) seeOther(next === '/' ? '/choose' : next)
  const [brand, language] = [await currentBrand(), await currentLanguage()]
  const [text, microsoft] = [words[language], await offersMicrosoft()]
  return (
    <OpenFrame
      brand={brand}
      language={language}
      title={text.title}
      description={text.description(brand.name)}
      query={query}
      below={
        <p>
          {text.help}{' '}
          <a href={`mailto:${brand.supportEmail}`}>
            <Address>{brand.supportEmail}</Address>
          </a>
        </p>
      }
    >
      <Form
        action={signIn}
        label={text.title}
        labels={fieldLabels({ email: text.email, password: text.password }, language)}
      >
        <Once />
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label={text.email} type="email" autoComplete="username" required />
        <TextField name="password" label={text.password} type="password" autoComplete="current-password" />
        <SubmitButton name="way" value="password" pendingLabel={text.signingIn} wide>
          {text.signIn}
        </SubmitButton>
        <p className="or">{text.or}</p>
        <SubmitButton name="way" value="letter" variant="secondary" wide>
          {text.link}
        </SubmitButton>
        <p className="or">
          <a href="/reset">{text.forgot}</a>
        </p>
      </Form>
      {microsoft && (
        <>
          <p className="or">{text.or}</p>
          <MicrosoftButton next={next} language={language} />
        </>
      )}
    </OpenFrame>
  )
}
