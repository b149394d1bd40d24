import { LinkButton } from '#components/ui/link-button.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Template } from '#db/access-request/templates.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { durationText } from '#lib/duration-words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface TemplateTableProps {
  readonly templates: readonly Template[]
  /** The address of the firm's desk. */
  readonly root: string
  /** The reader may change them. */
  readonly administers: boolean
  readonly language: Language
}

/** One row for each: its name, what it asks for and why. Whoever reads can use it. */
export function TemplateTable({ templates, root, administers, language }: TemplateTableProps) {
  const words = catalogue[language]
  const { column } = words
  const own = ({ id }: Template) => `${root}/templates/${id}`
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'reason', label: column.reason },
        { id: 'asks', label: column.asks },
        { id: 'acts', label: column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={templates.map(one => ({
        key: one.id,
        cells: {
          name: administers ? <a href={own(one)}>{one.name}</a> : one.name,
          reason: <span className="plain-text line-clamp-3">{one.reason}</span>,
          asks: (
            <TwoLines first={scopeText(one.scope, language)} second={durationText(one.duration, language)} />
          ),
          acts: (
            <RowActions>
              <LinkButton
                href={`${root}/requests/new?template=${one.id}`}
                label={words.named(words.use, one.name)}
                size="small"
                variant="secondary"
              >
                {words.use}
              </LinkButton>
              {administers && (
                <Menu id={`more-${one.id}`} label={words.more(one.name)}>
                  <MenuLink href={own(one)} icon="edit">
                    {words.edit}
                  </MenuLink>
                  <MenuLink href={`${own(one)}?act=remove`} icon="trash" danger>
                    {words.remove}
                  </MenuLink>
                </Menu>
              )}
            </RowActions>
          ),
        },
      }))}
    />
  )
}
