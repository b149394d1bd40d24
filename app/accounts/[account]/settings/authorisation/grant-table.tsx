import { Ends, TimeLeft } from '#components/time/time-left.tsx'
import { Ago, When } from '#components/time/when.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import { OpenButton } from '#components/ui/open-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedGrant } from '#db/grant/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { plainList } from '#lib/format.ts'
import { isLive } from '#lib/grant/grant.ts'
import { grantWords } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'
import { ActForm } from './grant-acts.tsx'
import { GrantState } from './grant-state.tsx'
import { reviewWords } from './review-words.ts'
import { words as catalogue } from './words.ts'

interface GrantTableProps {
  readonly grants: readonly ListedGrant[]
  readonly account: { readonly id: string; readonly slug: string }
  readonly decides: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** The partners' grants: who, state, end, scope, last use, by whom; one main act, the rest under a menu. */
export function GrantTable(props: GrantTableProps) {
  const { grants, account, decides, language } = props
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  return (
    <>
      <Table
        caption={words.partners}
        hideCaption
        columns={[
          { id: 'who', label: words.column.who, rowHeading: true },
          { id: 'state', label: words.column.state },
          { id: 'ends', label: words.column.ends },
          { id: 'scope', label: words.column.scope },
          { id: 'used', label: words.column.used },
          { id: 'by', label: words.column.by },
          { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
        ]}
        rows={grants.map(grant => ({
          key: grant.id,
          faded: !isLive(grant.state),
          cells: cellsOf(grant, props, list),
        }))}
      />
      {decides &&
        grants.filter(isRevocable).map(grant => (
          <Dialog
            key={grant.id}
            id={`revoke-${grant.id}`}
            title={reviewWords[language].grantTitle(grant.partnerName)}
          >
            <ActForm
              act="revoke"
              grant={grant}
              accountId={account.id}
              language={language}
              cancelHref={list}
            />
          </Dialog>
        ))}
    </>
  )
}

function isRevocable(grant: ListedGrant): boolean {
  return isLive(grant.state) && grant.designation === 'customer'
}

function cellsOf(grant: ListedGrant, { decides, language, zone, now }: GrantTableProps, list: string) {
  const words = catalogue[language]
  const own = `${list}/grants/${grant.id}`
  const people =
    isLive(grant.state) && grant.people.length > 0
      ? words.peopleOf(plainList(grant.people, language))
      : undefined
  return {
    who: (
      <span id={`grant-${grant.id}`}>
        <TwoLines first={<a href={own}>{grant.partnerName}</a>} second={people} />
      </span>
    ),
    state: <TwoLines first={<GrantState grant={grant} language={language} />} second={grant.endedBy} />,
    ends: <End grant={grant} {...{ language, zone, now }} />,
    scope: scopeText(grant.scope, language),
    used: grant.lastUsedAt ? (
      <TwoLines
        first={<Ago at={grant.lastUsedAt} now={now} zone={zone} language={language} />}
        second={grant.lastUsedBy && words.lastUsedBy(grant.lastUsedBy)}
      />
    ) : (
      words.never
    ),
    by: <TwoLines first={grant.approvedBy} second={grant.askedBy && words.askedBy(grant.askedBy)} />,
    acts: <Acts grant={grant} list={list} own={own} decides={decides} language={language} />,
  }
}

function End({
  grant,
  language,
  zone,
  now,
}: Pick<GrantTableProps, 'language' | 'zone' | 'now'> & { grant: ListedGrant }) {
  const words = catalogue[language]
  if (!isLive(grant.state)) {
    const at = grant.endedAt ?? grant.endsAt
    return at ? <When at={at} zone={zone} language={language} /> : grantWords[language].state[grant.state]
  }
  if (grant.state === 'scheduled')
    return <TimeLeft until={grant.startsAt} now={now} language={language} kind="starts" />
  return grant.endsAt ? <Ends until={grant.endsAt} now={now} zone={zone} language={language} /> : words.noEnd
}

interface ActsProps {
  readonly grant: ListedGrant
  readonly list: string
  readonly own: string
  readonly decides: boolean
  readonly language: Language
}

function Acts({ grant, list, own, decides, language }: ActsProps) {
  const words = catalogue[language]
  if (!isLive(grant.state)) return null
  if (grant.designation === 'provider') return words.designated
  if (!decides) return null
  const hold = grant.state === 'suspended' ? 'resume' : 'suspend'
  return (
    <span className="row-actions">
      <OpenButton
        href={`${own}?act=revoke`}
        opens={`revoke-${grant.id}`}
        describedBy={`grant-${grant.id}`}
        variant="secondary"
        size="small"
      >
        {words.revoke}
      </OpenButton>
      <Menu id={`more-${grant.id}`} label={words.more(grant.partnerName)}>
        <MenuLink href={own} icon="eye">
          {words.details}
        </MenuLink>
        <MenuLink href={`${own}?act=${hold}`} icon="lock">
          {words[hold]}
        </MenuLink>
        <MenuLink href={`${list}/revoke-all?partner=${grant.partnerSlug}`} icon="ban" danger>
          {words.revokeAllOf(grant.partnerName)}
        </MenuLink>
      </Menu>
    </span>
  )
}
