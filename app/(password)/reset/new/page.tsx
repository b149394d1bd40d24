import { currentBrand } from '#app/_server/brand.ts'
import { seeOther } from '#app/_server/see-other.ts'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { currentToken, seeLink } from '#app/_server/set-password.ts'
import { titled } from '#app/_server/titled.ts'
import { SetPasswordPage } from '../../set-password-page.tsx'
import { SpentLinkPage } from '../../spent-link-page.tsx'
import { words } from '../../words.ts'
import { askAnew, resetPassword } from './actions.ts'

export const generateMetadata = titled(words, text => text.reset)

/** Where a reset letter leads. */
export default async function ResetPage() {
  const [brand, language, actor] = [await currentBrand(), await currentLanguage(), await currentActor()]
  const token = await currentToken('reset')
  if (!token) seeOther('/reset')
  const { state, person, waiting } = await seeLink('reset', token)
  if (state !== 'ready' || !person)
    return (
      <SpentLinkPage
        brand={brand}
        language={language}
        state={state === 'ready' ? 'unknown' : state}
        purpose="reset"
        isSignedIn={actor !== null}
        askAnew={waiting?.isOpen ? askAnew : null}
      />
    )
  return (
    <SetPasswordPage
      brand={brand}
      language={language}
      title={words[language].reset}
      ends={words[language].resetEnds}
      person={person}
      actor={actor}
      action={resetPassword}
    />
  )
}
