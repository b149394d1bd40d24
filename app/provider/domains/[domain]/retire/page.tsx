import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { domainsOf } from '#db/branding-domain/reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { retire } from '../../actions.ts'
import { domainPage } from '../../domain-page.ts'
import { retireWords } from '../../retire-words.ts'
import { words as catalogue } from '../../words.ts'

export const generateMetadata = titled(catalogue, words => words.retireTitle)

/** Before a domain goes: who is at home there, and where its host will lead. */
export default async function RetirePage({ params }: { params: Promise<{ domain: string }> }) {
  const page = await domainPage((await params).domain, 'domains.manage', domainsOf)
  const { domain, language, brand } = page
  const words = catalogue[language]
  const own = `/provider/domains/${domain.id}`
  const heirs = page.data.more.filter(one => one.id !== domain.id && !one.retiredAt)
  const retirement = retireWords[language]
  return (
    <ProviderFrame page={page} current="domains">
      <PageHeader title={words.retireTitle} back={{ href: own, label: domain.name }} />
      {domain.retiredAt || heirs.length === 0 ? (
        <Notice tone="neutral">{domain.retiredAt ? retirement.already : words.lastOne}</Notice>
      ) : (
        <Card tone="danger">
          <Form
            action={retire}
            label={words.retireTitle}
            labels={fieldLabels({ successor: retirement.successor }, language)}
          >
            <Once />
            <input type="hidden" name="domain" value={domain.id} />
            <ConfirmPanel
              statement={retirement.statement(domain.name)}
              consequences={[
                retirement.host(domain.host),
                retirement.people(domain.people, domain.accounts),
                retirement.sessions(domain.sessions),
                ...(brand.id === domain.id ? [retirement.own] : []),
                retirement.back,
              ]}
              actions={
                <>
                  <CancelLink href={own} first>
                    {words.cancel}
                  </CancelLink>
                  <SubmitButton variant="danger">{retirement.submit}</SubmitButton>
                </>
              }
            >
              <SelectField
                name="successor"
                label={retirement.successor}
                emptyLabel={retirement.choose}
                options={heirs.map(one => ({ value: one.id, label: `${one.name} · ${one.host}` }))}
              />
            </ConfirmPanel>
          </Form>
        </Card>
      )}
    </ProviderFrame>
  )
}
