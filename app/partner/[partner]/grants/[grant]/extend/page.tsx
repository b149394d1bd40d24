import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { canExtend, ExtraFields } from '#components/access/extra-fields.tsx'
import { extraWords } from '#components/access/extra-words.ts'
import { StateBadge } from '#components/access/state-badge.tsx'
import { accessWords } from '#components/access/words.ts'
import { Card } from '#components/ui/card.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { excludedClients } from '#db/exclusion/reads.ts'
import { paceOf } from '#db/extension/ask.ts'
import { grantOfPartner, type OwnGrant } from '#db/partner/grants.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { exactTime } from '#lib/format.ts'
import { askingWaits } from '#lib/grant/extension.ts'
import { isLive } from '#lib/grant/grant.ts'
import { latestEnd } from '#lib/grant/terms.ts'
import { movingSentence } from '#lib/grant/terms-words.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../../../words.ts'
import { extendWords } from '../../extend-words.ts'
import { extend } from '../../extension-actions.ts'
import { ExtensionCard } from '../../extension-card.tsx'
import { GrantFacts } from '../../grant-facts.tsx'

interface Props {
  readonly params: Promise<{ partner: string; grant: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: extendWords[await currentLanguage()].page }
}

/** Where the reminder leads: whoever works under an access asks for more time, or sees what came of it. */
export default async function ExtendPage({ params }: Props) {
  const { partner: slug, grant: grantId } = await params
  if (!z.uuid().safeParse(grantId).success) notFound()
  const page = await partnerPage(slug, async (tx, partner) => {
    const grant = await grantOfPartner(tx, partner, grantId)
    if (!grant) return null
    const { lastDeclinedAt, lastSentAt } = await paceOf(tx, { ...grant, partnerId: partner.id })
    const excluded = grant.reachesClients ? await excludedClients(tx, grant.id) : []
    return { grant: { ...grant, lastDeclinedAt, lastSentAt }, excluded }
  })
  const { data, partner, actor, language, now } = page
  if (!data) notFound()
  const { grant, excluded } = data
  const words = extendWords[language]
  const root = `/partner/${partner.slug}`
  const shown = { language, zone: actor.timeZone, now }
  const waits = grant.extension?.state === 'pending' && isLive(grant.state)
  const hindrance = whyNot(grant, shown)
  return (
    <PartnerFrame page={page} current="customers">
      <PageHeader
        title={words.title(grant.accountName)}
        back={{ href: `${root}/grants/${grant.id}`, label: deskWords[language].see }}
        badge={<StateBadge state={grant.state}>{deskWords[language].state[grant.state]}</StateBadge>}
      />
      <ExtensionCard
        grant={grant}
        partner={partner}
        personId={actor.personId}
        language={language}
        zone={actor.timeZone}
      />
      {hindrance && <Notice tone="neutral">{hindrance}</Notice>}
      {!hindrance && !waits && (
        <Card title={words.ask} description={words.askText(grant.accountName)}>
          <AskForm
            grant={grant}
            partnerId={partner.id}
            cancelHref={`${root}/grants/${grant.id}`}
            {...shown}
          />
        </Card>
      )}
      <p>
        <a href={`${root}/extensions`}>{words.several}</a>
      </p>
      <Card>
        <GrantFacts grant={grant} excluded={excluded} root={root} {...shown} />
      </Card>
    </PartnerFrame>
  )
}

interface Shown {
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** What stands in the way of asking; null = nothing. */
function whyNot(
  grant: OwnGrant & Parameters<typeof askingWaits>[0],
  { language, zone, now }: Shown,
): string | null {
  const words = extendWords[language]
  if (!isLive(grant.state)) return words.ended
  if (grant.designation === 'provider') return words.byProvider
  if (!grant.endsAt) return words.endless
  if (grant.blocked) return words.blocked
  if (!grant.mine) return words.notAssigned
  const waits = askingWaits(grant, now)
  if (waits) return movingSentence(waits.why, { state: waits.from.toISOString(), by: null }, language, zone)
  const latest = latestEnd(grant, now, grant)
  return latest && !canExtend(grant, now) ? words.atLimit(exactTime(latest, zone, language)) : null
}

interface AskFormProps extends Shown {
  readonly grant: OwnGrant
  readonly partnerId: string
  readonly cancelHref: string
}

function AskForm({ grant, partnerId, cancelHref, ...shown }: AskFormProps) {
  const { language } = shown
  const words = extendWords[language]
  const desk = deskWords[language]
  const labels = {
    duration: extraWords[language].field,
    until: accessWords[language].until,
    reason: words.reason,
  }
  return (
    <Form action={extend} label={words.ask} className="form" labels={fieldLabels(labels, language)}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="grant" value={grant.id} />
      <input type="hidden" name="shown" value={grant.endsAt?.toISOString() ?? ''} />
      <ExtraFields grant={grant} accountZone={grant.accountZone} {...shown} />
      <TextArea
        name="reason"
        label={words.reason}
        optional={desk.optional}
        hint={words.reasonHint}
        rows={3}
      />
      <FormActions>
        <SubmitButton pendingLabel={words.sending}>{desk.extend}</SubmitButton>
        <CancelLink href={cancelHref}>{desk.cancel}</CancelLink>
      </FormActions>
    </Form>
  )
}
