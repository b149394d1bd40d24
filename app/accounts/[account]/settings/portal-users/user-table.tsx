import { Once } from '#app/_server/once.tsx'
import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedMember } from '#db/membership/list.ts'
import { mayManage } from '#lib/access/levels.ts'
import { modulesInOrder } from '#lib/access/offering.ts'
import { moduleName } from '#lib/access/place-words.ts'
import { type Module, modules } from '#lib/access/roles.ts'
import { conditionOf } from '#lib/delivery/condition.ts'
import type { Language } from '#lib/language.ts'
import { cellValue, packedRows } from '#lib/membership/switch-forms.ts'
import { portalUserWords } from '#lib/membership/switch-words.ts'
import type { Switcher } from '#lib/membership/switches.ts'
import { MemberState } from '../member-acts.tsx'
import { memberWords } from '../member-words.ts'
import { saveSwitches } from './actions.ts'
import { Switches } from './switches.tsx'
import { words as catalogue } from './words.ts'

/** The form to which the ticks of the first column belong. */
export const severalFormId = 'several'

interface Props {
  readonly users: readonly ListedMember[]
  readonly accountId: string
  /** Null for whoever only looks. */
  readonly by: Switcher | null
  /** Where in the list this is: saved, one comes back to it. */
  readonly place: { readonly q: string; readonly after: string | null }
  /** The reader's own id. */
  readonly reader: string
  readonly list: string
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** People and modules, a checkbox each: one form around them all. */
export function UserTable(props: Props) {
  const { users, accountId, by, place, language } = props
  const words = catalogue[language]
  const table = <Rows {...props} />
  if (!by) return table
  const save = (
    <FormActions>
      <SubmitButton name="way" value="save" pendingLabel={words.saving}>
        {words.save}
      </SubmitButton>
    </FormActions>
  )
  return (
    <Form action={saveSwitches} label={words.list}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input
        type="hidden"
        name="shown"
        value={packedRows(users.map(one => ({ id: one.id, modules: modulesInOrder(one.modules) })))}
      />
      <input type="hidden" name="q" value={place.q} />
      <input type="hidden" name="after" value={place.after ?? ''} />
      <Switches action={saveSwitches} accountId={accountId} save={save}>
        {table}
      </Switches>
    </Form>
  )
}

function Rows({ users, by, reader, list, language, zone, now }: Props) {
  const words = catalogue[language]
  const { column } = words
  const shared = memberWords[language]
  return (
    <Table
      caption={words.list}
      hideCaption
      columns={[
        ...(by ? [{ id: 'select' as const, label: column.select, narrow: true }] : []),
        { id: 'person', label: column.person, rowHeading: true },
        ...modules.map(one => ({ id: one, label: moduleName(one, language), narrow: true })),
        { id: 'state', label: column.state },
        { id: 'seen', label: column.seen },
        { id: 'act', label: column.act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={users.map(one => ({
        key: one.id,
        faded: one.state === 'disabled',
        cells: {
          select: <Choice value={one.id} label={words.choose(one.name)} />,
          person: <Who user={one} by={by} reader={reader} language={language} />,
          ...(Object.fromEntries(
            modules.map(module => [
              module,
              <Cell key={module} user={one} module={module} by={by} reader={reader} language={language} />,
            ]),
          ) as Record<Module, React.ReactNode>),
          state: (
            <TwoLines
              first={<MemberState state={one.state} language={language} />}
              second={
                one.letter ? (
                  <ConditionBadge condition={conditionOf(one.letter, now)} language={language} />
                ) : null
              }
            />
          ),
          seen: one.lastSignInAt ? (
            <When at={one.lastSignInAt} zone={zone} language={language} />
          ) : (
            shared.never
          ),
          act: (
            <RowActions>
              <LinkButton href={`${list}/${one.id}`} size="small" label={words.openNamed(one.name)}>
                {words.open}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}

function Choice({ value, label }: { value: string; label: string }) {
  return (
    <label className="cell-choice">
      <input type="checkbox" name="people" value={value} form={severalFormId} autoComplete="off" />
      <span className="sr-only">{label}</span>
    </label>
  )
}

interface OfUser {
  readonly user: ListedMember
  readonly by: Switcher | null
  readonly reader: string
  readonly language: Language
}

/** Why the reader switches nothing of this person; null where they do. */
function fixed({ user, by, reader }: Omit<OfUser, 'language'>): 'above' | 'yourself' | null {
  if (by && !mayManage(by.level, user.level)) return 'above'
  return by && user.personId === reader && !mayManage(by.level, 'owner') ? 'yourself' : null
}

function Who({ language, ...of }: OfUser) {
  const why = fixed(of)
  const { name, email } = of.user
  const note = why && catalogue[language][why]
  return (
    <TwoLines
      first={name === email ? <Address>{email}</Address> : name}
      second={
        <>
          {name !== email && <Address>{email}</Address>}
          {note && <span className="second-line">{note}</span>}
        </>
      }
    />
  )
}

/** One switch. One that is not the reader's to turn keeps what it says, also in what the form sends. */
function Cell({ module, language, ...of }: OfUser & { module: Module }) {
  const { user, by } = of
  const isOn = user.modules.includes(module)
  const isTheirs = by?.offers.includes(module) === true && fixed(of) === null
  const value = cellValue(user.id, module)
  return (
    <label className="cell-choice">
      <input
        key={user.version}
        type="checkbox"
        name="modules"
        value={value}
        defaultChecked={isOn}
        disabled={!isTheirs}
        autoComplete="off"
      />
      <span className="sr-only">
        {portalUserWords[language].switch(moduleName(module, language), user.name)}
      </span>
      {by && !isTheirs && isOn && <input type="hidden" name="modules" value={value} />}
    </label>
  )
}
