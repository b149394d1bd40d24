import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { BlockedFirm } from '#db/invitation/reads.ts'
import type { Language } from '#lib/language.ts'
import { unblock } from './block-actions.ts'
import { blockWords } from './block-words.ts'

interface BlockedCardProps {
  readonly blocked: readonly BlockedFirm[]
  readonly account: { readonly id: string }
  readonly decides: boolean
  readonly language: Language
  readonly zone: string
}

/** The firms whose requests the account does not take: who blocked each, and when. */
export function BlockedCard({ blocked, account, decides, language, zone }: BlockedCardProps) {
  const words = blockWords[language]
  return (
    <Card title={words.blocked} description={words.blockedText} id="blocked" flush>
      <Form action={unblock} label={words.blocked}>
        <Once />
        <input type="hidden" name="account" value={account.id} />
        <Table
          caption={words.blocked}
          hideCaption
          columns={[
            { id: 'who', label: words.column.who, rowHeading: true },
            { id: 'by', label: words.column.by },
            { id: 'when', label: words.column.when },
            { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
          ]}
          rows={blocked.map(firm => ({
            key: firm.slug,
            cells: {
              who: <TwoLines first={firm.name} second={firm.partnerCode} />,
              by: (
                <TwoLines
                  first={firm.blockedBy}
                  second={firm.reason && <span className="plain-text">{firm.reason}</span>}
                />
              ),
              when: <When at={firm.blockedAt} zone={zone} language={language} />,
              acts: decides && (
                <Button
                  type="submit"
                  name="firm"
                  value={firm.slug}
                  size="small"
                  aria-label={words.unblockOf(firm.name)}
                >
                  {words.unblock}
                </Button>
              ),
            },
          }))}
        />
      </Form>
    </Card>
  )
}

/** Where blocking a firm is asked for. */
export function BlockLink({ list, firm, language }: { list: string; firm: string; language: Language }) {
  return (
    <LinkButton href={`${list}/firms/${firm}/block`} variant="danger-quiet">
      {blockWords[language].block}
    </LinkButton>
  )
}
