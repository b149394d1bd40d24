import { currentPlace } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { currentInvitation, invitationPage } from '#app/_server/invitation-link.ts'
import { localPath } from '#app/_server/local-path.ts'
import { currentWay, linkingPage, offersMicrosoft } from '#app/_server/microsoft.ts'
import { MicrosoftButton } from '#app/_server/microsoft-button.tsx'
import { MicrosoftLines } from '#app/_server/microsoft-facts.tsx'
import { Once } from '#app/_server/once.tsx'
import { seeOther } from '#app/_server/see-other.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { titled } from '#app/_server/titled.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { reading } from '#db/client.ts'
import { type Met, metAccount } from '#db/microsoft/met.ts'
import type { Brand } from '#lib/branding/brand.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { isFailure } from '#lib/microsoft/identity.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { askForProof } from './actions.ts'
import { words } from './words.ts'

export const generateMetadata = titled(words, text => text.title)

/**
 * For somebody who came back from Microsoft and is signed in nowhere: which account it is, why it opens nothing here, and every
 * way on; or why nothing came of it at all. Looking at it changes nothing.
 */
export default async function NotKnownPage({ searchParams }: PageProps<'/sign-in/microsoft'>) {
  const [brand, language, query] = [await currentBrand(), await currentLanguage(), await searchParams]
  const text = words[language]
  const invited = (await currentInvitation()) !== ''
  const next = localPath(typeof query.next === 'string' ? query.next : null)
  if (isFailure(query.why))
    return (
      <OpenFrame brand={brand} language={language} title={text.failedTitle} query={query}>
        <Notice tone="warning">{microsoftWords[language].failure[query.why]}</Notice>
        {(await offersMicrosoft()) && (
          <MicrosoftButton next={next} language={language} choose variant="primary" />
        )}
        <OtherWays language={language} invited={invited} />
      </OpenFrame>
    )
  const met = await meet()
  if (!met) seeOther('/sign-in')
  return (
    <OpenFrame
      brand={brand}
      language={language}
      title={text.title}
      query={query}
      below={met.why === 'not-linked' && <p>{text.new}</p>}
    >
      <MicrosoftLines account={met.account} language={language} />
      <Notice tone="warning">{text.why[met.why](brand.name)}</Notice>
      {met.why === 'not-linked' && <Prove met={met} brand={brand} language={language} />}
      <MicrosoftButton next={met.account.next} language={language} choose />
      <OtherWays language={language} invited={invited} />
    </OpenFrame>
  )
}

async function meet(): Promise<Met | null> {
  const [place, token] = [await currentPlace(), await currentWay()]
  return reading({ role: 'app', providerId: place.providerId }, tx => metAccount(tx, place, token))
}

interface ProveProps {
  readonly met: Met
  readonly brand: Brand
  readonly language: Language
}

/** The two ways to show that the sign-in is one's own: its mailbox, or its password. */
function Prove({ met, language }: ProveProps) {
  const text = words[language]
  return (
    <>
      <Form action={askForProof} label={text.prove} labels={fieldLabels({ email: text.email }, language)}>
        <Once />
        <h2>{text.prove}</h2>
        <p>{text.proveText}</p>
        <TextField
          name="email"
          label={text.email}
          type="email"
          autoComplete="email"
          defaultValue={met.account.address.includes('@') ? met.account.address : ''}
          required
        />
        <SubmitButton wide>{text.send}</SubmitButton>
      </Form>
      <p className="or">{text.or}</p>
      <LinkButton href={`/sign-in?next=${linkingPage}`} wide>
        {text.password}
      </LinkButton>
    </>
  )
}

function OtherWays({ language, invited }: { readonly language: Language; readonly invited: boolean }) {
  const text = words[language]
  return (
    <>
      {invited && (
        <LinkButton href={invitationPage} wide>
          {text.invitation}
        </LinkButton>
      )}
      <LinkButton href="/sign-in" variant="quiet" wide>
        {text.otherWay}
      </LinkButton>
    </>
  )
}
