import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Address } from '#components/ui/address.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import { type Foreseen, foresee } from '#db/portal-user/several.ts'
import { grantFor } from '#lib/access/authority.ts'
import { moduleName } from '#lib/access/place-words.ts'
import { chosenId } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { type BulkAct, isBulkAct, switchedAtOnce, switchOf } from '#lib/membership/switch-forms.ts'
import { portalUserWords } from '#lib/membership/switch-words.ts'
import { actRefused } from '#lib/membership/words.ts'
import { changeSeveral } from '../actions.ts'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.severalTitle)

/** What would become of each whom somebody has ticked, before anything is done. */
export default async function SeveralPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/portal-users/several'>) {
  const query = await searchParams
  const what = isBulkAct(query.what) ? query.what : null
  const people = [query.people ?? []]
    .flat()
    .filter(one => chosenId.safeParse(one).success)
    .slice(0, switchedAtOnce)
  const page = await accountPage(
    (await params).account,
    'portal-users.manage',
    async (tx, { account, authority }, actor) => {
      const partnerId = grantFor(authority, 'portal-users.manage')?.partnerId ?? null
      return what ? foresee({ tx, actor, account, authority, partnerId }, people, switchOf(what)) : []
    },
  )
  const { account, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/portal-users`
  return (
    <AccountFrame page={page} current="portal-users" query={query}>
      <PageHeader
        title={what ? actName(what, language) : words.severalTitle}
        description={words.severalText}
        back={{ href: list, label: words.title }}
      />
      <Card flush={data.length > 0}>
        {what && data.length > 0 ? (
          <Foreseeing people={data} what={what} language={language} />
        ) : (
          <EmptyState
            icon="users"
            title={words.nobodyChosen}
            actions={<LinkButton href={list}>{words.back}</LinkButton>}
          >
            <p>{words.nobodyText}</p>
          </EmptyState>
        )}
      </Card>
      {what && data.length > 0 && (
        <Confirm {...{ what, language, list }} accountId={account.id} people={data} />
      )}
    </AccountFrame>
  )
}

function actName(what: BulkAct, language: Language): string {
  const words = catalogue[language]
  const module = switchOf(what)
  if (!module) return words.remove
  return module.on
    ? words.on(moduleName(module.module, language))
    : words.off(moduleName(module.module, language))
}

interface Shown {
  readonly people: readonly Foreseen[]
  readonly what: BulkAct
  readonly language: Language
}

function Foreseeing({ people, what, language }: Shown) {
  const words = catalogue[language]
  return (
    <Table
      caption={words.outcome}
      hideCaption
      columns={[
        { id: 'person', label: words.column.person, rowHeading: true },
        { id: 'outcome', label: words.outcome },
      ]}
      rows={people.map(one => ({
        key: one.id,
        faded: one.outcome !== 'changes',
        cells: {
          person: <TwoLines first={one.name} second={<Address>{one.email}</Address>} />,
          outcome: <Outcome one={one} what={what} language={language} />,
        },
      }))}
    />
  )
}

function Outcome({ one, what, language }: { one: Foreseen; what: BulkAct; language: Language }) {
  const words = catalogue[language]
  const module = switchOf(what)
  const way = module === null ? 'remove' : module.on ? 'on' : 'off'
  const { outcome, name } = one
  if (outcome === 'changes')
    return <Badge tone={way === 'remove' ? 'danger' : 'info'}>{words.becomes[way]}</Badge>
  if (outcome === 'nothing') return way === 'remove' ? words.left : words.stays[way]
  const own: Readonly<Record<string, (name: string) => string>> = portalUserWords[language].refusal
  const why = Object.hasOwn(own, outcome) ? own[outcome]?.(name) : undefined
  return (
    <TwoLines
      first={<Badge tone="warning">{words.left}</Badge>}
      second={why ?? actRefused(outcome as Parameters<typeof actRefused>[0], name, language)}
    />
  )
}

/** The form holds those alone of whom something is done. */
function Confirm({ people, what, language, list, accountId }: Shown & { list: string; accountId: string }) {
  const words = catalogue[language]
  const done = people.filter(({ outcome }) => outcome === 'changes')
  if (done.length === 0)
    return (
      <FormActions>
        <p>{words.nothingToDo}</p>
        <LinkButton href={list}>{words.back}</LinkButton>
      </FormActions>
    )
  return (
    <Form action={changeSeveral} label={actName(what, language)}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="what" value={what} />
      {done.map(({ id }) => (
        <input key={id} type="hidden" name="people" value={id} />
      ))}
      <FormActions>
        <CancelLink href={list} first>
          {words.cancel}
        </CancelLink>
        <SubmitButton variant={what === 'remove' ? 'danger' : 'primary'}>
          {words.doIt(done.length)}
        </SubmitButton>
      </FormActions>
    </Form>
  )
}
