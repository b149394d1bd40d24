import { arrival, currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { currentInvitation } from '#app/_server/invitation-link.ts'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { titled } from '#app/_server/titled.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { reading } from '#db/client.ts'
import { type Meeting, meetInvitation } from '#db/person-invitation/meet.ts'
import { environment } from '#lib/env.ts'
import { Answers, InvitationFacts, Newcomer } from './parts.tsx'
import { words } from './words.ts'

export const generateMetadata = titled(words, text => text.title)

/** Where an invitation's link leads. Looking at it changes nothing, however often and by whomever. */
export default async function InvitationPage({ searchParams }: PageProps<'/invitations'>) {
  const [brand, language, actor] = [await currentBrand(), await currentLanguage(), await currentActor()]
  const text = words[language]
  const query = await searchParams
  const met = await meet()
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
  const parts = { invitation, brand, language, now: met.now }
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

async function meet(): Promise<Meeting> {
  const { brand } = await arrival()
  const token = await currentInvitation()
  return reading({ role: 'app', providerId: brand.providerId }, tx =>
    meetInvitation(tx, brand.providerId, token, environment().AUTH_SECRET),
  )
}
