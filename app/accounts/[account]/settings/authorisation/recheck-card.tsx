import { Once } from '#app/_server/once.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedGrant } from '#db/grant/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { exactTime, plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { keepAccess } from './actions.ts'
import { designationWords } from './designation-words.ts'
import { GrantState } from './grant-state.tsx'
import { recheckWords } from './recheck-words.ts'
import { words as listWords } from './words.ts'

interface RecheckCardProps {
  readonly restoredAt: Date
  readonly waiting: { readonly grants: readonly ListedGrant[]; readonly count: number }
  readonly account: { readonly id: string; readonly slug: string; readonly providerName: string }
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

const form = 'recheck-form'

/** After a restore: what the account gave before it, to be looked at again, in nobody's way. One form for the whole list. */
export function RecheckCard(props: RecheckCardProps) {
  const { restoredAt, waiting, account, language, zone } = props
  const { grants, count } = waiting
  if (grants.length === 0) return null
  const words = recheckWords[language]
  const partly = count > grants.length ? ` ${words.partly(grants.length)}` : ''
  return (
    <Card
      id="recheck"
      title={words.title(exactTime(restoredAt, zone, language), count)}
      description={`${words.text}${partly}`}
      flush
      footer={
        grants.length > 1 && (
          <Button type="submit" form={form} name="keep" value="all" variant="secondary" size="small">
            {partly ? words.keepShown(grants.length) : words.keepAll}
          </Button>
        )
      }
    >
      <Form action={keepAccess} id={form} label={words.caption}>
        <Once />
        <input type="hidden" name="account" value={account.id} />
        {grants.map(grant => (
          <input key={grant.id} type="hidden" name="shown" value={grant.id} />
        ))}
        <Table
          caption={words.caption}
          hideCaption
          columns={[
            { id: 'who', label: words.column.who, rowHeading: true },
            { id: 'state', label: words.column.state },
            { id: 'ends', label: words.column.ends },
            { id: 'scope', label: words.column.scope },
            { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
          ]}
          rows={grants.map(grant => ({ key: grant.id, cells: cellsOf(grant, props) }))}
        />
      </Form>
    </Card>
  )
}

function cellsOf(grant: ListedGrant, { account, language, zone, now }: RecheckCardProps) {
  const words = recheckWords[language]
  const own = `/accounts/${account.slug}/settings/authorisation/grants/${grant.id}`
  const scope = scopeText(grant.scope, language)
  return {
    who: (
      <TwoLines
        first={<a href={own}>{grant.partnerName}</a>}
        second={grant.people.length > 0 && plainList(grant.people, language)}
      />
    ),
    state: <GrantState grant={grant} language={language} />,
    ends: grant.endsAt ? (
      <Ends until={grant.endsAt} now={now} zone={zone} language={language} />
    ) : (
      listWords[language].noEnd
    ),
    scope,
    acts: (
      <RowActions>
        <Button
          type="submit"
          name="keep"
          value={grant.id}
          variant="secondary"
          size="small"
          aria-label={words.keepThis(grant.partnerName, scope)}
        >
          {words.keep}
        </Button>
        {grant.designation === 'provider' ? (
          <span>{designationWords[language].setBy(account.providerName)}</span>
        ) : (
          <LinkButton
            href={`${own}?act=revoke`}
            variant="danger-quiet"
            size="small"
            label={words.revokeThis(grant.partnerName, scope)}
          >
            {words.revoke}
          </LinkButton>
        )}
      </RowActions>
    ),
  }
}
