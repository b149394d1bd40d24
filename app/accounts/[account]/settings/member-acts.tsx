import { Once } from '#app/_server/once.tsx'
import { HomeFields } from '#components/person/newcomer-fields.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { HomeChoice } from '#db/branding-domain/homes.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { MembershipState } from '#lib/membership/membership.ts'
import { membershipWords } from '#lib/membership/words.ts'
import { memberWords } from './member-words.ts'

interface Member {
  readonly id: string
  readonly name: string
  readonly state: Exclude<MembershipState, 'removed'>
}

export function MemberState({ state, language }: { state: Member['state']; language: Language }) {
  const tone = { invited: 'info', active: 'success', disabled: 'neutral' } as const
  return <Badge tone={tone[state]}>{membershipWords[language].state[state]}</Badge>
}

interface ActsProps {
  readonly member: Member
  readonly accountId: string
  readonly action: FormAction
  /** The page's own address, where what must be confirmed is asked. */
  readonly own: string
  readonly language: Language
}

/**
 * What can be done to the person: letters at once, what shuts them out only after a second look, and never to whoever
 * reads it (`isSelf`): that is refused.
 */
export function MemberActs({
  member,
  accountId,
  action,
  own,
  language,
  isSelf = false,
}: ActsProps & { readonly isSelf?: boolean }) {
  const words = memberWords[language]
  const { state } = member
  const sends = { invited: 'resend', active: 'reset', disabled: 'enable' } as const
  return (
    <Card title={words.access} description={words.accessText(member.name)}>
      <Form action={action} label={words.access}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="membership" value={member.id} />
        <FormActions>
          <SubmitButton name="act" value={sends[state]} variant="secondary">
            {words.act[sends[state]]}
          </SubmitButton>
          {state === 'active' && !isSelf && (
            <LinkButton href={`${own}?act=disable`}>{words.act.disable}</LinkButton>
          )}
          {!isSelf && (
            <LinkButton href={`${own}?act=remove`} variant="danger">
              {words.act.remove}
            </LinkButton>
          )}
        </FormActions>
        {isSelf && <p>{membershipWords[language].refusal.yourself()}</p>}
      </Form>
    </Card>
  )
}

export type ConfirmedAct = 'disable' | 'remove'

export function isConfirmedAct(text: unknown): text is ConfirmedAct {
  return text === 'disable' || text === 'remove'
}

/** What stands between the reader and shutting somebody out. */
export function ConfirmAct({
  member,
  accountId,
  action,
  own,
  language,
  by,
}: ActsProps & { by: ConfirmedAct }) {
  const words = memberWords[language]
  const text = words.confirm[by === 'remove' && member.state === 'invited' ? 'remove-invited' : by]
  return (
    <Card title={text.title(member.name)} tone="danger">
      <Form action={action} label={text.title(member.name)}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="membership" value={member.id} />
        <input type="hidden" name="act" value={by} />
        <ConfirmPanel
          statement={text.statement(member.name)}
          consequences={text.consequences}
          actions={
            <>
              <CancelLink href={own} first>
                {words.cancel}
              </CancelLink>
              <SubmitButton variant="danger">{text.submit}</SubmitButton>
            </>
          }
        />
      </Form>
    </Card>
  )
}

interface HomeFieldsProps {
  readonly homes: readonly HomeChoice[]
  readonly home: string
  readonly chosen: Language
  readonly language: Language
}

/** Branding domain and language, in the words of an account's pages. */
export function MemberHomeFields({ homes, home, chosen, language }: HomeFieldsProps) {
  const words = memberWords[language]
  const options = homes.map(({ host, name }) => ({ value: host, label: `${name} · ${host}` }))
  return (
    <HomeFields
      words={{ brand: words.homeBrand, brandHint: words.homeHint, language: words.language }}
      brand={{ field: 'homeBrand', chosen: home, options }}
      language={chosen}
    />
  )
}

type HomeFormProps = Omit<ActsProps, 'own'> &
  Omit<HomeFieldsProps, 'language'> & { readonly onlyHere: boolean }

export function HomeForm({ member, accountId, action, onlyHere, language, ...fields }: HomeFormProps) {
  const words = memberWords[language]
  const labels = fieldLabels({ homeBrand: words.homeBrand, language: words.language }, language)
  if (!onlyHere)
    return (
      <Card title={words.home}>
        <p>{member.state === 'invited' ? words.homeTheirsYet : words.homeTheirs}</p>
      </Card>
    )
  return (
    <Card title={words.home}>
      <Form action={action} label={words.home} labels={labels}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="membership" value={member.id} />
        <MemberHomeFields {...fields} language={language} />
        <FormActions>
          <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
