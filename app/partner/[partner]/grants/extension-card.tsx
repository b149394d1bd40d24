import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import type { OwnGrant } from '#db/partner/grants.ts'
import { isLive } from '#lib/grant/grant.ts'
import type { Language } from '#lib/language.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { deskWords } from '../words.ts'
import { extendWords } from './extend-words.ts'
import { withdraw } from './extension-actions.ts'

interface ExtensionCardProps {
  readonly grant: OwnGrant
  readonly partner: { readonly id: string; readonly role: 'administrator' | 'technician' }
  readonly personId: string
  readonly language: Language
  readonly zone: string
}

/** What the firm asked for last in the way of more time, and what came of it; while it waits, the way back. */
export function ExtensionCard({ grant, partner, personId, language, zone }: ExtensionCardProps) {
  const { extension } = grant
  if (!extension) return null
  const words = extendWords[language]
  const waits = extension.state === 'pending' && isLive(grant.state)
  const state = extension.state === 'pending' && !waits ? 'lapsed' : extension.state
  const mayWithdraw = waits && maySpeakFor({ role: partner.role, personId }, extension.requestedBy)
  return (
    <Card
      title={waits ? words.open : words.last}
      description={waits ? words.openText(grant.accountName) : undefined}
      tone={waits ? 'highlight' : 'plain'}
    >
      <Facts items={facts(grant, state, language, zone)} />
      {mayWithdraw && (
        <Form action={withdraw} label={deskWords[language].withdraw} className="form form-divided">
          <Once />
          <input type="hidden" name="partner" value={partner.id} />
          <input type="hidden" name="extension" value={extension.id} />
          <FormActions>
            <SubmitButton variant="danger-quiet">{deskWords[language].withdraw}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

function facts(
  { extension }: OwnGrant,
  state: keyof (typeof extendWords)['en']['outcome'],
  language: Language,
  zone: string,
): readonly Fact[] {
  if (!extension) return []
  const words = extendWords[language]
  const end = (at: Date | null) => (at ? <When at={at} zone={zone} language={language} /> : words.noEnd)
  const { askedBy, at, askedEnd, givenEnd, decidedAt, decidedBy, reason, endReason } = extension
  const tone = { pending: 'info', granted: 'success' } as const
  return [
    {
      term: words.state,
      value: (
        <Badge tone={state === 'pending' || state === 'granted' ? tone[state] : 'neutral'}>
          {words.outcome[state]}
        </Badge>
      ),
    },
    { term: words.askedBy, value: <TwoLines first={askedBy} second={end(at)} /> },
    { term: words.askedEnd, value: end(askedEnd) },
    ...(state === 'granted' ? [{ term: words.given, value: end(givenEnd) }] : []),
    ...(reason ? [{ term: words.reason, value: <span className="plain-text">{reason}</span> }] : []),
    ...(decidedAt && state !== 'lapsed'
      ? [{ term: words.decided, value: <TwoLines first={end(decidedAt)} second={decidedBy} /> }]
      : []),
    ...(endReason ? [{ term: words.said, value: <span className="plain-text">{endReason}</span> }] : []),
  ]
}
