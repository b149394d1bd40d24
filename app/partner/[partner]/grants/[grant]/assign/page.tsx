import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { ScopeFields } from '#components/access/scope-fields.tsx'
import { StateBadge } from '#components/access/state-badge.tsx'
import { UntilField } from '#components/access/until-field.tsx'
import { accessWords } from '#components/access/words.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxGroup } from '#components/ui/choices.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type Technician, techniciansUnder } from '#db/assignment/reads.ts'
import { grantOfPartner, type OwnGrant } from '#db/partner/grants.ts'
import { choicesWithin } from '#lib/access/scopes.ts'
import { parseDuration } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { exactTime, lowerFirst } from '#lib/format.ts'
import { mayAssign } from '#lib/grant/assignment.ts'
import { assignedTimes, packedVersions } from '#lib/grant/assignment-forms.ts'
import { isLive } from '#lib/grant/grant.ts'
import { endIn } from '#lib/grant/terms.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { assignmentPageWords, partText } from '../../../assignment-page-words.ts'
import { deskWords } from '../../../words.ts'
import { assign } from '../../assignment-actions.ts'

interface Props {
  readonly params: Promise<{ partner: string; grant: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: assignmentPageWords[await currentLanguage()].page }
}

/** An administrator of the firm hands an access on: to whom, how much of it, for how long. `?staff=` ticks one of them. */
export default async function AssignPage({ params, searchParams }: Props) {
  const { partner: slug, grant: grantId } = await params
  if (!z.uuid().safeParse(grantId).success) notFound()
  const page = await partnerPage(slug, async (tx, partner) => {
    const grant = mayAssign(partner.role) ? await grantOfPartner(tx, partner, grantId) : null
    return grant && { grant, technicians: await techniciansUnder(tx, partner, grantId) }
  })
  const { data, partner, actor, language, now } = page
  if (!data) notFound()
  const { grant, technicians } = data
  const query = await searchParams
  const words = assignmentPageWords[language]
  const own = `/partner/${partner.slug}/grants/${grant.id}`
  const live = isLive(grant.state)
  return (
    <PartnerFrame page={page} current="customers" query={query}>
      <PageHeader
        title={words.pageTitle(grant.accountName)}
        back={{ href: own, label: deskWords[language].see }}
        badge={<StateBadge state={grant.state}>{deskWords[language].state[grant.state]}</StateBadge>}
        description={live ? words.pageText : undefined}
      />
      {!live && <Notice tone="neutral">{words.ended}</Notice>}
      {live && technicians.length === 0 && (
        <Card>
          <EmptyState title={words.noTechnicians}>
            <p>{words.noTechniciansText}</p>
          </EmptyState>
        </Card>
      )}
      {live && technicians.length > 0 && (
        <Card>
          <AssignForm
            grant={grant}
            technicians={technicians}
            ticked={typeof query.staff === 'string' ? query.staff : null}
            partnerId={partner.id}
            cancelHref={own}
            language={language}
            zone={actor.timeZone}
            now={now}
          />
        </Card>
      )}
    </PartnerFrame>
  )
}

interface AssignFormProps {
  readonly grant: OwnGrant
  readonly technicians: readonly Technician[]
  readonly ticked: string | null
  readonly partnerId: string
  readonly cancelHref: string
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

function AssignForm(props: AssignFormProps) {
  const { grant, technicians, ticked, partnerId, cancelHref, language, zone } = props
  const words = assignmentPageWords[language]
  const { scope, until, pages } = accessWords[language]
  const labels = { staff: words.who, scope, pages, duration: words.time, until }
  const only = technicians.length === 1 ? technicians[0]?.staffId : undefined
  const changed = technicians.find(one => one.staffId === ticked)
  const chosen = changed?.staffId ?? only
  // Whose terms are changed begins with what they have.
  const known = changed?.held?.scope ?? grant.scope
  return (
    <Form action={assign} label={words.page} className="form" labels={fieldLabels(labels, language)}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="grant" value={grant.id} />
      <input type="hidden" name="shown" value={packedVersions(shownOf(technicians))} />
      <CheckboxGroup
        name="staff"
        legend={words.who}
        defaultValues={chosen ? [chosen] : []}
        options={technicians.map(({ staffId, name, held }) => ({
          value: staffId,
          label: name,
          hint: held ? words.has(lowerFirst(partText(grant.scope, held, zone, language))) : words.hasNothing,
        }))}
      />
      <ScopeFields
        language={language}
        {...choicesWithin(grant.scope)}
        defaultName={known.name}
        defaultPages={known.pages}
      />
      <TimeFields {...props} />
      <FormActions>
        <SubmitButton>{words.assign}</SubmitButton>
        <CancelLink href={cancelHref}>{deskWords[language].cancel}</CancelLink>
      </FormActions>
    </Form>
  )
}

function shownOf(technicians: readonly Technician[]) {
  return technicians.flatMap(({ staffId: id, held }) => (held ? [{ id, version: held.version }] : []))
}

/** All of the time or less; what the firm does not have itself is not offered. */
function TimeFields({ grant, language, zone, now }: AssignFormProps) {
  const words = assignmentPageWords[language]
  const { endsAt, accountZone } = grant
  const options = assignedTimes.flatMap((time): { value: string; label: string }[] => {
    if (time === 'until') return [{ value: time, label: accessWords[language].untilChoice }]
    if (time === 'whole')
      return [
        {
          value: time,
          label: endsAt ? words.wholeUntil(exactTime(endsAt, zone, language)) : words.wholeEndless,
        },
      ]
    const duration = parseDuration(time)
    const end = duration && endIn(duration, grant, now, { zone: accountZone })
    if (!duration || !end || (endsAt && end >= endsAt)) return []
    return [{ value: time, label: durationText(duration, language) }]
  })
  return (
    <>
      <SelectField name="duration" label={words.time} options={options} defaultValue="whole" required />
      <UntilField
        language={language}
        hint={accessWords[language].untilHint(zoneText(accountZone, language))}
      />
    </>
  )
}
