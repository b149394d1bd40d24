import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Table } from '#components/ui/table.tsx'
import type { OwnServiceTemplate, ServiceTemplate } from '#db/account/service-templates.ts'
import type { SeenAccount } from '#db/authority.ts'
import { mostServiceTemplates } from '#lib/account/service-template.ts'
import { serviceTemplateWords } from '#lib/account/service-template-words.ts'
import { levelName, productName } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { RestoreForm } from './restore-form.tsx'
import { words as catalogue } from './words.ts'

interface TemplatesCardProps {
  readonly account: Pick<SeenAccount, 'id' | 'slug'>
  readonly templates: readonly ServiceTemplate[]
  /** The one that was removed a moment ago, if the address names one. */
  readonly gone: OwnServiceTemplate | null
  readonly edits: boolean
  readonly language: Language
}

/** The account's service templates, and the way to one more. */
export function TemplatesCard({ account, templates, gone, edits, language }: TemplatesCardProps) {
  const words = catalogue[language]
  const root = `/accounts/${account.slug}/settings/branding/templates`
  const full = templates.length >= mostServiceTemplates
  const adding = edits && !full && (
    <LinkButton href={`${root}/new`} variant="secondary" icon={<Icon name="plus" />}>
      {words.add}
    </LinkButton>
  )
  return (
    <>
      {edits && gone && <RestoreForm accountId={account.id} template={gone} named language={language} />}
      <Card
        title={words.templates}
        description={full ? serviceTemplateWords[language].refusal['too-many'] : words.templatesText}
        actions={templates.length > 0 && adding}
      >
        {templates.length > 0 ? (
          <TemplateTable {...{ templates, root, language }} />
        ) : (
          <EmptyState icon="copy" title={words.noTemplates} actions={adding}>
            <p>{words.noTemplatesText}</p>
          </EmptyState>
        )}
      </Card>
    </>
  )
}

interface TemplateTableProps {
  readonly templates: readonly ServiceTemplate[]
  readonly root: string
  readonly language: Language
}

function TemplateTable({ templates, root, language }: TemplateTableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <Table
      caption={words.templates}
      hideCaption
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'product', label: column.product },
        { id: 'fills', label: column.fills },
      ]}
      rows={templates.map(one => ({
        key: one.id,
        cells: {
          name: <a href={`${root}/${one.id}`}>{one.name}</a>,
          product: productName(one.product, language),
          fills: fillsText(one, language),
        },
      }))}
    />
  )
}

function fillsText({ label, level, supportText }: ServiceTemplate, language: Language): string {
  const { field } = serviceTemplateWords[language]
  const named = level && `${field.level} ${levelName(level, language)}`
  return [label, named, supportText && field.supportText].filter(Boolean).join(' · ')
}
