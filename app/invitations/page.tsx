import { currentPlace } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { currentInvitation } from '#app/_server/invitation-link.ts'
import { currentWay } from '#app/_server/microsoft.ts'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { titled } from '#app/_server/titled.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { reading, type Tx } from '#db/client.ts'
import { metAccount } from '#db/microsoft/met.ts'
import { microsoftSettingOf } from '#db/microsoft/setting.ts'
import { type Meeting, meetInvitation } from '#db/person-invitation/meet.ts'
import type { SessionPlace } from '#db/sign-in/session.ts'
import { environment } from '#lib/env.ts'
import type { AtMicrosoft } from './microsoft-parts.tsx'
import { Answers, InvitationFacts, Newcomer } from './parts.tsx'
import { words } from './words.ts'

export const generateMetadata = titled(words, text => text.title)

/** Where an invitation's link leads. Looking at it changes nothing, however often and by whomever. */
export default async function InvitationPage({ searchParams }: PageProps<'/invitations'>) {
  const [brand, language, actor] = [await currentBrand(), await currentLanguage(), await currentActor()]
  const text = words[language]
  const query = await searchParams
  const { met, microsoft } = await meet()
  if (met.is !== 'open')
    return (
      <OpenFrame brand={brand} language={language} title={text.endTitle} query={query}>
        <Notice tone="warning">{text.end[met.is]}</Notice>
        <LinkButton href={actor ? '/choose' : '/sign-in'} wide>
          {actor ? text.goOn : text.signIn}
        </LinkButton>
      </OpenFrame>
    )
  const { invitation } = met
  const parts = { invitation, brand, language, now: met.now, microsoft }
  return (
    <OpenFrame
      brand={brand}
      language={language}
      title={text.invites(invitation.account)}
      description={text.text}
      query={query}
    >
      <InvitationFacts {...parts} zone={actor?.timeZone ?? invitation.zone} />
      {invitation.inviterGone && <Notice tone="warning">{text.inviterGone(invitation.inviter)}</Notice>}
      {actor ? <Answers {...parts} actor={actor} /> : <Newcomer {...parts} />}
    </OpenFrame>
  )
}

async function meet(): Promise<{ readonly met: Meeting; readonly microsoft: AtMicrosoft | null }> {
  const [place, token, way] = [await currentPlace(), await currentInvitation(), await currentWay()]
  return reading({ role: 'app', providerId: place.providerId }, async tx => ({
    met: await meetInvitation(tx, place.providerId, token, environment().AUTH_SECRET),
    microsoft: await atMicrosoft(tx, place, way),
  }))
}

async function atMicrosoft(tx: Tx, place: SessionPlace, way: string): Promise<AtMicrosoft | null> {
  const { isOn } = await microsoftSettingOf(tx, place.providerId)
  const met = isOn ? await metAccount(tx, place, way) : null
  if (!isOn) return null
  // Whoever it belongs to was shut out: it can be nobody else's.
  const held = met && met.why !== 'shut-out' ? met.account : null
  return { held, isLetIn: met?.why === 'not-linked' }
}
