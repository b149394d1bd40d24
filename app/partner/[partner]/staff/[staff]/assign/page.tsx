import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { accessWords } from '#components/access/words.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxGroup } from '#components/ui/choices.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Search } from '#components/ui/search.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import {
  type AssignableGrant,
  accountsOfGrants,
  grantsForStaff,
  type TechnicianAndGrants,
} from '#db/assignment/by-staff.ts'
import type { SeenPartner } from '#db/change.ts'
import type { Tx } from '#db/client.ts'
import { partScopeText, scopeText } from '#lib/access/scope-words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { exactTime, lowerFirst } from '#lib/format.ts'
import { mayAssign } from '#lib/grant/assignment.ts'
import { packedVersions } from '#lib/grant/assignment-forms.ts'
import { assignmentWords } from '#lib/grant/assignment-words.ts'
import type { Language } from '#lib/language.ts'
import { assignmentPageWords } from '../../../assignment-page-words.ts'
import { deskWords } from '../../../words.ts'
import { assignMany } from './actions.ts'
import { TermsFields } from './terms-fields.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string; staff: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLanguage()].page }
}

interface Refused {
  readonly grantId: string
  readonly refusal: string
}

/** What the last answer could not do, as it stands in the address. */
function couldNot(texts: readonly (string | undefined)[]): readonly Refused[] {
  return texts.slice(0, 200).flatMap(text => {
    const [grantId = '', refusal = ''] = (text ?? '').split('.')
    return z.uuid().safeParse(grantId).success ? [{ grantId, refusal }] : []
  })
}

async function read(tx: Tx, partner: SeenPartner, staffId: string, search: string, not: readonly Refused[]) {
  const staff = mayAssign(partner.role) ? await grantsForStaff(tx, partner, staffId, search) : null
  if (!staff) return null
  const names = await accountsOfGrants(
    tx,
    partner,
    not.map(({ grantId }) => grantId),
  )
  return { staff, names }
}

/** One technician and all that the firm has: an administrator assigns them to several accounts at once. */
export default async function AssignManyPage({ params, searchParams }: Props) {
  const { partner: slug, staff: staffId } = await params
  if (!z.uuid().safeParse(staffId).success) notFound()
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 100) : ''
  const not = couldNot([query.not].flat())
  const page = await partnerPage(slug, (tx, partner) => read(tx, partner, staffId, search, not))
  const { data, partner, actor, language } = page
  if (!data) notFound()
  const { staff, names } = data
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const theirs = `${root}/staff/${staff.staffId}`
  const own = `${theirs}/assign`
  const shown = { staff, language, zone: actor.timeZone }
  return (
    <PartnerFrame page={page} current="staff" query={query}>
      <PageHeader
        title={words.title(staff.name)}
        back={{ href: theirs, label: staff.name }}
        description={staff.role === 'administrator' ? undefined : words.text}
      />
      <CouldNot not={not} names={names} {...shown} />
      {staff.role === 'administrator' ? (
        <Notice tone="neutral">{words.administrator}</Notice>
      ) : (
        <Card>
          {(search || staff.more) && (
            <Search label={words.search} button={words.searchButton} value={search} action={own} />
          )}
          {staff.grants.length === 0 ? (
            <EmptyState
              title={search ? words.noMatch : words.none}
              actions={
                !search && <LinkButton href={`${root}/requests/new`}>{deskWords[language].ask}</LinkButton>
              }
            >
              {!search && <p>{words.noneText}</p>}
            </EmptyState>
          ) : (
            <ManyForm {...shown} partnerId={partner.id} cancelHref={theirs} />
          )}
        </Card>
      )}
    </PartnerFrame>
  )
}

interface Shown {
  readonly staff: TechnicianAndGrants
  readonly language: Language
  readonly zone: string
}

function isWhole({ held }: AssignableGrant): boolean {
  return held !== null && held.scope === null && held.endsAt === null
}

function ManyForm({
  staff,
  language,
  zone,
  partnerId,
  cancelHref,
}: Shown & { readonly partnerId: string; readonly cancelHref: string }) {
  const words = catalogue[language]
  const { scope, pages, until } = accessWords[language]
  const { time } = assignmentPageWords[language]
  const labels = { grants: words.access, scope, pages, duration: time, until }
  return (
    <Form action={assignMany} label={words.page} className="form" labels={fieldLabels(labels, language)}>
      <Once />
      <input type="hidden" name="partner" value={partnerId} />
      <input type="hidden" name="staff" value={staff.staffId} />
      <input
        type="hidden"
        name="shown"
        value={packedVersions(
          staff.grants.flatMap(({ id, held }) => (held ? [{ id, version: held.version }] : [])),
        )}
      />
      {staff.more && <Notice tone="neutral">{words.more}</Notice>}
      <CheckboxGroup
        name="grants"
        legend={words.access}
        options={staff.grants.map(grant => ({
          value: grant.id,
          label: grant.accountName,
          hint: hintOf(grant, language, zone),
        }))}
      />
      <TermsFields grants={staff.grants} language={language} />
      <FormActions>
        <SubmitButton>{words.save}</SubmitButton>
        <CancelLink href={cancelHref}>{deskWords[language].cancel}</CancelLink>
      </FormActions>
    </Form>
  )
}

/** How the access stands, what it gives, and what the technician has of it. */
function hintOf(grant: AssignableGrant, language: Language, zone: string): string {
  const words = catalogue[language]
  const { held, endsAt } = grant
  const until = (end: Date | null) => (end ? words.until(exactTime(end, zone, language)) : words.noEnd)
  const has = !held
    ? ''
    : isWhole(grant)
      ? words.has
      : words.hasLess(
          lowerFirst(partScopeText(held.scope, grant.scope, language)),
          until(held.endsAt ?? endsAt),
        )
  return [deskWords[language].state[grant.state], scopeText(grant.scope, language), until(endsAt), has]
    .filter(Boolean)
    .join(' · ')
}

/** What was meant and could not be done, by account. */
function CouldNot({
  not,
  names,
  staff,
  language,
}: Shown & { readonly not: readonly Refused[]; readonly names: ReadonlyMap<string, string> }) {
  const words = catalogue[language]
  const refusals: Readonly<Record<string, (told: { name: string; from: string }) => string>> =
    assignmentWords[language].refusal
  const lines = not.map(({ grantId, refusal }) => {
    const sentence = Object.hasOwn(refusals, refusal) ? refusals[refusal] : undefined
    const said = sentence?.({ name: staff.name, from: '' }) ?? words.gone
    const account = names.get(grantId)
    return { grantId, text: account ? words.line(account, said) : said }
  })
  if (lines.length === 0) return null
  return (
    <Notice tone="warning" title={words.not}>
      <ul>
        {lines.map(line => (
          <li key={line.grantId}>{line.text}</li>
        ))}
      </ul>
    </Notice>
  )
}
