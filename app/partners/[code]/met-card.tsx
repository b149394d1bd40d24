import { authorisationOf } from '#app/_server/inviting.ts'
import { invitingWords } from '#app/_server/inviting-words.ts'
import { Card } from '#components/ui/card.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { SharedFirm, SharedStanding } from '#db/invitation/share.ts'
import { sendingRefused } from '#lib/invitation/words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** What stands in the way of inviting the firm, in the order in which lib/invitation refuses, or makes it needless. */
type Met =
  | { readonly kind: 'blocked' }
  | { readonly kind: 'has-asked' | 'already-invited' | 'has-access'; readonly id: string }

export function alreadyMet({ blocked, requestId, invitationId, grantId }: SharedStanding): Met | null {
  if (blocked) return { kind: 'blocked' }
  if (requestId) return { kind: 'has-asked', id: requestId }
  if (invitationId) return { kind: 'already-invited', id: invitationId }
  return grantId ? { kind: 'has-access', id: grantId } : null
}

interface MetCardProps {
  readonly met: Met
  readonly firm: SharedFirm
  readonly account: { readonly name: string; readonly slug: string }
  /** Where another account is chosen; null where there is none. */
  readonly otherHref: string | null
  readonly language: Language
}

/** In place of the form, where it could not be sent or the firm is in already: what there is, and the way on. */
export function MetCard({ met, firm, account, otherHref, language }: MetCardProps) {
  const words = catalogue[language]
  return (
    <Card
      title={words.give(account.name)}
      actions={
        otherHref && (
          <LinkButton href={otherHref} size="small">
            {words.other}
          </LinkButton>
        )
      }
    >
      <p>
        {met.kind === 'has-access'
          ? words.hasAccess(firm.name, account.name)
          : // None of these speaks of a moment.
            sendingRefused(met.kind, { firm: firm.name, from: null }, 'UTC', language)}
      </p>
      <FormActions>
        <Ways met={met} firm={firm} list={authorisationOf(account.slug)} language={language} />
      </FormActions>
    </Card>
  )
}

function Ways({
  met,
  firm,
  list,
  language,
}: Pick<MetCardProps, 'met' | 'firm' | 'language'> & { list: string }) {
  const words = catalogue[language]
  const { unblock, seeOpen } = invitingWords[language]
  switch (met.kind) {
    case 'blocked':
      return <LinkButton href={`${list}/firms/${firm.slug}/block`}>{unblock(firm.name)}</LinkButton>
    case 'has-asked':
      return (
        <LinkButton href={`${list}/requests/${met.id}`} variant="primary">
          {words.seeRequest}
        </LinkButton>
      )
    case 'already-invited':
      return <LinkButton href={`${list}/invitations/${met.id}`}>{seeOpen}</LinkButton>
    case 'has-access':
      return (
        <>
          <LinkButton href={`${list}/grants/${met.id}`}>{words.seeAccess}</LinkButton>
          <LinkButton href={`${list}/invitations/new?partnerId=${firm.partnerCode}`} variant="quiet">
            {words.inviteAnyway}
          </LinkButton>
        </>
      )
  }
}
