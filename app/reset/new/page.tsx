import { currentBrand } from '#app/_server/brand.ts'
import { SetPasswordPage, SpentLinkPage } from '#app/_server/password-page.tsx'
import { passwordPageWords } from '#app/_server/password-page-words.ts'
import { seeOther } from '#app/_server/see-other.ts'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { currentToken, seeLink } from '#app/_server/set-password.ts'
import { titled } from '#app/_server/titled.ts'
import { askAnew, resetPassword } from './actions.ts'

export const generateMetadata = titled(passwordPageWords, words => words.reset)

/** Where a reset letter leads. */
export default async function ResetPage() {
  const [brand, language] = [await currentBrand(), await currentLanguage()]
  const token = await currentToken('reset')
  if (!token) seeOther('/reset')
  const { state, person, waiting } = await seeLink('reset', token)
  if (state !== 'ready' || !person)
    return (
      <SpentLinkPage
        brand={brand}
        language={language}
        state={state === 'ready' ? 'unknown' : state}
        isSignedIn={(await currentActor()) !== null}
        askAnew={waiting ? askAnew : null}
      />
    )
  return (
    <SetPasswordPage
      brand={brand}
      language={language}
      title={passwordPageWords[language].reset}
      person={person}
      action={resetPassword}
    />
  )
}
