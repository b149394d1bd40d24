import { StateBadge } from '#components/access/state-badge.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Dependant, DependentGrant } from '#db/provider/dependants.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { requestWords } from '#lib/access-request/words.ts'
import { plainList } from '#lib/format.ts'
import { isLive } from '#lib/grant/grant.ts'
import { grantWords } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'
import { accessWords as catalogue } from './access-words.ts'
import { designationWords } from './designation-words.ts'

interface Shown {
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

interface DependantsTableProps extends Shown {
  readonly caption: string
  readonly dependants: readonly Dependant[]
  /** Whose name stands with each, where several firms or several accounts are listed. */
  readonly names?: 'partner' | 'account' | undefined
  /** The page's own address, where the grants can be held or ended; none where they are only shown. */
  readonly actsAt?: string | undefined
}

/** Each grant with its scope, end and the people who may enter under it; each request that waits. */
export function DependantsTable({ caption, dependants, names, actsAt, ...shown }: DependantsTableProps) {
  const words = catalogue[shown.language]
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        ...(names ? [{ id: 'name' as const, label: words.column[names], rowHeading: true }] : []),
        { id: 'what', label: words.what, rowHeading: !names },
        { id: 'state', label: words.column.state },
        { id: 'ends', label: words.ends },
        { id: 'people', label: words.people },
        { id: 'used', label: words.used },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={dependants.map(one => ({
        key: one.id,
        cells: {
          name: names === 'account' ? one.accountName : one.partnerName,
          what: (
            <TwoLines
              first={`${words.kind[one.kind]}, ${scopeText(one.scope, shown.language)}`}
              second={notes(one, shown.language).join(' · ')}
            />
          ),
          state: <DependantState dependant={one} language={shown.language} />,
          ends: <DependantEnd dependant={one} {...shown} />,
          people: one.kind === 'grant' && isLive(one.state) ? people(one, shown.language) : '–',
          used: <Used dependant={one} {...shown} />,
          acts: actsAt && one.kind === 'grant' && isOwnLive(one) && (
            <GrantActs grant={one} at={actsAt} language={shown.language} />
          ),
        },
      }))}
    />
  )
}

function notes(one: Dependant, language: Language): string[] {
  const words = catalogue[language]
  const { set, clients } = designationWords[language]
  const { askedBy, hangs } = one
  const via = one.kind === 'grant' ? one.via : null
  return [
    ...(via ? [words.via(via)] : []),
    ...(one.kind === 'grant' && one.designation === 'provider' ? [set] : []),
    ...(one.kind === 'grant' && one.reachesClients && !via ? [clients] : []),
    ...(askedBy ? [words.asked(askedBy)] : []),
    ...(hangs || via ? [] : [words.stays]),
  ]
}

/** What comes from the parent is held and ended on the parent's page. */
export const isOwnLive = ({ state, via }: DependentGrant) => isLive(state) && via === null

function people({ assigned, administrators }: DependentGrant, language: Language): string {
  return plainList([...assigned, catalogue[language].administrators(administrators)], language)
}

function DependantState({ dependant, language }: { dependant: Dependant; language: Language }) {
  if (dependant.kind === 'request')
    return <StateBadge state={dependant.state}>{requestWords[language].state[dependant.state]}</StateBadge>
  const { state, suspendedBy } = dependant
  return (
    <TwoLines
      first={<StateBadge state={state}>{grantWords[language].state[state]}</StateBadge>}
      second={state === 'suspended' && suspendedBy && catalogue[language].suspendedBy[suspendedBy]}
    />
  )
}

function DependantEnd({ dependant, language, zone, now }: Shown & { dependant: Dependant }) {
  if (dependant.kind === 'request') return '–'
  const { endsAt, endedAt, startsAt, state } = dependant
  const over = isLive(state) ? null : (endedAt ?? endsAt)
  if (over) return <When at={over} zone={zone} language={language} />
  if (state === 'scheduled')
    return <Ends until={startsAt} now={now} zone={zone} language={language} kind="starts" />
  if (!endsAt) return catalogue[language].noEnd
  return <Ends until={endsAt} now={now} zone={zone} language={language} />
}

function Used({ dependant, language, zone }: Shown & { dependant: Dependant }) {
  if (dependant.kind === 'request') return '–'
  return dependant.lastUsedAt ? (
    <When at={dependant.lastUsedAt} zone={zone} language={language} />
  ) : (
    catalogue[language].never
  )
}

function GrantActs({ grant, at, language }: { grant: DependentGrant; at: string; language: Language }) {
  const words = catalogue[language]
  const hold = grant.state !== 'suspended' ? 'suspend' : grant.suspendedBy === 'provider' ? 'resume' : null
  const to = (act: string) => `${at}?${new URLSearchParams({ act, grant: grant.id })}`
  return (
    <RowActions>
      <Menu id={`more-${grant.id}`} label={words.more(scopeText(grant.scope, language))}>
        {hold && (
          <MenuLink href={to(hold)} icon="pause">
            {words.act[hold]}
          </MenuLink>
        )}
        <MenuLink href={to('terminate')} icon="ban" danger>
          {words.act.terminate}
        </MenuLink>
      </Menu>
    </RowActions>
  )
}
